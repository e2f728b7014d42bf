//! Changing people that were cleared: names, the dates of their lives, who is who and who is in which photo; and taking it back.

use library::{Changed, LifeDates, Name, Named, Photo};
use model::{ChangeId, PersonId, PhotoId};

use super::{Change, Undo};
use crate::log::WhatChanged;
use crate::veil::Subject;
use crate::visit::ids_of;
use crate::{CareError, Cleared};

/// What came of a change of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonChanged {
    /// It is done, and is taken back by this.
    Done(Undo),
    /// It is so already.
    Already,
    /// It is no longer as whoever asked saw it; nothing was changed.
    Meanwhile,
    /// No life can have gone so: it ends before it begins, or one of its days is still to come. Nothing was changed.
    Impossible,
    /// There is nobody of that kind.
    NotThere,
    /// Somebody else who may be seen has that name: they may be the same.
    Taken(PersonId),
}

/// Photos in which somebody was named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaggedPhotos {
    /// Those in which they were not named before.
    pub photos: Vec<PhotoId>,
    /// By what it is taken back.
    pub undo: Undo,
}

impl Change<'_, '_> {
    /// Gives somebody another name. `saw` is the name that whoever asks was shown; `though_taken`: it is known that somebody else has it.
    /// Of somebody who may not be seen nothing is said, not even that the name is theirs.
    ///
    /// # Errors
    /// [`CareError`] where care cannot decide; nothing was changed then.
    pub fn rename(
        &mut self,
        person: &Cleared<Named>,
        saw: &str,
        name: &Name,
        though_taken: bool,
    ) -> Result<PersonChanged, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let changed = library::rename(self.visit.tx, viewer, (person.id, saw), name, though_taken, at)?;
        if let Changed::Taken(other) = changed
            && !self.visit.library()?.knows(other)?
        {
            let renamed = library::rename(self.visit.tx, viewer, (person.id, saw), name, true, at)?;
            return Ok(self.of_person(renamed));
        }
        Ok(self.of_person(changed))
    }

    /// Says when somebody was born and died, and what they are to the owner. `saw` is what whoever asks was shown. A birthday that is
    /// put away was not, and stays as it is unless another is said; no life ends before it either.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn change_life_dates(
        &mut self,
        person: &Cleared<Named>,
        saw: LifeDates,
        dates: LifeDates,
    ) -> Result<PersonChanged, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let unseen = match self.visit.library()?.shows_birthday(person.id) {
            true => None,
            false => library::person(self.visit.tx, viewer, person.id)?.and_then(|person| person.born),
        };
        let saw = LifeDates { born: saw.born.or(unseen), ..saw };
        let dates = LifeDates { born: dates.born.or(unseen), ..dates };
        if !dates.can_be(self.visit.today()) {
            return Ok(PersonChanged::Impossible);
        }
        let changed = library::change_life_dates(self.visit.tx, viewer, (person.id, saw), dates, at)?;
        Ok(self.of_person(changed))
    }

    /// Two are one: the first of them.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn merge(&mut self, kept: &Cleared<Named>, other: &Cleared<Named>) -> Result<PersonChanged, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let changed = library::merge(self.visit.tx, viewer, kept.id, other.id, at)?;
        Ok(self.of_person(changed))
    }

    /// What was taken for somebody is nobody.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn is_a_thing(&mut self, person: &Cleared<Named>) -> Result<PersonChanged, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let changed = library::is_a_thing(self.visit.tx, viewer, person.id, at)?;
        Ok(self.of_person(changed))
    }

    /// Some photos show somebody else, of that name. Answers who that is, too.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn split(
        &mut self,
        photos: &[Cleared<Photo>],
        person: &Cleared<Named>,
        name: &Name,
    ) -> Result<(PersonChanged, PersonId), CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let (changed, other) = library::split(self.visit.tx, viewer, &ids_of(photos), person.id, name, at)?;
        Ok((self.of_person(changed), other))
    }

    /// Somebody is not in those photos, whatever their files say.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn is_not_in(
        &mut self,
        photos: &[Cleared<Photo>],
        person: &Cleared<Named>,
    ) -> Result<PersonChanged, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let changed = library::is_not_in(self.visit.tx, viewer, &ids_of(photos), person.id, at)?;
        Ok(self.of_person(changed))
    }

    /// Somebody of that name is in those photos. `None` for a name of blanks, and where it is so already.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn tag(&mut self, photos: &[Cleared<Photo>], name: &str) -> Result<Option<TaggedPhotos>, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let tagged = library::tag(self.visit.tx, viewer, &ids_of(photos), name, at)?;
        let Some(tagged) = tagged else { return Ok(None) };
        self.log(WhatChanged::People, tagged.photos.len());
        Ok(Some(TaggedPhotos { photos: tagged.photos, undo: self.name(Subject::PeopleChange(tagged.change.0)) }))
    }

    /// A keyword of photos that may be seen names somebody.
    ///
    /// # Errors
    /// [`CareError`] where care cannot decide; nothing was changed then.
    pub fn keyword_is_somebody(&mut self, keyword: &str) -> Result<PersonChanged, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        if !self.visit.library()?.keywords()?.iter().any(|seen| seen.text == keyword) {
            return Ok(PersonChanged::NotThere);
        }
        let (changed, _) = library::keyword_is_somebody(self.visit.tx, viewer, keyword, at)?;
        Ok(self.of_person(changed))
    }

    /// Takes a change of people back. Answers whether there was one and nothing came after it.
    ///
    /// # Errors
    /// [`CareError`] where the database cannot be asked; nothing was changed then.
    pub fn take_back_person_change(&mut self, undo: &str) -> Result<bool, CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        let Some(Subject::PeopleChange(id)) = self.named(undo) else { return Ok(false) };
        let undone = library::undo_change(self.visit.tx, viewer, ChangeId(id), at)?;
        self.log(WhatChanged::People, usize::from(undone));
        Ok(undone)
    }

    fn of_person(&mut self, changed: Changed) -> PersonChanged {
        match changed {
            Changed::Done(change) => {
                self.log(WhatChanged::People, 1);
                PersonChanged::Done(self.name(Subject::PeopleChange(change.0)))
            }
            Changed::Already => PersonChanged::Already,
            Changed::Meanwhile => PersonChanged::Meanwhile,
            Changed::NotThere => PersonChanged::NotThere,
            Changed::Taken(other) => PersonChanged::Taken(other),
        }
    }
}
