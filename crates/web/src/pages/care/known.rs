//! The people and towns of a library, by the names that somebody types.

use care::{CareError, KnownNames, KnownPlace, Named, Visit, words_of};
use jiff::civil::Date;
use model::{PersonId, Place, PlaceId};

use crate::words::Words;

/// Everybody and every place of a library. What is typed is compared with it; what is offered is chosen with care.
pub(super) struct Known {
    people: Vec<Named>,
    /// Every name by which somebody is found, with whom it finds.
    names: Vec<(String, PersonId)>,
    towns: Vec<KnownPlace>,
}

impl Known {
    pub(super) fn of(visit: &mut Visit<'_, '_>) -> Result<Self, CareError> {
        let KnownNames { people, names, towns } = visit.known_names()?;
        Ok(Self { people, names, towns })
    }

    /// Everybody who has that name, however it is written.
    pub(super) fn people_named(&self, name: &str) -> Vec<PersonId> {
        let name = words_of(name);
        let same = |known: &&Named| !name.is_empty() && words_of(&known.name) == name;
        self.people.iter().filter(same).map(|person| person.id).collect()
    }

    /// Everybody who may be meant by a name: whoever has it, or else whose name has each of its words, at least at its beginning. "Sam" is
    /// Sam Reyes where nobody is called no more than Sam.
    pub(super) fn meant(&self, name: &str) -> Vec<PersonId> {
        let words = words_of(name);
        if words.is_empty() {
            return Vec::new();
        }
        let among = |test: &dyn Fn(&[String]) -> bool| {
            let mut found: Vec<PersonId> = Vec::new();
            for (own, person) in &self.names {
                if test(&words_of(own)) && !found.contains(person) {
                    found.push(*person);
                }
            }
            found
        };
        let begins = |own: &[String]| words.iter().all(|word| own.iter().any(|other| other.starts_with(word)));
        let whole = among(&|own| own == words);
        if whole.is_empty() { among(&begins) } else { whole }
    }

    /// When somebody was born, where that is known.
    pub(super) fn born(&self, id: PersonId) -> Option<Date> {
        self.people.iter().find(|person| person.id == id).and_then(|person| person.born)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_by_a_part_and_in_every_form_of_its_letters() {
        let named = |names: &[(&str, i64)]| {
            names.iter().map(|(name, id)| ((*name).to_owned(), PersonId(*id))).collect::<Vec<_>>()
        };
        let names = named(&[
            ("Sam Reyes", 1),
            ("Jose\u{301} Luis", 2),
            ("Sam Ortiz", 3),
            ("Ruth", 4),
            ("Ruth Ann", 5),
            ("Ruthie", 4),
        ]);
        let known = Known { people: Vec::new(), names, towns: Vec::new() };
        let check = |name: &str, expected: &[i64]| {
            let found: Vec<i64> = known.meant(name).into_iter().map(|id| id.0).collect();
            assert_eq!(found, expected, "{name}");
        };
        check("Sam", &[1, 3]);
        check(" sam  REYES ", &[1]);
        check("rey", &[1]);
        check("Jos\u{e9}", &[2]);
        check("\u{ff2a}ose luis", &[2]);
        check("Ruth", &[4]);
        check("ruthie", &[4]);
        check("Nobody", &[]);
        check("  ", &[]);
    }
}
