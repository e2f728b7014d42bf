//! Attempts in vain, and how long to wait after them. Nobody is shut out for good, and what strangers do slows strangers: whoever
//! tries from a device that was signed in before, or is signed in, has a lane of their own.

mod kept;

use std::net::IpAddr;

use jiff::SignedDuration;

pub(crate) use kept::{begin, forgive};

use crate::accounts::key_of;
use crate::caller::counted_as;
use crate::secrets::kept as hash_of;

/// In which lane somebody tries. Attempts in one lane count in that lane alone.
#[derive(Clone, Debug)]
pub(crate) enum Lane {
    /// One that only whoever was let in before can be in.
    Own(Subject),
    /// Everybody else's, on one name or on none.
    Strangers {
        /// The name that is tried, whether anybody has it or not.
        name: Option<String>,
        /// From where.
        address: IpAddr,
    },
}

/// What attempts are counted for. Hashes only: people type passwords into the field for the name.
pub(crate) type Subject = Vec<u8>;

/// What a count is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Attempts of one device or session that was let in before.
    Own,
    /// Strangers' attempts from one address, on whatever name.
    Address,
    /// Strangers' attempts on one name. The wait stays short: it may be its owner, at a new device, who waits.
    Name,
    /// All strangers' attempts.
    Everybody,
}

/// What is known of one count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    /// How many attempts were in vain, as far as they are not forgotten.
    pub(crate) failures: u32,
    /// How long ago the last of them was.
    pub(crate) ago: SignedDuration,
}

/// Whether an attempt is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decision {
    /// How long to wait instead; nothing where it is looked at.
    pub(crate) wait: Option<SignedDuration>,
    /// For how many of the counts, from the first one, it counts.
    pub(crate) counts: usize,
}

impl Lane {
    /// The lane of a device, as it is kept, for one account.
    pub(crate) fn of_device(account: &crate::Account, device: &[u8]) -> Self {
        let (library, id) = (account.viewer.library(), account.id);
        Self::Own(hash_of(&[format!("device {library} {id} ").as_bytes(), device].concat()))
    }

    /// The lane of whoever is signed in.
    pub(crate) fn of_session(entered: &crate::Entered) -> Self {
        Self::Own(hash_of(format!("session {} {}", entered.viewer.library(), entered.session).as_bytes()))
    }

    /// What an attempt counts for, in the order of asking.
    fn subjects(&self) -> Vec<(Kind, Subject)> {
        match self {
            Self::Own(subject) => vec![(Kind::Own, subject.clone())],
            Self::Strangers { name, address } => {
                let address = hash_of(format!("address {}", counted_as(*address)).as_bytes());
                let name = name.as_ref().map(|name| (Kind::Name, hash_of(format!("name {}", key_of(name)).as_bytes())));
                let everybody = (Kind::Everybody, hash_of(b"everybody"));
                [(Kind::Address, address)].into_iter().chain(name).chain([everybody]).collect()
            }
        }
    }
}

/// Whether an attempt is looked at, by what is known of each thing that it counts for. One that comes too early is not, and counts
/// for what comes before that: whoever only keeps somebody else waiting is slowed down at their own address.
pub(crate) fn decide(counts: &[(Kind, Count)]) -> Decision {
    let waits = counts.iter().map(|(kind, count)| wait_after(*kind, *count));
    match waits.enumerate().find(|(_, wait)| *wait > SignedDuration::ZERO) {
        Some((before, wait)) => Decision { wait: Some(wait), counts: before },
        None => Decision { wait: None, counts: counts.len() },
    }
}

/// How long to wait after so many attempts in vain. Half are forgotten each hour.
fn wait_after(kind: Kind, count: Count) -> SignedDuration {
    let (free, longest) = match kind {
        Kind::Own | Kind::Name => (5, SignedDuration::from_mins(1)),
        Kind::Address => (10, SignedDuration::from_mins(15)),
        Kind::Everybody => (200, SignedDuration::from_secs(2)),
    };
    let Some(beyond) = count.remembered().checked_sub(free) else { return SignedDuration::ZERO };
    let wait = SignedDuration::from_secs(1 << beyond.min(20)).min(longest);
    (wait - count.ago.max(SignedDuration::ZERO)).max(SignedDuration::ZERO)
}

impl Count {
    /// How many of them still count.
    fn remembered(self) -> u32 {
        u32::try_from(self.ago.as_hours()).map_or(self.failures, |hours| self.failures.checked_shr(hours).unwrap_or(0))
    }

    /// One more, now.
    fn and_one(self) -> Self {
        Self { failures: self.remembered().saturating_add(1), ago: SignedDuration::ZERO }
    }
}

#[cfg(test)]
mod tests;
