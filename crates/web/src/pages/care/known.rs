//! The people and towns of a library, by the names that somebody types.

use care::{CareError, KnownNames, KnownPlace, Named, Visit};
use model::{PersonId, Place, PlaceId};

use crate::words::Words;

/// Everybody and every place of a library. What is typed is compared with it; what is offered is chosen with care.
pub(super) struct Known {
    pub(super) people: Vec<Named>,
    towns: Vec<KnownPlace>,
}

impl Known {
    pub(super) fn of(visit: &mut Visit<'_, '_>) -> Result<Self, CareError> {
        let KnownNames { people, towns } = visit.known_names()?;
        Ok(Self { people, towns })
    }

    /// Everybody who has that name, however it is written.
    pub(super) fn people_named(&self, name: &str) -> Vec<PersonId> {
        let name = plain(name);
        self.people.iter().filter(|person| plain(&person.name) == name).map(|person| person.id).collect()
    }

    pub(super) fn name_of(&self, id: PersonId) -> Option<&str> {
        self.people.iter().find(|person| person.id == id).map(|person| person.name.as_str())
    }

    /// The town of that name: "Salem", or as it is shown, "Salem, United States".
    pub(super) fn town(&self, name: &str, words: Words) -> Option<PlaceId> {
        let name = plain(name);
        let whole = |known: &&KnownPlace| plain(&self.named(&known.place, words)) == name;
        let short = |known: &&KnownPlace| plain(&known.place.town) == name;
        let found = self.towns.iter().find(whole).or_else(|| self.towns.iter().find(short));
        found.map(|known| known.id)
    }

    pub(super) fn town_named(&self, id: PlaceId, words: Words) -> Option<String> {
        self.towns.iter().find(|known| known.id == id).map(|known| self.named(&known.place, words))
    }

    /// Two towns of one name are told apart by their region.
    fn named(&self, place: &Place, words: Words) -> String {
        let namesakes = self
            .towns
            .iter()
            .filter(|known| plain(&known.place.town) == plain(&place.town) && known.place.country == place.country);
        match namesakes.count() > 1 && !place.region.is_empty() {
            true => format!("{}, {}", words.place(place), place.region),
            false => words.place(place),
        }
    }
}

fn plain(name: &str) -> String {
    name.trim().to_lowercase()
}
