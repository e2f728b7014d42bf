//! What an import says at its end.

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use serde::Serialize;

/// What an import did. Its words are [`fmt::Display`], its JSON is stable.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Report {
    /// Photos that were not known before.
    pub came_in: u64,
    /// Of those, how many cannot be shown, though they are kept and listed.
    pub not_shown: u64,
    /// Files that were known already.
    pub known: u64,
    /// Files that hold a photo that was known from another place: copies, and files that were moved or renamed.
    pub elsewhere: u64,
    /// Files whose content or sidecar changed.
    pub changed: u64,
    /// Files that could not be read, or are not what their name says.
    pub unread: Vec<CouldNot>,
    /// Files that were there before and are gone. Their photos stay.
    pub missing: u64,
    /// Files that are no pictures or videos by their name.
    pub other_files: u64,
    /// Folders left alone because somebody put `.nomedia` or `.nomemories` there.
    pub asked_not_to: u64,
    /// Links passed over because they lead out of where photos may be looked for.
    pub led_out: u64,
    /// Links that lead round in a circle.
    pub loops: u64,
    /// Whether it was stopped before the end.
    pub stopped: bool,
    /// How long it took, in seconds.
    #[serde(serialize_with = "as_seconds", rename = "seconds")]
    pub took: Duration,
}

/// A file or folder that could not be read, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CouldNot {
    /// Where.
    #[serde(serialize_with = "as_text")]
    pub path: PathBuf,
    /// Why, in a few words.
    pub why: String,
    /// Whether the photo is kept and listed all the same.
    pub listed: bool,
}

/// How many paths the words name before they say "and so many more".
const NAMED: usize = 20;

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (photos, seconds) = (counted(self.came_in, "new photo", "new photos"), self.took.as_secs_f64());
        writeln!(f, "{photos} came in, in {seconds:.1} s.")?;
        line(f, self.known, "file was known already.", "files were known already.")?;
        line(f, self.elsewhere, "file holds a photo that was known.", "files hold photos that were known.")?;
        line(f, self.changed, "file had changed and was read again.", "files had changed and were read again.")?;
        line(f, self.missing, "file is missing; its photo stays.", "files are missing; their photos stay.")?;
        line(f, self.asked_not_to, "folder asked to be left alone.", "folders asked to be left alone.")?;
        line(
            f,
            self.led_out,
            "link leads to where photos may not be looked for.",
            "links lead to where photos may not be looked for.",
        )?;
        line(f, self.loops, "link leads round in a circle.", "links lead round in a circle.")?;
        line(f, self.other_files, "other file was passed by.", "other files were passed by.")?;
        self.could_not(f)?;
        if self.stopped {
            writeln!(f, "It was stopped before the end. Run it again and it goes on from here.")?;
        }
        Ok(())
    }
}

impl Report {
    fn could_not(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        line(f, self.unread.len() as u64, "file could not be shown:", "files could not be shown:")?;
        for CouldNot { path, why, listed } in self.unread.iter().take(NAMED) {
            let kept = if *listed { " (kept and listed)" } else { "" };
            writeln!(f, "  {}: {why}{kept}", path.display())?;
        }
        match self.unread.len().saturating_sub(NAMED) {
            0 => Ok(()),
            more => writeln!(f, "  and {more} more; --json lists them all."),
        }
    }
}

fn line(f: &mut fmt::Formatter<'_>, count: u64, one: &str, many: &str) -> fmt::Result {
    if count == 0 { Ok(()) } else { writeln!(f, "{}", counted(count, one, many)) }
}

fn counted(count: u64, one: &str, many: &str) -> String {
    match count {
        0 => format!("No {many}"),
        1 => format!("1 {one}"),
        _ => format!("{count} {many}"),
    }
}

/// A name need not be UTF-8 to hold a photo, but JSON must be.
fn as_text<S: serde::Serializer>(path: &std::path::Path, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(&path.display())
}

fn as_seconds<S: serde::Serializer>(took: &Duration, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_f64((took.as_secs_f64() * 10.0).round() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_says_only_what_there_is_to_say() {
        let quiet = Report { took: Duration::from_millis(1240), ..Report::default() };
        assert_eq!(quiet.to_string(), "No new photos came in, in 1.2 s.\n");
        let unread = vec![CouldNot { path: "a/b.jpg".into(), why: "the file is empty".into(), listed: false }];
        let busy = Report { came_in: 2, known: 1, missing: 3, unread, stopped: true, ..Report::default() };
        assert_eq!(
            busy.to_string(),
            "2 new photos came in, in 0.0 s.\n1 file was known already.\n3 files are missing; their photos stay.\n\
             1 file could not be shown:\n  a/b.jpg: the file is empty\n\
             It was stopped before the end. Run it again and it goes on from here.\n"
        );
    }
}
