//! Changes to photos: dates, hiding, removing. What is put away can be changed by nobody who does not see it.

use axum::Json;
use axum::extract::State;
use care::{CareError, Change, Cleared, GivenDate, Photo};
use model::PhotoId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Body, Problem};
use crate::House;
use crate::trouble::Trouble;
use crate::visitor::Visitor;

/// How many photos one request changes at most.
const MOST: usize = 1_000;

/// Photos, by their numbers.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Ids {
    /// At most 1,000 of them.
    ids: Vec<i64>,
}

/// Photos, and when they were taken.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Dated {
    /// At most 1,000 of them.
    ids: Vec<i64>,
    /// `2019-05-04`, `2019-05-04 16:30`, `2019-05`, `2019` or `about 1956`.
    #[schema(example = "about 1956")]
    date: String,
}

/// What a change came to.
#[derive(Serialize, ToSchema)]
pub(crate) struct Changed {
    /// How many photos it concerned.
    photos: usize,
}

macro_rules! change {
    ($name:ident, $path:literal, $doc:literal, $work:expr) => {
        #[doc = $doc]
        #[utoipa::path(post, path = $path, tag = "changes", request_body = Ids,
                                    responses((status = 200, body = Changed),
                                        (status = "4XX", body = Problem, content_type = "application/problem+json")),
                                    security(("token" = ["write"]), ("session" = [])))]
        pub(crate) async fn $name(
            State(house): State<House>,
            visitor: Visitor,
            Body(asked): Body<Ids>,
        ) -> Result<Json<Changed>, Trouble> {
            done(house, visitor, asked.ids, $work).await
        }
    };
}

change!(
    hide,
    "/api/v1/photos/hide",
    "Hides photos: they stay, and never return by themselves.",
    seen(|change, photos| change.hide(photos).map(|_| photos.len()))
);
change!(
    unhide,
    "/api/v1/photos/unhide",
    "Takes hiding back.",
    seen(|change, photos| change.unhide(photos).map(|_| photos.len()))
);
change!(
    remove,
    "/api/v1/photos/remove",
    "Removes photos from the library; their files stay where they are.",
    seen(|change, photos| change.remove(photos).map(|removed| removed.len()))
);
change!(restore, "/api/v1/photos/restore", "Takes removing back.", |change, ids| {
    change.restore(ids).map(|back| back.len())
});

/// Corrects when photos were taken.
#[utoipa::path(post, path = "/api/v1/photos/date", tag = "changes", request_body = Dated,
    responses((status = 200, body = Changed), (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["write"]), ("session" = [])))]
pub(crate) async fn date(
    State(house): State<House>,
    visitor: Visitor,
    Body(asked): Body<Dated>,
) -> Result<Json<Changed>, Trouble> {
    let given: GivenDate = asked.date.parse().map_err(|_| Trouble::Misused("api-date"))?;
    let work = seen(move |change, photos| change.date(photos, given).map(|dated| dated.photos));
    done(house, visitor, asked.ids, work).await
}

/// Takes corrections back: what the files say counts again.
#[utoipa::path(post, path = "/api/v1/photos/date-back", tag = "changes", request_body = Ids,
    responses((status = 200, body = Changed), (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["write"]), ("session" = [])))]
pub(crate) async fn date_back(
    State(house): State<House>,
    visitor: Visitor,
    Body(asked): Body<Ids>,
) -> Result<Json<Changed>, Trouble> {
    done(house, visitor, asked.ids, seen(|change, photos| change.date_back(photos))).await
}

/// A change of those photos that the viewer may see. Answers how many it concerned.
fn seen(
    work: impl FnOnce(&mut Change<'_, '_>, &[Cleared<Photo>]) -> Result<usize, CareError> + Send + 'static,
) -> impl FnOnce(&mut Change<'_, '_>, &[PhotoId]) -> Result<usize, CareError> + Send + 'static {
    move |change, ids| {
        let photos = change.library()?.photos(ids)?;
        work(change, &photos)
    }
}

/// Changes photos that this viewer may see; "not there", "not yours" and "put away" are one answer.
async fn done(
    house: House,
    visitor: Visitor,
    ids: Vec<i64>,
    work: impl FnOnce(&mut Change<'_, '_>, &[PhotoId]) -> Result<usize, CareError> + Send + 'static,
) -> Result<Json<Changed>, Trouble> {
    if ids.len() > MOST {
        return Err(Trouble::Misused("api-too-many"));
    }
    let ids: Vec<PhotoId> = ids.into_iter().map(PhotoId).collect();
    match house.change(visitor, move |change, _| Ok(work(change, &ids)?)).await? {
        0 => Err(Trouble::NotThere),
        photos => Ok(Json(Changed { photos })),
    }
}
