//! Immich 3 and Apple Photos: a person can be hidden from memories, and a single memory deleted.

use std::collections::HashSet;

use model::PersonId;

use super::{Immich2, Met, Policy};
use crate::life::Life;
use crate::returning::{Memory, Reason};
use crate::truth::Hurt;

/// Leaves out the photos in which a hidden person was found, and their birthdays.
#[derive(Clone, Debug, Default)]
pub struct HidePerson {
    hidden: HashSet<PersonId>,
    one_by_one: Immich2,
}

impl HidePerson {
    /// Hides whom a loss is about, if a face finder knows them and they are not hidden yet: one action.
    pub(super) fn hide(&mut self, life: &Life, loss: usize) -> u32 {
        let who = life.losses[loss].person.filter(|person| life.person(*person).known);
        u32::from(who.is_some_and(|person| self.hidden.insert(person)))
    }

    /// What is shown with those people left out.
    pub(super) fn without_them(&self, life: &Life, memory: &Memory) -> Met {
        if matches!(memory.reason, Reason::Birthday(person) if self.hidden.contains(&person)) {
            return Met::withheld();
        }
        Met::only(memory, |photo| !life.photo(photo).tagged.iter().any(|person| self.hidden.contains(person)))
    }
}

impl Policy for HidePerson {
    fn meets(&mut self, life: &Life, _: i64, memory: &Memory) -> Met {
        if self.one_by_one.deleted(memory) { Met::withheld() } else { self.without_them(life, memory) }
    }

    fn told(&mut self, life: &Life, loss: usize, _: i64) -> u32 {
        // Nobody hides themselves, their child or their mother because of an illness that was got over.
        if life.losses[loss].kind == crate::life::LossKind::Illness { 0 } else { self.hide(life, loss) }
    }

    fn hurt(&mut self, life: &Life, today: i64, memory: &Memory, hurt: Hurt) -> u32 {
        match self.told(life, hurt.loss, today) {
            0 => self.one_by_one.delete(memory),
            hidden => hidden,
        }
    }
}
