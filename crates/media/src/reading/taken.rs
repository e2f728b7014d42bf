//! When was it taken? One decision over everything that speaks of it, and how far each may be trusted.

mod doubt;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use model::{Confidence, Precision, Taken, UtcOffset};

pub(super) use self::doubt::{is_doubtful, is_scanner};
use super::names;
use super::stamp::Stamp;

/// Everything that speaks of when a photo was taken.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    /// EXIF DateTimeOriginal, or a video's own local creation date.
    pub(super) original: Option<Stamp>,
    /// EXIF DateTimeDigitized.
    pub(super) digitized: Option<Stamp>,
    /// The taking date in embedded XMP or IPTC.
    pub(super) embedded: Option<Stamp>,
    /// The making date of the file in embedded XMP or PNG: by the camera, if one is named, else by some program.
    pub(super) created: Option<Stamp>,
    /// EXIF DateTime: when the file was last changed.
    pub(super) changed: Option<Stamp>,
    /// EXIF's GPS date and time, UTC.
    pub(super) gps: Option<DateTime>,
    /// A video's movie header, UTC.
    pub(super) clock: Option<DateTime>,
    /// The taking date in an XMP sidecar.
    pub(super) sidecar: Option<Stamp>,
    /// Whether a camera or phone is named.
    pub(super) camera: bool,
    /// Whether a scanner made the file.
    pub(super) scanner: bool,
}

/// The circumstances in which the evidence is weighed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Circumstances<'a> {
    /// The file's name.
    pub(super) name: &'a str,
    /// The file's own time stamp.
    pub(super) modified: Option<Timestamp>,
    /// The owner's local time now.
    pub(super) now: DateTime,
    /// The time zone of the place where it was taken, if that is known.
    pub(super) zone: Option<&'a TimeZone>,
    /// The owner's own time zone: most is filmed at home, and UTC is nobody's.
    pub(super) home: Option<&'a TimeZone>,
}

/// When it was taken.
///
/// What the camera wrote at the moment of exposure comes first. If its clock was likely wrong, or if it was a scanner, a
/// sidecar or (for cameras) the name is believed before it; only then the doubtful date itself, and last the file's dates.
pub(super) fn decide(evidence: &Evidence, around: Circumstances<'_>) -> Option<Taken> {
    let inside = inside(evidence, around);
    if let Some(taken) = inside.as_ref().filter(|taken| taken.confidence.is_trusted()) {
        return Some(taken.clone());
    }
    outside(evidence, around, inside.as_ref())
        .or(inside)
        .or_else(|| evidence.gps.map(|at| settle(Stamp::utc(at), Confidence::Gps, evidence, around)))
        .or_else(|| file_dates(evidence, around))
}

/// What the file itself says of the exposure.
fn inside(evidence: &Evidence, around: Circumstances<'_>) -> Option<Taken> {
    let by_camera = evidence.created.filter(|_| evidence.camera);
    let stamp = evidence.original.or(evidence.digitized).or(evidence.embedded).or(by_camera);
    let stamp = stamp.or_else(|| movie_time(evidence, around))?;
    let confidence = if is_doubtful(stamp.at, evidence.camera, around.now) {
        Confidence::DoubtfulClock
    } else if evidence.scanner && !is_older_than_its_scan(evidence) {
        Confidence::Scan
    } else {
        Confidence::Camera
    };
    Some(settle(stamp, confidence, evidence, around))
}

/// A scanner writes the day of the scan into both dates. Where the original's is an earlier day, somebody entered it.
fn is_older_than_its_scan(evidence: &Evidence) -> bool {
    let day = |stamp: Option<Stamp>| stamp.map(|stamp| stamp.at.date());
    let original = day(evidence.original.or(evidence.embedded));
    original.zip(day(evidence.digitized.or(evidence.created))).is_some_and(|(original, scan)| original < scan)
}

/// The movie header's UTC; where no place tells the zone, a name with the local time of about the same moment does.
fn movie_time(evidence: &Evidence, around: Circumstances<'_>) -> Option<Stamp> {
    let clock = evidence.clock?;
    let named = names::date_in(around.name).filter(|named| named.precision == Precision::Time && !named.utc);
    let local = named.filter(|_| around.zone.is_none()).and_then(|named| {
        let offset = whole_quarters(named.at, clock)?;
        Some(Stamp { offset: Some(offset), ..named })
    });
    Some(local.unwrap_or(Stamp::utc(clock)))
}

/// What is said elsewhere than by the camera's clock: GPS, a sidecar, the name.
fn outside(evidence: &Evidence, around: Circumstances<'_>, inside: Option<&Taken>) -> Option<Taken> {
    let sound = |stamp: &Stamp| !is_doubtful(stamp.at, evidence.camera, around.now);
    // Programs copy the file's own date into its sidecar: the same day says nothing new.
    let says_more = |stamp: &Stamp| inside.is_none_or(|inside| inside.at.date() != stamp.at.date());
    let gps = evidence.gps.filter(|_| around.zone.is_some()).map(Stamp::utc).filter(sound);
    let sidecar = evidence.sidecar.filter(sound).filter(says_more);
    let name = names::date_in(around.name).filter(sound).filter(|_| !evidence.scanner);
    let found = gps.map(|stamp| (stamp, Confidence::Gps));
    let found = found.or(sidecar.map(|stamp| (stamp, Confidence::Sidecar)));
    let (stamp, confidence) = found.or(name.map(|stamp| (stamp, Confidence::FileName)))?;
    Some(settle(stamp, confidence, evidence, around))
}

/// Dates of the file, not of the exposure: when a program made or changed it, then the file system's own.
fn file_dates(evidence: &Evidence, around: Circumstances<'_>) -> Option<Taken> {
    let scanned = names::date_in(around.name).filter(|_| evidence.scanner);
    if let Some(stamp) = scanned {
        return Some(settle(stamp, Confidence::Scan, evidence, around));
    }
    let modified = || {
        let zone = around.zone.or(around.home).cloned().unwrap_or(TimeZone::UTC);
        Some(Stamp::local(around.modified?.to_zoned(zone).datetime()))
    };
    let stamp = evidence.created.or(evidence.changed).or_else(modified)?;
    Some(settle(stamp, Confidence::FileTime, evidence, around))
}

/// Turns UTC into local time and finds the offset, as far as anything tells.
fn settle(stamp: Stamp, confidence: Confidence, evidence: &Evidence, around: Circumstances<'_>) -> Taken {
    let taken = |at, offset| Taken { at, precision: stamp.precision, offset, confidence };
    if stamp.precision != Precision::Time {
        return taken(stamp.at, None);
    }
    if stamp.utc {
        let there = around.zone.and_then(|zone| Some((stamp.at.to_zoned(TimeZone::UTC).ok()?, zone)));
        return match there {
            Some((utc, zone)) => {
                let local = utc.with_time_zone(zone.clone());
                taken(local.datetime(), minutes(local.offset().seconds()))
            }
            // The time as at home, but the offset stays unknown: nothing says that it was taken there.
            None => taken(at_home(stamp.at, around), None),
        };
    }
    let by_place = || minutes(stamp.at.to_zoned(around.zone?.clone()).ok()?.offset().seconds());
    // Only the camera's own clock ran beside the GPS clock.
    let by_gps = || whole_quarters(evidence.original.filter(|own| *own == stamp)?.at, evidence.gps?);
    taken(stamp.at, stamp.offset.or_else(by_place).or_else(by_gps))
}

/// A time in UTC, as clocks at home showed it.
fn at_home(utc: DateTime, around: Circumstances<'_>) -> DateTime {
    let home = || Some(utc.to_zoned(TimeZone::UTC).ok()?.with_time_zone(around.home?.clone()).datetime());
    home().unwrap_or(utc)
}

/// The offset between a local time and UTC, where it is near one that clocks keep: whole quarters of an hour up to 14 hours.
fn whole_quarters(local: DateTime, utc: DateTime) -> Option<UtcOffset> {
    const QUARTER: i64 = 15 * 60;
    // A GPS fix may be some time old when the shutter opens, and a movie header is written when the recording ends.
    const TOLERANCE: i64 = 3 * 60;
    let seconds = SignedDuration::try_from(local - utc).ok()?.as_secs();
    let quarters = (seconds + QUARTER / 2).div_euclid(QUARTER);
    let is_near = (seconds - quarters * QUARTER).abs() <= TOLERANCE && quarters.abs() <= 14 * 4;
    is_near.then(|| UtcOffset::from_minutes((quarters * 15) as i32))?
}

fn minutes(seconds: i32) -> Option<UtcOffset> {
    UtcOffset::from_minutes(seconds.div_euclid(60))
}

#[cfg(test)]
mod tests;
