//! Days and times in words.

use jiff::civil::Date;
use model::{Confidence, Precision, Taken};

use super::Words;

impl Words {
    /// A day whole: "Saturday, 28 September 2019".
    pub fn long_day(self, day: Date) -> String {
        super::capital(&self.dated("date-long", day))
    }

    /// A day as a heading; the year only where it is not this one.
    pub fn day(self, day: Date, today: Date) -> String {
        if day.year() == today.year() { super::capital(&self.dated("date-this-year", day)) } else { self.long_day(day) }
    }

    /// A neighbouring day: "Sunday 27".
    pub fn short_day(self, day: &Date) -> String {
        super::capital(&self.dated("date-neighbour", *day))
    }

    /// A day in the middle of a sentence: "28 September 2019".
    pub fn plain_day(self, day: Date) -> String {
        self.dated("date-plain", day)
    }

    /// A month: "September 2019".
    pub fn month(self, year: i16, month: i8) -> String {
        self.with("date-month", &[("month", self.month_name(month).into()), ("year", year.to_string().into())])
    }

    /// The name of a month, 1 to 12, as in the middle of a sentence.
    pub fn month_name(self, month: i8) -> String {
        self.say(&format!("month-{month}"))
    }

    /// A month as a heading.
    pub(crate) fn month_title(self, month: &Date) -> String {
        super::capital(&self.month(month.year(), month.month()))
    }

    /// The name of a month, 1 to 12, as it stands alone.
    pub(crate) fn month_alone(self, month: i8) -> String {
        super::capital(&self.month_name(month))
    }

    /// The name of a weekday, as in the middle of a sentence.
    pub fn weekday(self, day: Date) -> String {
        self.say(&format!("weekday-{}", day.weekday().to_monday_one_offset()))
    }

    /// When a photo was taken, as far as that is known.
    pub fn when(self, taken: &Taken) -> String {
        let (at, day) = (taken.at, taken.at.date());
        match taken.precision {
            Precision::Time => {
                let time = at.strftime("%H:%M").to_string();
                self.with("date-time", &[&self.parts(day)[..], &[("time", time.into())]].concat())
            }
            Precision::Day => self.plain_day(day),
            Precision::Month => self.month(at.year(), at.month()),
            Precision::Year => at.year().to_string(),
            Precision::AboutYear => self.fill("date-about", "year", at.year()),
        }
    }

    /// How a date is known.
    pub fn how_known(self, confidence: Confidence) -> String {
        self.say(match confidence {
            Confidence::Owner => "known-owner",
            Confidence::Camera => "known-camera",
            Confidence::Gps => "known-gps",
            Confidence::Sidecar => "known-sidecar",
            Confidence::FileName => "known-file-name",
            Confidence::DoubtfulClock => "known-doubtful",
            Confidence::Scan => "known-scan",
            Confidence::FileTime => "known-file-time",
        })
    }

    /// How long ago a day was, counted in years, seen from `today`.
    pub fn since(self, day: Date, today: Date) -> String {
        match today.year() - day.year() {
            years if years > 0 => self.years_ago(years.unsigned_abs()),
            _ => self.say("this-year"),
        }
    }

    /// "One year ago", "Eight years ago".
    pub fn years_ago(self, years: u16) -> String {
        self.count("years-ago", years)
    }

    fn dated(self, key: &str, day: Date) -> String {
        self.with(key, &self.parts(day))
    }

    fn parts(self, day: Date) -> [(&'static str, super::FluentValue<'static>); 4] {
        [
            ("weekday", self.weekday(day).into()),
            ("day", day.day().to_string().into()),
            ("month", self.month_name(day.month()).into()),
            ("year", day.year().to_string().into()),
        ]
    }
}
