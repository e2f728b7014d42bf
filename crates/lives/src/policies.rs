//! The policies that are compared: a file each.
//!
//! A policy reads what any program could know of a photo, and what the owner says to it. It never reads the truth: ties,
//! grief, true days, who was there.

mod ente;
mod google;
mod hide_person;
mod immich2;
mod none;
mod perennial;

pub use ente::Ente;
pub use google::Google;
pub use hide_person::HidePerson;
pub use immich2::Immich2;
pub use none::{Everything, NoPolicy};
pub use perennial::Perennial;

use crate::life::Life;
use crate::owner::Answer;
use crate::returning::Memory;
use crate::truth::Hurt;

/// What becomes of a memory: for each of its photos a bit, the first photo's the lowest. What is in neither is withheld.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Met {
    /// Shown unasked.
    pub shown: u16,
    /// Behind a veil: the owner is told how many years ago it was, and nothing else.
    pub veiled: u16,
}

impl Met {
    /// All of a memory is shown.
    pub fn shown(memory: &Memory) -> Self {
        Self { shown: all(memory), veiled: 0 }
    }

    /// All of a memory is behind a veil.
    pub fn veiled(memory: &Memory) -> Self {
        Self { shown: 0, veiled: all(memory) }
    }

    /// Nothing of it is there.
    pub fn withheld() -> Self {
        Self::default()
    }

    /// Only the photos of which that is true are shown.
    pub fn only(memory: &Memory, shown: impl Fn(model::PhotoId) -> bool) -> Self {
        let bits = memory.photos.iter().enumerate().filter(|(_, photo)| shown(**photo)).map(|(at, _)| 1 << at);
        Self { shown: bits.fold(0, |all, bit: u16| all | bit), veiled: 0 }
    }
}

fn all(memory: &Memory) -> u16 {
    ((1_u32 << memory.photos.len().min(16)) - 1) as u16
}

/// A way of dealing with what returns, with the memory of what its owner said. Every control answers how many actions it
/// took: forms sent, switches set, buttons pressed. Zero: there is no such control, or nothing was left to say with it.
pub trait Policy {
    /// What the owner meets of a memory on a day.
    fn meets(&mut self, life: &Life, today: i64, memory: &Memory) -> Met;

    /// The owner says what they can of a loss: who, when, whatever this policy has a place for. `loss` is a place in
    /// [`Life::losses`], of which a policy reads what an owner would say: kind, days, person, places.
    fn told(&mut self, life: &Life, loss: usize, today: i64) -> u32 {
        let _ = (life, loss, today);
        0
    }

    /// The owner was hurt by a memory and does about it what they can there and then.
    fn hurt(&mut self, life: &Life, today: i64, memory: &Memory, hurt: Hurt) -> u32 {
        let _ = (life, today, memory, hurt);
        0
    }

    /// The owner answers a veil with more than looking or leaving it.
    fn answered(&mut self, life: &Life, today: i64, memory: &Memory, answer: Answer) -> u32 {
        let _ = (life, today, memory, answer);
        0
    }
}

/// A policy of the table.
#[derive(Clone, Copy)]
pub struct Named {
    /// As the table calls it.
    pub name: &'static str,
    /// A fresh one for a life.
    pub begin: fn(&Life) -> Box<dyn Policy>,
}

/// The policies of the table, in its order. A policy is a file and a line here.
pub const POLICIES: [Named; 7] = [
    Named { name: "none", begin: |_| Box::new(NoPolicy) },
    Named { name: "Immich 2: delete the memory", begin: |_| Box::<Immich2>::default() },
    Named { name: "Immich 3, Apple: hide the person", begin: |_| Box::<HidePerson>::default() },
    Named { name: "Google, Facebook: hide people and dates", begin: |_| Box::<Google>::default() },
    Named { name: "Ente: hide the person's own memories", begin: |_| Box::<Ente>::default() },
    Named { name: "Perennial without caution", begin: |life| Box::new(Perennial::new(life, false)) },
    Named { name: "Perennial", begin: |life| Box::new(Perennial::new(life, true)) },
];
