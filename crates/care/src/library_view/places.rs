//! The places that one viewer may see.

use std::collections::HashMap;

use library::{List, Photo};
use model::{PhotoId, Place, PlaceId};
use store::StoreError;

use super::LibraryView;
use super::found::{Found, ON_A_PAGE};
use crate::{CareError, Cleared};

/// A country with photos.
#[derive(Debug, PartialEq)]
pub struct Country {
    /// Its ISO 3166-1 alpha-2 code; empty where it is not known.
    pub code: String,
    /// How many photos it has.
    pub photos: u64,
    /// Its towns, those with the most photos first.
    pub towns: Vec<Town>,
    /// A photo that was taken there.
    pub sample: Option<Cleared<Photo>>,
}

/// A town with photos.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Town {
    /// Its id in this library.
    pub id: PlaceId,
    /// Its name, region and country.
    pub place: Place,
    /// How many photos it has.
    pub photos: u64,
}

impl LibraryView<'_, '_> {
    /// The countries that photos which may be shown were taken in, those with the most first. `sampled`: with a photo each.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn countries(&mut self, sampled: bool) -> Result<Vec<Cleared<Country>>, CareError> {
        let mut countries: Vec<Country> = Vec::new();
        for town in self.towns()? {
            match countries.iter_mut().find(|country| country.code == town.place.country) {
                Some(country) => {
                    country.photos += town.photos;
                    country.towns.push(town);
                }
                None => countries.push(Country {
                    code: town.place.country.clone(),
                    photos: town.photos,
                    towns: vec![town],
                    sample: None,
                }),
            }
        }
        countries.sort_by(|a, b| b.photos.cmp(&a.photos).then_with(|| a.code.cmp(&b.code)));
        if sampled {
            for country in &mut countries {
                country.sample = self.sample(&country.towns)?;
            }
        }
        Ok(countries.into_iter().map(Cleared::of).collect())
    }

    /// A page of the photos of some towns, as [`LibraryView::countries`] tells of them. Where most of a library is of one town, only
    /// as many of its photos are read as lie before the end of the page; what each year has is left out.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn photos_at(&mut self, towns: &[Town], page: usize) -> Result<Cleared<Found>, CareError> {
        let total: u64 = towns.iter().map(|town| town.photos).sum();
        let pages = (total as usize).div_ceil(ON_A_PAGE).max(1);
        let page = page.clamp(1, pages);
        let unseen = self.unseen()?;
        let ids: Vec<PlaceId> = towns.iter().map(|town| town.id).collect();
        let mut hits = library::newest_at(self.tx, self.viewer, &ids, page * ON_A_PAGE + unseen.len())?;
        hits.retain(|(_, photo)| !unseen.contains(photo));
        let ids: Vec<PhotoId> =
            hits.iter().skip((page - 1) * ON_A_PAGE).take(ON_A_PAGE).map(|(_, photo)| *photo).collect();
        let photos = self.photos(&ids)?;
        Ok(Cleared::of(Found { total, page, pages, years: Vec::new(), photos }))
    }

    /// A photo that stands for some towns.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn sample(&mut self, towns: &[Town]) -> Result<Option<Cleared<Photo>>, CareError> {
        let unseen = self.unseen()?;
        // The town with the most photos comes first.
        let Some(town) = towns.first() else { return Ok(None) };
        let mut few = self.few_seen(&List::Places(vec![town.id]), 8, &unseen)?;
        few.truncate(8);
        let photos = self.photos(&few)?;
        Ok(photos.into_iter().max_by_key(|photo| (photo.shown_size.is_some(), photo.favourite)))
    }

    fn towns(&mut self) -> Result<Vec<Town>, StoreError> {
        let mut counts: HashMap<PlaceId, u64> = library::place_counts(self.tx, self.viewer)?.into_iter().collect();
        let unseen: Vec<PhotoId> = self.unseen()?.iter().copied().collect();
        for place in library::places_of(self.tx, self.viewer, &unseen)? {
            if let Some(count) = counts.get_mut(&place) {
                *count = count.saturating_sub(1);
            }
        }
        let known = library::places(self.tx, self.viewer)?.into_iter();
        let mut towns: Vec<Town> = known
            .map(|known| Town {
                id: known.id,
                photos: counts.get(&known.id).copied().unwrap_or_default(),
                place: known.place,
            })
            .filter(|town| town.photos > 0)
            .collect();
        towns.sort_by_key(|town| std::cmp::Reverse(town.photos));
        Ok(towns)
    }
}
