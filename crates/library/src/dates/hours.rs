//! Hours as people give them: "16:30", "3pm", "3 in the afternoon", "a las 9 de la mañana".

use jiff::civil::Time;

/// A half of the day that somebody names beside an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    /// From midnight to noon.
    First,
    /// From noon to midnight.
    Second,
    /// The evening and what follows it: 9 at night is before midnight, 2 at night is after.
    Night,
}

/// Words that stand between an hour and what it is of.
pub(super) fn is_filler(word: &str) -> bool {
    ["of", "de", "del", "at", "a", "las", "la", "in", "the", "por", "en", "o'clock"].contains(&word)
}

/// The half of the day that a word names.
pub(super) fn half_of_day(word: &str) -> Option<Half> {
    match word {
        "am" | "a.m." | "a.m" | "morning" | "mañana" | "madrugada" => Some(Half::First),
        "pm" | "p.m." | "p.m" | "afternoon" | "evening" | "tarde" => Some(Half::Second),
        "night" | "noche" => Some(Half::Night),
        _ => None,
    }
}

/// The hour that one word is by itself: `16:30`, `16:30h`, `3pm`, `3:30pm`, `15h`, `noon`.
pub(super) fn hour_of(word: &str) -> Option<Time> {
    if ["noon", "midday", "mediodía"].contains(&word) {
        return Some(Time::constant(12, 0, 0, 0));
    }
    for (end, half) in [("am", Half::First), ("pm", Half::Second)] {
        if let Some(hour) = word.strip_suffix(end) {
            return in_half(plain(hour)?, half);
        }
    }
    match word.strip_suffix('h') {
        Some(hour) => plain(hour),
        None if word.contains(':') => plain(word),
        None => None,
    }
}

/// An hour in figures: `3`, `15`, `9:05`, `16:30:05`.
pub(super) fn plain(hour: &str) -> Option<Time> {
    let figures = hour.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    let whole = match hour.split_once(':') {
        Some((hours, rest)) => format!("{hours:0>2}:{rest}"),
        None => format!("{hour:0>2}:00"),
    };
    (figures && !hour.is_empty()).then(|| whole.parse().ok()).flatten()
}

/// That hour in a half of the day, if it is in it.
pub(super) fn in_half(time: Time, half: Half) -> Option<Time> {
    let hour = match (half, time.hour()) {
        (Half::First, 12) => 0,
        (Half::First, hour @ 0..=11) | (Half::Second, hour @ 12..=23) => hour,
        (Half::Second, hour @ 1..=11) => hour + 12,
        (Half::Night, hour @ (0..=5 | 18..=23)) => hour,
        (Half::Night, hour @ 6..=11) => hour + 12,
        _ => return None,
    };
    Time::new(hour, time.minute(), time.second(), time.subsec_nanosecond()).ok()
}
