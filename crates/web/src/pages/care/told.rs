//! What the address says was just done with something that is kept with care, as a flash.

use crate::flash::{Flash, Undo};
use crate::pages::keep_away::Done;
use crate::words::Words;

/// The flash, or nothing where the address names something else.
pub(crate) fn flash(done: &Done, words: Words) -> Option<Flash> {
    let of = done.of_what();
    let change = || undo(format!("/care/changes/{of}/undo"), vec![]);
    let switch = |path: &str, on: &str| undo(path.to_owned(), vec![("on", on.to_owned())]);
    let what = || done.what.clone().unwrap_or_default();
    let pick = |fields| undo("/care/pick".to_owned(), fields);
    let (says, undo) = match done.done.as_deref()? {
        "loss-kept" => ("loss-done-kept", undo(format!("/care/losses/{of}/remove"), vec![])),
        "loss-changed" => ("loss-done-changed", change()),
        "loss-removed" => ("loss-done-removed", undo(format!("/care/losses/{of}/restore"), vec![])),
        "loss-back" => ("loss-done-back", None),
        "loss-as-it-was" => ("loss-done-as-it-was", None),
        "loss-reviewed" => ("care-done-reviewed", change()),
        "loss-plan" => ("days-done-plan", change()),
        "taken-in" => ("hand-done-in", change()),
        "taken-out" => ("hand-done-out", change()),
        "taken-example" => ("hand-done-example", change()),
        "taken-neither" => ("hand-done-neither", change()),
        "caution-on" => ("care-done-caution-on", switch("/care/caution", "0")),
        "caution-off" => ("care-done-caution-off", switch("/care/caution", "1")),
        "library-open" => ("care-done-library-open", switch("/care/library", "0")),
        "library-quiet" => ("care-done-library-quiet", switch("/care/library", "1")),
        "loss-offered" => ("offer-done-offered", undo(format!("/care/offers/{of}/withdraw"), vec![])),
        "loss-not-offered" => ("offer-done-withdrawn", None),
        "offer-declined" => ("care-done-declined", undo(format!("/care/offers/{of}/reopen"), vec![])),
        "offer-back" => ("care-done-offer-back", None),
        "day-added" => ("days-done-added", undo(format!("/care/days/{of}/remove"), vec![])),
        "day-removed" => ("days-done-removed", undo(format!("/care/days/{of}/restore"), vec![])),
        "day-back" => ("days-done-back", None),
        "day-plan" => ("days-done-plan", undo(format!("/care/days/{of}/undo"), vec![])),
        "day-changed" => ("days-done-changed", undo(format!("/care/days/{of}/undo"), vec![])),
        "day-as-it-was" => ("days-done-as-it-was", None),
        "picked" => ("days-done-picked", pick(vec![("source", what()), ("out", of.to_owned())])),
        "unpicked" => ("days-done-unpicked", pick(vec![("source", what()), ("photo", of.to_owned())])),
        "look-away" => ("days-look-away", None),
        "unseen-picked" => ("days-done-picked", None),
        "unpicked-unseen" => ("days-done-unpicked", None),
        "log-deleted" => ("log-done-deleted", None),
        _ => return None,
    };
    Some(Flash::saying(words, says).undone_by(undo))
}

fn undo(action: String, fields: Vec<(&'static str, String)>) -> Option<Undo> {
    Some(Undo { action, fields })
}
