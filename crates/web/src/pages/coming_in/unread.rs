//! What could not be read, and why; a page at a time, the latest first.

use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::Html;
use model::{FileId, Unread};
use serde::Deserialize;

use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;
use crate::{House, UnreadFiles, UnreadPage};

/// How many files one page lists.
const MOST: usize = 50;

#[derive(Template)]
#[template(path = "unread.html")]
struct Page {
    words: Words,
    here: Here,
    /// How many there are in all, in figures.
    total: String,
    /// Each reason by its stable name, and how often it was met, in figures.
    counts: Vec<(String, String)>,
    /// The reason that is looked at alone.
    why: Option<String>,
    files: Vec<Unread>,
    /// Whether this page begins somewhere down the list.
    further: bool,
    /// Where the next page begins.
    next: Option<FileId>,
}

#[derive(Deserialize, Default)]
pub(crate) struct UnreadQuery {
    why: Option<String>,
    before: Option<i64>,
}

pub(crate) async fn unread(
    State(house): State<House>,
    visitor: Visitor,
    asked: Result<Query<UnreadQuery>, QueryRejection>,
) -> Result<Html<String>, Trouble> {
    let asked = asked.map(|Query(asked)| asked).unwrap_or_default();
    let page = house.ask(move |house| {
        let (before, reason) = (asked.before.map(FileId), asked.why.clone());
        let page = UnreadPage { before, reason, most: MOST + 1 };
        let UnreadFiles { counts, mut files } = house.coming_in.unread(visitor.who.viewer, &page)?;
        let more = files.len() > MOST;
        files.truncate(MOST);
        let next = files.last().filter(|_| more).map(|file| file.id);
        let (words, here, further) = (visitor.words, Here::Settings, asked.before.is_some());
        let total = words.figures(counts.iter().map(|(_, count)| count).sum());
        let counts = counts.into_iter().map(|(why, count)| (why, words.figures(count))).collect();
        Ok(Page { words, here, total, counts, why: asked.why, files, further, next }.render()?)
    });
    Ok(Html(page.await?))
}

impl Page {
    /// The address of the next page. Reasons are plain words, so nothing in them needs to be spelled out; one that is not
    /// known is left out.
    fn address(&self, next: &FileId) -> String {
        let known = self.why.as_ref().filter(|why| self.counts.iter().any(|(name, _)| name == *why));
        let why = known.map(|why| format!("&why={why}")).unwrap_or_default();
        format!("/coming-in/unread?before={next}{why}")
    }
}
