//! Photos that were found, a page at a time.

use std::collections::HashSet;
use std::rc::Rc;

use library::{Hit, Photo};
use model::PhotoId;
use store::StoreError;

use super::LibraryView;
use crate::{CareError, Cleared};

/// How many photos a page of a list shows.
pub const ON_A_PAGE: usize = 60;

/// One page of what was found. What is held is neither shown nor counted.
#[derive(Debug, PartialEq)]
pub struct Found {
    /// How many photos there are on all pages.
    pub total: u64,
    /// Which page this is, from 1.
    pub page: usize,
    /// How many pages there are, at least 1.
    pub pages: usize,
    /// How many there are of each year, the newest first.
    pub years: Vec<(i16, u64)>,
    /// The photos of this page, the newest first.
    pub photos: Vec<Cleared<Photo>>,
}

impl LibraryView<'_, '_> {
    /// Everything that no list shows: what is held, and what was removed, hidden or left out.
    pub(super) fn unseen(&mut self) -> Result<Rc<HashSet<PhotoId>>, StoreError> {
        if let Some(unseen) = &self.unseen {
            return Ok(Rc::clone(unseen));
        }
        let mut unseen: HashSet<PhotoId> = self.verdicts.not_shown().collect();
        unseen.extend(library::off_shelf(self.tx, self.viewer)?);
        let unseen = Rc::new(unseen);
        self.unseen = Some(Rc::clone(&unseen));
        Ok(unseen)
    }

    /// One page of hits, of which those that no list shows are dropped.
    pub(super) fn page_of(&mut self, mut hits: Vec<Hit>, page: usize) -> Result<Cleared<Found>, CareError> {
        let unseen = self.unseen()?;
        if !unseen.is_empty() {
            hits.retain(|(_, photo)| !unseen.contains(photo));
        }
        let pages = hits.len().div_ceil(ON_A_PAGE).max(1);
        let page = page.clamp(1, pages);
        let ids: Vec<PhotoId> =
            hits.iter().skip((page - 1) * ON_A_PAGE).take(ON_A_PAGE).map(|(_, photo)| *photo).collect();
        let photos = self.photos(&ids)?;
        Ok(Cleared::of(Found { total: hits.len() as u64, page, pages, years: years_of(&hits), photos }))
    }
}

/// How many hits each year has. They are in order of time, so a year is left in one step.
fn years_of(hits: &[Hit]) -> Vec<(i16, u64)> {
    let mut years: Vec<(i16, u64)> = Vec::new();
    let (mut begins, mut at) = (i64::MAX, None);
    for ms in hits.iter().filter_map(|(ms, _)| *ms) {
        if ms < begins || at.is_none() {
            let Some(year) = model::moment_of(ms).map(|at| at.year()) else { continue };
            let first = jiff::civil::Date::new(year, 1, 1).map(|day| model::day_number(day) * 86_400_000);
            begins = first.unwrap_or(i64::MIN);
            at = Some(years.len());
            years.push((year, 0));
        }
        if let Some((_, count)) = at.and_then(|at| years.get_mut(at)) {
            *count += 1;
        }
    }
    years
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn photos_are_counted_by_year_whatever_their_times() {
        let ms = |text: &str| Some(model::millis(text.parse().unwrap()));
        let hits: Vec<Hit> = [
            ms("2021-01-01T00:00"),
            ms("2020-12-31T23:59:59.999"),
            ms("2020-01-01T00:00"),
            ms("1969-12-31T23:59"),
            None,
        ]
        .into_iter()
        .map(|ms| (ms, PhotoId(1)))
        .collect();
        assert_eq!(years_of(&hits), [(2021, 1), (2020, 2), (1969, 1)]);
        assert_eq!(years_of(&[]), []);
    }
}
