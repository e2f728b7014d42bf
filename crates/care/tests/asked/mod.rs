//! What tests ask of care and say to it: each question and each word in a visit of its own.
#![allow(dead_code, reason = "each test uses its part of it")]

use std::sync::{Arc, LazyLock};

use care::{
    Ahead, AskedByCaution, Beside, ByHand, CareError, CareSettings, Change, Chosen, Cleared, DayPlan, HardDay,
    HardDayChangeId, HowLong, KeptLoss, LibraryView, Logged, Loss, LossChangeId, LossError, PartPreview, Photo, Scope,
    Seal, Session, Source, StandingWish, Story, Tender, Veil, Visit, Visits, Want, Who, WhyPhoto, Wish,
};
use circle::Viewer;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use model::{HardDayId, LossId, MomentId, PhotoId, WishId};
use store::{Blobs, Store};
use testkit::{House, now};

type Asked<T> = Result<T, CareError>;

/// No rendition is read here, so one empty place for them does for all houses.
static NO_BLOBS: LazyLock<Arc<Blobs>> =
    LazyLock::new(|| Arc::new(Blobs::in_folder(std::path::Path::new(env!("CARGO_TARGET_TMPDIR"))).unwrap()));

/// Visits in that house, with a seal of their own.
pub(crate) fn visits(store: &Arc<Store>) -> Visits {
    visits_by(store, Seal::new().unwrap())
}

/// The same with a seal of its own.
pub(crate) fn visits_by(store: &Arc<Store>, seal: Seal) -> Visits {
    Visits::new(Arc::clone(store), Arc::clone(&NO_BLOBS), Arc::new(seal))
}

/// That viewer at that time, in the one session of tests.
pub(crate) fn who(viewer: Viewer, now: Zoned) -> Who {
    Who { viewer, now, session: Session("tests".to_owned()) }
}

/// That viewer at noon of a day.
pub(crate) fn on(viewer: Viewer, day: Date) -> Who {
    who(viewer, day.at(12, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap())
}

/// The owner of a house, at the time of tests.
pub(crate) fn me(house: &House) -> Who {
    who(house.owner(), now())
}

/// What a visit answers that is no trouble.
pub(crate) fn seen_in<T>(visits: &Visits, who: &Who, work: impl FnOnce(&mut Visit<'_, '_>) -> Asked<T>) -> T {
    visits.look(who, work).unwrap()
}

/// The owner keeps something away for good.
pub(crate) fn put_away(house: &House, scope: Scope) {
    let wish = Wish { scope, how_long: HowLong::Never };
    keep_away(&house.store, house.owner(), wish, now().date(), &now()).unwrap().unwrap();
}

fn at(viewer: Viewer, now: Timestamp) -> Who {
    who(viewer, now.to_zoned(TimeZone::UTC))
}

fn ask<T>(store: &Arc<Store>, who: &Who, work: impl FnOnce(&mut Visit<'_, '_>) -> Asked<T>) -> Asked<T> {
    visits(store).look(who, work)
}

fn say<T, E: From<CareError>>(
    store: &Arc<Store>,
    who: &Who,
    work: impl FnOnce(&mut Change<'_, '_>) -> Result<T, E>,
) -> Result<T, E> {
    visits(store).change(who, work)
}

pub(crate) fn today(store: &Arc<Store>, viewer: Viewer, day: Date, today: Date) -> Asked<DayPlan> {
    ask(store, &on(viewer, today), |visit| visit.day_plan(day))
}

pub(crate) fn waiting_on(store: &Arc<Store>, viewer: Viewer, day: Date, today: Date) -> Asked<Vec<Veil>> {
    ask(store, &on(viewer, today), |visit| visit.waiting_on(day))
}

pub(crate) fn photo(store: &Arc<Store>, viewer: Viewer, id: PhotoId, today: Date) -> Asked<Option<Cleared<Photo>>> {
    ask(store, &on(viewer, today), |visit| visit.photo(id))
}

pub(crate) fn story(store: &Arc<Store>, viewer: Viewer, id: MomentId, today: Date) -> Asked<Option<Cleared<Story>>> {
    ask(store, &on(viewer, today), |visit| visit.moment(id))
}

pub(crate) fn story_part(
    store: &Arc<Store>,
    viewer: Viewer,
    id: MomentId,
    today: Date,
    from: usize,
    most: usize,
) -> Asked<Option<Cleared<Story>>> {
    ask(store, &on(viewer, today), |visit| visit.moment_part(id, from, most))
}

pub(crate) fn beside(store: &Arc<Store>, viewer: Viewer, id: PhotoId, today: Date) -> Asked<Option<Cleared<Beside>>> {
    ask(store, &on(viewer, today), |visit| match visit.photo(id)? {
        Some(photo) => visit.beside(&photo),
        None => Ok(None),
    })
}

pub(crate) fn look<T>(
    store: &Arc<Store>,
    viewer: Viewer,
    today: Date,
    work: impl FnOnce(&mut LibraryView<'_, '_>) -> Asked<T>,
) -> Asked<T> {
    ask(store, &on(viewer, today), |visit| work(&mut visit.library()?))
}

pub(crate) fn ahead(store: &Arc<Store>, viewer: Viewer, today: Date, days: u16) -> Asked<Ahead> {
    ask(store, &on(viewer, today), |visit| visit.ahead(days))
}

pub(crate) fn why_photo(store: &Arc<Store>, viewer: Viewer, id: PhotoId, today: Date) -> Asked<Option<WhyPhoto>> {
    ask(store, &on(viewer, today), |visit| visit.why_photo(id))
}

pub(crate) fn why_memory(
    store: &Arc<Store>,
    viewer: Viewer,
    id: MomentId,
    (day, today): (Date, Date),
) -> Asked<Option<WhyPhoto>> {
    ask(store, &on(viewer, today), |visit| visit.why_moment(id, day))
}

pub(crate) fn asked_by_caution(store: &Arc<Store>, viewer: Viewer, today: Date, most: usize) -> Asked<AskedByCaution> {
    ask(store, &on(viewer, today), |visit| visit.asked_by_caution((0, most)))
}

pub(crate) fn preview(store: &Arc<Store>, viewer: Viewer, loss: &Loss) -> Asked<Vec<PartPreview>> {
    ask(store, &who(viewer, now()), |visit| visit.preview(loss))
}

pub(crate) fn losses(store: &Arc<Store>, viewer: Viewer) -> Asked<Vec<KeptLoss>> {
    ask(store, &who(viewer, now()), |visit| visit.losses())
}

pub(crate) fn loss(store: &Arc<Store>, viewer: Viewer, id: LossId) -> Asked<Option<KeptLoss>> {
    ask(store, &who(viewer, now()), |visit| visit.loss(id))
}

pub(crate) fn own_hard_days(store: &Arc<Store>, viewer: Viewer) -> Asked<Vec<(HardDayId, HardDay)>> {
    ask(store, &who(viewer, now()), |visit| visit.own_hard_days())
}

pub(crate) fn standing(store: &Arc<Store>, viewer: Viewer, today: Date) -> Asked<Vec<StandingWish>> {
    ask(store, &on(viewer, today), |visit| visit.wishes())
}

pub(crate) fn log(store: &Arc<Store>, viewer: Viewer) -> Asked<Vec<Logged>> {
    visits(store).log(&who(viewer, now()))
}

pub(crate) fn keep_away(
    store: &Arc<Store>,
    viewer: Viewer,
    wish: Wish,
    day: Date,
    now: &Zoned,
) -> Asked<Option<WishId>> {
    say(store, &who(viewer, now.clone()), |change| change.keep_away(wish, day))
}

pub(crate) fn wish_for(
    store: &Arc<Store>,
    viewer: Viewer,
    want: Want,
    wish: Wish,
    day: Date,
    now: &Zoned,
) -> Asked<Option<WishId>> {
    say(store, &who(viewer, now.clone()), |change| change.wish_for(want, wish, day))
}

pub(crate) fn lift(store: &Arc<Store>, viewer: Viewer, id: WishId, now: Timestamp) -> Asked<bool> {
    say(store, &at(viewer, now), |change| Ok(change.lift(id)?.is_some()))
}

pub(crate) fn change_settings(
    store: &Arc<Store>,
    viewer: Viewer,
    wanted: CareSettings,
    now: Timestamp,
) -> Asked<CareSettings> {
    say(store, &at(viewer, now), |change| change.change_settings(wanted))
}

pub(crate) fn add_loss(store: &Arc<Store>, viewer: Viewer, loss: Loss, now: Timestamp) -> Result<LossId, LossError> {
    say(store, &at(viewer, now), |change| change.add_loss(loss))
}

pub(crate) fn change_loss(
    store: &Arc<Store>,
    viewer: Viewer,
    id: LossId,
    loss: Loss,
    now: Timestamp,
) -> Result<LossChangeId, LossError> {
    say(store, &at(viewer, now), |change| change.change_loss(id, loss))
}

pub(crate) fn take_back_loss_change(
    store: &Arc<Store>,
    viewer: Viewer,
    change: LossChangeId,
    now: Timestamp,
) -> Asked<Option<LossId>> {
    say(store, &at(viewer, now), |visit| visit.take_back_loss_change(change))
}

pub(crate) fn remove_loss(store: &Arc<Store>, viewer: Viewer, id: LossId, now: Timestamp) -> Asked<bool> {
    say(store, &at(viewer, now), |change| change.remove_loss(id))
}

pub(crate) fn restore_loss(store: &Arc<Store>, viewer: Viewer, id: LossId, now: Timestamp) -> Asked<bool> {
    say(store, &at(viewer, now), |change| change.restore_loss(id))
}

pub(crate) fn take_by_hand(
    store: &Arc<Store>,
    viewer: Viewer,
    loss: LossId,
    of: Chosen,
    way: ByHand,
    now: Timestamp,
) -> Result<LossChangeId, LossError> {
    say(store, &at(viewer, now), |change| change.take_by_hand(loss, of, way))
}

pub(crate) fn add_hard_day(
    store: &Arc<Store>,
    viewer: Viewer,
    day: &HardDay,
    now: Timestamp,
) -> Result<HardDayId, LossError> {
    say(store, &at(viewer, now), |change| change.add_hard_day(day))
}

pub(crate) fn change_hard_day(
    store: &Arc<Store>,
    viewer: Viewer,
    id: HardDayId,
    day: &HardDay,
    now: Timestamp,
) -> Result<HardDayChangeId, LossError> {
    say(store, &at(viewer, now), |change| change.change_hard_day(id, day))
}

pub(crate) fn take_back_hard_day(
    store: &Arc<Store>,
    viewer: Viewer,
    change: HardDayChangeId,
    now: Timestamp,
) -> Asked<bool> {
    say(store, &at(viewer, now), |visit| visit.take_back_hard_day(change))
}

/// Nothing is offered for so many days from that time on.
pub(crate) fn be_tender(store: &Arc<Store>, viewer: Viewer, days: u8, now: Timestamp) {
    let tender = Tender::from_days(days.into()).unwrap();
    say(store, &at(viewer, now), |change| change.be_tender(tender)).unwrap();
}

/// Tender days end.
pub(crate) fn be_as_usual(store: &Arc<Store>, viewer: Viewer, now: Timestamp) {
    assert!(say(store, &at(viewer, now), |change| change.be_as_usual()).unwrap(), "there were tender days");
}

/// Picks a photo that may be seen for the quiet look on a hard day.
pub(crate) fn pick(store: &Arc<Store>, viewer: Viewer, source: Source, id: PhotoId, now: Timestamp) -> Asked<bool> {
    say(store, &at(viewer, now), |change| match change.photo(id)? {
        Some(photo) => change.pick(source, &photo),
        None => Ok(false),
    })
}
