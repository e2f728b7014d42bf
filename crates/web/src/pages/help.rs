//! Help: what Perennial does and what it never does, on one page; and what programs can ask for.

mod api;

use askama::Template;
use axum::response::Html;

use crate::trouble::Trouble;
use crate::visitor::{Here, Visitor};
use crate::words::Words;

pub(crate) use api::page as api;

#[derive(Template)]
#[template(path = "help.html")]
struct Page {
    words: Words,
    here: Here,
}

pub(crate) async fn page(visitor: Visitor) -> Result<Html<String>, Trouble> {
    Ok(Html(Page { words: visitor.words, here: Here::Settings }.render()?))
}

impl Page {
    /// The sections: the key of a heading, and those of its sentences.
    fn sections(&self) -> [(&'static str, &'static [&'static str]); 6] {
        [
            ("help-does", &["help-does-return", "help-does-read", "help-does-ask", "help-does-repeat"]),
            (
                "help-never",
                &["help-never-change", "help-never-send", "help-never-guess", "help-never-hurry", "help-never-learn"],
            ),
            ("help-away", &["help-away-how", "help-away-spread", "help-away-keeps", "help-away-limits"]),
            (
                "help-care",
                &[
                    "help-care-loss",
                    "help-care-cards",
                    "help-care-caution",
                    "help-care-days",
                    "help-care-ahead",
                    "help-care-why",
                ],
            ),
            ("help-dates", &["help-dates-from", "help-dates-correct"]),
            ("help-files", &["help-files-stay", "help-files-own", "help-files-keep-out", "help-files-backup"]),
        ]
    }
}
