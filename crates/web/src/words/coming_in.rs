//! Folders, looks through them, and what could not be read.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use model::{FolderRefused, Look, Unread};

use super::{Language, Words};
use crate::{Work, WorkState};

impl Words {
    /// What came of looking through a folder: "Looked through on 28 September 2026, 14:03: 12 new photos."
    pub fn looked(self, look: &Look, zone: &TimeZone) -> String {
        let when = self.at("coming-looked", look.at, zone);
        if let Some(trouble) = look.trouble {
            return format!("{when} {}", self.trouble(trouble.name()));
        }
        let mut said = vec![when, self.count("coming-new", look.came_in)];
        let more = [
            ("coming-changed", look.changed),
            ("coming-missing", look.missing),
            ("coming-could-not", look.could_not),
            ("coming-asked-not-to", look.asked_not_to),
            ("coming-led-out", look.led_out),
        ];
        said.extend(more.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| self.count(key, count)));
        said.extend(look.stopped.then(|| self.say("coming-stopped")));
        said.join(" ")
    }

    /// What a piece of work is, by the stable name of its kind.
    pub fn work(self, kind: &str) -> String {
        self.say(match kind {
            "looking" => "work-looking",
            "settling" => "work-settling",
            "wording" => "work-wording",
            "letting_go" => "work-letting-go",
            "measuring" => "work-measuring",
            _ => "work-other",
        })
    }

    /// Where a piece of work stands: "The folder could not be opened. It is tried again on 28 September 2026 at 14:03."
    pub fn work_stands(self, work: &Work, zone: &TimeZone) -> String {
        let stands = match work.state {
            WorkState::Runs => return self.say("work-runs"),
            WorkState::Waits => return self.say("coming-waits"),
            WorkState::TriedAgain(at) => self.at("work-tried-again", at, zone),
            WorkState::GivenUp(at) => self.at("work-given-up", at, zone),
        };
        format!("{} {stands}", self.trouble(work.why.as_deref().unwrap_or_default()))
    }

    /// What went wrong behind the pages, by the stable name of the reason.
    fn trouble(self, name: &str) -> String {
        self.say(match name {
            "folder" => "coming-trouble-folder",
            "not_allowed" => "coming-trouble-not-allowed",
            "keeping" => "coming-trouble-keeping",
            "worker" => "coming-trouble-worker",
            "panicked" => "coming-trouble-panicked",
            "ended" => "coming-trouble-ended",
            _ => "coming-trouble-other",
        })
    }

    fn at(self, key: &str, at: Timestamp, zone: &TimeZone) -> String {
        let at = at.to_zoned(zone.clone());
        let time = at.strftime("%H:%M").to_string();
        self.with(key, &[("day", self.plain_day(at.date()).into()), ("time", time.into())])
    }

    /// Why a folder is not looked into, and what can be done about it.
    pub fn folder_refused(self, why: &FolderRefused) -> String {
        self.say(match why {
            FolderRefused::Empty => "coming-refused-empty",
            FolderRefused::NotWhole => "coming-refused-not-whole",
            FolderRefused::NotHere => "coming-refused-not-here",
            FolderRefused::NotThere => "coming-refused-not-there",
            FolderRefused::NotAFolder => "coming-refused-not-a-folder",
            FolderRefused::NotReadable => "coming-refused-not-readable",
            FolderRefused::Own => "coming-refused-own",
            FolderRefused::Known => "coming-refused-known",
            FolderRefused::Inside(outer) => return self.fill("coming-refused-inside", "folder", outer.display()),
            FolderRefused::TooLong => "coming-refused-too-long",
        })
    }

    /// Why files could not be read, by the stable name of the reason.
    pub fn unread_why(self, name: &str) -> String {
        self.say(match name {
            "empty" => "unread-empty",
            "truncated" => "unread-truncated",
            "unknown_format" => "unread-unknown-format",
            "too_large" => "unread-too-large",
            "broken" => "unread-broken",
            "no_preview" => "unread-no-preview",
            "no_ffmpeg" => "unread-no-ffmpeg",
            "crashed" => "unread-crashed",
            "timed_out" => "unread-timed-out",
            "unreadable" => "unread-unreadable",
            _ => "unread-other",
        })
    }

    /// Why one file could not be read. Where the reason has no name, what was noted of it is said as it is.
    pub fn unread_file(self, file: &Unread) -> String {
        if file.reason.is_empty() && !file.why.is_empty() { file.why.clone() } else { self.unread_why(&file.reason) }
    }

    /// A size as people say it: "512 bytes", "1.2 GB".
    pub fn size(self, bytes: u64) -> String {
        let units = ["kB", "MB", "GB", "TB", "PB"];
        if bytes < 1_000 {
            return format!("{bytes}\u{a0}B");
        }
        let mut tenths = bytes / 100;
        let mut unit = 0;
        while tenths >= 10_000 && unit + 1 < units.len() {
            tenths /= 1_000;
            unit += 1;
        }
        let point = match self.language() {
            Language::English => '.',
            Language::Spanish => ',',
        };
        let number =
            if tenths >= 100 { format!("{}", tenths / 10) } else { format!("{}{point}{}", tenths / 10, tenths % 10) };
        format!("{number}\u{a0}{}", units[unit])
    }
}
