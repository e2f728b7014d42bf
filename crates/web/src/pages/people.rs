//! People: who is in the photos, their lives in pictures, and what the owner says of them.

mod change;
mod facts;
mod keywords;
mod life;
mod list;
mod merge;
mod not_in;
mod photos;
mod said;
mod split;
pub(super) mod told;

pub(crate) use change::{rename, thing, undo};
pub(crate) use facts::change as facts;
pub(crate) use keywords::{page as keywords, somebody as keyword};
pub(crate) use life::page as life;
pub(crate) use list::page as list;
pub(crate) use merge::merge;
pub(crate) use not_in::not_in;
pub(crate) use photos::page as photos;
pub(crate) use said::{say, take_back as take_back_said};
pub(crate) use split::split;

use care::{Named, Relation};
use jiff::civil::Date;

use crate::words::Words;

impl Words {
    /// What somebody is to the owner.
    pub(crate) fn relation(self, relation: &Relation) -> String {
        self.say(match *relation {
            Relation::Myself => "people-relation-myself",
            Relation::Partner => "people-relation-partner",
            Relation::Child => "people-relation-child",
            Relation::Daughter => "people-relation-daughter",
            Relation::Son => "people-relation-son",
            Relation::Parent => "people-relation-parent",
            Relation::Mother => "people-relation-mother",
            Relation::Father => "people-relation-father",
            Relation::Sibling => "people-relation-sibling",
            Relation::Sister => "people-relation-sister",
            Relation::Brother => "people-relation-brother",
            Relation::Grandparent => "people-relation-grandparent",
            Relation::Grandmother => "people-relation-grandmother",
            Relation::Grandfather => "people-relation-grandfather",
            Relation::Grandchild => "people-relation-grandchild",
            Relation::Granddaughter => "people-relation-granddaughter",
            Relation::Grandson => "people-relation-grandson",
            Relation::Aunt => "people-relation-aunt",
            Relation::Uncle => "people-relation-uncle",
            Relation::Cousin => "people-relation-cousin",
            Relation::Niece => "people-relation-niece",
            Relation::Nephew => "people-relation-nephew",
            Relation::OtherFamily => "people-relation-other-family",
            Relation::Friend => "people-relation-friend",
            Relation::Other => "people-relation-other",
        })
    }

    /// The days of somebody's life, as far as they are known: "born 3 June 2017, 9 years", "1950 to 2023". Whoever has died
    /// has no age.
    pub(crate) fn life(self, person: &Named, today: Date) -> Option<String> {
        match (person.born, person.died) {
            (Some(born), Some(died)) => {
                let years = [("born", born.year().to_string().into()), ("died", died.year().to_string().into())];
                Some(self.with("people-lived", &years))
            }
            (None, Some(died)) => Some(self.fill("people-until", "died", died.year())),
            (Some(born), None) => {
                let day = self.plain_day(born);
                let age = born.until((jiff::Unit::Year, today)).map_or(0, |span| span.get_years());
                match age {
                    1.. => Some(self.count_with("people-born-age", age, &[("day", day.into())])),
                    _ => Some(self.fill("people-born", "day", day)),
                }
            }
            (None, None) => None,
        }
    }
}
