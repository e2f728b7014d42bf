//! How far a loss reaches, in words: per part how many photos, which days and which places. No pictures.

use care::{Kind, Loss, PartPreview, Visit};

use super::draft::{Draft, PartRow};
use crate::trouble::Trouble;
use crate::visitor::Visitor;
use crate::words::Words;

/// A part of a reach as the page shows it.
pub(super) struct PartShown {
    pub(super) row: PartRow,
    /// What it is called, as it fits the kind of loss.
    pub(super) named: String,
    /// What falls in it, in words; nothing where that cannot be told yet.
    pub(super) reaches: Option<String>,
    /// How many photos fall in it.
    pub(super) photos: u64,
    /// Whether the day until which it counts is over.
    pub(super) ended: bool,
    /// Whether nothing can fall in it: it is of a day, and none is known.
    pub(super) of_no_day: bool,
}

impl PartShown {
    /// Whether something falls in it, will, or it cannot be told.
    pub(super) fn is_near(&self) -> bool {
        self.photos > 0 || (self.row.is_of_time() && !self.of_no_day) || self.reaches.is_none()
    }
}

/// The parts of a draft, with what falls in each where the loss could be understood.
pub(super) fn parts(
    visit: &mut Visit<'_, '_>,
    visitor: &Visitor,
    draft: &Draft,
    loss: Option<&Loss>,
) -> Result<Vec<PartShown>, Trouble> {
    let found = match loss {
        Some(loss) => visit.preview(loss)?,
        None => Vec::new(),
    };
    let shown = |row: &PartRow| {
        let preview = found.iter().find(|preview| preview.part.of.name() == row.name);
        PartShown {
            row: row.clone(),
            named: match row.name {
                "periods" => visitor.words.time_of(&draft.kind),
                name => visitor.words.part(name),
            },
            reaches: preview.map(|preview| visitor.words.reach(preview)),
            photos: preview.map_or(0, |preview| preview.photos),
            of_no_day: row.name == "the_day" && loss.is_some_and(|loss| loss.the_day().is_none()),
            ended: preview.is_some_and(|preview| preview.part.until.is_some_and(|until| until <= visitor.today())),
        }
    };
    Ok(draft.parts.iter().map(shown).collect())
}

impl Words {
    /// What the time of a loss of that kind is called.
    pub(super) fn time_of(self, kind: &str) -> String {
        let kind = Kind::from_name(kind).unwrap_or(Kind::Other);
        self.say(&format!("loss-time-{}", kind.name().replace('_', "-")))
    }

    /// "412 photos, 3 May 2020 to 28 October 2020, most in Salem and Portland."
    fn reach(self, preview: &PartPreview) -> String {
        let Some((first, last)) = preview.between.filter(|_| preview.photos > 0) else {
            return match preview.photos {
                0 => self.say("reach-nothing"),
                photos => self.fill("reach-undated", "photos", self.count("photos", photos)),
            };
        };
        let days = match first == last {
            true => self.plain_day(first),
            false => self
                .with("reach-days", &[("first", self.plain_day(first).into()), ("last", self.plain_day(last).into())]),
        };
        let photos = self.count("photos", preview.photos);
        let towns: Vec<&str> =
            preview.places.iter().map(|place| place.town.as_str()).filter(|t| !t.is_empty()).collect();
        let all = [("photos", photos.into()), ("days", days.into())];
        match &towns[..towns.len().min(2)] {
            [] => self.with("reach-found", &all),
            most => {
                let [photos, days] = all;
                self.with("reach-found-in", &[photos, days, ("towns", self.listed(most).into())])
            }
        }
    }
}
