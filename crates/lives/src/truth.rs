//! What hurts whom and when, and what is a joy. Nothing in here is known to a policy.

use model::{MomentId, PhotoId};

use crate::assumptions::{ANNIVERSARY, EVENTS_LAST, ON_THE_DAY, dear_again, joy, stings};
use crate::chance::Chance;
use crate::life::{Life, Loss, Way};
use crate::living::YEAR;

/// Why a photo hurts on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hurt {
    /// Which loss it touches: a place in [`Life::losses`].
    pub loss: usize,
    /// In which way; `None` if it is only the day itself on which nothing is welcome.
    pub way: Option<Way>,
}

/// What separates the questions that are asked of one life's luck.
const STING: u64 = 0x5417;
const JOY: u64 = 0x1077;
const DAY: u64 = 0x0DA7;

impl Life {
    /// Why that photo hurts the owner on that day (in days since 1970-01-01), if it does.
    ///
    /// Each moment has its own threshold for each loss, once for all, so that what has stopped hurting does not begin again
    /// but for the days around an anniversary.
    pub fn hurts(&self, photo: PhotoId, today: i64) -> Option<Hurt> {
        let photo = self.photo(photo);
        let tied = photo.ties.iter().find(|tie| {
            let loss = &self.losses[tie.loss];
            let chance = loss.stings(tie.way, today);
            chance > 0.0 && self.luck(STING, photo.moment, tie.loss) < chance
        });
        tied.map(|tie| Hurt { loss: tie.loss, way: Some(tie.way) })
    }

    /// Why anything at all from that moment hurts on that day, whatever it shows: it is the day itself.
    pub fn hurts_by_the_day(&self, moment: MomentId, today: i64) -> Option<Hurt> {
        (0..self.losses.len()).find_map(|index| {
            let loss = &self.losses[index];
            let chance = if loss.returns_on(today, 0) { ON_THE_DAY * loss.intensity(today) } else { 0.0 };
            let luck = || Chance::of(&[self.seed, DAY, moment.0 as u64, index as u64, today as u64]).part();
            (chance > 0.0 && luck() < chance).then_some(Hurt { loss: index, way: None })
        })
    }

    /// Whether that moment is a joy for the owner where nothing in it hurts.
    pub fn dear(&self, moment: MomentId) -> bool {
        let moment = self.moment(moment);
        let mut chance = joy(moment.kind);
        let ties = self.photos_of(moment).iter().flat_map(|photo| &photo.ties);
        for tie in ties {
            let again = match tie.way {
                Way::Face | Way::There => dear_again(self.losses[tie.loss].kind),
                _ => 1.0,
            };
            chance = chance.min(joy(moment.kind) * again);
        }
        self.luck(JOY, moment.id, 0) < chance
    }

    fn luck(&self, question: u64, moment: MomentId, about: usize) -> f64 {
        Chance::of(&[self.seed, question, moment.0 as u64, about as u64]).part()
    }
}

impl Loss {
    /// How strong grief is on a day: 1 at first, 0 before anything happened.
    pub fn intensity(&self, today: i64) -> f64 {
        self.after(today, 1.0)
    }

    /// Whether a day is within some days of one that returns: the day itself, a due date, a birthday, a wedding day.
    pub fn returns_on(&self, today: i64, within: i64) -> bool {
        let days = || self.returning.iter().chain([&self.day]);
        today > self.day && days().any(|day| from_anniversary(today, *day) <= within)
    }

    /// The chance that something which touches this loss in that way hurts on that day.
    fn stings(&self, way: Way, today: i64) -> f64 {
        let slower = if way == Way::Event { EVENTS_LAST } else { 1.0 };
        stings(self.kind, way) * self.grief.sense[way as usize] * self.after(today, slower)
    }

    fn after(&self, today: i64, slower: f64) -> f64 {
        if today < self.day {
            return 0.0;
        }
        let years = (today - self.day) as f64 / YEAR;
        let now = 0.5_f64.powf(years / (self.grief.half_life * slower));
        if self.returns_on(today, ANNIVERSARY.1) { (now * ANNIVERSARY.0).min(1.0) } else { now }
    }
}

/// Days from a day to the nearest anniversary of another, in years of 365.25 days.
fn from_anniversary(today: i64, day: i64) -> i64 {
    let past = (today - day) as f64 / YEAR;
    ((past - past.round()) * YEAR).abs().round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::life::{Grief, LossKind};

    fn loss(half_life: f64) -> Loss {
        Loss {
            kind: LossKind::Death,
            day: 10_000,
            from: 10_000,
            until: 10_030,
            person: None,
            returning: vec![10_100],
            spots: vec![],
            grief: Grief { half_life, sense: [1.0; 8] },
        }
    }

    #[test]
    fn grief_halves_and_is_stronger_around_days_that_return() {
        let loss = loss(2.0);
        assert_eq!(loss.intensity(9_999), 0.0);
        assert_eq!(loss.intensity(10_000), 1.0);
        let two_years_and_a_half = 10_000 + 913;
        assert!((loss.intensity(two_years_and_a_half) - 0.42).abs() < 0.01);
        assert!(loss.intensity(10_000 + 731) > 0.75, "an anniversary");
        assert!(loss.returns_on(10_100 + 365, 0));
        assert!(!loss.returns_on(10_050, 3));
    }

    #[test]
    fn for_some_time_does_nothing() {
        assert_eq!(loss(f64::INFINITY).intensity(16_000), 1.0);
    }

    #[test]
    fn the_loss_itself_hurts_longer_than_its_periphery() {
        let loss = loss(1.0);
        let later = 10_000 + 1_000;
        let left = |way| loss.stings(way, later) / loss.stings(way, 10_000);
        assert!(left(Way::Event) > 2.0 * left(Way::Place));
    }
}
