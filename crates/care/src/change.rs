//! A visit that changes something: by what it cleared, or by a sealed name of it. Settled once and logged once, when it ends.

mod caution;
mod kept;
mod moments;
mod people;
mod photos;
mod veils;

use std::ops::{Deref, DerefMut};

use crate::CareError;
use crate::log::{Entry, WhatChanged, note};
use crate::veil::{Subject, name, named};
use crate::visit::Visit;

pub use kept::PlanChosen;
pub use people::{PersonChanged, TaggedPhotos};
pub use photos::{Dated, Undo};

/// A visit in which something is changed. Everything that a [`Visit`] shows can be asked of it, too.
pub struct Change<'t, 'c> {
    visit: Visit<'t, 'c>,
    /// What was changed of photos, moments and people, to be logged when it ends.
    changed: Vec<(WhatChanged, u32)>,
}

impl<'t, 'c> Change<'t, 'c> {
    pub(crate) fn begin(visit: Visit<'t, 'c>) -> Self {
        Self { visit, changed: Vec::new() }
    }

    /// Settles what was changed and writes into the log that it was.
    pub(crate) fn end(mut self) -> Result<(), CareError> {
        let (viewer, at) = (self.visit.viewer(), self.visit.at());
        memories::settle(self.visit.tx, viewer)?;
        for (what, how_many) in std::mem::take(&mut self.changed) {
            note(self.visit.tx, viewer, at, &Entry::Changed { of: what, how_many })?;
        }
        Ok(())
    }

    /// Has moments follow at once, for whoever goes on with what was changed.
    fn settle(&mut self) -> Result<(), CareError> {
        let viewer = self.visit.viewer();
        memories::settle(self.visit.tx, viewer)?;
        self.visit.weigh_anew();
        Ok(())
    }

    /// That so many things were changed is logged when it ends; changing nothing is nothing.
    fn log(&mut self, what: WhatChanged, how_many: usize) {
        self.visit.weigh_anew();
        let how_many = u32::try_from(how_many).unwrap_or(u32::MAX);
        match self.changed.iter_mut().find(|(known, _)| *known == what) {
            _ if how_many == 0 => {}
            Some((_, before)) => *before = before.saturating_add(how_many),
            None => self.changed.push((what, how_many)),
        }
    }

    fn name(&self, subject: Subject) -> Undo {
        Undo(name(self.visit.sealing(), self.visit.viewer(), subject, self.visit.at()).unwrap_or_default())
    }

    fn named(&self, sealed: &str) -> Option<Subject> {
        named(self.visit.sealing(), self.visit.viewer(), sealed, self.visit.at())
    }
}

impl<'t, 'c> Deref for Change<'t, 'c> {
    type Target = Visit<'t, 'c>;

    fn deref(&self) -> &Self::Target {
        &self.visit
    }
}

impl DerefMut for Change<'_, '_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.visit
    }
}
