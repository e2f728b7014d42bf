//! Memories, moments and photos in words. Only what care cleared can be said.

use care::{Beside, Cleared, MediaKind, Memory, Moment, Photo, Reason, Scope, StandingWish, Story, Want};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Words, capital};

impl Words {
    /// The title of a memory that returns on `day`, for whoever looks on `today`: "Eight years ago, an afternoon in Málaga".
    pub fn title(self, memory: &Cleared<Memory>, day: Date, today: Date) -> String {
        match &memory.reason {
            Reason::OnThisDay { years, .. } => match &memory.moment {
                Some(moment) if !moment.said.title.is_empty() => {
                    let (ago, title) = (self.years_ago(*years), moment.said.title.as_str());
                    self.with("memory-title-own", &[("ago", ago.into()), ("title", title.into())])
                }
                Some(moment) => {
                    let (ago, what) = (self.years_ago(*years), self.when_and_where(moment));
                    self.with("memory-title", &[("ago", ago.into()), ("what", what.into())])
                }
                None => self.years_ago(*years),
            },
            Reason::Birthday { name, age, .. } => {
                let key = if day == today { "memory-birthday" } else { "memory-birthday-then" };
                self.count_with(key, age, &[("name", name.as_str().into())])
            }
            Reason::Observance { observance, people } => self.observance_over_the_years(memory, *observance, people),
        }
    }

    /// The line below a memory's title: who, and how many photos.
    pub fn who_and_how_many(self, memory: &Cleared<Memory>) -> String {
        let mut names: Vec<&str> = Vec::new();
        for (_, name) in memory.photos.iter().flat_map(|photo| &photo.people) {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        let photos = self.count("photos", memory.of);
        let who = match &memory.reason {
            Reason::Birthday { .. } => self.say("memory-over-the-years"),
            // On a day about sons, whoever else is in the pictures is not what it is about.
            Reason::Observance { people, .. } if !people.is_empty() => self.listed(&self.those_shown(memory, people)),
            Reason::OnThisDay { .. } | Reason::Observance { .. } => self.listed(&names),
        };
        if who.is_empty() { photos } else { format!("{who} · {photos}") }
    }

    /// Why a memory is there, for "why this".
    pub fn why(self, memory: &Cleared<Memory>) -> String {
        match &memory.reason {
            Reason::OnThisDay { leap_day: true, .. } => self.say("memory-why-leap-day"),
            Reason::OnThisDay { .. } => self.say("memory-why-day"),
            Reason::Birthday { name, .. } => self.fill("memory-why-birthday", "name", name),
            Reason::Observance { observance, .. } => self.why_observance(*observance),
        }
    }

    /// The title of a moment on its own page: its owner's, or "An afternoon in Málaga".
    pub fn story_title(self, story: &Cleared<Story>) -> String {
        self.moment_title(&story.moment)
    }

    /// The title of the moment that a photo is in.
    pub fn beside_title(self, beside: &Cleared<Beside>) -> String {
        self.moment_title(&beside.moment)
    }

    fn moment_title(self, moment: &Moment) -> String {
        match moment.said.title.as_str() {
            "" => capital(&self.when_and_where(moment)),
            own => own.to_owned(),
        }
    }

    /// A photo in words, for those who do not see it.
    pub fn alternative(self, photo: &Cleared<Photo>) -> String {
        match (own_words(photo), &photo.taken) {
            (Some(own), _) => own.to_owned(),
            (None, Some(taken)) => {
                let (what, when) = (self.what_and_who(photo), self.when(taken));
                self.with("alt-when", &[("what", what.into()), ("when", when.into())])
            }
            (None, None) => self.what_and_who(photo),
        }
    }

    /// A photo in a few words, beside a date that is there already.
    pub fn in_short(self, photo: &Cleared<Photo>) -> String {
        let words = own_words(photo).map_or_else(|| self.what_and_who(photo), ToOwned::to_owned);
        let short: String = words.chars().take(IN_SHORT).collect();
        if short.len() < words.len() { format!("{short}…") } else { short }
    }

    fn what_and_who(self, photo: &Cleared<Photo>) -> String {
        let names: Vec<&str> = photo.people.iter().map(|(_, name)| name.as_str()).collect();
        let who = self.listed(&names);
        match (photo.kind(), names.is_empty()) {
            (MediaKind::Picture, true) => self.say("alt-photo"),
            (MediaKind::Picture, false) => self.fill("alt-photo-of", "who", who),
            (MediaKind::Video, true) => self.say("alt-video"),
            (MediaKind::Video, false) => self.fill("alt-video-of", "who", who),
        }
    }

    /// What was put away, without a picture, a name or a place: "A moment, for good; since 28 September 2026".
    pub fn put_away(self, wish: &StandingWish, zone: &TimeZone) -> String {
        let what = match wish.scope {
            Scope::Photo(_) => match wish.of {
                Some(day) => self.fill("away-a-photo-of", "day", self.plain_day(day)),
                None => self.say("away-a-photo"),
            },
            Scope::Moment(_) => match wish.of {
                Some(day) => self.fill("away-a-moment-of", "day", self.plain_day(day)),
                None => self.say("away-a-moment"),
            },
            Scope::Birthday(_) => self.say("away-birthdays"),
            Scope::Observance(id) => self.fill("away-observance", "day", self.observance_named(id.as_str())),
            Scope::Day(day) => self.fill("away-the-day", "day", self.long_day(day)),
        };
        let since = self.plain_day(wish.made.to_zoned(zone.clone()).date());
        let (what, since) = (("what", what.into()), ("since", since.into()));
        let said = match wish.until {
            Some(until) => self.with("away-until", &[what, since, ("until", self.plain_day(until).into())]),
            None => self.with("away-for-good", &[what, since]),
        };
        match wish.want {
            Want::KeepAway => said,
            Want::AskFirst => self.fill("wish-asked", "what", said),
            Want::Welcome => self.fill("wish-welcome", "what", said),
        }
    }

    /// How many photos are put away where no wish did that.
    pub fn away_by_losses(self, photos: usize) -> String {
        self.count("away-by-losses", photos)
    }

    /// When and where a moment was, as in the middle of a sentence: "an afternoon in Málaga".
    pub(super) fn when_and_where(self, moment: &Moment) -> String {
        let part = match part_of_day(moment) {
            Some(key) => self.say(key),
            None => self.fill("part-weekday", "weekday", self.weekday(moment.day)),
        };
        match &moment.place {
            Some(place) if !place.town.is_empty() => {
                self.with("memory-where", &[("part", part.into()), ("town", place.town.as_str().into())])
            }
            _ => part,
        }
    }
}

/// Longest words beside a date, in characters.
const IN_SHORT: usize = 60;

/// What somebody wrote about a photo.
fn own_words(photo: &Photo) -> Option<&str> {
    photo.caption.as_deref().or(photo.title.as_deref()).filter(|text| !text.trim().is_empty())
}

/// Whether a photo is higher than wide, so that a wide frame would cut off heads.
pub(crate) fn is_tall(photo: &Cleared<Photo>) -> bool {
    photo.shown_size.is_some_and(|(width, height)| height > width)
}

/// The part of the day that a moment was; `None` for a whole day, or one of which the hours are not known.
fn part_of_day(moment: &Moment) -> Option<&'static str> {
    let (begins, ends) = (moment.begins, moment.ends);
    if begins == ends && begins.time() == jiff::civil::Time::midnight() {
        return None;
    }
    let part = |hour: i8| match hour {
        4..=11 => "part-morning",
        12..=17 => "part-afternoon",
        18..=22 => "part-evening",
        _ => "part-night",
    };
    let past_midnight = ends.date() > begins.date();
    let long = !past_midnight && ends.hour() - begins.hour() >= 6;
    let long_evening = past_midnight && begins.hour() >= 17;
    match (long, long_evening) {
        (true, _) => None,
        (_, true) => Some("part-evening"),
        _ => Some(part(begins.hour())),
    }
}
