//! What goes wrong, as a person sees it: a sentence and a hint, never internals.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use care::CareError;
use store::{BlobError, StoreError};

/// Why a page cannot be shown.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// Not there, not yours, or put away: one answer for all of them.
    NotThere,
    /// The request makes no sense.
    Misused(&'static str),
    /// Care could not decide.
    Care(CareError),
    /// It took too long to decide.
    Late,
    /// Something inside; for the log alone.
    Inside(String),
}

/// What is said when care cannot decide, for whatever reason.
const UNDECIDED: (StatusCode, &str, &str, &str) = (
    StatusCode::SERVICE_UNAVAILABLE,
    "A moment, please",
    "Perennial cannot tell just now what may be shown, so it shows nothing.",
    "Nothing is lost. Try again in a little while.",
);

#[derive(Template)]
#[template(path = "trouble.html")]
struct Page {
    title: &'static str,
    sentence: &'static str,
    hint: &'static str,
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let (status, title, sentence, hint) = match self {
            Self::NotThere => (
                StatusCode::NOT_FOUND,
                "Nothing here",
                "There is nothing at this address.",
                "It may have been put away, removed or moved. Today is a good place to go on from.",
            ),
            Self::Misused(hint) => {
                (StatusCode::BAD_REQUEST, "Not understood", "This request was not understood.", hint)
            }
            Self::Care(error) => {
                tracing::error!(?error, "care could not decide, so nothing was shown");
                UNDECIDED
            }
            Self::Late => {
                tracing::error!("the database took too long, so nothing was shown");
                UNDECIDED
            }
            Self::Inside(error) => {
                tracing::error!(error, "a request failed");
                (
                    StatusCode::INTERNAL_SERVER_ERROR,
                    "That did not work",
                    "Something in Perennial went wrong.",
                    "Nothing is lost. The server's log says more.",
                )
            }
        };
        let page = Page { title, sentence, hint };
        (status, Html(page.render().unwrap_or_else(|_| format!("{sentence} {hint}")))).into_response()
    }
}

impl From<CareError> for Trouble {
    fn from(error: CareError) -> Self {
        Self::Care(error)
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Inside(error.to_string())
    }
}

impl From<BlobError> for Trouble {
    fn from(error: BlobError) -> Self {
        Self::Inside(error.to_string())
    }
}

impl From<askama::Error> for Trouble {
    fn from(error: askama::Error) -> Self {
        Self::Inside(error.to_string())
    }
}
