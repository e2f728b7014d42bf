//! Settings: where each of them is, and what everything takes.

use askama::Template;
use axum::extract::State;
use axum::response::Html;

use crate::House;
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

#[derive(Template)]
#[template(path = "settings.html")]
struct Page {
    words: Words,
    here: Here,
    /// What a part of the house takes: the key of its name, and how much, where that is known.
    takes: [(&'static str, Option<String>); 3],
    free: Option<String>,
    about: String,
}

pub(crate) async fn page(State(house): State<House>, visitor: Visitor) -> Result<Html<String>, Trouble> {
    let page = house.ask(move |house| {
        let words = visitor.words;
        let all = house.coming_in.takes(visitor.who.viewer)?;
        let takes = [
            ("settings-originals", Some(all.originals)),
            ("settings-renditions", all.renditions),
            ("settings-database", Some(all.database)),
        ];
        let takes = takes.map(|(name, bytes)| (name, bytes.map(|bytes| words.size(bytes))));
        let free = all.free.map(|bytes| words.size(bytes));
        let versions = [("version", env!("CARGO_PKG_VERSION").into()), ("engine", all.engine.into())];
        let about = words.with("settings-version", &versions);
        Ok(Page { words, here: Here::Settings, takes, free, about }.render()?)
    });
    Ok(Html(page.await?))
}
