//! What a person wants for something, and what comes of all that they said of one photo.

use serde::{Deserialize, Serialize};

/// What a person wants for something, from the least careful to the most: of two, the greater is the more careful.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Want {
    /// It may come back by itself.
    Welcome,
    /// It waits behind a quiet card until they open it.
    AskFirst,
    /// It is not there.
    KeepAway,
}

impl Want {
    /// All of them, the most careful first, as they are offered.
    pub const ALL: [Self; 3] = [Self::KeepAway, Self::AskFirst, Self::Welcome];

    /// The stable name used in the database, in forms and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Welcome => "welcome",
            Self::AskFirst => "ask_first",
            Self::KeepAway => "keep_away",
        }
    }

    /// The want with that stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|want| want.name() == name)
    }
}

/// What was said of one photo, at each level. Where more than one thing was said at a level, the most careful of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Precedence {
    /// Of that photo.
    pub photo: Option<Want>,
    /// Of the moment that it is in.
    pub moment: Option<Want>,
    /// Of the day it was taken on, or its moment began on.
    pub day: Option<Want>,
    /// By parts of losses that it is in reach of.
    pub part: Option<Want>,
}

/// Care's answer for one thing and one viewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It may be shown.
    Cleared,
    /// It is asked about first.
    Veiled,
    /// It is not there.
    Held,
}

/// Weighs what was said of a photo: what is said of a photo beats a moment beats a day beats a part of a loss. A *keep away*
/// yields only to the welcome of that very photo or moment. `tender`: where nothing was said, signs say that it may be tender.
pub fn verdict(levels: Precedence, tender: bool) -> Verdict {
    use Want::{AskFirst, KeepAway, Welcome};
    let Precedence { photo, moment, day, part } = levels;
    match (photo, moment) {
        (Some(KeepAway), _) => Verdict::Held,
        (Some(Welcome), _) => Verdict::Cleared,
        (_, Some(KeepAway)) => Verdict::Held,
        (Some(AskFirst), Some(Welcome)) => Verdict::Veiled,
        (None, Some(Welcome)) => Verdict::Cleared,
        _ if day == Some(KeepAway) || part == Some(KeepAway) => Verdict::Held,
        _ => match photo.or(moment).or(day).or(part) {
            Some(AskFirst | KeepAway) => Verdict::Veiled,
            Some(Welcome) => Verdict::Cleared,
            None if tender => Verdict::Veiled,
            None => Verdict::Cleared,
        },
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use Want::{AskFirst, KeepAway, Welcome};

    fn check(levels: [Option<Want>; 4], tender: bool, expected: Verdict) {
        let [photo, moment, day, part] = levels;
        assert_eq!(verdict(Precedence { photo, moment, day, part }, tender), expected, "{levels:?} {tender}");
    }

    #[test]
    fn what_is_nearer_to_the_photo_is_heard() {
        check([None; 4], false, Verdict::Cleared);
        check([None; 4], true, Verdict::Veiled);
        check([None, None, None, Some(AskFirst)], false, Verdict::Veiled);
        check([None, None, Some(Welcome), Some(AskFirst)], true, Verdict::Cleared);
        check([None, Some(AskFirst), Some(Welcome), None], false, Verdict::Veiled);
        check([Some(Welcome), Some(AskFirst), Some(AskFirst), Some(AskFirst)], true, Verdict::Cleared);
        check([Some(AskFirst), Some(Welcome), None, None], false, Verdict::Veiled);
    }

    #[test]
    fn a_keep_away_yields_to_the_welcome_of_that_very_photo_or_moment_alone() {
        check([None, None, None, Some(KeepAway)], false, Verdict::Held);
        check([None, None, Some(Welcome), Some(KeepAway)], false, Verdict::Held);
        check([None, Some(Welcome), None, Some(KeepAway)], false, Verdict::Cleared);
        check([Some(Welcome), Some(KeepAway), Some(KeepAway), Some(KeepAway)], false, Verdict::Cleared);
        check([Some(AskFirst), None, None, Some(KeepAway)], false, Verdict::Held);
        check([Some(AskFirst), Some(KeepAway), None, None], false, Verdict::Held);
        check([Some(KeepAway), Some(Welcome), Some(Welcome), Some(Welcome)], false, Verdict::Held);
    }

    proptest! {
        #[test]
        fn saying_something_more_careful_never_shows_more(
            said in prop::array::uniform4(prop::option::of(prop::sample::select(&Want::ALL[..]))),
            tender: bool, level in 0_usize..4, more in prop::sample::select(&[AskFirst, KeepAway][..]),
        ) {
            let of = |said: [Option<Want>; 4]| {
                verdict(Precedence { photo: said[0], moment: said[1], day: said[2], part: said[3] }, tender)
            };
            let mut careful = said;
            careful[level] = said[level].max(Some(more));
            prop_assert!(of(careful) >= of(said) || said[level].is_none(), "{:?} -> {:?}", said, careful);
            // Where nothing was said at a level, saying "keep away" there is never less careful than it was, unless a welcome
            // nearer to the photo stands.
            let mut away = said;
            away[level] = Some(KeepAway);
            prop_assert!(of(away) >= of(said));
            // A keep away anywhere holds, but for a welcome of the photo, or of the moment where it is of the day or a part.
            if said.contains(&Some(KeepAway)) && of(said) != Verdict::Held {
                prop_assert!(said[0] == Some(Welcome) || (said[1] == Some(Welcome) && said[0] != Some(KeepAway)));
            }
        }
    }
}
