//! Changes to photos: dates, hiding, removing. What is put away can be changed by nobody who does not see it.

use axum::Json;
use axum::extract::State;
use circle::Viewer;
use library::GivenDate;
use model::PhotoId;
use serde::{Deserialize, Serialize};
use store::{StoreError, Tx};
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
    ($name:ident, $path:literal, $doc:literal, |$tx:ident, $visitor:ident, $id:ident| $work:expr) => {
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
            let $visitor = visitor.clone();
            done(house, visitor, asked.ids, move |$tx, ids| {
                ids.iter().try_fold(0, |done, &$id| Ok(done + usize::from($work?)))
            })
            .await
        }
    };
}

change!(hide, "/api/v1/photos/hide", "Hides photos: they stay, and never return by themselves.", |tx, visitor, id| {
    library::hide(tx, visitor.viewer, id)
});
change!(unhide, "/api/v1/photos/unhide", "Takes hiding back.", |tx, visitor, id| library::unhide(
    tx,
    visitor.viewer,
    id
));
change!(
    remove,
    "/api/v1/photos/remove",
    "Removes photos from the library; their files stay where they are.",
    |tx, visitor, id| library::remove(tx, visitor.viewer, id, visitor.now.timestamp())
);
change!(restore, "/api/v1/photos/restore", "Takes removing back.", |tx, visitor, id| {
    library::restore(tx, visitor.viewer, id, visitor.now.timestamp())
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
    let viewer = visitor.viewer;
    done(house, visitor, asked.ids, move |tx, ids| library::correct_dates(tx, viewer, ids, given)).await
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
    let viewer = visitor.viewer;
    done(house, visitor, asked.ids, move |tx, ids| library::take_back_correction(tx, viewer, ids)).await
}

/// Changes those of the photos that this viewer may see; "not there", "not yours" and "put away" are one answer.
async fn done(
    house: House,
    visitor: Visitor,
    ids: Vec<i64>,
    work: impl FnOnce(&mut Tx<'_>, &[PhotoId]) -> Result<usize, StoreError> + Send + 'static,
) -> Result<Json<Changed>, Trouble> {
    if ids.len() > MOST {
        return Err(Trouble::Misused("api-too-many"));
    }
    let photos = house.ask(move |house| {
        let viewer: Viewer = visitor.viewer;
        let ids = care::look(&house.store, viewer, visitor.today(), |view| {
            Ok(ids.into_iter().map(PhotoId).filter(|id| view.shows(*id)).collect::<Vec<_>>())
        })?;
        Ok(house.store.write(|tx| work(tx, &ids))?)
    });
    match photos.await? {
        0 => Err(Trouble::NotThere),
        photos => Ok(Json(Changed { photos })),
    }
}
