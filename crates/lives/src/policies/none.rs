//! Nothing is done, and everything is hidden: the two ends of the scale.

use super::{Met, Policy};
use crate::life::Life;
use crate::returning::Memory;

/// Shows everything; has no controls.
#[derive(Clone, Copy, Debug)]
pub struct NoPolicy;

/// Shows nothing, ever. Not in the table: it has no surprises and no joy, and proves the measure.
#[derive(Clone, Copy, Debug)]
pub struct Everything;

impl Policy for NoPolicy {
    fn meets(&mut self, _: &Life, _: i64, memory: &Memory) -> Met {
        Met::shown(memory)
    }
}

impl Policy for Everything {
    fn meets(&mut self, _: &Life, _: i64, _: &Memory) -> Met {
        Met::withheld()
    }
}
