//! What was just done about people, by the address that a form led back to, with a way to take it back.

use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::Redirect;
use care::PersonChanged;
use model::PersonId;
use serde::Deserialize;

use crate::address;
use crate::flash::{Flash, Undo};
use crate::trouble::Trouble;
use crate::words::Words;

/// What was just done.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Told {
    #[serde(default)]
    done: Option<String>,
    /// The sealed name of the change, to be taken back in one tap.
    #[serde(default)]
    change: Option<String>,
    /// By what it is taken back that something was said of pictures with somebody.
    #[serde(default)]
    of: Option<String>,
    /// Whether a name was too long and has been cut.
    #[serde(default)]
    cut: Option<u8>,
}

/// What was just done, or nothing if the address says something else.
pub(crate) type JustTold = Result<Query<Told>, QueryRejection>;

impl Told {
    pub(crate) fn of(told: JustTold) -> Self {
        told.map(|Query(told)| told).unwrap_or_default()
    }

    /// It in words, if there is anything to say.
    pub(crate) fn flash(&self, words: Words) -> Option<Flash> {
        // An address may say what could not be the name of a change.
        let change = self.change.as_deref().filter(|change| address::is_plain(change));
        let undo = change.map(|change| Undo::at(format!("/people/changes/{change}/undo")));
        let of = self.of.as_deref().filter(|of| address::is_plain(of));
        let undo = undo.or_else(|| of.map(|of| Undo::at(format!("/people/said/{of}/undo"))));
        Some(Flash::of(self.said(words)?).undone_by(undo))
    }

    fn said(&self, words: Words) -> Option<String> {
        let done = match self.done.as_deref()? {
            "rename" => words.say("people-done-rename"),
            "facts" => words.say("people-done-facts"),
            "merge" => words.say("people-done-merge"),
            "split" => words.say("people-done-split"),
            "thing" => words.say("people-done-thing"),
            "keyword" => words.say("people-done-keyword"),
            "person-said" => words.say("sight-done"),
            "person-said-back" => words.say("sight-done-back"),
            "undone" => words.say("people-done-undone"),
            "too-late" => words.say("people-done-too-late"),
            "meanwhile" => words.say("people-done-meanwhile"),
            "already" => words.say("people-done-already"),
            "no-name" => words.say("people-done-no-name"),
            "no-life" => words.say("people-done-no-life"),
            "nobody" => words.say("people-done-nobody"),
            "none-chosen" => words.say("people-done-none-chosen"),
            _ => return None,
        };
        Some(if self.cut.is_some() { format!("{done} {}", words.say("people-done-cut")) } else { done })
    }
}

/// Leads back and says what came of a change.
pub(crate) fn back(path: &str, kind: &str, changed: PersonChanged, cut: bool) -> Result<Redirect, Trouble> {
    let (kind, change) = match changed {
        PersonChanged::Done(undo) => (kind, undo.to_string()),
        PersonChanged::Already => ("already", String::new()),
        PersonChanged::Meanwhile => ("meanwhile", String::new()),
        PersonChanged::Impossible => ("no-life", String::new()),
        PersonChanged::NotThere | PersonChanged::Taken(_) => return Err(Trouble::NotThere),
    };
    let cut = if cut { "1" } else { "" };
    Ok(Redirect::to(&address::with(path, &[("done", kind), ("change", &change), ("cut", cut)])))
}

/// Leads back and says why nothing was changed.
pub(crate) fn refused(path: &str, why: &str) -> Redirect {
    Redirect::to(&address::with(path, &[("done", why)]))
}

/// The page of somebody.
pub(crate) fn page_of(id: PersonId) -> String {
    format!("/people/{id}")
}
