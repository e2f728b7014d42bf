//! When Easter is. Two short and well-known computations; no crate that is kept up does only this.

use jiff::ToSpan;
use jiff::civil::Date;

/// Easter Sunday of the Western churches, by the algorithm of Meeus, Jones and Butcher (Jean Meeus, *Astronomical
/// Algorithms*, chapter 8), for any Gregorian year.
pub(super) fn western(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (golden, century, rest) = (y % 19, y / 100, y % 100);
    let corrected = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - corrected + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let of_march = epact + to_sunday - 7 * late + 114;
    Date::new(year, (of_march / 31) as i8, (of_march % 31 + 1) as i8).ok()
}

/// Easter Sunday of the Orthodox churches, by Meeus's Julian algorithm (the same chapter), told in the Gregorian calendar.
pub(super) fn orthodox(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let epact = (19 * (y % 19) + 15) % 30;
    let to_sunday = (2 * (y % 4) + 4 * (y % 7) - epact + 34) % 7;
    let of_march = epact + to_sunday + 114;
    let julian = Date::new(year, (of_march / 31) as i8, (of_march % 31 + 1) as i8).ok()?;
    // By how many days the calendars differ: 13 from 1900 to 2099.
    let behind = y / 100 - y / 400 - 2;
    julian.checked_add(behind.days()).ok()
}
