//! Who is not seen any more: they are asked about once, by their face and without a guess, on a page that nobody is sent to.

use std::collections::HashSet;

use circle::Viewer;
use jiff::civil::Date;
use model::PersonId;
use store::{StoreError, Tx};

use super::Whom;
use super::signals::gone_for_long;
use crate::loss::losses;
use crate::people_said::spoken_of;
use crate::settings::settings;

/// Of whom it may be asked what is wanted of pictures with them: whose absence makes moments ask, and of whom nobody said anything yet.
/// Nobody, where caution or what it asks by absence is switched off.
///
/// # Errors
/// Where the database cannot be asked: then nobody is asked about.
pub(crate) fn not_seen_again(tx: &mut Tx<'_>, viewer: Viewer, today: Date) -> Result<Vec<PersonId>, StoreError> {
    let whom = Whom::of(tx, viewer, (today, today))?;
    if !settings(tx, viewer)?.caution || !whom.absence {
        return Ok(Vec::new());
    }
    let mut answered: HashSet<PersonId> = spoken_of(tx, viewer)?.into_iter().collect();
    answered.extend(losses(tx, viewer)?.into_iter().flat_map(|kept| kept.loss.people));
    let mut gone = gone_for_long(tx, viewer, today, &whom)?;
    gone.retain(|person| !answered.contains(person));
    Ok(gone)
}
