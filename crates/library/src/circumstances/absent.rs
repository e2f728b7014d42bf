//! Who is in no photo any more, and when they were.

use circle::Viewer;
use model::PersonId;
use store::{StoreError, Tx, Value, parameters, values};

const DAY: i64 = 86_400_000;
/// How many people, and how many stretches of days, one statement takes.
const PEOPLE: usize = 32;
const STRETCHES: usize = 16;

/// Since when somebody is in no photo any more, and how often they were there before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastSeen {
    /// Who.
    pub person: PersonId,
    /// Local milliseconds since 1970-01-01T00:00 of the last photo of them.
    pub at_ms: i64,
    /// On how many days of the year up to then they are in photos.
    pub days: u32,
    /// On how many days of that year anything was photographed.
    pub of: u32,
    /// On how many days since then anything was photographed.
    pub since: u32,
}

/// Who is in no photo after `before_ms` (local milliseconds since 1970-01-01T00:00): among those people, or everybody.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn last_seen(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    among: Option<&[PersonId]>,
    before_ms: i64,
) -> Result<Vec<LastSeen>, StoreError> {
    let people: Vec<PersonId> = match among {
        Some(people) => people.to_vec(),
        None => {
            let sql = "SELECT id FROM people WHERE library = ?1 AND shown_as = id";
            tx.all(sql, values![viewer.library()], |row| row.get(0))?
        }
    };
    let mut found = Vec::new();
    for chunk in people.chunks(PEOPLE) {
        // The last photo of each by its index; nobody's photos are walked through.
        let last = "(SELECT MAX(taken_ms) FROM photo_people o WHERE o.library = p.library AND o.person = p.id)";
        let list = parameters(2, PEOPLE);
        let sql = format!("SELECT p.id, {last} FROM people p WHERE p.library = ?1 AND p.id IN ({list})");
        let mut wanted = vec![Value::from(viewer.library())];
        wanted.extend((0..PEOPLE).map(|i| Value::from(chunk.get(i).copied().unwrap_or(PersonId(-1)))));
        let seen = tx.all(&sql, &wanted, |row| Ok((row.get::<PersonId>(0)?, row.get::<Option<i64>>(1)?)))?;
        for (person, at_ms) in seen {
            if let Some(at_ms) = at_ms.filter(|at| *at < before_ms) {
                found.push(seen_last(tx, viewer, person, at_ms)?);
            }
        }
    }
    Ok(found)
}

fn seen_last(tx: &mut Tx<'_>, viewer: Viewer, person: PersonId, at_ms: i64) -> Result<LastSeen, StoreError> {
    // One statement for all three: each trip to a server takes longer than what it asks for.
    let sql = "SELECT
        (SELECT COUNT(DISTINCT taken_ms / 86400000) FROM photo_people
            WHERE library = ?1 AND person = ?2 AND taken_ms > ?3 AND taken_ms <= ?4),
        (SELECT COUNT(*) FROM shelf_days WHERE library = ?1 AND day > ?5 AND day <= ?6 AND known = 'day'),
        (SELECT COUNT(*) FROM shelf_days WHERE library = ?1 AND day > ?6 AND known = 'day')";
    let last = at_ms.div_euclid(DAY);
    let values = values![viewer.library(), person, at_ms - 365 * DAY, at_ms, last - 365, last];
    let counted = tx.once("last seen", viewer.numbers([person.0, at_ms]), |tx| {
        tx.one(sql, values, |row| Ok((row.get::<i64>(0)?, row.get::<i64>(1)?, row.get::<i64>(2)?)))
    });
    let (days, of, since) = *counted?;
    let number = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(LastSeen { person, at_ms, days: number(days), of: number(of), since: number(since) })
}

/// Who is in no photo after `before_ms` (local milliseconds since 1970-01-01T00:00) and in one of some stretches of days, from the
/// first to the last of each (in days since 1970-01-01).
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn absent_and_seen_within(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    before_ms: i64,
    stretches: &[(i64, i64)],
) -> Result<Vec<PersonId>, StoreError> {
    let seen = |at: usize| {
        let (from, to) = (3 + 2 * at, 4 + 2 * at);
        format!(
            "EXISTS (SELECT 1 FROM photo_people w WHERE w.library = p.library AND w.person = p.id
                     AND w.taken_ms >= ?{from} AND w.taken_ms < ?{to})"
        )
    };
    let any: Vec<String> = (0..STRETCHES).map(seen).collect();
    let sql = format!(
        "SELECT p.id FROM people p WHERE p.library = ?1 AND p.shown_as = p.id
         AND (SELECT MAX(o.taken_ms) FROM photo_people o WHERE o.library = p.library AND o.person = p.id) < ?2
         AND ({})",
        any.join(" OR ")
    );
    let mut found = Vec::new();
    for chunk in stretches.chunks(STRETCHES) {
        let mut asked = vec![viewer.library().into(), before_ms.into()];
        asked.extend(bounds(chunk));
        found.extend(tx.all(&sql, &asked, |row| row.get::<PersonId>(0))?);
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// On which days of some stretches any of those people are in a photo, or were before something was corrected: in days since
/// 1970-01-01, in order, each once.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn seen_on(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    people: &[PersonId],
    stretches: &[(i64, i64)],
) -> Result<Vec<i64>, StoreError> {
    if people.is_empty() || stretches.is_empty() {
        return Ok(Vec::new());
    }
    // Counted from a day before all photos, so that dividing rounds down.
    let list = parameters(2, PEOPLE);
    let one = |at: usize| {
        let (from, to) = (2 + PEOPLE + 2 * at, 3 + PEOPLE + 2 * at);
        format!(
            "SELECT (taken_ms + 86400000000000) / 86400000 FROM photo_people
             WHERE library = ?1 AND taken_ms >= ?{from} AND taken_ms < ?{to} AND person IN ({list})
             UNION SELECT (t.taken_ms + 86400000000000) / 86400000 FROM photo_people_beside b
             JOIN photos t ON t.library = b.library AND t.id = b.photo
             JOIN people p ON p.library = b.library AND p.id = b.person
             WHERE b.library = ?1 AND t.taken_ms >= ?{from} AND t.taken_ms < ?{to}
             AND COALESCE(p.shown_as, b.person) IN ({list})"
        )
    };
    let sql = (0..STRETCHES).map(one).collect::<Vec<_>>().join(" UNION ");
    let mut days = Vec::new();
    for people in people.chunks(PEOPLE) {
        for chunk in stretches.chunks(STRETCHES) {
            let mut asked: Vec<Value> = vec![viewer.library().into()];
            asked.extend((0..PEOPLE).map(|i| Value::from(people.get(i).copied().unwrap_or(PersonId(-1)))));
            asked.extend(bounds(chunk));
            days.extend(tx.all(&sql, &asked, |row| row.get::<i64>(0).map(|day| day - 1_000_000))?);
        }
    }
    days.sort_unstable();
    days.dedup();
    Ok(days)
}

/// The bounds of stretches in milliseconds; what is not needed holds nothing.
fn bounds(stretches: &[(i64, i64)]) -> impl Iterator<Item = Value> {
    let bounds = |at: usize| match stretches.get(at) {
        Some((first, last)) => [first.saturating_mul(DAY), last.saturating_add(1).saturating_mul(DAY)],
        None => [1, 0],
    };
    (0..STRETCHES).flat_map(bounds).map(Value::from).collect::<Vec<_>>().into_iter()
}
