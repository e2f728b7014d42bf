//! What losses add to the day plan, and how soon an owner sees how far one reaches.

use std::time::Instant;

use care::{CareError, FirstWords, Kind, Loss, LossError, LossPlace, Named, Period, Visits, Who};
use jiff::ToSpan;
use model::{LossId, PhotoId, Position};

use super::TODAY;

/// How many losses stand in the measured library.
pub(crate) const LOSSES: usize = 20;

/// Twenty losses over the years of the library, each with a period, a place, companions, words and examples; one is of somebody
/// who is in many photos.
pub(crate) fn enter(visits: &Visits, who: &Who) -> Vec<LossId> {
    let people = people(visits, who);
    let added = visits.change(who, |change| {
        let mut ids = Vec::new();
        for at in 0..LOSSES {
            let mut loss = one(at);
            loss.companions = people.iter().take(2).map(|person| person.id).collect();
            if at == 0 {
                loss.people = people.iter().skip(3).map(|person| person.id).collect();
            }
            ids.push(change.add_loss(loss)?);
        }
        Ok::<_, LossError>(ids)
    });
    added.unwrap()
}

/// Takes them out again: the library is kept for the next run.
pub(crate) fn take_back(visits: &Visits, who: &Who, ids: &[LossId]) {
    visits.change(who, |change| ids.iter().try_for_each(|id| change.remove_loss(*id).map(drop))).unwrap();
}

/// The slowest of some looks at how far a loss of ten years reaches, in milliseconds.
pub(crate) fn slowest_preview(visits: &Visits, who: &Who) -> f64 {
    let people = people(visits, who);
    let mut loss = one(3);
    loss.periods = vec![Period { from: TODAY.saturating_sub(12.years()), to: Some(TODAY.saturating_sub(2.years())) }];
    loss.people = people.iter().take(1).map(|person| person.id).collect();
    loss.companions = people.iter().skip(1).take(1).map(|person| person.id).collect();
    let slowest = (0..5).map(|_| {
        let began = Instant::now();
        visits.look(who, |visit| visit.preview(&loss)).unwrap();
        began.elapsed().as_secs_f64() * 1000.0
    });
    slowest.fold(0.0, f64::max)
}

fn people(visits: &Visits, who: &Who) -> Vec<Named> {
    visits.look(who, |visit| Ok::<_, CareError>(visit.known_names()?.people)).unwrap()
}

fn one(at: usize) -> Loss {
    let kinds = [Kind::Other, Kind::PregnancyLoss, Kind::Separation, Kind::Illness];
    let day = TODAY.saturating_sub((at as i64 * 330 + 400).days());
    let mut loss = Loss::proposed(kinds[at % kinds.len()], day, &FirstWords::default());
    let point = Position { latitude: 36.8, longitude: -4.4 };
    loss.places = vec![LossPlace::Around { point, metres: 500 }];
    loss.tags = vec!["a word that is nowhere".to_owned(), "room".to_owned()];
    loss.examples = (0..10).map(|i| PhotoId(1 + (at * 400 + i * 7) as i64)).collect();
    // On as usual, so that the measured days are measured.
    loss.days.iter_mut().for_each(|day| day.plan = care::Plan::AsUsual);
    loss
}
