//! Which dates a camera cannot have meant, and which devices are scanners.

use jiff::Span;
use jiff::civil::{Date, DateTime, Time};

/// Days on which clocks begin that were never set: Unix, DOS, GPS, and the years 1904 and 2000 of QuickTime and of cameras.
const FIRST_DAYS: [Date; 5] = [
    Date::constant(1904, 1, 1),
    Date::constant(1970, 1, 1),
    Date::constant(1980, 1, 1),
    Date::constant(1980, 1, 6),
    Date::constant(2000, 1, 1),
];

/// MediaTek's camera program writes this one instant when it does not know better.
const MEDIATEK: DateTime = Date::constant(2002, 12, 8).at(12, 0, 0, 0);

/// Whether a camera's clock was likely wrong at that time.
///
/// An owner who did take a photo on the first day of 2000 can say so; a photo that returns on a false day every year hurts.
pub(in super::super) fn is_doubtful(at: DateTime, by_camera: bool, now: DateTime) -> bool {
    // Digital cameras with EXIF came in the nineties (EXIF 1.0: 1995). Older dates without a camera are entered by hand.
    let before_exif = by_camera && at.year() < 1990;
    // Most cameras start the year of their making at midnight, and stand there while a dead battery is tried.
    let never_set = at.month() == 1 && at.day() == 1 && at.time() == Time::midnight() && by_camera;
    // A day's grace for whoever travels, or whose clock runs ahead.
    let tomorrow = now.checked_add(Span::new().days(1)).unwrap_or(now);
    before_exif || never_set || FIRST_DAYS.contains(&at.date()) || at == MEDIATEK || at > tomorrow
}

/// Whether a make, a model or a program is that of a scanner.
pub(in super::super) fn is_scanner(name: &str) -> bool {
    const SCANNERS: [&str; 22] = [
        "scanner",
        "canoscan",
        "scansnap",
        "scanjet",
        "scanwizard",
        "photoscan",
        "vuescan",
        "silverfast",
        "epson scan",
        "epson perfection",
        "perfection v",
        "expression 1",
        "fastfoto",
        "coolscan",
        "nikon ls-",
        "dimage scan",
        "opticfilm",
        "opticslim",
        "frontier",
        "noritsu",
        "sp-2500",
        "sp-3000",
    ];
    let name = name.to_lowercase();
    // Nikon's slide scanners call themselves by a number only.
    SCANNERS.iter().any(|scanner| name.contains(scanner)) || name.starts_with("ls-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_that_were_never_set_are_doubted() {
        let now = "2026-01-01T12:00".parse().unwrap();
        for (at, by_camera, expected) in [
            ("1970-01-01T00:00:07", true, true),
            ("1980-01-01T13:00:00", true, true),
            ("1980-01-06T00:00:00", false, true),
            ("2000-01-01T23:59:59", true, true),
            ("1998-01-01T00:00:00", true, true),
            ("2014-01-01T00:00:12", true, false),
            ("2002-12-08T12:00:00", true, true),
            ("2002-12-08T12:00:01", true, false),
            ("1956-07-14T00:00:00", true, true),
            ("1956-07-14T00:00:00", false, false),
            ("2026-01-02T11:00:00", true, false),
            ("2026-01-02T13:00:00", true, true),
            ("2014-05-03T18:00:00", true, false),
        ] {
            assert_eq!(is_doubtful(at.parse().unwrap(), by_camera, now), expected, "{at} {by_camera}");
        }
    }

    #[test]
    fn scanners_are_known_by_their_names() {
        for name in
            ["EPSON Perfection V600", "CanoScan 9000F", "Nikon LS-50 ED", "LS-5000", "HP Scanjet G4050", "SP-2500"]
        {
            assert!(is_scanner(name), "{name}");
        }
        for name in ["Canon EOS 5D", "NIKON D70", "Canon PowerShot S90", "iPhone 11 Pro", "EPSON PhotoPC 850Z"] {
            assert!(!is_scanner(name), "{name}");
        }
    }
}
