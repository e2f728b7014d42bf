//! What the address says was just done with something that is kept with care, as a flash.

use crate::flash::{Flash, Undo};
use crate::pages::keep_away::Done;
use crate::words::Words;

/// The flash, or nothing where the address names something else.
pub(crate) fn flash(done: &Done, words: Words) -> Option<Flash> {
    let of = done.of_what();
    let at = |action: String| Some(Undo::at(action));
    let change = || at(format!("/care/changes/{of}/undo"));
    let switch = |path: &str, on: &str| Some(Undo::at(path.to_owned()).sending("on", on));
    let what = || done.what.clone().unwrap_or_default();
    let pick =
        |name, value: &str| Some(Undo::at("/care/pick".to_owned()).sending("source", what()).sending(name, value));
    let (says, undo) = match done.done.as_deref()? {
        "loss-kept" => ("loss-done-kept", at(format!("/care/losses/{of}/remove"))),
        "loss-changed" => ("loss-done-changed", change()),
        "loss-removed" => ("loss-done-removed", at(format!("/care/losses/{of}/restore"))),
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
        "caution-fine" => ("caution-done-fine", at(format!("/care/caution/fine/{of}/undo"))),
        "caution-asks-again" => ("caution-done-again", None),
        "person-said" => ("sight-done", at(format!("/people/said/{of}/undo"))),
        "person-said-back" => ("sight-done-back", None),
        "more-kept" => ("more-done", at(format!("/care/losses/{of}/remove"))),
        "library-open" => ("care-done-library-open", switch("/care/library", "0")),
        "library-quiet" => ("care-done-library-quiet", switch("/care/library", "1")),
        "loss-offered" => ("offer-done-offered", at(format!("/care/offers/{of}/withdraw"))),
        "loss-not-offered" => ("offer-done-withdrawn", None),
        "offer-declined" => ("care-done-declined", at(format!("/care/offers/{of}/reopen"))),
        "offer-back" => ("care-done-offer-back", None),
        "day-added" => ("days-done-added", at(format!("/care/days/{of}/remove"))),
        "day-removed" => ("days-done-removed", at(format!("/care/days/{of}/restore"))),
        "day-back" => ("days-done-back", None),
        "day-plan" => ("days-done-plan", at(format!("/care/days/{of}/undo"))),
        "day-changed" => ("days-done-changed", at(format!("/care/days/{of}/undo"))),
        "day-as-it-was" => ("days-done-as-it-was", None),
        "picked" => ("days-done-picked", pick("out", of)),
        "unpicked" => ("days-done-unpicked", pick("photo", of)),
        "look-away" => ("days-look-away", None),
        "unseen-picked" => ("days-done-picked", None),
        "unpicked-unseen" => ("days-done-unpicked", None),
        "log-deleted" => ("log-done-deleted", None),
        _ => return None,
    };
    Some(Flash::saying(words, says).undone_by(undo))
}
