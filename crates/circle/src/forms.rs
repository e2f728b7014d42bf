//! Forms that come in through the door: what the first sending of each was answered with.

pub use store::{FirstAnswer, FormKey};

use crate::{CircleError, Door};

impl Door {
    /// What the sending that counted was answered with; `None` where none has counted yet.
    ///
    /// # Errors
    /// Where the database cannot be asked.
    pub fn first_answer(&self, form: &FormKey) -> Result<Option<FirstAnswer>, CircleError> {
        self.store.read(|tx| Ok(form.first_answer(tx)?))
    }

    /// Notes what this sending is answered with, for those that come after it.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn note_answer(&self, form: &FormKey, answer: &FirstAnswer) -> Result<(), CircleError> {
        self.store.write(|tx| Ok(form.note_answer(tx, answer)?))
    }

    /// Forgets a sending that was refused: it may be sent again.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn forget_form(&self, form: &FormKey) -> Result<(), CircleError> {
        self.store.write(|tx| Ok(form.forget(tx)?))
    }
}
