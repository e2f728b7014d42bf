//! All that a day could bring back, of every kind of memory.

use circle::Viewer;
use jiff::civil::Date;
use store::{StoreError, Tx};

use crate::candidate::Candidate;
use crate::{birthday, observance, on_this_day};

/// Everything that could return on `day`, in the order in which it would be met: birthdays, observances, then moments from
/// the most recent year back.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn candidates(tx: &mut Tx<'_>, viewer: Viewer, day: Date) -> Result<Vec<Candidate>, StoreError> {
    // A kind of memory is a file and a line here.
    let mut all = birthday::offer(tx, viewer, day)?;
    all.extend(observance::offer(tx, viewer, day)?);
    all.extend(on_this_day::offer(tx, viewer, day)?);
    Ok(all)
}
