//! Immich 2: a memory that hurt can be deleted.
//!
//! Taken in its favour: the moment never returns, though Immich makes a new memory of the same photos the year after.

use std::collections::HashSet;

use model::{MomentId, PersonId};

use super::{Met, Policy};
use crate::life::Life;
use crate::returning::{Memory, Reason};
use crate::truth::Hurt;

/// Deletes the memory that hurt.
#[derive(Clone, Debug, Default)]
pub struct Immich2 {
    moments: HashSet<MomentId>,
    birthdays: HashSet<PersonId>,
}

impl Immich2 {
    /// Whether that memory was deleted.
    pub(super) fn deleted(&self, memory: &Memory) -> bool {
        match memory.reason {
            Reason::OnThisDay(moment) => self.moments.contains(&moment),
            Reason::Birthday(person) => self.birthdays.contains(&person),
        }
    }

    /// Deletes a memory: one action.
    pub(super) fn delete(&mut self, memory: &Memory) -> u32 {
        match memory.reason {
            Reason::OnThisDay(moment) => self.moments.insert(moment),
            Reason::Birthday(person) => self.birthdays.insert(person),
        };
        1
    }
}

impl Policy for Immich2 {
    fn meets(&mut self, _: &Life, _: i64, memory: &Memory) -> Met {
        if self.deleted(memory) { Met::withheld() } else { Met::shown(memory) }
    }

    fn hurt(&mut self, _: &Life, _: i64, memory: &Memory, _: Hurt) -> u32 {
        self.delete(memory)
    }
}
