//! What the library knows already of whom a loss is about: it need not be said again.

use circle::Viewer;
use model::PersonId;
use store::{StoreError, Tx};

use super::FirstWords;
use super::checked::MOST;

impl FirstWords {
    /// First words about those people, with the days on which they were born, as far as those are known.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn about(tx: &mut Tx<'_>, viewer: Viewer, people: Vec<PersonId>) -> Result<Self, StoreError> {
        let mut born = Vec::new();
        // A loss about more people is not kept, whatever is known of them.
        for person in people.iter().take(MOST) {
            // Whoever was merged into somebody was born when they were.
            let Some(shown) = library::now_shown_as(tx, viewer, *person)? else { continue };
            let day = library::person(tx, viewer, shown)?.and_then(|person| person.born);
            born.extend(day.filter(|day| !born.contains(day)));
        }
        Ok(Self { people, born, ..Self::default() })
    }
}
