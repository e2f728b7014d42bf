//! Who makes a request: found at the door, handed to every page.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use care::Who;
use jiff::civil::Date;

use crate::House;
use crate::trouble::Trouble;
use crate::words::Words;

/// Somebody whom the door let in.
#[derive(Clone, Debug)]
pub(crate) struct Visitor {
    /// Who looks, into whose library, when in their own time zone, and with which browser or program.
    pub(crate) who: Who,
    /// Their language.
    pub(crate) words: Words,
}

impl Visitor {
    /// The day on which they look.
    pub(crate) fn today(&self) -> Date {
        self.who.today()
    }
}

impl FromRequestParts<House> for Visitor {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, _house: &House) -> Result<Self, Trouble> {
        // Whoever comes this far without having been let in finds nothing here.
        parts.extensions.get::<Self>().cloned().ok_or(Trouble::NotThere)
    }
}

/// Which part of the house a page belongs to, for the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Here {
    /// Today's own page.
    Today,
    /// The library, its moments and photos.
    Library,
    /// People.
    People,
    /// Places.
    Places,
    /// Search.
    Search,
    /// What is kept with care, and what is ahead.
    Care,
    /// Settings, what comes in, help.
    Settings,
    /// Inside, but at none of these.
    Elsewhere,
    /// Before the door: no navigation.
    Outside,
}
