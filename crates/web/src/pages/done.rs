//! What was just done, said once, with a way to take it back.

use crate::pages::keep_away::Done;
use crate::words::Words;

/// A notice at the top of a page.
pub(crate) struct Notice {
    pub(crate) says: String,
    pub(crate) undo: Option<Undo>,
}

/// A form of one button that takes back what was done.
pub(crate) struct Undo {
    pub(crate) action: String,
    pub(crate) fields: Vec<(&'static str, String)>,
}

impl Undo {
    fn at(action: String) -> Option<Self> {
        Some(Self { action, fields: Vec::new() })
    }
}

impl Done {
    /// What it was done with, or by what it is taken back; nothing where the address says what could not be that.
    pub(super) fn of_what(&self) -> &str {
        let plain = |of: &&str| of.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        self.of.as_deref().filter(plain).unwrap_or_default()
    }

    /// The notice for what a form just did with a moment or a photo. An address that names something else says nothing.
    pub(crate) fn notice(&self, words: Words) -> Option<Notice> {
        let of = self.of_what();
        let (says, undo) = match self.done.as_deref()? {
            "not-in" => (words.say("photo-not-in-now"), Undo::at(format!("/people/changes/{of}/undo"))),
            "undone" => (words.say("people-done-undone"), None),
            "too-late" => (words.say("people-done-too-late"), None),
            "words" => (words.say("moment-words-kept"), None),
            "parted" => (words.say("moment-parted"), Undo::at(format!("/seam/{of}/undo"))),
            "joined" => (words.say("moment-joined"), Undo::at(format!("/seam/{of}/undo"))),
            "seam-back" => (words.say("moment-seam-back"), None),
            "screens" => (words.say("moment-screens-hidden"), Undo::at(format!("/screens/{of}/unhide"))),
            "screens-back" => (words.say("moment-screens-back"), None),
            "dated" if self.of.is_some() => (words.say("photo-dated"), Undo::at(format!("/photo/{of}/date-back"))),
            "dated" => (words.say("photo-dated"), None),
            "date-back" => (words.say("photo-date-is-back"), None),
            "shifted" => (words.say("photo-shifted"), Undo::at(format!("/clock/{of}/back"))),
            "shift-back" => (words.say("photo-shift-is-back"), None),
            "turned-left" => (words.say("photo-turned"), Some(turn(of, 1))),
            "turned-right" => (words.say("photo-turned"), Some(turn(of, 3))),
            "removed" => (words.say("photo-removed"), Undo::at(format!("/photo/{of}/restore"))),
            "restored" => (words.say("photo-restored"), Undo::at(format!("/photo/{of}/remove"))),
            "hidden" => (words.say("photo-hidden-now"), Undo::at(format!("/photo/{of}/unhide"))),
            "unhidden" => (words.say("photo-unhidden"), Undo::at(format!("/photo/{of}/hide"))),
            _ => return super::care::told::notice(self, words),
        };
        Some(Notice { says, undo })
    }
}

fn turn(photo: &str, quarters: u8) -> Undo {
    Undo { action: format!("/photo/{photo}/turn"), fields: vec![("quarters", quarters.to_string())] }
}
