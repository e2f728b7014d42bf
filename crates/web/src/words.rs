//! All words that pages and command line say of memories. Calm ones: they neither celebrate nor command.

use std::time::Duration;

use care::{Cleared, Memory, Scope, StandingWish, Story};
use jiff::civil::Date;
use library::{Photo, Stage, Standing};
use memories::{Moment, Reason};
use model::{Confidence, Place, Precision, Taken};

mod countries;

/// The title of a memory: "Eight years ago, an afternoon in Málaga".
pub fn title(memory: &Cleared<Memory>) -> String {
    match &memory.reason {
        Reason::OnThisDay { years, .. } => match &memory.moment {
            Some(moment) => format!("{}, {}", years_ago(*years), when_and_where(moment)),
            None => years_ago(*years),
        },
        Reason::Birthday { name, age, .. } => format!("{name}, {} today", number(u64::from(*age))),
    }
}

/// The line below a memory's title: who, and how many photos.
pub fn who_and_how_many(memory: &Cleared<Memory>) -> String {
    let mut names: Vec<&str> = Vec::new();
    for (_, name) in memory.photos.iter().flat_map(|photo| &photo.people) {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    // A number never stands at the end of a line without its word.
    let photos = if memory.of == 1 { "1\u{a0}photo".to_owned() } else { format!("{}\u{a0}photos", memory.of) };
    let who = match &memory.reason {
        Reason::Birthday { .. } => "Over the years".to_owned(),
        Reason::OnThisDay { .. } => listed(&names),
    };
    if who.is_empty() { photos } else { format!("{who} · {photos}") }
}

/// Why a memory is there, for "why is this here".
pub fn why(memory: &Cleared<Memory>) -> String {
    match &memory.reason {
        Reason::OnThisDay { leap_day: true, .. } => {
            "It was 29 February. This year has no such day, so it returns on the 28th.".to_owned()
        }
        Reason::OnThisDay { .. } => "It was on this day of the year.".to_owned(),
        Reason::Birthday { name, .. } => format!("It is {name}’s birthday: a picture from each year of their life."),
    }
}

/// The title of a moment on its own page: "An afternoon in Málaga".
pub fn story_title(story: &Cleared<Story>) -> String {
    capital(&when_and_where(&story.moment))
}

/// A moment's day: "Saturday, 28 September 2019".
pub fn long_day(day: Date) -> String {
    day.strftime("%A, %-d %B %Y").to_string()
}

/// A day as a heading; the year only where it is not this one.
pub fn day(day: Date, today: Date) -> String {
    if day.year() == today.year() { day.strftime("%A, %-d %B").to_string() } else { long_day(day) }
}

/// A neighbouring day: "Sunday 27".
pub fn short_day(day: &Date) -> String {
    day.strftime("%A %-d").to_string()
}

/// How long ago a moment was, counted in years, seen from `today`.
pub fn since(day: Date, today: Date) -> String {
    match today.year() - day.year() {
        years if years > 0 => years_ago(years.unsigned_abs()),
        _ => "This year".to_owned(),
    }
}

/// The line under the heading of a day.
pub fn how_many(memories: usize) -> String {
    match memories {
        1 => "One memory.".to_owned(),
        many => format!("{} memories.", capital(&number(many as u64))),
    }
}

/// A count in figures: "1,500".
pub fn figures(count: u64) -> String {
    let digits = count.to_string();
    let first = digits.len() % 3;
    let groups = digits.as_bytes()[first..].chunks(3).map(|group| String::from_utf8_lossy(group).into_owned());
    let first = (first > 0).then(|| digits[..first].to_owned());
    first.into_iter().chain(groups).collect::<Vec<_>>().join(",")
}

/// What was put away, without a picture, a name or a place: "A moment, for good; since 28 September 2026".
pub fn put_away(wish: &StandingWish) -> String {
    let what = match wish.scope {
        Scope::Photo(_) => "A photo".to_owned(),
        Scope::Moment(_) => "A moment".to_owned(),
        Scope::Birthday(_) => "Somebody’s birthdays".to_owned(),
        Scope::Day(day) => long_day(day),
    };
    let until = wish.until.map_or_else(|| "for good".to_owned(), |day| format!("until {}", plain_day(day)));
    let since = plain_day(wish.made.to_zoned(jiff::tz::TimeZone::system()).date());
    format!("{what}, {until}; since {since}")
}

fn plain_day(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// A place: "Málaga, Spain".
pub fn place(place: &Place) -> String {
    match countries::name(&place.country) {
        Some(country) if place.town.is_empty() => country.to_owned(),
        Some(country) => format!("{}, {country}", place.town),
        None => place.town.clone(),
    }
}

/// A photo in words, for those who do not see it.
pub fn alternative(photo: &Cleared<Photo>) -> String {
    let own = photo.caption.as_ref().or(photo.title.as_ref()).filter(|text| !text.trim().is_empty());
    if let Some(own) = own {
        return own.clone();
    }
    let names: Vec<&str> = photo.people.iter().map(|(_, name)| name.as_str()).collect();
    let what = match photo.kind() {
        media::Kind::Picture => "A photo",
        media::Kind::Video => "A video",
    };
    let who = if names.is_empty() { String::new() } else { format!(" of {}", listed(&names)) };
    let when = photo.taken.as_ref().map(|taken| format!(", {}", when(taken))).unwrap_or_default();
    format!("{what}{who}{when}")
}

/// When a photo was taken, as far as that is known.
pub fn when(taken: &Taken) -> String {
    let at = taken.at;
    match taken.precision {
        Precision::Time => at.strftime("%-d %B %Y, %H:%M").to_string(),
        Precision::Day => at.strftime("%-d %B %Y").to_string(),
        Precision::Month => at.strftime("%B %Y").to_string(),
        Precision::Year => at.year().to_string(),
        Precision::AboutYear => format!("about {}", at.year()),
    }
}

/// How a date is known.
pub fn how_known(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Owner => "as you said",
        Confidence::Camera => "by the camera’s clock",
        Confidence::Gps => "by satellite time",
        Confidence::Sidecar => "by the sidecar beside it",
        Confidence::FileName => "by the file’s name",
        Confidence::DoubtfulClock => "by a clock that may have been wrong, so it makes no memory",
        Confidence::Scan => "when it was scanned, so it makes no memory",
        Confidence::FileTime => "by the file’s own time, so it makes no memory",
    }
}

/// How far an import is.
pub fn coming_in(now: &Standing) -> String {
    match now.stage {
        Stage::Resting => "All photos are in.".to_owned(),
        Stage::Counting => format!("Counting what is there: {} so far.", figures(now.total)),
        Stage::BringingIn => {
            let left = now.left.map(|left| format!(", about {} left", roughly(left))).unwrap_or_default();
            let (done, total) = (figures(now.done), figures(now.total));
            format!("Photos are coming in: {done} of {total}, {} a second{left}.", figures(now.per_second))
        }
    }
}

/// A length of time, roughly: "40 seconds", "3 minutes".
pub fn roughly(time: Duration) -> String {
    let counted = |count: u64, unit: &str| format!("{count} {unit}{}", if count == 1 { "" } else { "s" });
    match time.as_secs() {
        seconds @ 0..=90 => counted(seconds.max(1), "second"),
        seconds @ 91..=5_400 => counted(seconds.div_ceil(60), "minute"),
        seconds => counted(seconds.div_ceil(3_600), "hour"),
    }
}

/// "One year ago", "Eight years ago".
pub fn years_ago(years: u16) -> String {
    let unit = if years == 1 { "year" } else { "years" };
    format!("{} {unit} ago", capital(&number(u64::from(years))))
}

/// Whether a photo is higher than wide, so that a wide frame would cut off heads.
pub fn is_tall(photo: &Cleared<Photo>) -> bool {
    photo.shown_size.is_some_and(|(width, height)| height > width)
}

fn when_and_where(moment: &Moment) -> String {
    let part = part_of_day(moment).map_or_else(|| moment.day.strftime("a %A").to_string(), ToOwned::to_owned);
    match &moment.place {
        Some(place) if !place.town.is_empty() => format!("{part} in {}", place.town),
        _ => part,
    }
}

/// The part of the day that a moment was; `None` for a whole day, or one of which the hours are not known.
fn part_of_day(moment: &Moment) -> Option<&'static str> {
    let (begins, ends) = (moment.begins, moment.ends);
    if begins == ends && begins.time() == jiff::civil::Time::midnight() {
        return None;
    }
    let part = |hour: i8| match hour {
        4..=11 => "a morning",
        12..=17 => "an afternoon",
        18..=22 => "an evening",
        _ => "a night",
    };
    let past_midnight = ends.date() > begins.date();
    let long = !past_midnight && ends.hour() - begins.hour() >= 6;
    let long_evening = past_midnight && begins.hour() >= 17;
    match (long, long_evening) {
        (true, _) => None,
        (_, true) => Some("an evening"),
        _ => Some(part(begins.hour())),
    }
}

fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [one, two] => format!("{one} and {two}"),
        [one, two, three] => format!("{one}, {two} and {three}"),
        [one, two, rest @ ..] => format!("{one}, {two} and {} others", number(rest.len() as u64)),
    }
}

/// Small numbers as words, larger ones in figures.
fn number(count: u64) -> String {
    const WORDS: [&str; 13] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.get(count as usize).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_years_are_said_as_people_say_them() {
        let today = "2026-09-28".parse().unwrap();
        assert_eq!(day("2026-09-28".parse().unwrap(), today), "Monday, 28 September");
        assert_eq!(day("2020-02-29".parse().unwrap(), today), "Saturday, 29 February 2020");
        assert_eq!(["7", "1,500", "12,345,678"], [7, 1500, 12_345_678].map(figures).each_ref().map(String::as_str));
        assert_eq!(years_ago(1), "One year ago");
        assert_eq!(years_ago(12), "Twelve years ago");
        assert_eq!(years_ago(41), "41 years ago");
        assert_eq!(roughly(Duration::from_millis(200)), "1 second");
        assert_eq!(roughly(Duration::from_secs(150)), "3 minutes");
        assert_eq!(listed(&["Ana", "Leo", "Marta", "Paul"]), "Ana, Leo and two others");
    }

    #[test]
    fn a_moment_is_named_by_the_part_of_the_day() {
        let moment = |begins: &str, ends: &str| Moment {
            id: model::MomentId(1),
            day: "2019-05-04".parse().unwrap(),
            begins: begins.parse().unwrap(),
            ends: ends.parse().unwrap(),
            photos: 3,
            place: None,
        };
        let cases = [
            ("2019-05-04T09:00", "2019-05-04T10:00", "A morning"),
            ("2019-05-04T12:30", "2019-05-04T15:00", "An afternoon"),
            ("2019-05-04T09:00", "2019-05-04T17:00", "A Saturday"),
            ("2019-05-04T20:00", "2019-05-05T01:30", "An evening"),
            ("2019-05-04T23:30", "2019-05-05T01:30", "An evening"),
            ("2019-05-04T01:00", "2019-05-04T02:00", "A night"),
            ("2019-05-04T00:00", "2019-05-04T00:00", "A Saturday"),
        ];
        for (begins, ends, expected) in cases {
            assert_eq!(capital(&when_and_where(&moment(begins, ends))), expected, "{begins} to {ends}");
        }
    }
}
