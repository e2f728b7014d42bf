//! Weighing: what one person wants of care is looked up once, and then whatever they may meet is weighed by it, a portion at a time
//! and always in the same way.

mod candidates;

use std::collections::{HashMap, HashSet};

use circle::Viewer;
use jiff::civil::Date;
use memories::Member;
use model::{MomentId, PersonId, PhotoId};
use store::{StoreError, Tx};

use crate::caution::{Signals, Whom, is_tender, sign_of_each, signals};
use crate::copies::PutAwayLooks;
use crate::evidence::{Evidence, add_people, add_words};
use crate::gathered::{Gathered, known_of, with_what_belongs};
use crate::people_said::{PersonSaid, people_said};
use crate::precedence::precedence;
use crate::reach::{Reach, standing, wanted_beside_sight, wanted_by_parts};
use crate::settings::settings;
use crate::verdicts::Verdicts;
use crate::want::{Precedence, Verdict, Want, verdict};
use crate::wishes::{Said, any, everything_said, said};
use candidates::Candidates;

/// How many moments, and how many photos that are in none, are weighed at once where a library is weighed whole.
const MOMENTS_AT_ONCE: usize = 256;
const PHOTOS_AT_ONCE: usize = 2_048;

/// What one person wants of care, as it counts on one day.
pub(crate) struct Weighing {
    viewer: Viewer,
    /// The day on which they look.
    today: Date,
    /// The day on which what is weighed would come by itself.
    returns: Option<Date>,
    /// The day by which what is careful counts: the earlier of both.
    judged: Date,
    has_wishes: bool,
    /// How what wishes put away looks: its copies go with it.
    away: PutAwayLooks,
    reaches: Vec<Reach>,
    /// Whose pictures are asked about first or kept away, whatever loss there is.
    of_people: Vec<PersonSaid>,
    caution: bool,
    /// Of whom caution suspects something by their absence.
    whom: Whom,
    /// Whether everything is shown that was given to them: so its owner may choose for the pages of a library.
    everything: bool,
    /// What was looked up for a whole library, so that it is not looked up for each portion.
    of_library: Option<OfLibrary>,
}

/// What was said in a whole library, what makes its moments tender, and which of its photos have words that matter.
struct OfLibrary {
    said: Said,
    signals: Signals,
    words: HashMap<PhotoId, Vec<String>>,
}

/// What some photos are weighed by.
pub(crate) struct Heard {
    /// Of the photos that were asked for.
    pub(crate) asked: Vec<Evidence>,
    /// Of what belongs together with them.
    pub(crate) around: Vec<Evidence>,
    /// The members of all moments.
    pub(crate) members: Vec<Member>,
    /// Those whose birthdays are put away, of those who were asked about.
    pub(crate) away: Vec<PersonId>,
}

impl Weighing {
    /// Of what they go to see by themselves.
    pub(crate) fn of(tx: &mut Tx<'_>, viewer: Viewer, today: Date) -> Result<Self, StoreError> {
        Self::on(tx, viewer, (None, today))
    }

    /// The same for the pages of their library, where its owner may choose to see everything.
    pub(crate) fn of_pages(tx: &mut Tx<'_>, viewer: Viewer, today: Date) -> Result<Self, StoreError> {
        let everything = settings(tx, viewer)?.shows_everything;
        Ok(Self { everything, ..Self::on(tx, viewer, (None, today))? })
    }

    /// Of what could return on the first of the days, for whoever looks on the second. The more careful of both: what is put away
    /// today is not met by looking ahead, nor by looking back.
    pub(crate) fn of_return(
        tx: &mut Tx<'_>,
        viewer: Viewer,
        (returns, today): (Date, Date),
    ) -> Result<Self, StoreError> {
        Self::on(tx, viewer, (Some(returns), today))
    }

    fn on(tx: &mut Tx<'_>, viewer: Viewer, (returns, today): (Option<Date>, Date)) -> Result<Self, StoreError> {
        let judged = returns.map_or(today, |returns| returns.min(today));
        let days = (judged, returns.map_or(today, |returns| returns.max(today)));
        let caution = settings(tx, viewer)?.caution;
        let mut of_people = people_said(tx, viewer)?;
        of_people.retain(|said| said.said.wants(days).is_some());
        let has_wishes = any(tx, viewer, judged)?;
        let away = if has_wishes { PutAwayLooks::of(tx, viewer, judged)? } else { PutAwayLooks::default() };
        Ok(Self {
            viewer,
            today,
            returns,
            judged,
            has_wishes,
            away,
            reaches: standing(tx, viewer)?,
            of_people,
            caution,
            whom: if caution { Whom::of(tx, viewer, days)? } else { Whom::default() },
            everything: false,
            of_library: None,
        })
    }

    /// The losses that count, with what was learned of moments near them.
    pub(crate) fn reaches(&self) -> &[Reach] {
        &self.reaches
    }

    /// The day by which wishes count.
    pub(crate) fn judged(&self) -> Date {
        self.judged
    }

    /// The two days by which parts of losses count, the earlier first.
    pub(crate) fn days(&self) -> (Date, Date) {
        (self.judged, self.returns.map_or(self.today, |returns| returns.max(self.today)))
    }

    /// Weighs those moments whole, those photos with the moments that they are in, and those birthdays; in a few queries however
    /// large the library is.
    pub(crate) fn weigh(
        &mut self,
        tx: &mut Tx<'_>,
        moments: &[MomentId],
        photos: &[PhotoId],
        birthdays: &[PersonId],
    ) -> Result<Verdicts, StoreError> {
        let heard = self.gather(tx, moments, photos, birthdays)?;
        Ok(Verdicts::of(self.viewer, &heard.asked).with_birthdays(birthdays, &heard.away))
    }

    /// Weighs a library whole. Lists tell cheaply of everything that may not be cleared; each of that is weighed like anything else.
    pub(crate) fn weigh_library(&mut self, tx: &mut Tx<'_>) -> Result<Verdicts, StoreError> {
        let mut verdicts = Verdicts::of_library(library::last_photo(tx, self.viewer)?);
        if self.everything {
            return Ok(verdicts);
        }
        let said = if self.has_wishes { everything_said(tx, self.viewer, self.judged)? } else { Said::default() };
        let mut away = Vec::with_capacity(said.birthdays.len());
        for person in &said.birthdays {
            away.push(library::now_shown_as(tx, self.viewer, *person)?.unwrap_or(*person));
        }
        let signals = match self.caution {
            true => signals(tx, self.viewer, None, self.today, self.returns.is_some(), &self.whom)?,
            false => Signals::default(),
        };
        let Candidates { spreading, moments, alone, words } = self.candidates(tx, &said, &signals)?;
        self.of_library = Some(OfLibrary { said, signals, words });
        let (whole, mut loose) = with_what_belongs(tx, self.viewer, &moments, &spreading)?;
        let mut weighed: HashSet<PhotoId> = HashSet::new();
        for some in whole.chunks(MOMENTS_AT_ONCE) {
            let evidence = self.gather(tx, some, &[], &[])?.asked;
            weighed.extend(evidence.iter().map(|one| one.photo));
            verdicts.add(Verdicts::of(self.viewer, &evidence));
        }
        loose.retain(|photo| weighed.insert(*photo));
        for some in loose.chunks(PHOTOS_AT_ONCE) {
            verdicts.add(Verdicts::of(self.viewer, &self.gather(tx, &[], some, &[])?.asked));
        }
        // Of the moments that these are in nothing was said: all that is weighed of them is their own.
        let alone: Vec<PhotoId> = alone.into_iter().filter(|photo| !weighed.contains(photo)).collect();
        for some in alone.chunks(PHOTOS_AT_ONCE) {
            let mut own = Gathered { evidence: known_of(tx, self.viewer, &[], some)?, ..Gathered::default() };
            own.asked = own.evidence.len();
            self.hear(tx, &mut own, &[], &[])?;
            verdicts.add(Verdicts::of(self.viewer, &own.evidence));
        }
        Ok(verdicts.with_birthdays(&[], &away))
    }

    /// All that those moments, whole, and those photos with the moments that they are in are weighed by; with those whose birthdays
    /// are put away, of those people.
    pub(crate) fn gather(
        &mut self,
        tx: &mut Tx<'_>,
        moments: &[MomentId],
        photos: &[PhotoId],
        birthdays: &[PersonId],
    ) -> Result<Heard, StoreError> {
        if !self.hears_anything() {
            let asked = Gathered::plainly(tx, self.viewer, moments, photos)?.evidence;
            return Ok(Heard { asked, around: Vec::new(), members: Vec::new(), away: Vec::new() });
        }
        let mut gathered = match self.needs_circumstances() {
            true => Gathered::of(tx, self.viewer, moments, photos)?,
            false => Gathered::lightly(tx, self.viewer, moments, photos)?,
        };
        let away = self.hear(tx, &mut gathered, moments, birthdays)?;
        let Gathered { mut evidence, asked, members } = gathered;
        let around = evidence.split_off(asked);
        Ok(Heard { asked: evidence, around, members, away })
    }

    fn hears_anything(&self) -> bool {
        !self.everything && (self.has_wishes || self.caution || self.hears_of_people_and_words())
    }

    /// Whether losses, or what was said of people, want something.
    fn hears_of_people_and_words(&self) -> bool {
        !self.reaches.is_empty() || !self.of_people.is_empty()
    }

    /// Adds what was said and what signs say. Answers those whose birthdays are put away, of those people.
    fn hear(
        &mut self,
        tx: &mut Tx<'_>,
        gathered: &mut Gathered,
        moments: &[MomentId],
        birthdays: &[PersonId],
    ) -> Result<Vec<PersonId>, StoreError> {
        let Gathered { evidence, members, .. } = gathered;
        let mut away = Vec::new();
        if let Some(known) = &self.of_library {
            precedence(&known.said, members, evidence);
        } else if self.has_wishes {
            let said = self.said_of(tx, evidence, members, moments, birthdays)?;
            precedence(&said, members, evidence);
            away = said.birthdays;
        }
        self.away.put_copies_away(tx, self.viewer, evidence)?;
        if self.caution || self.hears_of_people_and_words() {
            self.add_people_and_words(tx, evidence)?;
            for reach in &mut self.reaches {
                reach.learn(evidence);
                reach.look_for_sights(tx, self.viewer, evidence)?;
            }
            for one in evidence.iter_mut() {
                one.said.part = wanted_by_parts(&self.reaches, one, self.days()).max(self.wanted_by_people(one));
            }
        }
        if self.caution {
            self.add_signs(tx, evidence)?;
        }
        self.spare_sights(evidence);
        Ok(away)
    }

    /// What was said of the people of a photo, whatever loss there is.
    fn wanted_by_people(&self, one: &Evidence) -> Option<Want> {
        self.said_of_people(one).filter_map(|said| said.said.wants(self.days())).max()
    }

    /// What was said of those who are in a photo, where that asks first or keeps away.
    pub(crate) fn said_of_people<'a>(&'a self, one: &'a Evidence) -> impl Iterator<Item = &'a PersonSaid> {
        self.of_people.iter().filter(|said| one.people.contains(&said.about))
    }

    /// Says of each photo whether it would be cleared but for the sight of somebody without whom the days of a loss come.
    fn spare_sights(&self, evidence: &mut [Evidence]) {
        if !self.reaches.iter().any(|reach| reach.loss().without_them) {
            return;
        }
        for one in evidence.iter_mut().filter(|one| one.said.part == Some(Want::AskFirst)) {
            let part = wanted_beside_sight(&self.reaches, one, self.days()).max(self.wanted_by_people(one));
            let beside = verdict(Precedence { part, ..one.said }, one.sign.is_some());
            one.spares_sight = beside == Verdict::Cleared;
        }
    }

    fn add_people_and_words(&self, tx: &mut Tx<'_>, evidence: &mut [Evidence]) -> Result<(), StoreError> {
        if self.needs_people() {
            add_people(tx, self.viewer, evidence)?;
        }
        let Some(known) = &self.of_library else {
            return add_words(tx, self.viewer, evidence, |word| self.wants_word(word));
        };
        for one in evidence {
            one.words = known.words.get(&one.photo).cloned().unwrap_or_default();
        }
        Ok(())
    }

    /// Whether it matters when, where and with whom a photo in a moment was taken.
    fn needs_circumstances(&self) -> bool {
        let signs = |known: &OfLibrary| {
            let Signals { deaths, towns, .. } = &known.signals;
            !deaths.is_empty() || !towns.is_empty() || known.signals.asks_by_absence()
        };
        let signs = self.of_library.as_ref().map_or(self.caution, signs);
        signs || !self.away.is_empty() || self.hears_of_people_and_words()
    }

    /// Whether it matters who is in a photo.
    fn needs_people(&self) -> bool {
        let missed = self.of_library.as_ref().map_or(self.caution, |known| known.signals.asks_by_absence());
        missed || self.hears_of_people_and_words()
    }

    fn add_signs(&self, tx: &mut Tx<'_>, evidence: &mut [Evidence]) -> Result<(), StoreError> {
        let looked_up;
        let signals = match &self.of_library {
            Some(known) => &known.signals,
            None => {
                let returns = self.returns.is_some();
                looked_up = signals(tx, self.viewer, Some(evidence), self.today, returns, &self.whom)?;
                &looked_up
            }
        };
        sign_of_each(evidence, signals);
        Ok(())
    }

    fn wants_word(&self, word: &str) -> bool {
        (self.caution && is_tender(word)) || self.reaches.iter().any(|reach| reach.wants_word(word))
    }

    fn said_of(
        &self,
        tx: &mut Tx<'_>,
        evidence: &[Evidence],
        members: &[Member],
        moments: &[MomentId],
        birthdays: &[PersonId],
    ) -> Result<Said, StoreError> {
        let photos: Vec<PhotoId> = evidence.iter().map(|one| one.photo).collect();
        let mut moments: Vec<MomentId> =
            members.iter().map(|member| member.moment).chain(moments.iter().copied()).collect();
        moments.sort_unstable();
        moments.dedup();
        let mut days: Vec<i64> = members.iter().map(|member| member.day).collect();
        days.extend(evidence.iter().flat_map(Evidence::exact_days));
        days.sort_unstable();
        days.dedup();
        // A wish about somebody's birthdays holds for whoever they turned out to be.
        let everybody = library::shown_as(tx, self.viewer, birthdays)?;
        let born: Vec<PersonId> = everybody.iter().map(|(member, _)| *member).collect();
        let mut said = said(tx, self.viewer, self.judged, &photos, &moments, &born, &days)?;
        let meant = |person: &PersonId| everybody.iter().find(|(member, _)| member == person).map(|(_, shown)| *shown);
        said.birthdays = said.birthdays.iter().filter_map(meant).collect();
        Ok(said)
    }
}
