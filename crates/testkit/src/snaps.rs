//! Photos as they would come in, without drawing or reading any.

use circle::Viewer;
use jiff::Zoned;
use library::{NewFile, NewPhoto, Shown};
use media::{Face, Format, Genre, Metadata, NotShown};
use model::{Confidence, PhotoId, Place, Position, Precision, Taken};
use store::StoreError;

use crate::House;

/// A photo about to come in; change what matters to the test, then [`Snap::keep`] it.
pub struct Snap {
    /// The facts, to be changed freely.
    pub facts: Metadata,
    /// Perceptual hash.
    pub likeness: u64,
    /// Why it cannot be shown, if it cannot.
    pub not_shown: Option<NotShown>,
    name: String,
}

/// The time in tests: noon on 28 September 2026, in Los Angeles.
pub fn now() -> Zoned {
    "2026-09-28T12:00:00-07:00[America/Los_Angeles]".parse().unwrap()
}

/// A photo by that file name, taken at that local time (`2019-09-28T15:00`) by a camera that knew it. Every name has a
/// content and a perceptual hash of its own.
pub fn snap(name: &str, taken: &str) -> Snap {
    let mut facts = Metadata::of_format(Format::Jpeg);
    let at = taken.parse().unwrap();
    facts.taken = Some(Taken { at, precision: Precision::Time, offset: None, confidence: Confidence::Camera });
    facts.size = Some((4000, 3000));
    let likeness = u64::from_le_bytes(blake3::hash(name.as_bytes()).as_bytes()[8..16].try_into().unwrap());
    Snap { facts, likeness, not_shown: None, name: name.to_owned() }
}

impl Snap {
    /// Names people in it.
    #[must_use]
    pub fn of(mut self, people: &[&str]) -> Self {
        self.facts.people = people.iter().map(|name| Face { name: (*name).to_owned(), region: None }).collect();
        self
    }

    /// Says where it was.
    #[must_use]
    pub fn at(mut self, town: &str, latitude: f64, longitude: f64) -> Self {
        self.facts.position = Position::new(latitude, longitude);
        self.facts.place = Some(Place { town: town.to_owned(), region: String::new(), country: "ES".to_owned() });
        self
    }

    /// Says how far its date is to be trusted.
    #[must_use]
    pub fn known_by(mut self, confidence: Confidence) -> Self {
        if let Some(taken) = &mut self.facts.taken {
            taken.confidence = confidence;
        }
        self
    }

    /// Says how much of its date is known.
    #[must_use]
    pub fn to_the(mut self, precision: Precision) -> Self {
        if let Some(taken) = &mut self.facts.taken {
            taken.precision = precision;
        }
        self
    }

    /// Says what sort of picture it is.
    #[must_use]
    pub fn sort(mut self, genre: Genre) -> Self {
        self.facts.genre = genre;
        self
    }

    /// Marks it as its owner's favourite.
    #[must_use]
    pub fn favourite(mut self) -> Self {
        self.facts.favourite = true;
        self
    }

    /// Makes it look so.
    #[must_use]
    pub fn looking(mut self, likeness: u64) -> Self {
        self.likeness = likeness;
        self
    }

    /// The photo as the import would keep it.
    pub fn photo(&self) -> NewPhoto {
        let renditions = media::Renditions {
            small: Vec::new(),
            large: Vec::new(),
            size: (1600, 1200),
            thumbhash: vec![1, 2, 3],
            likeness: self.likeness,
        };
        let file = NewFile { path: format!("/photos/{}", self.name).into(), motion: false, stamp: "1@1".to_owned() };
        NewPhoto {
            content: *blake3::hash(self.name.as_bytes()).as_bytes(),
            bytes: 1,
            facts: self.facts.clone(),
            shown: self.not_shown.clone().map_or_else(|| Ok(Shown::from(&renditions)), Err),
            files: vec![file],
        }
    }
}

impl House {
    /// The owner of this house's first library.
    pub fn owner(&self) -> Viewer {
        library::make_first_library(&self.store, now().timestamp()).unwrap();
        self.store.read(library::owners).unwrap()[0]
    }

    /// Keeps photos as an import would, in one batch, and groups their moments.
    pub fn keep(&self, snaps: &[Snap]) -> Vec<PhotoId> {
        let owner = self.owner();
        self.store
            .write(|tx| {
                let mut ids = Vec::new();
                for snap in snaps {
                    ids.push(library::keep(tx, owner.library(), &snap.photo(), now().timestamp())?);
                }
                memories::settle(tx, owner)?;
                Ok::<_, StoreError>(ids)
            })
            .unwrap()
    }
}
