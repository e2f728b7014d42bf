//! Recovery codes: how many are left, and new ones.

use askama::Template;
use axum::extract::State;
use axum::response::Html;
use circle::Code;

use crate::House;
use crate::pages::door::set_up::CodesMade;
use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

#[derive(Template)]
#[template(path = "codes.html")]
struct Page {
    words: Words,
    here: Here,
    left: u64,
}

pub(crate) async fn page(State(house): State<House>, visitor: Visitor) -> Result<Html<String>, Trouble> {
    let page = house.ask(move |house| {
        let left = house.store.read(|tx| circle::recovery_codes_left(tx, visitor.viewer))?;
        Ok(Page { words: visitor.words, here: Here::Settings, left }.render()?)
    });
    Ok(Html(page.await?))
}

pub(crate) async fn make(State(house): State<House>, visitor: Visitor) -> Result<Html<String>, Trouble> {
    let page = house.ask(move |house| {
        let codes = house.store.write(|tx| circle::make_recovery_codes(tx, visitor.viewer))?;
        let codes = codes.iter().map(Code::spelled).collect();
        Ok(CodesMade { words: visitor.words, here: Here::Settings, codes }.render()?)
    });
    Ok(Html(page.await?))
}
