//! Attempts in vain, and how long to wait after them. Nobody is shut out for good.

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};
use store::{StoreError, Tx, values};

use crate::accounts::key_of;
use crate::secrets::kept;

/// What is counted: attempts on one name, and attempts from one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// On one name, whether anybody has it or not. The wait stays short: it is the owner who would wait.
    Name,
    /// From one address, on whatever name.
    Address,
}

/// How long to wait after so many attempts in vain, of which the last was so long ago. Half are forgotten each hour.
pub fn wait_after(kind: Kind, failures: u32, ago: SignedDuration) -> SignedDuration {
    let (free, longest) = match kind {
        Kind::Name => (5, SignedDuration::from_mins(1)),
        Kind::Address => (10, SignedDuration::from_mins(15)),
    };
    let Some(beyond) = remembered(failures, ago).checked_sub(free) else { return SignedDuration::ZERO };
    let wait = SignedDuration::from_secs(1 << beyond.min(20)).min(longest);
    (wait - ago.max(SignedDuration::ZERO)).max(SignedDuration::ZERO)
}

/// How many of them still count.
fn remembered(failures: u32, ago: SignedDuration) -> u32 {
    u32::try_from(ago.as_hours()).map_or(failures, |hours| failures.checked_shr(hours).unwrap_or(0))
}

/// Notes an attempt before it is looked at, so that a hundred at the same time count as a hundred. An attempt that comes too
/// early is not looked at, and is told how long to wait. One that is too early for its name alone counts for its address:
/// whoever only keeps somebody else waiting is slowed down themselves.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn begin_attempt(
    tx: &mut Tx<'_>,
    name: Option<&str>,
    address: IpAddr,
    now: Timestamp,
) -> Result<Option<SignedDuration>, StoreError> {
    forget(tx, now)?;
    for (kind, subject) in subjects(name, address) {
        let (failures, ago) = failures_of(tx, &subject, now)?;
        let wait = wait_after(kind, failures, ago);
        if wait > SignedDuration::ZERO {
            return Ok(Some(wait));
        }
        let failures = remembered(failures, ago) + 1;
        let sql = "INSERT INTO sign_in_failures (library, subject, failures, last_ms) VALUES (0, ?1, ?2, ?3)
                   ON CONFLICT (library, subject) DO UPDATE SET failures = ?2, last_ms = ?3";
        tx.execute(sql, values![subject, failures, now.as_millisecond()])?;
    }
    Ok(None)
}

/// The attempt was a good one: those on the name are forgotten, and this one from the address.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn forgive(tx: &mut Tx<'_>, name: Option<&str>, address: IpAddr) -> Result<(), StoreError> {
    for (kind, subject) in subjects(name, address) {
        let sql = match kind {
            Kind::Name => "DELETE FROM sign_in_failures WHERE library = 0 AND subject = ?1",
            Kind::Address => {
                "UPDATE sign_in_failures SET failures = failures - 1
                 WHERE library = 0 AND subject = ?1 AND failures > 0"
            }
        };
        tx.execute(sql, values![subject])?;
    }
    Ok(())
}

/// Forgets what is over a day old, and what a clock that was ahead noted for a time to come: nobody waits for that.
fn forget(tx: &mut Tx<'_>, now: Timestamp) -> Result<(), StoreError> {
    let (day_ago, soon) = (now - SignedDuration::from_hours(24), now + SignedDuration::from_mins(1));
    let sql = "DELETE FROM sign_in_failures WHERE library = 0 AND (last_ms < ?1 OR last_ms > ?2)";
    tx.execute(sql, values![day_ago.as_millisecond(), soon.as_millisecond()])?;
    Ok(())
}

fn failures_of(tx: &mut Tx<'_>, subject: &[u8], now: Timestamp) -> Result<(u32, SignedDuration), StoreError> {
    let sql = "SELECT failures, last_ms FROM sign_in_failures WHERE library = 0 AND subject = ?1";
    let found = tx.maybe(sql, values![subject], |row| Ok((row.get::<i64>(0)?, row.get::<i64>(1)?)))?;
    let (failures, last) = found.unwrap_or((0, now.as_millisecond()));
    let ago = SignedDuration::from_millis(now.as_millisecond() - last).max(SignedDuration::ZERO);
    Ok((u32::try_from(failures).unwrap_or(u32::MAX - 1), ago))
}

/// The address first, then the name. Hashes only: people type passwords into the field for the name.
fn subjects(name: Option<&str>, address: IpAddr) -> Vec<(Kind, Vec<u8>)> {
    let mut subjects = vec![(Kind::Address, kept(format!("address {}", counted_as(address)).as_bytes()))];
    if let Some(name) = name {
        subjects.push((Kind::Name, kept(format!("name {}", key_of(name)).as_bytes())));
    }
    subjects
}

/// What counts as one address: whoever has one of IPv6 has its whole network of 2⁶⁴.
pub fn counted_as(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6((u128::from(v6) >> 64 << 64).into()),
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_is_capped_and_is_forgotten() {
        use Kind::{Address, Name};
        let secs = SignedDuration::from_secs;
        for (kind, failures, ago, wait) in [
            (Name, 0, 0, 0),
            (Name, 4, 0, 0),
            (Name, 5, 0, 1),
            (Name, 6, 0, 2),
            (Name, 8, 0, 8),
            (Name, 8, 5, 3),
            (Name, 8, 8, 0),
            (Name, 11, 0, 60),
            (Name, 1_000_000, 0, 60),
            (Name, 1_000_000, 60, 0),
            (Name, 10, 3_600, 0),
            (Address, 9, 0, 0),
            (Address, 10, 0, 1),
            (Address, 14, 0, 16),
            (Address, 20, 0, 900),
            (Address, u32::MAX - 1, 0, 900),
            (Address, 20, 900, 0),
            // A clock that went back makes nobody wait longer.
            (Name, 8, -100, 8),
        ] {
            assert_eq!(wait_after(kind, failures, secs(ago)), secs(wait), "{kind:?} {failures} {ago}");
        }
        assert_eq!(remembered(40, secs(2 * 3_600)), 10, "half are forgotten each hour");
        assert_eq!(remembered(u32::MAX, secs(40 * 3_600)), 0);
    }

    #[test]
    fn one_network_is_one_address() {
        let network = |text: &str| counted_as(text.parse().unwrap());
        assert_eq!(network("2001:db8::1"), network("2001:db8::ffff:1:2:3"));
        assert_ne!(network("2001:db8::1"), network("2001:db8:0:1::1"));
        assert_eq!(network("::ffff:192.0.2.1"), network("192.0.2.1"));
        assert_ne!(network("192.0.2.1"), network("192.0.2.2"));
    }
}
