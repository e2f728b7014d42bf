//! What the address says was just done with a memory, a moment or a photo, as flashes.

use axum::extract::Query;
use axum::http::Uri;

use crate::address::is_plain;
use crate::flash::{Flash, Undo};
use crate::pages::keep_away::Done;
use crate::pages::people::told::Told;
use crate::picking::Picking;
use crate::words::Words;

/// What an address says was just done, whatever with.
pub(crate) fn flashes_at(address: &str, words: Words) -> Vec<Flash> {
    let Ok(uri) = address.parse::<Uri>() else { return Vec::new() };
    if let Some(done) = Picking::of(uri.path(), uri.query().unwrap_or_default()).done
        && done.is_of_some()
    {
        return vec![done.flash(words)];
    }
    match uri.path().starts_with("/people") {
        true => Told::of(Query::try_from_uri(&uri)).flash(words).into_iter().collect(),
        false => Done::of(Query::try_from_uri(&uri)).flashes(words),
    }
}

impl Done {
    /// What it was done with, or by what it is taken back; nothing where the address says what could not be that.
    pub(super) fn of_what(&self) -> &str {
        self.of.as_deref().filter(|of| is_plain(of)).unwrap_or_default()
    }

    /// All of it, in words.
    pub(crate) fn flashes(&self, words: Words) -> Vec<Flash> {
        let undo = |wish: i64| {
            let undo = Undo::at(format!("/keep-away/{wish}/lift"));
            match self.also.as_deref().filter(|also| is_plain(also)) {
                Some(also) => undo.sending("also", also),
                None => undo,
            }
        };
        // Ignored, it means nothing.
        let more = |wish: i64| (format!("/keep-away/{wish}/more"), words.say("more-keep"));
        let further = |wish: i64| self.more.map(|_| more(wish));
        let away = |wish| Flash::of(self.away_said(words)).undone_by(undo(wish)).leading(further(wish));
        let away = self.away.map(away);
        let back = self.back.map(|_| Flash::of(self.back_said(words)));
        away.into_iter().chain(back).chain(self.else_done(words)).collect()
    }

    /// What a form just did with a moment or a photo. An address that names something else says nothing.
    fn else_done(&self, words: Words) -> Option<Flash> {
        let of = self.of_what();
        let at = |action: String| Some(Undo::at(action));
        let (says, undo) = match self.done.as_deref()? {
            "not-in" => (words.say("photo-not-in-now"), at(format!("/people/changes/{of}/undo"))),
            "first-nothing" => (words.say("first-nothing-kept"), None),
            "undone" => (words.say("people-done-undone"), None),
            "too-late" => (words.say("people-done-too-late"), None),
            "words" => (words.say("moment-words-kept"), None),
            "parted" => (words.say("moment-parted"), at(format!("/seam/{of}/undo"))),
            "joined" => (words.say("moment-joined"), at(format!("/seam/{of}/undo"))),
            "seam-back" => (words.say("moment-seam-back"), None),
            "screens" => (words.say("moment-screens-hidden"), at(format!("/screens/{of}/unhide"))),
            "screens-back" => (words.say("moment-screens-back"), None),
            "dated" if !of.is_empty() => (words.say("photo-dated"), at(format!("/dates/{of}/back"))),
            "dated" => (words.say("photo-dated"), None),
            "date-back" => (words.say("photo-date-is-back"), None),
            "shifted" => (words.say("photo-shifted"), at(format!("/clock/{of}/back"))),
            "shift-back" => (words.say("photo-shift-is-back"), None),
            "turned-left" => (words.say("photo-turned"), Some(turn(of, 1))),
            "turned-right" => (words.say("photo-turned"), Some(turn(of, 3))),
            "removed" => (words.say("photo-removed"), at(format!("/photo/{of}/restore"))),
            "restored" => (words.say("photo-restored"), at(format!("/photo/{of}/remove"))),
            "hidden" => (words.say("photo-hidden-now"), at(format!("/photo/{of}/unhide"))),
            "unhidden" => (words.say("photo-unhidden"), at(format!("/photo/{of}/hide"))),
            _ => return super::care::told::flash(self, words),
        };
        Some(Flash::of(says).undone_by(undo))
    }
}

fn turn(photo: &str, quarters: u8) -> Undo {
    Undo::at(format!("/photo/{photo}/turn")).sending("quarters", quarters.to_string())
}
