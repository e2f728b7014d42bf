//! How far an import is, on its way through a row: whichever process does it, all of them see it.

use jiff::Timestamp;
use model::{FolderId, Stage, Standing};
use store::jobs::{Listed, State, state};

/// How far it is, as its row keeps it.
pub(super) fn written(standing: &Standing) -> Option<String> {
    serde_json::to_string(standing).ok()
}

/// The folders that are looked through now, and how far each is. One that has only just begun is counting.
pub(super) fn running(jobs: &[Listed], now: Timestamp) -> Vec<(FolderId, Standing)> {
    let runs = |job: &&Listed| job.job.kind == library::LOOKING && state(job, now) == State::Runs;
    let read = |job: &Listed| {
        let begun = Standing { stage: Stage::Counting, ..Standing::default() };
        let standing = job.standing.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or(begun);
        Some((FolderId(job.job.key.parse().ok()?), standing))
    };
    jobs.iter().filter(runs).filter_map(read).collect()
}

/// How far several imports are together: two processes may each be at a folder of their own.
pub(super) fn together(all: impl IntoIterator<Item = Standing>) -> Standing {
    all.into_iter().fold(Standing::default(), |sum, one| Standing {
        stage: match (sum.stage, one.stage) {
            (Stage::BringingIn, _) | (_, Stage::BringingIn) => Stage::BringingIn,
            (Stage::Counting, _) | (_, Stage::Counting) => Stage::Counting,
            _ => Stage::Resting,
        },
        total: sum.total + one.total,
        done: sum.done + one.done,
        came_in: sum.came_in + one.came_in,
        per_second: sum.per_second + one.per_second,
        left: sum.left.max(one.left),
    })
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn how_far_it_is_survives_the_way_through_a_row() {
        let left = Some(Duration::from_millis(1_250));
        let far = Standing { stage: Stage::BringingIn, total: 10, done: 4, came_in: 3, per_second: 2, left };
        assert_eq!(serde_json::from_str::<Standing>(&written(&far).unwrap()).unwrap(), far);
        // What an older or a newer Perennial wrote says less, and hinders nothing.
        assert_eq!(serde_json::from_str::<Standing>("{\"done\":4,\"more\":1}").unwrap().done, 4);
    }

    #[test]
    fn two_imports_are_as_far_as_both_of_them() {
        let (long, short) = (Some(Duration::from_secs(60)), Some(Duration::from_secs(1)));
        let one = Standing { stage: Stage::BringingIn, total: 10, done: 4, came_in: 3, per_second: 2, left: short };
        let two = Standing { stage: Stage::Counting, total: 5, left: long, ..Standing::default() };
        let both = Standing { stage: Stage::BringingIn, total: 15, done: 4, came_in: 3, per_second: 2, left: long };
        assert_eq!(together([one, two]), both);
        assert_eq!(together([]), Standing::default());
    }
}
