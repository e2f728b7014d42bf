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
pub use perennial::{Least, Perennial, Rules, Signs};

use std::sync::Arc;

use crate::life::Life;
use crate::owner::Answer;
use crate::returning::{Calendar, Memory};
use crate::truth::Hurt;

/// What becomes of a memory: for each of its photos a bit, the first photo's the lowest. What is in none is withheld.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Met {
    /// Shown unasked.
    pub shown: u16,
    /// Behind a veil: the owner is told how many years ago it was, and nothing else.
    pub veiled: u16,
    /// It would be asked about, and waits where nobody is sent: unseen.
    pub waits: u16,
}

impl Met {
    /// All of a memory is shown.
    pub fn shown(memory: &Memory) -> Self {
        Self { shown: whole(memory), ..Self::default() }
    }

    /// All of a memory is behind a veil.
    pub fn veiled(memory: &Memory) -> Self {
        Self { veiled: whole(memory), ..Self::default() }
    }

    /// What would be asked about waits unseen.
    #[must_use]
    pub fn waiting(self) -> Self {
        Self { shown: self.shown, veiled: 0, waits: self.waits | self.veiled }
    }

    /// Nothing of it is there.
    pub fn withheld() -> Self {
        Self::default()
    }

    /// Only the photos of which that is true are shown.
    pub fn only(memory: &Memory, shown: impl Fn(model::PhotoId) -> bool) -> Self {
        let bits = memory.photos.iter().enumerate().filter(|(_, photo)| shown(**photo)).map(|(at, _)| 1 << at);
        Self { shown: bits.fold(0, |all, bit: u16| all | bit), ..Self::default() }
    }
}

fn whole(memory: &Memory) -> u16 {
    ((1_u32 << memory.photos.len().min(16)) - 1) as u16
}

/// A way of dealing with what returns, with the memory of what its owner said. Every control answers how many actions it
/// took: forms sent, switches set, buttons pressed. Zero: there is no such control, or nothing was left to say with it.
pub trait Policy {
    /// What the owner meets of a memory on a day.
    fn meets(&mut self, life: &Life, today: i64, memory: &Memory) -> Met;

    /// What the owner meets of all that returns on a day, in its order. Most policies look at each memory by itself.
    fn day(&mut self, life: &Life, today: i64, calendar: &Calendar<'_>) -> Vec<Met> {
        calendar.on(today).map(|memory| self.meets(life, today, memory)).collect()
    }

    /// Whether the owner is asked, once and before the first memory, if there is something that they would not meet unasked.
    fn asks_first(&self) -> bool {
        false
    }

    /// To that question the owner says: nothing now.
    fn nothing_now(&mut self) {}

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

/// What makes a policy for one life.
type Begin = dyn Fn(&Life) -> Box<dyn Policy> + Send + Sync;

/// A policy by the name that tables call it.
#[derive(Clone)]
pub struct Named {
    /// The name.
    pub name: String,
    begin: Arc<Begin>,
}

impl Named {
    /// A policy that begins so.
    pub fn new(name: &str, begin: impl Fn(&Life) -> Box<dyn Policy> + Send + Sync + 'static) -> Self {
        Self { name: name.to_owned(), begin: Arc::new(begin) }
    }

    /// Perennial by some of its rules.
    pub fn perennial(name: &str, rules: Rules) -> Self {
        Self::new(name, move |life| Box::new(Perennial::new(life, rules)))
    }

    /// A fresh one for a life.
    pub fn begin(&self, life: &Life) -> Box<dyn Policy> {
        (self.begin)(life)
    }
}

/// The policies of others, in the order of the table; the first does nothing. A policy is a file and a line here.
pub fn of_others() -> Vec<Named> {
    vec![
        Named::new("none", |_| Box::new(NoPolicy)),
        Named::new("Immich 2: delete the memory", |_| Box::<Immich2>::default()),
        Named::new("Immich 3, Apple: hide the person", |_| Box::<HidePerson>::default()),
        Named::new("Google, Facebook: hide people and dates", |_| Box::<Google>::default()),
        Named::new("Ente: hide the person's own memories", |_| Box::<Ente>::default()),
    ]
}

/// The policies of the table, in its order.
pub fn all() -> Vec<Named> {
    let mut all = of_others();
    all.push(Named::perennial("Perennial without caution", Rules { signs: Signs::NONE, ..Rules::default() }));
    all.push(Named::perennial("Perennial", Rules::default()));
    all
}
