//! How much processor time a process took.

/// The seconds that a process has taken so far, its threads and the system on its behalf together.
pub(super) fn time_of(process: u32) -> f64 {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    // The name of the program may hold anything; what follows it does not.
    let behind = stat.rsplit_once(')').map_or("", |(_, behind)| behind);
    let ticks: u64 = behind.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
    // Linux tells it in hundredths of a second, whatever its own clock is.
    ticks as f64 / 100.0
}
