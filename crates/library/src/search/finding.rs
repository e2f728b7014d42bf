//! The photos of which all is true that was asked for.

use std::collections::HashSet;

use circle::Viewer;
use model::{PhotoId, Precision};
use store::{StoreError, Tx, values};

pub use super::lists::Hit;
use super::lists::List;
use super::query::{Query, Span, Wanted};
use super::{begins_with, names_and_people, places, years_with_photos};

/// Up to how many photos are looked up in a further list, rather than reading that list whole.
const FEW: usize = 1_500;

/// Every photo of which all is true that was asked for, the newest first. What was removed, hidden or left out is among them;
/// see [`off_shelf`].
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn find(tx: &mut Tx<'_>, viewer: Viewer, query: &Query) -> Result<Vec<Hit>, StoreError> {
    if query.is_empty() {
        return Ok(Vec::new());
    }
    let within = within(&query.times);
    let mut wanted = wanted(tx, viewer, query, within)?;
    if wanted.is_empty() {
        // Nothing but times: those are a list, too.
        let (from_ms, to_ms) = within.unwrap_or((i64::MIN, i64::MAX));
        wanted.push((0, vec![List::Time(Span { from_ms, to_ms, known: Precision::AboutYear })]));
    }
    wanted.sort_by_key(|(size, _)| *size);
    let mut found: Option<Vec<Hit>> = None;
    for (_, lists) in wanted {
        found = Some(match found {
            None => union(tx, viewer, &lists, within)?,
            Some(found) if found.is_empty() => return Ok(found),
            Some(found) => both(tx, viewer, found, &lists)?,
        });
    }
    let mut found = found.unwrap_or_default();
    found.retain(|(ms, _)| in_times(*ms, query));
    leave_out_vague(tx, viewer, query, &mut found)?;
    found.reverse();
    Ok(found)
}

/// The photos that no list shows, whoever looks: removed, hidden, or left out by a file beside them.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn off_shelf(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<PhotoId>, StoreError> {
    let sql = "SELECT id FROM photos WHERE library = ?1 AND (removed_ms IS NOT NULL OR hidden = 1 OR left_out = 1)";
    tx.all(sql, values![viewer.library()], |row| row.get(0))
}

/// For each word the lists of which one must hold a photo, and how long they are together.
fn wanted(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    query: &Query,
    within: Option<(i64, i64)>,
) -> Result<Vec<(i64, Vec<List>)>, StoreError> {
    if query.words.is_empty() {
        return Ok(Vec::new());
    }
    let (names, places) = (names_and_people(tx, viewer)?, places(tx, viewer)?);
    let mut wanted = Vec::new();
    for asked in &query.words {
        let meant = |name: &str| begins_with(name, &asked.word, asked.whole);
        let mut people: Vec<_> = names.iter().filter(|(name, _)| meant(name)).map(|(_, person)| *person).collect();
        people.sort_unstable();
        people.dedup();
        let mut lists: Vec<List> = people.into_iter().map(List::Person).collect();
        let there = |place: &model::Place| {
            asked.countries.contains(&place.country) || meant(&place.town) || meant(&place.region)
        };
        let places: Vec<_> = places.iter().filter(|known| there(&known.place)).map(|known| known.id).collect();
        if !places.is_empty() {
            lists.push(List::Places(places));
        }
        lists.extend(months(tx, viewer, asked, within)?);
        let word = asked.word.clone();
        lists.push(if asked.whole { List::Word(word) } else { List::Begins(word) });
        let mut size = 0;
        for list in &lists {
            size += list.size(tx, viewer, within)?;
        }
        wanted.push((size, lists));
    }
    Ok(wanted)
}

/// That month of every year in which there are photos.
fn months(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    asked: &Wanted,
    within: Option<(i64, i64)>,
) -> Result<Vec<List>, StoreError> {
    let Some(month) = asked.month else { return Ok(Vec::new()) };
    let months = years_with_photos(tx, viewer)?.into_iter().filter_map(|year| Span::month(year, month));
    let met = |span: &Span| within.is_none_or(|(from, to)| span.from_ms < to && from < span.to_ms);
    Ok(months.filter(met).map(List::Time).collect())
}

/// Every photo of any of the lists once, the oldest first.
fn union(tx: &mut Tx<'_>, viewer: Viewer, lists: &[List], within: Option<(i64, i64)>) -> Result<Vec<Hit>, StoreError> {
    let mut found = Vec::new();
    for list in lists {
        found.extend(list.all(tx, viewer, within)?);
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// Those of `found` that are in any of the lists.
fn both(tx: &mut Tx<'_>, viewer: Viewer, mut found: Vec<Hit>, lists: &[List]) -> Result<Vec<Hit>, StoreError> {
    let mut there: HashSet<PhotoId> = HashSet::new();
    if found.len() <= FEW {
        let photos: Vec<PhotoId> = found.iter().map(|(_, photo)| *photo).collect();
        for list in lists {
            there.extend(list.among(tx, viewer, &photos)?);
        }
    } else {
        // No further than what was found reaches; those without a date come first.
        let reach = found.first().and_then(|(ms, _)| *ms).zip(found.last().and_then(|(ms, _)| *ms));
        let reach = reach.map(|(from, to)| (from, to.saturating_add(1)));
        for list in lists {
            there.extend(list.all(tx, viewer, reach)?.into_iter().map(|(_, photo)| photo));
        }
    }
    found.retain(|(_, photo)| there.contains(photo));
    Ok(found)
}

/// The stretch in which all of the times are.
fn within(times: &[Span]) -> Option<(i64, i64)> {
    let from = times.iter().map(|span| span.from_ms).max()?;
    let to = times.iter().map(|span| span.to_ms).min()?;
    Some((from, to))
}

fn in_times(ms: Option<i64>, query: &Query) -> bool {
    let Some(ms) = ms else { return query.times.is_empty() && query.days.is_empty() };
    let in_all = query.times.iter().all(|span| (span.from_ms..span.to_ms).contains(&ms));
    let day = model::moment_of(ms).map(|at| at.day());
    in_all && query.days.iter().all(|wanted| day == Some(*wanted))
}

/// A photo known to the year lies on its first day, and is not of that day, nor of January.
fn leave_out_vague(tx: &mut Tx<'_>, viewer: Viewer, query: &Query, found: &mut Vec<Hit>) -> Result<(), StoreError> {
    let day = !query.days.is_empty() || query.times.iter().any(|span| span.known == Precision::Day);
    let month = query.times.iter().any(|span| span.known == Precision::Month);
    if !day && !month {
        return Ok(());
    }
    let first_of_month =
        |ms: &i64| model::moment_of(*ms).is_some_and(|at| at.day() == 1 && at.time() == jiff::civil::Time::midnight());
    let mut times: Vec<i64> = found.iter().filter_map(|(ms, _)| *ms).filter(first_of_month).collect();
    times.dedup();
    let vague = if day { "('month', 'year', 'about_year')" } else { "('year', 'about_year')" };
    let sql = format!("SELECT id FROM photos WHERE library = ?1 AND taken_ms = ?2 AND taken_precision IN {vague}");
    let mut out: HashSet<PhotoId> = HashSet::new();
    for ms in times {
        out.extend(tx.all(&sql, values![viewer.library(), ms], |row| row.get::<PhotoId>(0))?);
    }
    found.retain(|(_, photo)| !out.contains(photo));
    Ok(())
}
