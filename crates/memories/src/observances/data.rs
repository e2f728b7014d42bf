//! The calendar's files, embedded and read once.

use std::sync::LazyLock;

use serde::Deserialize;

use super::Observance;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) observance: Vec<Observance>,
}

macro_rules! file {
    ($name:literal) => {
        ($name, include_str!(concat!("../../observances/", $name, ".toml")))
    };
}

/// Every file of the calendar, by name.
pub(super) const FILES: &[(&str, &str)] = &[
    // A group of observances is a file and a line here.
    file!("mothers-may"),
    file!("mothers"),
    file!("fathers"),
    file!("children"),
    file!("sons-and-daughters"),
    file!("families"),
    file!("couples"),
    file!("baby-loss"),
    file!("remembrance"),
    file!("christian"),
    file!("easter"),
    file!("islamic"),
    file!("jewish"),
    file!("hindu"),
    file!("sikh-jain-buddhist"),
    file!("asian"),
    file!("seasons"),
];

/// Every observance. A file that cannot be read is left out; a test does not let that happen.
pub(super) static ALL: LazyLock<Vec<Observance>> = LazyLock::new(|| {
    let read = |(_, text): &(&str, &str)| toml::from_str::<File>(text).map(|file| file.observance).unwrap_or_default();
    FILES.iter().flat_map(read).collect()
});
