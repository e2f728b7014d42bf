//! The library by years, months and days. Any of it opens at once: a page holds a year, a month, or a part of one.

mod month;
mod year;
mod years;

use std::collections::HashMap;

use axum::http::Uri;
use care::{CareError, Cleared, LibraryView, Photo, Shelf};
use jiff::civil::Date;
use model::PhotoId;

use crate::trouble::Trouble;
use crate::words::Words;

pub(crate) use month::{hidden, month, undated};
pub(crate) use year::page as year;
pub(crate) use years::page as years;

/// One year in the row of years.
struct Scrub {
    year: i16,
    here: bool,
}

/// A year or a month with a few of its pictures.
struct Sampled {
    /// The first day of it.
    first: Date,
    photos: u64,
    samples: Vec<Cleared<Photo>>,
}

/// Every year that has photos, newest first.
fn scrubber(shelf: &Shelf, here: Option<i16>) -> Vec<Scrub> {
    shelf.years().iter().map(|year| Scrub { year: year.year, here: here == Some(year.year) }).collect()
}

/// Loads the pictures that stand for several times, all at once.
fn with_samples(
    view: &mut LibraryView<'_, '_>,
    times: &[(Date, Date, u64)],
    each: usize,
) -> Result<Vec<Sampled>, CareError> {
    let mut chosen = Vec::with_capacity(times.len());
    for (first, end, _) in times {
        chosen.push(view.shelf_samples(*first, *end, each)?);
    }
    let ids: Vec<PhotoId> = chosen.iter().flatten().copied().collect();
    let mut photos: HashMap<PhotoId, Cleared<Photo>> =
        view.photos(&ids)?.into_iter().map(|photo| (photo.id, photo)).collect();
    let sampled = times.iter().zip(chosen).map(|((first, _, count), ids)| Sampled {
        first: *first,
        photos: *count,
        samples: ids.iter().filter_map(|id| photos.remove(id)).collect(),
    });
    Ok(sampled.collect())
}

impl Words {
    /// "12 photos", or that all there is asks first.
    pub(crate) fn photos_or_asked(self, photos: &u64) -> String {
        match photos {
            0 => self.say("library-asked"),
            photos => self.count("photos", *photos),
        }
    }
}

/// A year as it stands in an address: four figures.
fn year_named(text: &str) -> Result<i16, Trouble> {
    let plain = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten().filter(|year| *year > 0).ok_or(Trouble::NotThere)
}

/// A month as it stands in an address: 1 to 12.
fn month_named(year: i16, text: &str) -> Result<Date, Trouble> {
    let plain = !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit());
    let month = plain.then(|| text.parse().ok()).flatten().ok_or(Trouble::NotThere)?;
    Date::new(year, month, 1).map_err(|_| Trouble::NotThere)
}

/// The value of something in the query of an address.
pub(crate) fn asked(uri: &Uri, name: &str) -> Option<String> {
    let pairs = uri.query().unwrap_or_default().split('&');
    pairs.filter_map(|pair| pair.split_once('=')).find(|(known, _)| *known == name).map(|(_, value)| value.to_owned())
}
