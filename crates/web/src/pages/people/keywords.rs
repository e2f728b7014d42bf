//! Names among keywords.

use askama::Template;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Query, State};
use axum::response::{Html, Redirect};
use care::{Cleared, Keyword};
use serde::Deserialize;

use super::told::{JustTold, Told, back};
use crate::House;
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

/// How many keywords a page shows.
const ON_A_PAGE: usize = 100;

#[derive(Template)]
#[template(path = "keywords.html")]
struct Page {
    words: Words,
    here: Here,
    told: Told,
    keywords: Vec<Cleared<Keyword>>,
    page: usize,
    pages: usize,
}

#[derive(Default, Deserialize)]
pub(crate) struct KeywordsForm {
    #[serde(default)]
    page: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Chosen {
    keyword: String,
}

pub(crate) async fn page(
    State(house): State<House>,
    visitor: Visitor,
    asked: Result<Query<KeywordsForm>, axum::extract::rejection::QueryRejection>,
    told: JustTold,
) -> Result<Html<String>, Trouble> {
    let asked = asked.map(|Query(asked)| asked).unwrap_or_default();
    let told = Told::of(told);
    let page = house.look(visitor, move |visit, visitor| {
        let all = visit.library()?.keywords()?;
        let pages = all.len().div_ceil(ON_A_PAGE).max(1);
        let page = asked.page.as_deref().and_then(|page| page.parse().ok()).unwrap_or(1_usize).clamp(1, pages);
        let keywords = all.into_iter().skip((page - 1) * ON_A_PAGE).take(ON_A_PAGE).collect();
        Ok(Page { words: visitor.words, here: Here::People, told, keywords, page, pages }.render()?)
    });
    Ok(Html(page.await?))
}

pub(crate) async fn somebody(
    State(house): State<House>,
    visitor: Visitor,
    asked: Result<Form<Chosen>, FormRejection>,
) -> Result<Redirect, Trouble> {
    let Form(asked) = asked.map_err(|_| Trouble::Misused("trouble-choose"))?;
    let done = house.change(visitor, move |change, _| Ok(change.keyword_is_somebody(&asked.keyword)?));
    back("/people/keywords", "keyword", done.await?, false)
}

impl Page {
    fn before(&self) -> Option<String> {
        (self.page > 1).then(|| format!("/people/keywords?page={}", self.page - 1))
    }

    fn after(&self) -> Option<String> {
        (self.page < self.pages).then(|| format!("/people/keywords?page={}", self.page + 1))
    }
}
