//! The shelf as one viewer may see it: the same days, counts and pages, with what is held in none of them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use library::{Known, Photo, ShelfDay, Shelved, Spot, Stretch};
use model::PhotoId;
use store::StoreError;

use super::LibraryView;
use super::year::YearOfShelf;
use crate::{CareError, Cleared, Verdict};

/// How many photos each day of the shelf has, for one viewer.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    /// The days that have any, in order.
    pub days: Vec<ShelfDay>,
    /// The months in which something is asked about first, by their first days: they are there though nothing else may be in them.
    pub asked: BTreeSet<Date>,
    /// The years of some time of which something is asked about first.
    pub asked_some_time: BTreeSet<i16>,
    /// Whether something that nothing dates is asked about first.
    pub asked_undated: bool,
    /// Whether something that is hidden is asked about first.
    pub asked_hidden: bool,
    /// Photos that nothing dates.
    pub undated: u64,
    /// Photos that their owner hid.
    pub hidden: u64,
}

/// Which page of a stretch is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The page that begins there.
    From(Spot),
    /// The page that ends before it.
    Before(Spot),
}

/// How many photos are looked at in one go, so that a long row of them that are held is soon passed by.
const AT_ONCE: usize = 64;

/// One page of a stretch.
#[derive(Debug, PartialEq)]
pub struct ShelfPage {
    /// Its photos, in order.
    pub photos: Vec<Cleared<Photo>>,
    /// The page before this one, if there is one.
    pub earlier: Option<Turn>,
    /// The page after this one, if there is one.
    pub later: Option<Turn>,
}

impl LibraryView<'_, '_> {
    /// How many photos each day has, and how many have no date or are hidden. What is held is not counted, and a day of which
    /// everything is held is not there.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn shelf(&mut self) -> Result<Cleared<Shelf>, CareError> {
        let counted = library::shelf_days(self.tx, self.viewer)?;
        let mut days: BTreeMap<(Date, Known), u64> = counted.iter().map(|d| ((d.day, d.known), d.photos)).collect();
        let mut aside = library::set_aside(self.tx, self.viewer)?;
        let mut shelf = Shelf::default();
        let not_shown: Vec<PhotoId> = self.verdicts.not_shown().collect();
        for (photo, place) in library::shelved(self.tx, self.viewer, &not_shown)? {
            if self.verdicts.verdict(photo) == Verdict::Veiled {
                shelf.ask(place);
            }
            let count = match place {
                Shelved::On(day, known) => days.entry((day, known)).or_default(),
                Shelved::Undated => &mut aside.undated,
                Shelved::Hidden => &mut aside.hidden,
            };
            *count = count.saturating_sub(1);
        }
        let days = days.into_iter().filter(|(_, photos)| *photos > 0);
        let days = days.map(|((day, known), photos)| ShelfDay { day, known, photos }).collect();
        Ok(Cleared::of(Shelf { days, undated: aside.undated, hidden: aside.hidden, ..shelf }))
    }

    /// One page of a stretch: at most so many photos that may be shown, and where to go on.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn shelf_page(&mut self, stretch: Stretch, turn: Turn, most: usize) -> Result<ShelfPage, CareError> {
        let (spots, earlier, later) = match turn {
            Turn::From(from) => {
                let mut spots = self.walk(stretch, from, most + 1)?;
                let later = (spots.len() > most).then(|| spots[most]);
                spots.truncate(most);
                let first = spots.first().copied().unwrap_or(from);
                let earlier = !self.walk_back(stretch, first, 1)?.is_empty();
                (spots, earlier.then_some(first), later)
            }
            Turn::Before(before) => {
                let mut spots = self.walk_back(stretch, before, most + 1)?;
                let more = spots.len() > most;
                spots.truncate(most);
                spots.reverse();
                let earlier = spots.first().copied().filter(|_| more);
                (spots, earlier, self.walk(stretch, before, 1)?.first().copied())
            }
        };
        let ids: Vec<PhotoId> = spots.iter().map(|spot| spot.id).collect();
        let photos = self.photos(&ids)?;
        Ok(ShelfPage { photos, earlier: earlier.map(Turn::Before), later: later.map(Turn::From) })
    }

    /// A few pictures that stand for the time from `first` up to but not including `end`: one of each quarter before a second
    /// of any.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn shelf_samples(&mut self, first: Date, end: Date, most: usize) -> Result<Vec<PhotoId>, CareError> {
        let parts = library::samples(self.tx, self.viewer, first, end)?;
        let shown = |part: &Vec<PhotoId>| part.iter().copied().filter(|id| self.shows(*id)).collect::<Vec<_>>();
        let parts: Vec<Vec<PhotoId>> = parts.iter().map(shown).collect();
        let longest = parts.iter().map(Vec::len).max().unwrap_or_default();
        let turns = (0..longest).flat_map(|turn| (0..parts.len()).map(move |part| (turn, part)));
        let chosen: Vec<(usize, usize)> = turns.filter(|(turn, part)| parts[*part].len() > *turn).take(most).collect();
        // In order of time again, as far as the quarters tell.
        let mut chosen: Vec<(usize, usize)> = chosen.into_iter().map(|(turn, part)| (part, turn)).collect();
        chosen.sort_unstable();
        Ok(chosen.into_iter().map(|(part, turn)| parts[part][turn]).collect())
    }

    /// The names of people, for a field in which one is written: everybody of whom there is a photo that may be shown.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn known_names(&mut self) -> Result<Vec<String>, CareError> {
        let mut names: Vec<String> = self.people()?.iter().map(|person| person.name.clone()).collect();
        names.sort_unstable();
        names.dedup();
        Ok(names)
    }

    /// The first so many photos from a spot on that may be shown.
    fn walk(&mut self, stretch: Stretch, from: Spot, most: usize) -> Result<Vec<Spot>, StoreError> {
        let (mut found, mut at) = (Vec::new(), from);
        let at_once = most.max(AT_ONCE);
        loop {
            let spots = library::spots_from(self.tx, self.viewer, stretch, at, at_once)?;
            let last = spots.last().copied();
            let more = spots.len() == at_once;
            found.extend(spots.into_iter().filter(|spot| self.shows(spot.id)));
            match last.filter(|_| more && found.len() < most) {
                Some(last) => at = Spot { id: PhotoId(last.id.0.saturating_add(1)), ..last },
                None => break,
            }
        }
        found.truncate(most);
        Ok(found)
    }

    /// The last so many photos before a spot that may be shown, the nearest first.
    fn walk_back(&mut self, stretch: Stretch, before: Spot, most: usize) -> Result<Vec<Spot>, StoreError> {
        let (mut found, mut at) = (Vec::new(), before);
        let at_once = most.max(AT_ONCE);
        loop {
            let spots = library::spots_before(self.tx, self.viewer, stretch, at, at_once)?;
            let last = spots.last().copied();
            let more = spots.len() == at_once;
            found.extend(spots.into_iter().filter(|spot| self.shows(spot.id)));
            match last.filter(|_| more && found.len() < most) {
                Some(last) => at = last,
                None => break,
            }
        }
        found.truncate(most);
        Ok(found)
    }
}

/// Whether what has that place stands in that stretch.
pub(super) fn is_in(place: Shelved, stretch: Stretch) -> bool {
    match (place, stretch) {
        (Shelved::On(day, Known::Year), Stretch::SomeTimeIn(year)) => day.year() == year,
        (Shelved::On(day, Known::Day | Known::Month), Stretch::Month(month)) => {
            day.first_of_month() == month.first_of_month()
        }
        (Shelved::Undated, Stretch::Undated) | (Shelved::Hidden, Stretch::Hidden) => true,
        _ => false,
    }
}

impl Shelf {
    /// Something that has its place there is asked about first.
    fn ask(&mut self, place: Shelved) {
        match place {
            Shelved::On(day, Known::Year) => _ = self.asked_some_time.insert(day.year()),
            Shelved::On(day, Known::Day | Known::Month) => _ = self.asked.insert(day.first_of_month()),
            Shelved::Undated => self.asked_undated = true,
            Shelved::Hidden => self.asked_hidden = true,
        }
    }

    /// The years that have photos, newest first.
    pub fn years(&self) -> Vec<YearOfShelf> {
        let mut years: Vec<YearOfShelf> = Vec::new();
        for day in &self.days {
            let year = day.day.year();
            if years.last().is_none_or(|last| last.year != year) {
                years.push(YearOfShelf::empty(year));
            }
            if let Some(last) = years.last_mut() {
                last.add(day);
            }
        }
        let asked = self.asked.iter().map(|month| (month.year(), Some(month.month())));
        for (year, month) in asked.chain(self.asked_some_time.iter().map(|year| (*year, None))) {
            let at = years.partition_point(|other| other.year < year);
            if years.get(at).is_none_or(|other| other.year != year) {
                years.insert(at, YearOfShelf::empty(year));
            }
            match month {
                Some(month) => years[at].ask(month),
                None => years[at].asked_some_time = true,
            }
        }
        years.reverse();
        years
    }

    /// The days of a month that have photos, with how many; a photo known to the month alone is on none of them.
    pub fn days_of(&self, month: Date) -> impl Iterator<Item = &ShelfDay> {
        let (first, last) = (month.first_of_month(), month.last_of_month());
        self.days.iter().filter(move |d| d.known == Known::Day && (first..=last).contains(&d.day))
    }

    /// How many photos are known to be of that month and nobody knows of which day.
    pub fn some_time_in(&self, month: Date) -> u64 {
        let of = |d: &&ShelfDay| d.known == Known::Month && d.day.first_of_month() == month.first_of_month();
        self.days.iter().filter(of).map(|d| d.photos).sum()
    }

    /// How many photos a stretch has.
    pub fn count(&self, stretch: Stretch) -> u64 {
        let of = |wanted: &dyn Fn(&&ShelfDay) -> bool| self.days.iter().filter(wanted).map(|d| d.photos).sum();
        match stretch {
            Stretch::Month(month) => {
                let (first, last) = (month.first_of_month(), month.last_of_month());
                of(&|d| d.known != Known::Year && (first..=last).contains(&d.day))
            }
            Stretch::SomeTimeIn(year) => of(&|d| d.known == Known::Year && d.day.year() == year),
            Stretch::Undated => self.undated,
            Stretch::Hidden => self.hidden,
        }
    }

    /// The nearest months before and after this one that have photos, as their first days.
    pub fn months_beside(&self, month: Date) -> (Option<Date>, Option<Date>) {
        let (first, last) = (month.first_of_month(), month.last_of_month());
        let dated = || self.days.iter().filter(|d| d.known != Known::Year).map(|d| d.day.first_of_month());
        let before = dated().rev().find(|day| *day < first).max(self.asked.range(..first).next_back().copied());
        let after = dated().find(|day| *day > last).into_iter().chain(self.asked.range(last..).copied()).min();
        (before, after)
    }

    /// The day with photos that is nearest to a day; of two as near, the later one.
    pub fn nearest(&self, day: Date) -> Option<Date> {
        let known = self.days.iter().filter(|d| d.known == Known::Day).map(|d| d.day);
        let away = |other: &Date| model::day_number(*other).abs_diff(model::day_number(day));
        known.rev().min_by_key(away)
    }
}
