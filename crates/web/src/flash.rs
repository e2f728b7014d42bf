//! The flash: what was just done, said once at the top of the next page, with a way to take it back. Whatever a form did, its page
//! makes a [`Flash`] of the address that the form led back to, and `templates/flash.html` shows it.

use crate::words::Words;

/// What was just done, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Flash {
    /// The sentence that says so.
    pub(crate) says: String,
    /// The folder that it was done with, as a path.
    pub(crate) path: Option<String>,
    /// By what it is taken back, where it can be.
    pub(crate) undo: Option<Undo>,
    /// What may be done beyond it, by whoever wants to: an address, and the words of it.
    pub(crate) further: Option<(String, String)>,
}

/// A form of one button that takes back what was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Undo {
    pub(crate) action: String,
    pub(crate) fields: Vec<(&'static str, String)>,
}

impl Flash {
    /// What cannot be taken back, or need not be.
    pub(crate) fn of(says: String) -> Self {
        Self { says, path: None, undo: None, further: None }
    }

    /// The sentence of that key.
    pub(crate) fn saying(words: Words, key: &str) -> Self {
        Self::of(words.say(key))
    }

    /// The same with a quiet line that leads further.
    #[must_use]
    pub(crate) fn leading(self, further: Option<(String, String)>) -> Self {
        Self { further, ..self }
    }

    /// The same with a way to take it back, where there is one.
    #[must_use]
    pub(crate) fn undone_by(self, undo: impl Into<Option<Undo>>) -> Self {
        Self { undo: undo.into(), ..self }
    }
}

impl Undo {
    /// What needs no fields.
    pub(crate) fn at(action: String) -> Self {
        Self { action, fields: Vec::new() }
    }

    /// With one field more.
    #[must_use]
    pub(crate) fn sending(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.fields.push((name, value.into()));
        self
    }
}
