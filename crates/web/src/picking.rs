//! Choosing photos on a page of tiles, and what was just done with the ones chosen.
//!
//! A page that shows tiles takes a [`Picking`] as an argument of its handler, keeps it in its struct as `picking`, and calls
//! the macros of `templates/tiles.html` with it. That is all: the form goes to `POST /photos/{action}`, which leads back.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use care::{CareError, LibraryView};

use crate::House;
use crate::address::is_plain;
use crate::flash::{Flash, Undo};
use crate::words::Words;

/// How a page of tiles was asked for.
#[derive(Clone, Debug)]
pub(crate) struct Picking {
    /// The page's own address, without anything that is about choosing.
    pub(crate) here: String,
    /// Whether photos are being chosen: `?select`.
    pub(crate) on: bool,
    /// A photo that is chosen already: `?select=17`.
    first: Option<i64>,
    /// What was just done.
    pub(crate) done: Option<JustDone>,
    /// Names that are offered when somebody is named.
    pub(crate) names: Vec<String>,
}

/// What was just done with photos, as the address says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct JustDone {
    what: Done,
    /// The photos, or the wishes about them, separated by dots.
    ids: String,
    /// The sealed name by which it is taken back, where it has one.
    change: Option<String>,
}

/// A change of several photos.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Done {
    Dated,
    /// As [`Done::Dated`], but some had a date of their owner's before: going back to what their files say would lose it.
    Redated,
    Tagged,
    Away,
    Hidden,
    Shown,
    Removed,
    /// One of the others was taken back.
    Undone,
}

impl Picking {
    /// The address on which photos are chosen.
    pub(crate) fn select(&self) -> String {
        with(&self.here, "select")
    }

    /// Whether this is the page of what is hidden, where photos are shown again rather than hidden.
    pub(crate) fn hidden(&self) -> bool {
        self.here.split('?').next() == Some("/library/hidden")
    }

    /// Whether that photo is chosen already.
    pub(crate) fn is_first(&self, id: &model::PhotoId) -> bool {
        self.first == Some(id.0)
    }

    /// Whether somebody was just named in a photo, or is not any more.
    pub(crate) fn is_about_people(&self) -> bool {
        self.done.as_ref().is_some_and(|done| matches!(done.what, Done::Tagged | Done::Undone) && !done.ids.is_empty())
    }

    /// Looks up the names that are offered, where they are needed.
    pub(crate) fn learn_names(&mut self, view: &mut LibraryView<'_, '_>) -> Result<(), CareError> {
        if self.on {
            self.names = view.known_names()?;
        }
        Ok(())
    }

    pub(crate) fn of(path: &str, query: &str) -> Self {
        let pairs = || query.split('&').filter(|pair| !pair.is_empty());
        let name = |pair: &str| pair.split('=').next().unwrap_or_default().to_owned();
        let value = |wanted: &str| {
            let found = pairs().find(|pair| name(pair) == wanted)?;
            Some(found.split_once('=').map_or("", |(_, value)| value))
        };
        let own: Vec<&str> =
            pairs().filter(|pair| !["select", "done", "ids", "change"].contains(&&*name(pair))).collect();
        let here = if own.is_empty() { path.to_owned() } else { format!("{path}?{}", own.join("&")) };
        let done = value("done").and_then(Done::named).map(|what| JustDone {
            what,
            ids: value("ids").unwrap_or_default().to_owned(),
            change: value("change").filter(|name| is_plain(name)).map(ToOwned::to_owned),
        });
        let select = value("select");
        Self { here, on: select.is_some(), first: select.and_then(|id| id.parse().ok()), done, names: Vec::new() }
    }
}

impl FromRequestParts<House> for Picking {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _house: &House) -> Result<Self, Self::Rejection> {
        Ok(Self::of(parts.uri.path(), parts.uri.query().unwrap_or_default()))
    }
}

impl JustDone {
    /// Whether it was done with any photo.
    pub(crate) fn is_of_some(&self) -> bool {
        !self.ids.is_empty()
    }

    /// It in words, with a way to take it back.
    pub(crate) fn flash(&self, words: Words) -> Flash {
        let undo = self.undo().map(|act| {
            let undo = Undo::at(format!("/photos/{act}")).sending("undo", "1").sending("ids", self.ids.as_str());
            match &self.change {
                Some(change) => undo.sending("change", change.as_str()),
                None => undo,
            }
        });
        Flash::of(self.said(words)).undone_by(undo)
    }

    fn said(&self, words: Words) -> String {
        let count = self.ids.split('.').filter(|id| !id.is_empty()).count();
        match self.what {
            _ if count == 0 => words.say("library-done-none"),
            Done::Dated | Done::Redated => words.count("library-done-dated", count),
            Done::Tagged => words.count("library-done-tagged", count),
            Done::Away => words.count("library-done-away", count),
            Done::Hidden => words.count("library-done-hidden", count),
            Done::Shown => words.count("library-done-shown", count),
            Done::Removed => words.count("library-done-removed", count),
            Done::Undone => words.count("library-done-undone", count),
        }
    }

    /// The action that takes it back, if anything was done that can be.
    fn undo(&self) -> Option<&'static str> {
        if self.ids.is_empty() {
            return None;
        }
        Some(match self.what {
            Done::Dated => "date-back",
            Done::Tagged => "untag",
            Done::Away => "lift",
            Done::Hidden => "unhide",
            Done::Shown => "hide",
            Done::Removed => "restore",
            Done::Redated | Done::Undone => return None,
        })
    }
}

impl Done {
    const ALL: [(Self, &str); 8] = [
        (Self::Dated, "dated"),
        (Self::Redated, "dated-again"),
        (Self::Tagged, "tagged"),
        (Self::Away, "away-photos"),
        (Self::Hidden, "hidden"),
        (Self::Shown, "shown"),
        (Self::Removed, "removed"),
        (Self::Undone, "undone"),
    ];

    /// Its name in addresses.
    pub(crate) fn name(self) -> &'static str {
        Self::ALL.iter().find(|(done, _)| *done == self).map_or("", |(_, name)| name)
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(done, _)| *done)
    }
}

/// An address with one more thing in its query.
pub(crate) fn with(address: &str, more: &str) -> String {
    let sign = if address.contains('?') { '&' } else { '?' };
    format!("{address}{sign}{more}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_page_is_kept_without_what_is_about_choosing() {
        let plain = Picking::of("/library/2014/7", "from=17.3&select&done=removed&ids=1.2");
        assert_eq!(plain.here, "/library/2014/7?from=17.3");
        assert_eq!(plain.select(), "/library/2014/7?from=17.3&select");
        assert!(plain.on);
        let done = plain.done.unwrap();
        assert_eq!(
            (done.undo(), done.said(Words::default())),
            (Some("restore"), "2\u{a0}photos are removed.".to_owned())
        );

        let pressed = Picking::of("/search", "select=17&q=a%20b");
        assert_eq!(
            (pressed.select().as_str(), pressed.is_first(&model::PhotoId(17))),
            ("/search?q=a%20b&select", true)
        );
        assert_eq!(Picking::of("/x", "").select(), "/x?select");
        assert!(!Picking::of("/x", "selected=1&done=celebrated").on);
        assert_eq!(Picking::of("/x", "done=removed").done.unwrap().undo(), None, "nothing was chosen");
        let named = |query: &str| Picking::of("/x", query).done.unwrap().change;
        assert_eq!(named("done=tagged&ids=1&change=aB-_9").as_deref(), Some("aB-_9"));
        assert_eq!(named("done=tagged&ids=1&change=%22%3E"), None, "that is no sealed name");
    }
}
