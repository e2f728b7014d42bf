//! A name as it is kept.

use std::str::FromStr;

/// Longest name that is kept, in characters; an index cannot hold pages of text.
pub const LONGEST_NAME: usize = 400;

/// A name as it is kept: on one line, with something to be seen in it, and no longer than [`LONGEST_NAME`] characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name {
    text: String,
    cut: bool,
}

/// Why a text is no name: there is nothing to be seen in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a name needs at least one letter or sign")]
pub struct NoName;

impl Name {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it was longer than what is kept.
    pub fn is_cut(&self) -> bool {
        self.cut
    }
}

impl FromStr for Name {
    type Err = NoName;

    fn from_str(text: &str) -> Result<Self, NoName> {
        let one_line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let whole = one_line.trim();
        let kept: String = whole.chars().take(LONGEST_NAME).collect();
        let cut = kept.len() < whole.len();
        let kept = kept.trim_end().to_owned();
        if kept.chars().all(is_unseen) { Err(NoName) } else { Ok(Self { text: kept, cut }) }
    }
}

/// Blanks, and signs that only steer how others are written: joiners, directions, variations.
fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kept_as_they_are_on_one_line() {
        let cases = [
            ("  Leo  ", "Leo"),
            ("Ana\nMaría\0", "Ana María"),
            ("👩‍👧", "👩‍👧"),
            ("<script>alert(1)</script>", "<script>alert(1)</script>"),
            ("田中", "田中"),
            ("-1", "-1"),
        ];
        for (text, kept) in cases {
            assert_eq!(text.parse::<Name>().map(|name| name.as_str().to_owned()), Ok(kept.to_owned()), "{text:?}");
        }
        for text in ["", "   ", "\0", "\u{200b}\u{feff}", "\t\n", "\u{202e}"] {
            assert_eq!(text.parse::<Name>(), Err(NoName), "{text:?}");
        }
    }

    #[test]
    fn a_name_is_whole_up_to_400_characters_and_says_when_it_is_not() {
        let whole: Name = "é".repeat(LONGEST_NAME).parse().unwrap();
        assert!(!whole.is_cut() && whole.as_str().chars().count() == LONGEST_NAME);
        let long: Name = "é".repeat(10_000).parse().unwrap();
        assert!(long.is_cut() && long.as_str().chars().count() == LONGEST_NAME);
    }
}
