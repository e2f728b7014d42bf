//! Coming in: the folders that are looked into, what runs just now, and how to pause it.

mod ask;
mod unread;

use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::Html;
use jiff::tz::TimeZone;
use model::{Folder, FolderId, Stage};
use serde::Deserialize;

use crate::flash::{Flash, Undo};
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;
use crate::{House, Now, Watched, Work};

pub(crate) use ask::{add, added, back, let_go, pause, rescan, resume, try_again};
pub(crate) use unread::unread;

#[derive(Template)]
#[template(path = "coming_in.html")]
struct Page {
    words: Words,
    here: Here,
    zone: TimeZone,
    now: Now,
    /// Whether nothing is kept with care yet: then it is said where that is done, before anything comes back.
    keeps_nothing: bool,
    done: Done,
    refused: Option<Refused>,
}

/// What was just done, by the address a form led back to.
#[derive(Deserialize, Default)]
pub(crate) struct Done {
    /// A folder that is looked into from now on.
    added: Option<i64>,
    /// The numbers of folders that became a part of it, separated by dots.
    #[serde(default)]
    took_in: String,
    /// A folder that is looked into no more.
    let_go: Option<i64>,
    /// Whether a look was asked for.
    asked: Option<u8>,
    /// Whether something that went wrong was asked for again.
    tried: Option<u8>,
}

/// A folder that cannot be looked into: what was typed, and why not.
pub(crate) struct Refused {
    typed: String,
    why: String,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    done: Result<Query<Done>, QueryRejection>,
) -> Result<Html<String>, Trouble> {
    let done = done.map(|Query(done)| done).unwrap_or_default();
    shown(house, visitor, done, None).await
}

async fn shown(house: House, visitor: Visitor, done: Done, refused: Option<Refused>) -> Result<Html<String>, Trouble> {
    let page = house.ask(move |house| {
        let now = house.coming_in.now(visitor.who.viewer)?;
        let keeps_nothing = house.visits.look(&visitor.who, |visit| Ok::<_, Trouble>(visit.losses()?.is_empty()))?;
        let zone = visitor.who.now.time_zone().clone();
        Ok(Page { words: visitor.words, here: Here::Settings, zone, now, keeps_nothing, done, refused }.render()?)
    });
    Ok(Html(page.await?))
}

impl Page {
    fn runs(&self) -> bool {
        self.now.standing.stage != Stage::Resting
    }

    /// What was just done, in words. Of a folder that is not there, or is there again, nothing is told.
    fn flashes(&self) -> Vec<Flash> {
        let (done, words) = (&self.done, self.words);
        let mut flashes = Vec::new();
        if let Some(folder) = done.added.and_then(|id| self.folder(&id)) {
            let undo =
                Undo::at(format!("/coming-in/folders/{}/let-go", folder.id)).with("took_in", done.took_in.as_str());
            let path = Some(folder.path.display().to_string());
            flashes.push(Flash { path, ..Flash::saying(words, "coming-added").undone_by(undo) });
            let parts = done.took_in.split('.').filter(|part| !part.is_empty()).count();
            flashes.extend((parts > 0).then(|| Flash::of(words.count("coming-took-in", parts))));
        }
        if let Some(id) = done.let_go.filter(|id| self.folder(id).is_none()) {
            let undo = Undo::at(format!("/coming-in/folders/{id}/back"));
            flashes.push(Flash::saying(words, "coming-let-go-done").undone_by(undo));
        }
        let waits = done.asked.is_some() && !self.now.paused && !self.runs();
        flashes.extend(waits.then(|| Flash::saying(words, "coming-asked")));
        flashes.extend(done.tried.map(|_| Flash::saying(words, "work-tried")));
        flashes
    }

    fn counts(&self) -> bool {
        self.now.standing.stage == Stage::Counting
    }

    /// The folder that is looked through now.
    fn at(&self) -> Option<&Folder> {
        self.now.folders.iter().find(|folder| Some(folder.id) == self.now.folder)
    }

    fn folder(&self, id: &i64) -> Option<&Folder> {
        self.now.folders.iter().find(|folder| folder.id == FolderId(*id))
    }

    /// What is to be said of how a folder is watched; nothing while that is not known yet.
    fn watched(&self, folder: &Folder) -> Option<String> {
        let (_, watched) = self.now.watched.iter().find(|(id, _)| *id == folder.id)?;
        Some(self.words.say(match watched {
            Watched::Yes => "coming-watched",
            Watched::NotThere => "coming-not-there",
            Watched::TooMany => "coming-too-many",
            Watched::No => "coming-not-watched",
        }))
    }

    /// The path of the folder that a piece of work is about.
    fn about(&self, work: &Work) -> Option<String> {
        let folder = self.now.folders.iter().find(|folder| Some(folder.id) == work.folder)?;
        Some(folder.path.display().to_string())
    }

    fn waits(&self, folder: &Folder) -> bool {
        self.now.waiting.contains(&folder.id)
    }
}
