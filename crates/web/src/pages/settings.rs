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
    /// What a part of the house takes, in bytes: the key of its name, and how much, where that is known.
    takes: Vec<(&'static str, Option<u64>)>,
    free: Option<u64>,
    engine: &'static str,
    version: &'static str,
}

pub(crate) async fn page(State(house): State<House>, visitor: Visitor) -> Result<Html<String>, Trouble> {
    let page = house.ask(move |house| {
        let originals = house.store.read(|tx| library::bytes_of_originals(tx, visitor.viewer))?;
        let takes = vec![
            ("settings-originals", Some(originals)),
            ("settings-renditions", house.coming_in.now().renditions),
            ("settings-database", Some(house.store.size()?)),
        ];
        let page = Page {
            words: visitor.words,
            here: Here::Settings,
            takes,
            free: house.blobs.free(),
            engine: house.store.engine_name(),
            version: env!("CARGO_PKG_VERSION"),
        };
        Ok(page.render()?)
    });
    Ok(Html(page.await?))
}
