//! Names of months and small words, folded, in the languages that the pages speak.

/// The months, 1 to 12, each with its names.
pub(crate) const MONTHS: [&[&str]; 12] = [
    &["january", "enero"],
    &["february", "febrero"],
    &["march", "marzo"],
    &["april", "abril"],
    &["may", "mayo"],
    &["june", "junio"],
    &["july", "julio"],
    &["august", "agosto"],
    &["september", "septiembre", "setiembre"],
    &["october", "octubre"],
    &["november", "noviembre"],
    &["december", "diciembre"],
];

/// Words that say nothing of a photo where other words do.
const SMALL: &[&str] = &[
    "a", "an", "and", "at", "by", "con", "de", "del", "el", "en", "for", "from", "in", "la", "las", "los", "of", "on",
    "por", "the", "to", "un", "una", "with", "y",
];

/// The month of that name; shortened to three letters only where `short` says that it must be one.
pub(super) fn month(word: &str, short: bool) -> Option<i8> {
    let is = |names: &&[&str]| {
        names.iter().any(|name| *name == word || (short && word.len() == 3 && name.starts_with(word)))
    };
    let at = MONTHS.iter().position(is)?;
    i8::try_from(at + 1).ok()
}

pub(super) fn is_small(word: &str) -> bool {
    SMALL.contains(&word)
}
