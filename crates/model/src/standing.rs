//! How far an import is, for whoever shows it.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// What an import is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Nothing: it has not begun, or it is over.
    #[default]
    Resting,
    /// Counting what there is.
    Counting,
    /// Bringing photos in.
    BringingIn,
}

/// How far an import is at one moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Standing {
    /// What it is doing.
    pub stage: Stage,
    /// Files to look at, as counted so far.
    pub total: u64,
    /// Files looked at.
    pub done: u64,
    /// Photos that were not known before.
    pub came_in: u64,
    /// Files looked at per second since it began.
    pub per_second: u64,
    /// Time left at that rate, once there is something to go by.
    pub left: Option<Duration>,
}
