//! What goes wrong, as a person sees it: a sentence and a hint, never internals.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use care::CareError;
use circle::CircleError;
use store::{BlobError, StoreError};

use crate::Unanswered;
use crate::visitor::Here;
use crate::words::Words;

/// Why a page cannot be shown.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// Not there, not yours, or put away: one answer for all of them.
    NotThere,
    /// The address takes what a form sends, and was asked for in another way.
    NotThisWay,
    /// Whoever asks did not sign in, and asks for something that is no page.
    NotSignedIn,
    /// The token is not good for this.
    NotAllowed,
    /// The request makes no sense; the key of a hint.
    Misused(&'static str),
    /// Care could not decide.
    Care(CareError),
    /// It took too long to decide.
    Late,
    /// Too many are at the door just now.
    Crowded,
    /// Something inside; for the log alone.
    Inside(String),
}

/// What is to be said of a trouble. The door says it, in the words of whoever asked and in the form that they asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Said {
    /// The key of a title.
    pub(crate) title: &'static str,
    /// The key of a sentence.
    pub(crate) sentence: &'static str,
    /// The key of a hint.
    pub(crate) hint: &'static str,
}

#[derive(Template)]
#[template(path = "trouble.html")]
struct Page {
    words: Words,
    here: Here,
    title: String,
    sentence: String,
    hint: String,
}

const NOT_THERE: Said =
    Said { title: "trouble-nothing", sentence: "trouble-nothing-sentence", hint: "trouble-nothing-hint" };
const NOT_THIS_WAY: Said = Said { title: "trouble-way", sentence: "trouble-way-sentence", hint: "trouble-way-hint" };
/// What is said when care cannot decide, for whatever reason.
const UNDECIDED: Said =
    Said { title: "trouble-undecided", sentence: "trouble-undecided-sentence", hint: "trouble-undecided-hint" };
const NOT_SIGNED_IN: Said = Said { title: "door-nobody", sentence: "door-nobody-sentence", hint: "door-nobody-hint" };
const NOT_ALLOWED: Said = Said { title: "door-narrow", sentence: "door-narrow-sentence", hint: "door-narrow-hint" };
const CROWDED: Said = Said { title: "door-crowded", sentence: "door-crowded-sentence", hint: "door-crowded-hint" };
const INSIDE: Said = Said { title: "trouble-inside", sentence: "trouble-inside-sentence", hint: "trouble-inside-hint" };

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let (status, said) = match self {
            Self::NotThere => (StatusCode::NOT_FOUND, NOT_THERE),
            Self::NotThisWay => (StatusCode::METHOD_NOT_ALLOWED, NOT_THIS_WAY),
            Self::NotSignedIn => (StatusCode::UNAUTHORIZED, NOT_SIGNED_IN),
            Self::NotAllowed => (StatusCode::FORBIDDEN, NOT_ALLOWED),
            Self::Misused(hint) => {
                let said = Said { title: "trouble-misused", sentence: "trouble-misused-sentence", hint };
                (StatusCode::BAD_REQUEST, said)
            }
            Self::Care(error) => {
                tracing::error!(?error, "care could not decide, so nothing was shown");
                (StatusCode::SERVICE_UNAVAILABLE, UNDECIDED)
            }
            Self::Late => {
                tracing::error!("the database took too long, so nothing was shown");
                (StatusCode::SERVICE_UNAVAILABLE, UNDECIDED)
            }
            Self::Crowded => (StatusCode::TOO_MANY_REQUESTS, CROWDED),
            Self::Inside(error) => {
                tracing::error!(error, "a request failed");
                (StatusCode::INTERNAL_SERVER_ERROR, INSIDE)
            }
        };
        let mut response = status.into_response();
        response.extensions_mut().insert(said);
        response
    }
}

impl Said {
    /// The page that says it. `here` is [`Here::Outside`] for those who were not let in.
    pub(crate) fn page(self, words: Words, here: Here) -> Html<String> {
        let (sentence, hint) = (words.say(self.sentence), words.say(self.hint));
        let page = Page { words, here, title: words.say(self.title), sentence, hint };
        let plain = format!("{} {}", page.sentence, page.hint);
        Html(page.render().unwrap_or(plain))
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

impl From<CircleError> for Trouble {
    fn from(error: CircleError) -> Self {
        Self::Inside(error.to_string())
    }
}

impl From<Unanswered> for Trouble {
    fn from(error: Unanswered) -> Self {
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
