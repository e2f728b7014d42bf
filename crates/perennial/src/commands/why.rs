//! `perennial why`: why a photo or a moment is shown, asked about or held, for you.

use care::{Because, Sign, Verdict, Want};
use jiff::tz::TimeZone;
use model::{MomentId, PhotoId};
use serde::Serialize;

use crate::failure::Failure;
use crate::output::{self, WORDS};
use crate::visiting::Visitor;

#[derive(Serialize)]
struct Why {
    #[serde(skip_serializing_if = "Option::is_none")]
    photo: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    moment: Option<i64>,
    verdict: Verdict,
    because: Vec<Reason>,
}

#[derive(Serialize)]
struct Reason {
    /// `wish`, `loss` or `caution`.
    what: &'static str,
    id: Option<i64>,
    want: Option<&'static str>,
    part: Option<&'static str>,
    words: String,
}

pub(crate) fn run(visitor: &Visitor, id: i64, moment: bool, json: bool) -> Result<(), Failure> {
    let why = visitor.look(|visit| match moment {
        true => visit.why_moment(MomentId(id), visit.today()),
        false => visit.why_photo(PhotoId(id)),
    })?;
    let what = if moment { "moment" } else { "photo" };
    let why = why.ok_or_else(|| Failure::new(format!("there is no {what} {id}"), "Its number is in its address."))?;
    let because: Vec<Reason> = why.because.iter().map(|because| reason(because, visitor.now().time_zone())).collect();
    if json {
        return output::json(&Why {
            photo: (!moment).then_some(id),
            moment: moment.then_some(id),
            verdict: why.verdict,
            because,
        });
    }
    output::line(match why.verdict {
        Verdict::Cleared => "It may be shown.",
        Verdict::Veiled => "It is asked about first.",
        Verdict::Held => "It is not shown.",
    });
    if because.is_empty() {
        output::line("  Nothing was said of it.");
    }
    because.iter().for_each(|reason| output::line(&format!("  {}", reason.words)));
    Ok(())
}

fn reason(because: &Because, zone: &TimeZone) -> Reason {
    match because {
        Because::Wish(wish) => Reason {
            what: "wish",
            id: Some(wish.id.0),
            want: Some(wish.want.name()),
            part: None,
            words: WORDS.put_away(wish, zone),
        },
        Because::Loss { loss, part, want, until, .. } => Reason {
            what: "loss",
            id: Some(loss.0),
            want: Some(want.name()),
            part: Some(part),
            words: format!(
                "A part of what you keep with care ({loss}, {}): {}{}",
                part.replace('_', " "),
                in_words(*want),
                until.map(|until| format!(" until {until}")).unwrap_or_default()
            ),
        },
        Because::Person { .. } => Reason {
            what: "person",
            id: None,
            want: None,
            part: None,
            words: "What you said of pictures with somebody who is in it.".to_owned(),
        },
        Because::Copy => Reason {
            what: "copy",
            id: None,
            want: None,
            part: None,
            words: "It is a copy of something that you put away.".to_owned(),
        },
        Because::Caution(sign) => Reason {
            what: "caution",
            id: None,
            want: None,
            part: None,
            words: match sign {
                Sign::Words => "Words beside it say that it may be tender.",
                Sign::LastDays => "It is of days that may be tender.",
                Sign::MayBeTender | Sign::Silent => "It may be a tender time.",
            }
            .to_owned(),
        },
    }
}

fn in_words(want: Want) -> &'static str {
    match want {
        Want::KeepAway => "kept away",
        Want::AskFirst => "asked about first",
        Want::Welcome => "welcome",
    }
}
