//! What is known of the data as they are, for as long as nothing is written.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// What is known of the latest version of the data ([`crate::Tx::version`]) that anybody saw. With a newer one all of it is forgotten,
/// and an older one is told nothing and tells nothing. Whatever is kept here is an answer and no leave to show anything.
#[derive(Debug, Default)]
pub struct OfVersion<T>(Mutex<(i64, T)>);

impl<T: Default> OfVersion<T> {
    /// Asks or tells what is known of that version; `None` where a later one was seen.
    pub fn at<R>(&self, version: i64, work: impl FnOnce(&mut T) -> R) -> Option<R> {
        let mut latest = self.latest();
        if version > latest.0 {
            *latest = (version, T::default());
        }
        (version == latest.0).then(|| work(&mut latest.1))
    }

    fn latest(&self) -> MutexGuard<'_, (i64, T)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_of_the_latest_version_that_anybody_saw_and_of_no_other() {
        let known: OfVersion<Vec<u8>> = OfVersion::default();
        assert_eq!(known.at(5, |all| all.push(7)), Some(()));
        assert_eq!(known.at(5, |all| all.clone()), Some(vec![7]));
        assert_eq!(known.at(4, |all| all.push(8)), None, "an older look is told nothing and tells nothing");
        assert_eq!(known.at(6, |all| all.clone()), Some(vec![]), "something was written");
        assert_eq!(known.at(5, |all| all.clone()), None, "and what was known before is gone");
    }
}
