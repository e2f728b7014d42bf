//! The calendar of observances in words, and the memories that it makes.

use care::{Cleared, Memory, Observance, ObservanceAbout as About, ObservanceId, observance};
use model::PersonId;

use super::Words;

impl Words {
    /// The name of an observance: "Mother’s Day".
    pub fn observance(self, observance: &Observance) -> String {
        self.say(&format!("observance-name-{}", observance.name))
    }

    /// The name of the observance with that id; the id itself where the calendar does not know it any more.
    pub fn observance_named(self, id: &str) -> String {
        observance(id).map_or_else(|| id.to_owned(), |observance| self.observance(observance))
    }

    /// The title of a memory of an observance: "Your sons, over the years", or "Easter, over the years".
    pub(super) fn observance_over_the_years(
        self,
        memory: &Cleared<Memory>,
        id: ObservanceId,
        people: &[PersonId],
    ) -> String {
        let Some(observance) = observance(id.as_str()) else { return self.say("memory-over-the-years") };
        match whose(observance.about) {
            Some(whose) if !people.is_empty() => {
                let whose = self.count(whose, self.those_shown(memory, people).len());
                self.fill("observance-people", "whose", whose)
            }
            _ => self.fill("observance-feast", "what", self.observance(observance)),
        }
    }

    /// Why a memory of an observance is there.
    pub(super) fn why_observance(self, id: ObservanceId) -> String {
        let name = observance(id.as_str()).map(|observance| self.observance(observance));
        self.fill("observance-why", "what", name.unwrap_or_default())
    }

    /// The names of those whom a memory is about who are in a picture that may be shown: of anybody else it says nothing.
    pub(super) fn those_shown<'a>(self, memory: &'a Cleared<Memory>, people: &[PersonId]) -> Vec<&'a str> {
        let mut shown: Vec<(PersonId, &str)> = Vec::new();
        for (id, name) in memory.photos.iter().flat_map(|photo| &photo.people) {
            if people.contains(id) && !shown.iter().any(|(known, _)| known == id) {
                shown.push((*id, name));
            }
        }
        shown.into_iter().map(|(_, name)| name).collect()
    }
}

/// The words for those whom a day is about.
fn whose(about: About) -> Option<&'static str> {
    Some(match about {
        About::Mothers => "observance-your-mothers",
        About::Fathers => "observance-your-fathers",
        About::Parents => "observance-your-parents",
        About::Grandparents => "observance-your-grandparents",
        About::Grandmothers => "observance-your-grandmothers",
        About::Grandfathers => "observance-your-grandfathers",
        About::Children => "observance-your-children",
        About::Sons => "observance-your-sons",
        About::Daughters => "observance-your-daughters",
        About::Siblings => "observance-your-siblings",
        About::Sisters => "observance-your-sisters",
        About::Brothers => "observance-your-brothers",
        About::Families => "observance-your-families",
        About::Couples => "observance-your-couples",
        About::Friends => "observance-your-friends",
        About::Women | About::Men | About::Feast => return None,
        About::Dead | About::BabyLoss | About::BereavedParents | About::Bereaved => return None,
    })
}
