//! Google Photos and Facebook: people and spans of dates can be hidden from memories, and a single memory removed.

use super::{HidePerson, Immich2, Met, Policy};
use crate::life::{Life, LossKind};
use crate::returning::{Memory, Reason};
use crate::truth::Hurt;

/// Days before and after a loss without a period of its own that people hide. Assumed.
const AROUND: i64 = 14;

/// Leaves out hidden people and what was taken in a hidden span.
#[derive(Clone, Debug, Default)]
pub struct Google {
    people: HidePerson,
    spans: Vec<(i64, i64)>,
    one_by_one: Immich2,
}

impl Google {
    fn hidden(&self, day: i64) -> bool {
        self.spans.iter().any(|(from, until)| (*from..=*until).contains(&day))
    }

    fn hide(&mut self, from: i64, until: i64) -> u32 {
        if self.spans.contains(&(from, until)) {
            return 0;
        }
        self.spans.push((from, until));
        1
    }
}

impl Policy for Google {
    fn meets(&mut self, life: &Life, _: i64, memory: &Memory) -> Met {
        if self.one_by_one.deleted(memory) {
            return Met::withheld();
        }
        let mut met = self.people.without_them(life, memory);
        for (at, photo) in memory.photos.iter().enumerate() {
            if self.hidden(life.moment(life.photo(*photo).moment).day) {
                met.shown &= !(1 << at);
            }
        }
        met
    }

    fn told(&mut self, life: &Life, loss: usize, _: i64) -> u32 {
        let lost = &life.losses[loss];
        let (from, until) = match lost.kind {
            LossKind::Death | LossKind::Pregnancy | LossKind::Illness => (lost.from, lost.until),
            LossKind::Separation | LossKind::Other => (lost.day - AROUND, lost.until.max(lost.day + AROUND)),
        };
        let person = if lost.kind == LossKind::Illness { 0 } else { self.people.hide(life, loss) };
        person + self.hide(from, until)
    }

    fn hurt(&mut self, life: &Life, today: i64, memory: &Memory, hurt: Hurt) -> u32 {
        match (self.told(life, hurt.loss, today), memory.reason) {
            (0, Reason::OnThisDay(moment)) => {
                let day = life.moment(moment).day;
                self.hide(day, day)
            }
            (0, Reason::Birthday(_)) => self.one_by_one.delete(memory),
            (said, _) => said,
        }
    }
}
