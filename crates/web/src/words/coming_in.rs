//! Folders, looks through them, and what could not be read.

use jiff::tz::TimeZone;
use model::{FolderRefused, Look, LookTrouble, Unread};

use super::{Language, Words};

impl Words {
    /// What came of looking through a folder: "Looked through on 28 September 2026, 14:03: 12 new photos."
    pub fn looked(self, look: &Look, zone: &TimeZone) -> String {
        let at = look.at.to_zoned(zone.clone());
        let time = at.strftime("%H:%M").to_string();
        let when = [("day", self.plain_day(at.date()).into()), ("time", time.into())];
        if let Some(trouble) = look.trouble {
            let said = self.say(match trouble {
                LookTrouble::Folder => "coming-trouble-folder",
                LookTrouble::Keeping => "coming-trouble-keeping",
                LookTrouble::Worker => "coming-trouble-worker",
            });
            return format!("{} {said}", self.with("coming-looked", &when));
        }
        let mut said = vec![self.with("coming-looked", &when), self.count("coming-new", look.came_in)];
        let more = [
            ("coming-changed", look.changed),
            ("coming-missing", look.missing),
            ("coming-could-not", look.could_not),
            ("coming-asked-not-to", look.asked_not_to),
        ];
        said.extend(more.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| self.count(key, count)));
        said.extend(look.stopped.then(|| self.say("coming-stopped")));
        said.join(" ")
    }

    /// Why a folder is not looked into, and what can be done about it.
    pub fn folder_refused(self, why: &FolderRefused) -> String {
        self.say(match why {
            FolderRefused::Empty => "coming-refused-empty",
            FolderRefused::NotWhole => "coming-refused-not-whole",
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
