//! The folders that are looked into, as the API answers them.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use model::{Folder, FolderId, Look, LookTrouble};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Body, Problem};
use crate::pages::coming_in::added;
use crate::trouble::Trouble;
use crate::visitor::Visitor;
use crate::{House, Now, Watched};

/// The folders that are looked into.
#[derive(Serialize, ToSchema)]
#[schema(as = Folders)]
pub(crate) struct FoldersJson {
    /// Oldest first.
    folders: Vec<FolderJson>,
}

/// A folder that is looked into.
#[derive(Serialize, ToSchema)]
#[schema(as = Folder)]
pub(crate) struct FolderJson {
    /// Its number.
    id: i64,
    /// Where it is. A path that is no text is as near to it as text can be.
    path: String,
    /// Since when it is looked into.
    added: Timestamp,
    /// Whether changes are heard of as they happen: `yes`, `not_there`, `too_many`, `no`; none while that is not known.
    watched: Option<&'static str>,
    /// What came of looking through it the last time.
    look: Option<LookJson>,
}

/// What came of looking through a folder.
#[derive(Serialize, ToSchema)]
#[schema(as = Look)]
pub(crate) struct LookJson {
    /// When it ended.
    at: Timestamp,
    /// Photos that were not known before.
    came_in: u64,
    /// Files that were known already.
    known: u64,
    /// Files whose content or sidecar changed.
    changed: u64,
    /// Files that were there before and are gone. Their photos stay.
    missing: u64,
    /// Files that could not be read or shown.
    could_not: u64,
    /// Whether it was stopped before the end.
    stopped: bool,
    /// Why it ended early, if it did: `folder`, `keeping` or `worker`.
    trouble: Option<&'static str>,
}

/// A folder to look into.
#[derive(Deserialize, ToSchema)]
pub(crate) struct AskedFolder {
    /// Its whole path on the machine that Perennial runs on.
    #[schema(example = "/home/ana/Pictures")]
    path: String,
}

/// A folder that is looked into from now on.
#[derive(Serialize, ToSchema)]
#[schema(as = AddedFolder)]
pub(crate) struct AddedJson {
    /// Its number.
    id: i64,
    /// Its whole path, links resolved.
    path: String,
    /// Folders inside of it that are a part of it now.
    took_in: Vec<String>,
}

/// The folders that are looked into, with what came of the last look.
#[utoipa::path(get, path = "/api/v1/folders", tag = "coming in",
    responses((status = 200, body = FoldersJson), (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["read"]), ("session" = [])))]
pub(crate) async fn list(State(house): State<House>, visitor: Visitor) -> Result<Json<FoldersJson>, Trouble> {
    let now = house.ask(move |house| Ok(house.coming_in.now(visitor.who.viewer)?)).await?;
    Ok(Json(FoldersJson { folders: now.folders.iter().map(|folder| FolderJson::of(folder, &now)).collect() }))
}

/// Looks into one more folder from now on.
#[utoipa::path(post, path = "/api/v1/folders", tag = "coming in", request_body = AskedFolder,
    responses((status = 200, body = AddedJson), (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["import"]), ("session" = [])))]
pub(crate) async fn add(
    State(house): State<House>,
    visitor: Visitor,
    Body(asked): Body<AskedFolder>,
) -> Result<Response, Trouble> {
    let words = visitor.words;
    Ok(match added(&house, &visitor, asked.path).await? {
        Ok(added) => {
            let took_in = added.took_in.iter().map(|folder| folder.path.display().to_string()).collect();
            Json(AddedJson { id: added.id.0, path: added.path.display().to_string(), took_in }).into_response()
        }
        Err(why) => {
            let (title, detail) = (words.say("api-folder-refused"), words.folder_refused(&why));
            let code = format!("folder_{}", why.name());
            let hint = words.say("coming-add-hint");
            Problem::new(StatusCode::UNPROCESSABLE_ENTITY, &code, title, detail, hint).into_response()
        }
    })
}

/// Looks into a folder no more; its photos stay.
#[utoipa::path(delete, path = "/api/v1/folders/{id}", tag = "coming in",
    params(("id" = i64, Path, description = "Its number")),
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")),
    security(("token" = ["import"]), ("session" = [])))]
pub(crate) async fn let_go(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<StatusCode, Trouble> {
    let id = id.parse().map(FolderId).map_err(|_| Trouble::NotThere)?;
    let known = house.ask(move |house| Ok(house.coming_in.let_folder_go(visitor.who.viewer, id)?)).await?;
    if known { Ok(StatusCode::NO_CONTENT) } else { Err(Trouble::NotThere) }
}

impl FolderJson {
    fn of(folder: &Folder, now: &Now) -> Self {
        let watched = now.watched.iter().find(|(id, _)| *id == folder.id).map(|(_, watched)| match watched {
            Watched::Yes => "yes",
            Watched::NotThere => "not_there",
            Watched::TooMany => "too_many",
            Watched::No => "no",
        });
        let look = folder.look.as_ref().map(LookJson::of);
        Self { id: folder.id.0, path: folder.path.display().to_string(), added: folder.added, watched, look }
    }
}

impl LookJson {
    fn of(look: &Look) -> Self {
        Self {
            at: look.at,
            came_in: look.came_in,
            known: look.known,
            changed: look.changed,
            missing: look.missing,
            could_not: look.could_not,
            stopped: look.stopped,
            trouble: look.trouble.map(LookTrouble::name),
        }
    }
}
