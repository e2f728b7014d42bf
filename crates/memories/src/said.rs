//! A title and a line of words that the owner gave a moment, and how they find their moment when it is grouped anew.
//!
//! Words remember a time in the midst of the moment they were given to. When it is parted they go with the larger part; when
//! it is joined with another the one has the words of both; and when that is taken back each has its own again.

use std::collections::BTreeMap;

use circle::Viewer;
use model::MomentId;
use store::{StoreError, Tx, Value, parameters, values};

use crate::moments::{Moment, moment};

/// The longest title, in characters: a line of a phone, three times.
pub const LONGEST_TITLE: usize = 120;
/// The longest words of one moment, in characters.
pub const LONGEST_WORDS: usize = 4_000;

/// What the owner said of a moment. Empty where they said nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MomentWords {
    /// Its title, in one line.
    pub title: String,
    /// Words of their own.
    pub words: String,
}

/// What the owner said of a moment, tidied as it will be kept: without control characters and blanks around, a title in one
/// line. `None` when it is too long to be kept whole.
pub fn tidied(title: &str, words: &str) -> Option<MomentWords> {
    let title = title.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let title = title.collect::<Vec<_>>().join(" ");
    let words: String = words.replace("\r\n", "\n").chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    let words = words.trim().to_owned();
    let fits = title.chars().count() <= LONGEST_TITLE && words.chars().count() <= LONGEST_WORDS;
    fits.then_some(MomentWords { title, words })
}

/// Gives a moment a title and words instead of those it had; empty ones take them back. Answers whether there is such a
/// moment.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn say_of(tx: &mut Tx<'_>, viewer: Viewer, id: MomentId, said: &MomentWords) -> Result<bool, StoreError> {
    if moment(tx, viewer, id)?.is_none() {
        return Ok(false);
    }
    tx.execute("DELETE FROM moment_words WHERE library = ?1 AND moment = ?2", values![viewer.library(), id])?;
    if *said == MomentWords::default() {
        return Ok(true);
    }
    let middle = middle_of(tx, viewer, id)?;
    let row = tx.take_numbers(viewer.library(), "moment_words", 1)?;
    let sql = "INSERT INTO moment_words (library, id, moment, at_ms, title, words) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    tx.execute(sql, values![viewer.library(), row, id, middle, &said.title, &said.words])?;
    Ok(true)
}

/// Fills in what the owner said of those moments.
pub(crate) fn fill_in(tx: &mut Tx<'_>, viewer: Viewer, moments: &mut [Moment]) -> Result<(), StoreError> {
    let ids: Vec<MomentId> = moments.iter().map(|moment| moment.id).collect();
    let mut said: BTreeMap<MomentId, Vec<MomentWords>> = BTreeMap::new();
    for row in rows(tx, viewer, &ids)? {
        said.entry(row.moment).or_default().push(row.said);
    }
    for moment in moments {
        if let Some(said) = said.remove(&moment.id) {
            moment.said = together(said);
        }
    }
    Ok(())
}

/// The words of moments that were joined: the first title is the title, and the others begin their own words.
fn together(said: Vec<MomentWords>) -> MomentWords {
    let mut whole = MomentWords::default();
    for MomentWords { title, words } in said {
        let heading = if whole.title.is_empty() {
            whole.title = title;
            String::new()
        } else if whole.title == title {
            String::new()
        } else {
            title
        };
        for line in [heading, words].into_iter().filter(|line| !line.is_empty()) {
            if !whole.words.is_empty() {
                whole.words.push('\n');
            }
            whole.words.push_str(&line);
        }
    }
    whole
}

/// A moment as it was just grouped, for words that look for theirs.
pub(crate) struct Grouped {
    pub(crate) id: MomentId,
    pub(crate) begins_ms: i64,
    pub(crate) ends_ms: i64,
    pub(crate) middle_ms: i64,
    /// How many photos it has of each former moment.
    pub(crate) of: BTreeMap<MomentId, usize>,
}

/// Lets words find their moments after those `before` were grouped anew, and words whose moment had gone find one that came
/// back.
pub(crate) fn follow(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    before: &[MomentId],
    grouped: &[Grouped],
) -> Result<(), StoreError> {
    let mut waiting = rows(tx, viewer, before)?;
    waiting.extend(lost(tx, viewer, grouped)?);
    for row in waiting {
        let Some(home) = home(&row, grouped) else { continue };
        let at_ms = if home.holds(row.at_ms) { row.at_ms } else { home.middle_ms };
        if (home.id, at_ms) != (row.moment, row.at_ms) {
            let sql = "UPDATE moment_words SET moment = ?3, at_ms = ?4 WHERE library = ?1 AND id = ?2";
            tx.execute(sql, values![viewer.library(), row.id, home.id, at_ms])?;
        }
    }
    Ok(())
}

impl Grouped {
    fn holds(&self, at_ms: i64) -> bool {
        (self.begins_ms..=self.ends_ms).contains(&at_ms)
    }
}

/// Where words belong now: with photos of their moment where their time is, or else with the most photos of their moment, or,
/// when those are gone, where their time is.
fn home<'a>(row: &Row, grouped: &'a [Grouped]) -> Option<&'a Grouped> {
    let shared = |one: &Grouped| one.of.get(&row.moment).copied().unwrap_or_default();
    let there = grouped.iter().filter(|one| one.holds(row.at_ms)).max_by_key(|one| shared(one));
    let most = || grouped.iter().filter(|one| shared(one) > 0).max_by_key(|one| shared(one));
    there.filter(|one| shared(one) > 0).or_else(most).or(there)
}

struct Row {
    id: i64,
    moment: MomentId,
    at_ms: i64,
    said: MomentWords,
}

/// The words of those moments, in order of time.
fn rows(tx: &mut Tx<'_>, viewer: Viewer, moments: &[MomentId]) -> Result<Vec<Row>, StoreError> {
    const AT_ONCE: usize = 16;
    static SQL: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
        format!(
            "SELECT id, moment, at_ms, title, words FROM moment_words
             WHERE library = ?1 AND moment IN ({}) ORDER BY at_ms, id",
            parameters(2, AT_ONCE)
        )
    });
    let mut found = Vec::new();
    for chunk in moments.chunks(AT_ONCE) {
        let mut wanted = vec![Value::from(viewer.library())];
        wanted.extend((0..AT_ONCE).map(|i| chunk.get(i).copied().unwrap_or(MomentId(-1)).into()));
        found.extend(tx.all(&SQL, &wanted, read)?);
    }
    Ok(found)
}

/// Words in the time of those moments whose own moment is gone.
fn lost(tx: &mut Tx<'_>, viewer: Viewer, grouped: &[Grouped]) -> Result<Vec<Row>, StoreError> {
    let (Some(from), Some(to)) =
        (grouped.iter().map(|one| one.begins_ms).min(), grouped.iter().map(|one| one.ends_ms).max())
    else {
        return Ok(Vec::new());
    };
    let sql = "SELECT w.id, w.moment, w.at_ms, w.title, w.words FROM moment_words w
               WHERE w.library = ?1 AND w.at_ms >= ?2 AND w.at_ms <= ?3 AND NOT EXISTS
                   (SELECT 1 FROM moments m WHERE m.library = w.library AND m.id = w.moment)
               ORDER BY w.at_ms, w.id";
    tx.all(sql, values![viewer.library(), from, to], read)
}

fn read(row: &store::Row<'_>) -> Result<Row, StoreError> {
    let said = MomentWords { title: row.get(3)?, words: row.get(4)? };
    Ok(Row { id: row.get(0)?, moment: row.get(1)?, at_ms: row.get(2)?, said })
}

/// The time of the photo in the middle of a moment: it lies in the larger part of whatever the moment is parted into.
fn middle_of(tx: &mut Tx<'_>, viewer: Viewer, id: MomentId) -> Result<i64, StoreError> {
    let sql = "SELECT mp.photo FROM moments m
               JOIN moment_photos mp ON mp.library = m.library AND mp.moment = m.id AND mp.place = m.photos / 2
               WHERE m.library = ?1 AND m.id = ?2";
    let photo = tx.one(sql, values![viewer.library(), id], |row| row.get(0))?;
    let taken = library::photo(tx, viewer, photo)?.and_then(|photo| photo.taken);
    let timeless = || StoreError::Unexpected("a photo outside of time in a moment".to_owned());
    taken.map(|taken| model::millis(taken.at)).ok_or_else(timeless)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_tidied_and_never_cut() {
        let tidy = |title: &str, words: &str| tidied(title, words).map(|said| (said.title, said.words));
        let some = |title: &str, words: &str| Some((title.to_owned(), words.to_owned()));
        assert_eq!(tidy("  At\tthe\n sea\u{7} ", " one\r\ntwo\0 \n"), some("At the sea", "one\ntwo"));
        assert_eq!(tidy("\u{202e}يوم على البحر", "👩‍👧"), some("\u{202e}يوم على البحر", "👩‍👧"));
        assert_eq!(tidy(&"é".repeat(LONGEST_TITLE), ""), some(&"é".repeat(LONGEST_TITLE), ""));
        assert_eq!(tidy(&"é".repeat(LONGEST_TITLE + 1), ""), None);
        assert_eq!(tidy("", &"w".repeat(10_000)), None);
    }

    #[test]
    fn joined_moments_have_the_words_of_both() {
        let said = |title: &str, words: &str| MomentWords { title: title.into(), words: words.into() };
        let cases = [
            (vec![said("Sea", "a"), said("Cake", "b")], said("Sea", "a\nCake\nb")),
            (vec![said("", "a"), said("Cake", "b")], said("Cake", "a\nb")),
            (vec![said("Sea", ""), said("Sea", "b")], said("Sea", "b")),
        ];
        for (both, expected) in cases {
            assert_eq!(together(both), expected);
        }
    }
}
