//! What can be asked of whoever brings photos in.

use std::path::Path as FilePath;

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use model::{AddedFolder, FolderId, FolderRefused};
use serde::Deserialize;

use super::{Done, Refused};
use crate::trouble::Trouble;
use crate::visitor::Visitor;
use crate::{House, address};

#[derive(Deserialize)]
pub(crate) struct FolderForm {
    folder: String,
}

#[derive(Deserialize)]
pub(crate) struct Which {
    /// One folder's number; all of them where none is named.
    folder: Option<i64>,
}

#[derive(Deserialize)]
pub(crate) struct Tried {
    /// The number of a piece of work.
    work: i64,
}

#[derive(Deserialize)]
pub(crate) struct LetGo {
    /// The numbers of folders that had become a part of it, separated by dots.
    #[serde(default)]
    took_in: String,
}

/// Looks into one more folder.
pub(crate) async fn add(
    State(house): State<House>,
    visitor: Visitor,
    asked: Result<Form<FolderForm>, FormRejection>,
) -> Result<Response, Trouble> {
    let Form(FolderForm { folder }) = asked.map_err(|_| Trouble::Misused("coming-name-a-folder"))?;
    let typed = folder.trim().to_owned();
    match added(&house, &visitor, typed.clone()).await? {
        Ok(added) => {
            let took_in: Vec<String> = added.took_in.iter().map(|folder| folder.id.to_string()).collect();
            let address = address::with(&format!("/coming-in?added={}", added.id), &[("took_in", &took_in.join("."))]);
            Ok(Redirect::to(&address).into_response())
        }
        Err(why) => {
            let refused = Refused { typed, why: visitor.words.folder_refused(&why) };
            let page = super::shown(house, visitor, Done::default(), Some(refused)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// Looks into one more folder, or answers why not.
pub(crate) async fn added(
    house: &House,
    visitor: &Visitor,
    typed: String,
) -> Result<Result<AddedFolder, FolderRefused>, Trouble> {
    let viewer = visitor.who.viewer;
    house.ask(move |house| Ok(house.coming_in.add_folder(viewer, FilePath::new(&typed))?)).await
}

/// Looks into a folder no more. Folders that had become a part of it are looked into on their own again.
pub(crate) async fn let_go(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
    gone: Result<Form<LetGo>, FormRejection>,
) -> Result<Redirect, Trouble> {
    let id = numbered(&id)?;
    let took_in = gone.map(|Form(gone)| gone.took_in).unwrap_or_default();
    let known = house
        .ask(move |house| {
            let known = house.coming_in.let_folder_go(visitor.who.viewer, id)?;
            for part in took_in.split('.').filter_map(|part| part.parse().ok()).filter(|_| known) {
                house.coming_in.take_folder_back(visitor.who.viewer, FolderId(part))?;
            }
            Ok(known)
        })
        .await?;
    // Letting go twice, from two windows, is as good as once, but it is only said once.
    Ok(if known { Redirect::to(&format!("/coming-in?let_go={id}")) } else { Redirect::to("/coming-in") })
}

/// Takes letting go back.
pub(crate) async fn back(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Redirect, Trouble> {
    let id = numbered(&id)?;
    match house.ask(move |house| Ok(house.coming_in.take_folder_back(visitor.who.viewer, id)?)).await? {
        true => Ok(Redirect::to(&format!("/coming-in?added={id}"))),
        false => Err(Trouble::NotThere),
    }
}

/// Looks through one folder again, or through all.
pub(crate) async fn rescan(
    State(house): State<House>,
    visitor: Visitor,
    which: Result<Form<Which>, FormRejection>,
) -> Result<Redirect, Trouble> {
    let folder = which.ok().and_then(|Form(which)| which.folder).map(FolderId);
    match house.ask(move |house| Ok(house.coming_in.look_again(visitor.who.viewer, folder)?)).await? {
        true => Ok(Redirect::to("/coming-in?asked=1")),
        false => Err(Trouble::NotThere),
    }
}

/// Tries again what went wrong.
pub(crate) async fn try_again(
    State(house): State<House>,
    visitor: Visitor,
    tried: Result<Form<Tried>, FormRejection>,
) -> Result<Redirect, Trouble> {
    let Form(Tried { work }) = tried.map_err(|_| Trouble::NotThere)?;
    match house.ask(move |house| Ok(house.coming_in.try_again(visitor.who.viewer, work)?)).await? {
        true => Ok(Redirect::to("/coming-in?tried=1")),
        false => Err(Trouble::NotThere),
    }
}

/// Lets nothing come in for a while.
pub(crate) async fn pause(State(house): State<House>, visitor: Visitor) -> Result<Redirect, Trouble> {
    house.ask(move |house| Ok(house.coming_in.pause(visitor.who.viewer)?)).await?;
    Ok(Redirect::to("/coming-in"))
}

/// Lets photos come in again.
pub(crate) async fn resume(State(house): State<House>, visitor: Visitor) -> Result<Redirect, Trouble> {
    house.ask(move |house| Ok(house.coming_in.resume(visitor.who.viewer)?)).await?;
    Ok(Redirect::to("/coming-in"))
}

fn numbered(id: &str) -> Result<FolderId, Trouble> {
    id.parse().map(FolderId).map_err(|_| Trouble::NotThere)
}
