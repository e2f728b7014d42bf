//! Ente: a person can be hidden from the memories that are made of them, here their birthdays. What returns on a day is not
//! touched by it.

use std::collections::HashSet;

use model::PersonId;

use super::{Met, Policy};
use crate::life::{Life, LossKind};
use crate::returning::{Memory, Reason};
use crate::truth::Hurt;

/// Leaves out a hidden person's own memories.
#[derive(Clone, Debug, Default)]
pub struct Ente {
    hidden: HashSet<PersonId>,
}

impl Policy for Ente {
    fn meets(&mut self, _: &Life, _: i64, memory: &Memory) -> Met {
        match memory.reason {
            Reason::Birthday(person) if self.hidden.contains(&person) => Met::withheld(),
            _ => Met::shown(memory),
        }
    }

    fn told(&mut self, life: &Life, loss: usize, _: i64) -> u32 {
        let lost = &life.losses[loss];
        let who = lost.person.filter(|person| life.person(*person).known && lost.kind != LossKind::Illness);
        u32::from(who.is_some_and(|person| self.hidden.insert(person)))
    }

    fn hurt(&mut self, life: &Life, today: i64, memory: &Memory, hurt: Hurt) -> u32 {
        match memory.reason {
            Reason::Birthday(person) => u32::from(self.hidden.insert(person)),
            Reason::OnThisDay(_) => self.told(life, hurt.loss, today),
        }
    }
}
