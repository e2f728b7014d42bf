//! What goes wrong, as a person sees it: a sentence and a hint, never internals.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use care::{CareError, LossError, RenditionError};
use circle::CircleError;

use crate::Unanswered;
use crate::address::own_page;
use crate::flash::Flash;
use crate::lane::Lane;
use crate::pages::done::flashes_at;
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
    /// It was more than is taken at once.
    TooMuch,
    /// A program sent this before, and what it asked for was kept then; how it was answered is not known any more.
    SentBefore,
    /// Care could not decide.
    Care(CareError),
    /// It took too long, so it was given up: nothing is shown, and nothing was changed.
    Late,
    /// A change was kept, and then the page that says so could not be made; why, for the log.
    Kept(String),
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
    /// What was just done.
    flashes: Vec<Flash>,
    /// Where taking it back leads.
    back: String,
}

const NOT_THERE: Said =
    Said { title: "trouble-nothing", sentence: "trouble-nothing-sentence", hint: "trouble-nothing-hint" };
const NOT_THIS_WAY: Said = Said { title: "trouble-way", sentence: "trouble-way-sentence", hint: "trouble-way-hint" };
/// What is said when care cannot decide, for whatever reason.
const UNDECIDED: Said =
    Said { title: "trouble-undecided", sentence: "trouble-undecided-sentence", hint: "trouble-undecided-hint" };
/// What is said of a change that was given up.
const NOT_DONE: Said =
    Said { title: "trouble-undecided", sentence: "trouble-late-sentence", hint: "trouble-late-hint" };
const KEPT: Said = Said { title: "trouble-inside", sentence: "trouble-kept-sentence", hint: "trouble-kept-hint" };
const NOT_SIGNED_IN: Said = Said { title: "door-nobody", sentence: "door-nobody-sentence", hint: "door-nobody-hint" };
const NOT_ALLOWED: Said = Said { title: "door-narrow", sentence: "door-narrow-sentence", hint: "door-narrow-hint" };
const TOO_MUCH: Said =
    Said { title: "trouble-too-much", sentence: "trouble-too-much-sentence", hint: "trouble-too-much-hint" };
const SENT_BEFORE: Said = Said { title: "trouble-sent", sentence: "trouble-sent-sentence", hint: "trouble-sent-hint" };
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
            Self::TooMuch => (StatusCode::PAYLOAD_TOO_LARGE, TOO_MUCH),
            Self::SentBefore => (StatusCode::CONFLICT, SENT_BEFORE),
            Self::Care(error) => {
                tracing::error!(?error, "care could not decide, so nothing was shown");
                (StatusCode::SERVICE_UNAVAILABLE, UNDECIDED)
            }
            Self::Late => {
                tracing::error!("it took too long, so it was given up");
                (StatusCode::SERVICE_UNAVAILABLE, if Lane::here() == Lane::Changing { NOT_DONE } else { UNDECIDED })
            }
            Self::Kept(error) => {
                tracing::error!(error, "a change was kept, but its page could not be made");
                (StatusCode::INTERNAL_SERVER_ERROR, KEPT)
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

impl Trouble {
    /// The same trouble where the time was over and nothing had been kept.
    pub(crate) fn at_the_end(self) -> Self {
        match self {
            Self::Care(_) | Self::Inside(_) => Self::Late,
            other => other,
        }
    }

    /// The same trouble where a change was kept before it.
    pub(crate) fn after_keeping(self) -> Self {
        match self {
            Self::Late => Self::Kept("it took too long".to_owned()),
            Self::Care(error) => Self::Kept(format!("{error:?}")),
            Self::Inside(error) => Self::Kept(error),
            other => other,
        }
    }
}

impl Said {
    /// The page that says it. `here` is [`Here::Outside`] for those who were not let in. `at` is its own address: what was just
    /// done is said there too, with its undo, though what it was done with may be there no more.
    pub(crate) fn page(self, words: Words, here: Here, at: Option<&str>) -> Html<String> {
        let (sentence, hint) = (words.say(self.sentence), words.say(self.hint));
        let flashes = at.map(|at| flashes_at(at, words)).unwrap_or_default();
        let back = at.map(|at| own_page(at).to_owned()).unwrap_or_default();
        let page = Page { words, here, title: words.say(self.title), sentence, hint, flashes, back };
        let plain = format!("{} {}", page.sentence, page.hint);
        Html(page.render().unwrap_or(plain))
    }
}

impl From<CareError> for Trouble {
    fn from(error: CareError) -> Self {
        if error.is_late() { Self::Late } else { Self::Care(error) }
    }
}

/// Where nothing is typed, what cannot be kept was kept before, and does not come up.
impl From<LossError> for Trouble {
    fn from(error: LossError) -> Self {
        match error {
            LossError::NotThere => Self::NotThere,
            LossError::Store(error) => Self::Care(error.into()),
            _ => Self::Misused("trouble-choose"),
        }
    }
}

impl From<CircleError> for Trouble {
    fn from(error: CircleError) -> Self {
        match error {
            CircleError::Store(error) => CareError::from(error).into(),
            error => Self::Inside(error.to_string()),
        }
    }
}

impl From<Unanswered> for Trouble {
    fn from(error: Unanswered) -> Self {
        Self::Inside(error.to_string())
    }
}

impl From<RenditionError> for Trouble {
    fn from(error: RenditionError) -> Self {
        Self::Inside(error.to_string())
    }
}

impl From<askama::Error> for Trouble {
    fn from(error: askama::Error) -> Self {
        Self::Inside(error.to_string())
    }
}
