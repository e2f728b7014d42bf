//! A loss that one person offers to another, who takes it with wishes of their own or declines. Neither sees what the other
//! wishes: what is offered is what happened, and nothing of how it is met.

use std::collections::HashMap;

use circle::Viewer;
use jiff::Timestamp;
use model::{LossId, OfferId, PersonId};
use store::{StoreError, Tx, values};

use super::rows::{as_shown_now, read_said, written};
use super::{FirstWords, Loss, LossError, add_loss, loss};
use crate::log::{Entry, note};

/// A loss that was offered.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Its id.
    pub id: OfferId,
    /// Who offers it.
    pub from: PersonId,
    /// What happened, with what is proposed for a loss of that kind: nothing of what `from` wishes.
    pub loss: Loss,
}

/// Offers a loss to another person who sees the same library. `None` where there is no such loss, or it is offered to oneself.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn offer_loss(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: LossId,
    to: PersonId,
    now: Timestamp,
) -> Result<Option<OfferId>, StoreError> {
    let (library, person) = (viewer.library(), viewer.person());
    let Some(kept) = loss(tx, viewer, id)?.filter(|_| to != person) else { return Ok(None) };
    if let Some((_, made)) = offered_to(tx, viewer, id)?.into_iter().find(|(whom, _)| *whom == to) {
        return Ok(Some(made));
    }
    let offer = OfferId(tx.take_numbers(library, "loss_offer", 1)?);
    let said = written(&what_happened(&kept.loss))?;
    let sql = "INSERT INTO loss_offers (library, id, person, to_person, loss, body, state, made_ms)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'open', ?7)";
    tx.execute(sql, values![library, offer, person, to, id, said, now.as_millisecond()])?;
    note(tx, viewer, now, &Entry::LossOffered { loss: id })?;
    Ok(Some(offer))
}

/// To whom the viewer offers a loss, each with the offer. Whether they answered, and how, is theirs.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn offered_to(tx: &mut Tx<'_>, viewer: Viewer, id: LossId) -> Result<Vec<(PersonId, OfferId)>, StoreError> {
    let sql = "SELECT to_person, id FROM loss_offers
               WHERE library = ?1 AND person = ?2 AND loss = ?3 AND withdrawn_ms IS NULL ORDER BY id";
    tx.all(sql, values![viewer.library(), viewer.person(), id], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The viewer offers a loss no more: what was not taken yet is no longer there to be taken. What was taken stays with whoever took
/// it; that is not told. Answers whether there was such an offer.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn withdraw_offer(tx: &mut Tx<'_>, viewer: Viewer, id: OfferId, now: Timestamp) -> Result<bool, StoreError> {
    let sql = "UPDATE loss_offers SET withdrawn_ms = ?4,
                   state = CASE state WHEN 'open' THEN 'taken_back' ELSE state END
               WHERE library = ?1 AND person = ?2 AND id = ?3 AND withdrawn_ms IS NULL";
    Ok(tx.execute(sql, values![viewer.library(), viewer.person(), id, now.as_millisecond()])? > 0)
}

/// What others offer to the viewer and waits for an answer; a loss that was removed is offered by nobody.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn offers_to(tx: &mut Tx<'_>, viewer: Viewer) -> Result<Vec<Offer>, StoreError> {
    let sql = "SELECT o.id, o.person, o.body FROM loss_offers o
               JOIN losses l ON l.library = o.library AND l.id = o.loss AND l.removed_ms IS NULL
               WHERE o.library = ?1 AND o.to_person = ?2 AND o.state = 'open' ORDER BY o.id";
    let mut offers = tx.all(sql, values![viewer.library(), viewer.person()], |row| {
        Ok(Offer { id: row.get(0)?, from: row.get(1)?, loss: read_said(&row.get::<String>(2)?)? })
    })?;
    for offer in &mut offers {
        as_shown_now(tx, viewer, &mut offer.loss, &mut HashMap::new())?;
    }
    Ok(offers)
}

/// Takes an offered loss, with wishes of one's own. Whoever offered it is not told.
///
/// # Errors
/// [`LossError`] as for a loss of one's own; [`LossError::NotThere`] where nothing was offered.
pub(crate) fn take_offer(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: OfferId,
    mine: Loss,
    now: Timestamp,
) -> Result<LossId, LossError> {
    if !answer(tx, viewer, id, "taken")? {
        return Err(LossError::NotThere);
    }
    add_loss(tx, viewer, mine, now)
}

/// Declines an offered loss. Whoever offered it is not told. Answers whether there was such an offer.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn decline_offer(tx: &mut Tx<'_>, viewer: Viewer, id: OfferId) -> Result<bool, StoreError> {
    answer(tx, viewer, id, "declined")
}

/// An offer that was declined waits for an answer again. Answers whether there was one.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn reopen_offer(tx: &mut Tx<'_>, viewer: Viewer, id: OfferId) -> Result<bool, StoreError> {
    let sql = "UPDATE loss_offers SET state = 'open'
               WHERE library = ?1 AND to_person = ?2 AND id = ?3 AND state = 'declined' AND withdrawn_ms IS NULL";
    Ok(tx.execute(sql, values![viewer.library(), viewer.person(), id])? > 0)
}

fn answer(tx: &mut Tx<'_>, viewer: Viewer, id: OfferId, state: &str) -> Result<bool, StoreError> {
    let sql = "UPDATE loss_offers SET state = ?4 WHERE library = ?1 AND to_person = ?2 AND id = ?3 AND state = 'open'
               AND EXISTS (SELECT 1 FROM losses l WHERE l.library = loss_offers.library AND l.id = loss_offers.loss
                           AND l.removed_ms IS NULL)";
    Ok(tx.execute(sql, values![viewer.library(), viewer.person(), id, state])? > 0)
}

/// What happened, when and where and to whom; how it is met is left at what is proposed for its kind. Private words stay.
fn what_happened(loss: &Loss) -> Loss {
    let proposed = loss.when().map(|when| Loss::proposed(loss.kind, when, &FirstWords::default()));
    let proposed_without = proposed.as_ref().is_some_and(|loss| loss.without_them);
    let mut days = loss.days.clone();
    for day in &mut days {
        (day.plan, day.before, day.after) = (super::Plan::Silence, 0, 0);
    }
    Loss {
        kind: loss.kind,
        called: loss.called.clone(),
        words: String::new(),
        people: loss.people.clone(),
        about: loss.about,
        periods: loss.periods.clone(),
        days,
        places: loss.places.clone(),
        tags: Vec::new(),
        examples: Vec::new(),
        companions: Vec::new(),
        parts: proposed.map(|loss| loss.parts).unwrap_or_default(),
        without_them: proposed_without,
        taken_in: Vec::new(),
        taken_out: Vec::new(),
        review: None,
        ages: false,
    }
}
