//! A loss in words, with how far it reaches.

use care::{KeptLoss, Kind, Loss, PartOf, PartPreview, Want};
use jiff::civil::Date;
use model::LossId;
use serde::Serialize;

use crate::failure::Failure;
use crate::output;
use crate::visiting::Visitor;

#[derive(Serialize)]
struct Whole<'a> {
    id: i64,
    loss: &'a Loss,
    reach: Vec<Reached>,
}

#[derive(Serialize)]
struct Reached {
    part: &'static str,
    want: &'static str,
    until: Option<Date>,
    /// What is wanted from that day on.
    then: Option<&'static str>,
    photos: u64,
    first: Option<Date>,
    last: Option<Date>,
    days: u64,
    places: Vec<String>,
}

pub(super) fn show(visitor: &Visitor, id: LossId, json: bool) -> Result<(), Failure> {
    let (kept, parts) = visitor.look(|visit| {
        let kept = super::found(visit, id)?;
        let parts = visit.preview(&kept.loss)?;
        Ok::<(KeptLoss, Vec<PartPreview>), Failure>((kept, parts))
    })?;
    if json {
        let reach = parts.iter().map(reached).collect();
        return output::json(&Whole { id: kept.id.0, loss: &kept.loss, reach });
    }
    output::line(&format!("{}  {}", kept.id, in_a_line(&kept.loss)));
    for part in &parts {
        output::line(&format!("  {}", in_words(part)));
    }
    for day in &kept.loss.days {
        let plan = day.plan.name().replace('_', " ");
        let when = day.date.map(|date| date.to_string()).unwrap_or_default();
        output::line(&format!("  Every year: {when} ({plan}, from {} days before to {} after)", day.before, day.after));
    }
    Ok(())
}

/// "A pregnancy or a baby, 2020-09-28, Jack".
pub(super) fn in_a_line(loss: &Loss) -> String {
    let kind = match loss.kind {
        Kind::Death => "Somebody died",
        Kind::PregnancyLoss => "A pregnancy or a baby",
        Kind::Separation => "Somebody I parted from",
        Kind::Illness => "An illness",
        Kind::Animal => "An animal",
        Kind::Home => "A home",
        Kind::Other => "Something else",
    };
    let mut said = vec![kind.to_owned()];
    said.extend(loss.when().map(|when| match when.day() {
        Some(day) => day.to_string(),
        None => format!("{} to {}", when.first, when.last),
    }));
    said.extend((!loss.called.is_empty()).then(|| loss.called.clone()));
    said.join(", ")
}

fn in_words(part: &PartPreview) -> String {
    let wish = match part.part.want {
        Want::KeepAway => "kept away",
        Want::AskFirst => "asked first",
        Want::Welcome => "welcome",
    };
    let then = match part.part.then {
        Some(Want::KeepAway) => ", then kept away",
        Some(Want::AskFirst) => ", then asked first",
        Some(Want::Welcome) => ", then welcome",
        None => "",
    };
    let until = part.part.until.map(|until| format!(" until {until}{then}")).unwrap_or_default();
    let when = part.between.map(|(first, last)| format!(", {first} to {last}")).unwrap_or_default();
    let towns: Vec<&str> = part.places.iter().map(|place| place.town.as_str()).collect();
    let towns = if towns.is_empty() { String::new() } else { format!(", {}", towns.join(", ")) };
    format!("{}: {wish}{until} ({} photos{when}{towns})", named(part.part.of), part.photos)
}

fn named(part: PartOf) -> String {
    match part {
        PartOf::TheDay { before, after } => format!("The day itself, {before} days before and {after} after"),
        PartOf::Periods { before: 0, after: 0 } => "Its time".to_owned(),
        PartOf::Periods { before, after } => format!("Its time, {before} days before and {after} after"),
        PartOf::People => "Photos of whom it is about".to_owned(),
        PartOf::SameMoment => "The same moments".to_owned(),
        PartOf::Places { always: true } => "Its places, at any time".to_owned(),
        PartOf::Places { always: false } => "Its places, within its time".to_owned(),
        PartOf::Companions => "Who was there, within its time".to_owned(),
        PartOf::Words => "Its albums, keywords and words".to_owned(),
        PartOf::Alike => "What looks like its examples".to_owned(),
        PartOf::Chosen => "What was taken in by hand".to_owned(),
    }
}

fn reached(part: &PartPreview) -> Reached {
    Reached {
        part: part.part.of.name(),
        want: part.part.want.name(),
        until: part.part.until,
        then: part.part.then.map(Want::name),
        photos: part.photos,
        first: part.between.map(|(first, _)| first),
        last: part.between.map(|(_, last)| last),
        days: part.days,
        places: part.places.iter().map(|place| place.town.clone()).collect(),
    }
}
