//! Parting and joining moments, hiding the screenshots of a day, and taking all of that back.

use axum::extract::{Path, State};
use axum::response::Redirect;
use jiff::civil::Date;
use memories::SeamId;
use model::{MomentId, PhotoId};
use serde::Deserialize;

use crate::House;
use crate::pages::form::{Back, Filled, id_of, led_back};
use crate::trouble::Trouble;
use crate::visitor::Visitor;

#[derive(Deserialize)]
pub(crate) struct Parted {
    /// The photo with which the new moment begins.
    photo: i64,
}

#[derive(Deserialize)]
pub(crate) struct Joined {
    /// The moment beside it.
    with: i64,
}

#[derive(Deserialize)]
pub(crate) struct Screens {
    day: Date,
    #[serde(default)]
    back: String,
}

pub(crate) async fn part(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    Filled(parted): Filled<Parted>,
) -> Result<Redirect, Trouble> {
    let (id, first) = (id_of(&id, MomentId)?, PhotoId(parted.photo));
    let seam = house.ask(move |house| {
        let viewer = visitor.viewer;
        care::photo(&house.store, viewer, first, visitor.today())?.ok_or(Trouble::NotThere)?;
        house.store.write(|tx| {
            let member = memories::member(tx, viewer, first)?.filter(|member| member.moment == id);
            let seam = memories::part(tx, viewer, member.ok_or(Trouble::NotThere)?)?;
            let now_in = memories::member(tx, viewer, first)?.map_or(id, |member| member.moment);
            Ok::<_, Trouble>((seam.ok_or(Trouble::Misused("moment-cannot-part"))?, now_in))
        })
    });
    let (SeamId(seam), now_in) = seam.await?;
    Ok(led_back(&format!("/moment/{now_in}"), "parted", Some(seam)))
}

pub(crate) async fn join(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    Filled(joined): Filled<Joined>,
) -> Result<Redirect, Trouble> {
    let (id, with) = (id_of(&id, MomentId)?, MomentId(joined.with));
    let seam = house.ask(move |house| {
        let (viewer, today) = (visitor.viewer, visitor.today());
        // The photo by which the joined moment is found again.
        let mut first = None;
        for moment in [id, with] {
            let story = care::story_part(&house.store, viewer, moment, today, 0, 1)?.ok_or(Trouble::NotThere)?;
            first = story.photos.first().map(|photo| photo.id);
        }
        house.store.write(|tx| {
            let seam = memories::join(tx, viewer, id, with)?.ok_or(Trouble::Misused("moment-cannot-join"))?;
            let member = first.map(|first| memories::member(tx, viewer, first)).transpose()?.flatten();
            Ok::<_, Trouble>((seam, member.map_or(id, |member| member.moment)))
        })
    });
    let (SeamId(seam), now_in) = seam.await?;
    Ok(led_back(&format!("/moment/{now_in}"), "joined", Some(seam)))
}

pub(crate) async fn unsew(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    Filled(back): Filled<Back>,
) -> Result<Redirect, Trouble> {
    let id = id_of(&id, SeamId)?;
    let seen_at = back.back.strip_prefix("/moment/").and_then(|id| id.parse().ok()).map(MomentId);
    let now_in = house.ask(move |house| {
        let viewer = visitor.viewer;
        house.store.write(|tx| {
            // The moment that somebody looks at may go; its photos are in another then.
            let last = seen_at.map(|moment| memories::before(tx, viewer, moment, u32::MAX)).transpose()?;
            let last = last.unwrap_or_default().first().map(|member| member.photo);
            if !memories::unsew(tx, viewer, id)? {
                return Err(Trouble::NotThere);
            }
            let member = last.map(|last| memories::member(tx, viewer, last)).transpose()?.flatten();
            Ok(member.map(|member| member.moment))
        })
    });
    let back = now_in.await?.map_or(back.back, |moment| format!("/moment/{moment}"));
    Ok(led_back(&back, "seam-back", None))
}

pub(crate) async fn hide_screens(
    State(house): State<House>,
    visitor: Visitor,
    Filled(screens): Filled<Screens>,
) -> Result<Redirect, Trouble> {
    let Screens { day, back } = screens;
    let act = house.ask(move |house| {
        let viewer = visitor.viewer;
        let ids = care::screens_on(&house.store, viewer, day, visitor.today())?;
        Ok(house.store.write(|tx| library::hide_together(tx, viewer, &ids))?)
    });
    Ok(led_back(&back, "screens", Some(act.await?)))
}

pub(crate) async fn unhide_screens(
    State(house): State<House>,
    visitor: Visitor,
    Path(act): Path<String>,
    Filled(back): Filled<Back>,
) -> Result<Redirect, Trouble> {
    let act = id_of(&act, std::convert::identity)?;
    let undone =
        house.ask(move |house| Ok(house.store.write(|tx| library::unhide_together(tx, visitor.viewer, act))?));
    match undone.await? {
        0 => Err(Trouble::NotThere),
        _ => Ok(led_back(&back.back, "screens-back", None)),
    }
}
