//! What a random library's owner may see, told from what was put in and said. The rules are those that the tests of care read.

#[path = "../../../care/tests/oracle/extents.rs"]
mod extents;
#[path = "../../../care/tests/oracle/rows.rs"]
mod rows;
#[path = "../../../care/tests/oracle/rules.rs"]
mod rules;

use jiff::civil::DateTime;
use model::{PhotoId, Position};
use testkit::House;

use rows::moments_of_photos;
use rules::Known;
pub(crate) use rules::Reading;

/// A photo as it came in.
pub(crate) struct CameIn {
    pub(crate) at: DateTime,
    /// The name of whoever is in it.
    pub(crate) person: String,
    pub(crate) position: Option<Position>,
    /// Words of its caption and keywords.
    pub(crate) words: Vec<String>,
    pub(crate) look: u64,
}

/// A library as it was put in: the photos that came in as `ids`. Nothing is said yet. `tender`: words of them that are tender.
pub(crate) fn reading_of(house: &House, ids: &[PhotoId], came_in: Vec<CameIn>, tender: &[&str]) -> Reading {
    let owner = house.owner();
    let people = house.store.read(|tx| library::people(tx, owner)).unwrap();
    let rows = moments_of_photos(house, owner);
    let known = ids.iter().zip(came_in).map(|(photo, came)| {
        let (moment, burst) = rows[photo];
        Known {
            photo: *photo,
            moment,
            burst,
            day: came.at.date(),
            minute: i64::from(came.at.hour()) * 60 + i64::from(came.at.minute()),
            people: people.iter().filter(|known| known.name == came.person).map(|known| known.id).collect(),
            position: came.position,
            words: came.words.iter().map(|word| word.to_lowercase()).collect(),
            look: came.look,
        }
    });
    let tender = tender.iter().map(|word| (*word).to_owned()).collect();
    Reading { photos: known.collect(), tender, ..Reading::default() }
}
