//! People, as a visit shows them beside the lists of the library.

use library::{Named, Photo};
use model::{PersonId, WishId};

use super::Visit;
use crate::caution::not_seen_again;
use crate::change::Undo;
use crate::more::{More, more_of};
use crate::people_said::{OfPerson, people_said};
use crate::veil::{Subject, name};
use crate::{CareError, Cleared};

/// Something that was taken for somebody and is nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// Its name.
    pub name: String,
    /// By what it is taken back that it is nobody.
    pub undo: Undo,
}

/// What the viewer said of pictures with somebody, for their eyes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidOfSomebody {
    /// Their name.
    pub name: String,
    /// What was said.
    pub said: OfPerson,
    /// By what it is taken back.
    pub undo: Undo,
}

/// Whoever is not seen any more, with the best picture of them.
pub type NotSeenAgain = (Cleared<Named>, Cleared<Photo>);

impl Visit<'_, '_> {
    /// Whoever is not seen any more and of whom nothing was said yet, each with the best picture of them, where one may be shown: at most
    /// `most`. Nobody guesses why.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn not_seen_again(&mut self, most: usize) -> Result<Vec<NotSeenAgain>, CareError> {
        let (viewer, today) = (self.viewer(), self.today());
        let mut people = not_seen_again(self.tx, viewer, today)?;
        people.sort_unstable();
        let mut view = self.library()?;
        let mut found = Vec::new();
        for (id, photo) in view.pictures_of(&people)?.into_iter().take(most) {
            found.extend(view.person(id)?.map(|person| (person, photo)));
        }
        Ok(found)
    }

    /// What the viewer said of pictures with people, in the order of names.
    ///
    /// # Errors
    /// [`CareError`] when it cannot be looked up.
    pub fn people_said(&mut self) -> Result<Vec<SaidOfSomebody>, CareError> {
        let mut found = Vec::new();
        for said in people_said(self.tx, self.who.viewer)? {
            let Some(person) = library::person(self.tx, self.who.viewer, said.about)? else { continue };
            let undo = name(self.sealing(), self.viewer(), Subject::PersonSaid(said.id), self.at());
            found.push(SaidOfSomebody { name: person.name, said: said.said, undo: Undo(undo.unwrap_or_default()) });
        }
        found.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(found)
    }

    /// What was said of pictures with somebody, where anything was.
    ///
    /// # Errors
    /// [`CareError`] when it cannot be looked up.
    pub fn said_of(&mut self, person: PersonId) -> Result<Option<OfPerson>, CareError> {
        let said = people_said(self.tx, self.who.viewer)?;
        Ok(said.into_iter().find(|said| said.about == person).map(|said| said.said))
    }

    /// What more may be kept away with what that wish put away for good; `None` where the viewer has no such wish.
    ///
    /// # Errors
    /// [`CareError`] when it cannot be looked up; then nothing is offered.
    pub fn more_of(&mut self, wish: WishId) -> Result<Option<More>, CareError> {
        let (viewer, today) = (self.viewer(), self.today());
        Ok(more_of(self.tx, viewer, wish, today)?)
    }

    /// What was taken for people and is nobody, where a photo that names it may be shown.
    ///
    /// # Errors
    /// [`CareError`] when care cannot decide; then nothing may be shown.
    pub fn things(&mut self) -> Result<Vec<Cleared<Thing>>, CareError> {
        let mut things = Vec::new();
        for (change, thing) in self.library()?.things()? {
            let undo = name(self.sealing(), self.viewer(), Subject::PeopleChange(change.0), self.at());
            things.push(Cleared::of(Thing { name: thing, undo: Undo(undo.unwrap_or_default()) }));
        }
        Ok(things)
    }
}
