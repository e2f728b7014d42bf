//! What one person said of pictures with somebody, once for the person: as they come, ask me first, or stay away for now.

use std::collections::{BTreeMap, HashMap};

use circle::Viewer;
use jiff::Timestamp;
use jiff::civil::Date;
use model::PersonId;
use store::{Row, StoreError, Tx, values};

use crate::Want;
use crate::log::{Entry, note};
use crate::loss::{Kind, losses};

/// What is wanted of pictures with somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfPerson {
    /// As they come: nobody's absence is suspected around them. A death that is learned of later ends it.
    AsTheyCome,
    /// They are asked about first.
    AskFirst,
    /// They stay away for now.
    Away {
        /// The first day on which they are asked about instead; none where that was left open.
        until: Option<Date>,
    },
}

/// What was said of pictures with somebody, as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonSaid {
    /// Of whom, as they are shown now.
    pub about: PersonId,
    /// What.
    pub said: OfPerson,
    /// When.
    pub made: Timestamp,
    /// The number by which it is taken back.
    pub(crate) id: i64,
}

impl OfPerson {
    /// The stable name used in the database, in forms and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::AsTheyCome => "as_they_come",
            Self::AskFirst => "ask_first",
            Self::Away { .. } => "away",
        }
    }

    /// What has that stable name; a day is for what stays away alone.
    pub fn from_name(name: &str, until: Option<Date>) -> Option<Self> {
        let all = [Self::AsTheyCome, Self::AskFirst, Self::Away { until }];
        all.into_iter().find(|said| said.name() == name)
    }

    /// What it asks for pictures with them, by the more careful of two days, the earlier first; nothing where they come as they come.
    pub fn wants(self, (first, _): (Date, Date)) -> Option<Want> {
        match self {
            Self::AsTheyCome => None,
            Self::Away { until } if until.is_none_or(|until| until > first) => Some(Want::KeepAway),
            Self::AskFirst | Self::Away { .. } => Some(Want::AskFirst),
        }
    }

    fn away_until(self) -> Option<Date> {
        match self {
            Self::Away { until } => until,
            Self::AsTheyCome | Self::AskFirst => None,
        }
    }

    /// From the least careful to the most.
    fn careful(self) -> (u8, Date) {
        match self {
            Self::AsTheyCome => (0, Date::MIN),
            Self::AskFirst => (1, Date::MIN),
            Self::Away { until } => (2, until.unwrap_or(Date::MAX)),
        }
    }
}

/// A row: what was said, and whether it was known then that they had died.
struct Kept {
    said: PersonSaid,
    dead_then: bool,
}

/// What the viewer said of people, as it stands: of each the last word, the more careful where two are one by now. What came to its
/// end by a later death is not among it.
///
/// # Errors
/// Where the database cannot be asked, and [`StoreError::Unexpected`] where a row cannot be read: then nothing may be shown.
pub(crate) fn people_said(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<PersonSaid>, StoreError> {
    Ok(tx.once("people said", viewer.numbers([0; 2]), |tx| standing(tx, viewer))?.to_vec())
}

fn standing(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<PersonSaid>, StoreError> {
    let sql = "SELECT about, wanted, until_day, dead_then, made_ms, id FROM people_said
               WHERE library = ?1 AND person = ?2 AND ended_ms IS NULL ORDER BY id";
    let rows = tx.all(sql, values![viewer.library(), viewer.person()], read)?;
    // The last word of each, as it was said of them.
    let last: HashMap<PersonId, Kept> = rows.into_iter().map(|kept| (kept.said.about, kept)).collect();
    if last.is_empty() {
        return Ok(Vec::new());
    }
    let (dead, losses) = (library::died(tx, viewer)?, losses(tx, viewer)?);
    let mut found: BTreeMap<PersonId, PersonSaid> = BTreeMap::new();
    for Kept { mut said, dead_then } in last.into_values() {
        said.about = library::now_shown_as(tx, viewer, said.about)?.unwrap_or(said.about);
        let learned = || !dead_then && dead.iter().any(|(person, _)| *person == said.about);
        let told = || {
            let mut after = losses.iter().filter(|kept| kept.loss.kind == Kind::Death && kept.made >= said.made);
            after.any(|kept| kept.loss.people.contains(&said.about))
        };
        if said.said == OfPerson::AsTheyCome && (learned() || told()) {
            continue;
        }
        let known = found.entry(said.about).or_insert(said);
        if said.said.careful() > known.said.careful() {
            *known = said;
        }
    }
    Ok(found.into_values().collect())
}

fn read(row: &Row<'_>) -> Result<Kept, StoreError> {
    let strange = || StoreError::Unexpected("something said of a person that cannot be read".to_owned());
    let until = row.get::<Option<i64>>(2)?.and_then(model::day_from_number);
    let said = OfPerson::from_name(&row.get::<String>(1)?, until).ok_or_else(strange)?;
    let made = Timestamp::from_millisecond(row.get(4)?).map_err(|_| strange())?;
    Ok(Kept { said: PersonSaid { about: row.get(0)?, said, made, id: row.get(5)? }, dead_then: row.get(3)? })
}

/// Of whom the viewer has said anything, as they are shown now, whether or not it still counts.
///
/// # Errors
/// Where the database cannot be asked: then nobody is asked about.
pub(crate) fn spoken_of(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<PersonId>, StoreError> {
    let sql = "SELECT DISTINCT COALESCE(p.shown_as, s.about) FROM people_said s
               LEFT JOIN people p ON p.library = s.library AND p.id = s.about
               WHERE s.library = ?1 AND s.person = ?2 AND s.ended_ms IS NULL";
    tx.all(sql, values![viewer.library(), viewer.person()], |row| row.get(0))
}

/// Keeps what the viewer says of pictures with somebody. Answers the number by which it is taken back.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn say_of_person(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    about: PersonId,
    said: OfPerson,
    now: Timestamp,
) -> Result<i64, StoreError> {
    let dead_then = library::died(tx, viewer)?.iter().any(|(person, _)| *person == about);
    let (library, until) = (viewer.library(), said.away_until().map(model::day_number));
    let id = tx.take_numbers(library, "people_said", 1)?;
    let sql = "INSERT INTO people_said (library, id, person, about, wanted, until_day, dead_then, made_ms)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let values = values![library, id, viewer.person(), about, said.name(), until, dead_then, now.as_millisecond()];
    tx.execute(sql, values)?;
    note(tx, viewer, now, &Entry::PersonSaid { said: said.name().to_owned() })?;
    Ok(id)
}

/// Takes back what was said of somebody: what was said of them before counts again. Answers whether the viewer had said that.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn take_back_of_person(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: i64,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let sql =
        "UPDATE people_said SET ended_ms = ?4 WHERE library = ?1 AND person = ?2 AND id = ?3 AND ended_ms IS NULL";
    Ok(tx.execute(sql, values![viewer.library(), viewer.person(), id, now.as_millisecond()])? > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stays_away_asks_first_from_its_day_on_and_on_two_days_the_more_careful_counts() {
        let (before, on): (Date, Date) = ("2027-03-01".parse().unwrap(), "2027-03-02".parse().unwrap());
        let away = |until| OfPerson::Away { until };
        let check = |said: OfPerson, days, expected| assert_eq!(said.wants(days), expected, "{said:?} {days:?}");
        check(OfPerson::AsTheyCome, (before, on), None);
        check(OfPerson::AskFirst, (before, on), Some(Want::AskFirst));
        check(away(None), (on, Date::MAX), Some(Want::KeepAway));
        check(away(Some(on)), (before, before), Some(Want::KeepAway));
        check(away(Some(on)), (before, on), Some(Want::KeepAway));
        check(away(Some(on)), (on, on), Some(Want::AskFirst));
        for said in [OfPerson::AsTheyCome, OfPerson::AskFirst, away(None), away(Some(on))] {
            assert_eq!(OfPerson::from_name(said.name(), said.away_until()), Some(said));
        }
    }
}
