//! The front door, and the answer to addresses that lead nowhere.

use axum::response::Redirect;

use crate::trouble::Trouble;

pub(crate) async fn to_today() -> Redirect {
    Redirect::to("/today")
}

pub(crate) async fn not_there() -> Trouble {
    Trouble::NotThere
}
