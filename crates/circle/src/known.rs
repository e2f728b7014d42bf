//! Devices that somebody signed in from before. A browser keeps a random key, of which a hash is kept here for each account that
//! signed in there. It opens nothing: whoever brings it along only need not wait for what strangers do meanwhile.

use jiff::{SignedDuration, Timestamp};
use store::{StoreError, Tx, values};

use crate::CircleError;
use crate::accounts::Account;
use crate::secrets::Key;

/// How long a browser is asked to keep it, from the last time somebody signed in there. No browser keeps a cookie for longer.
pub const KNOWN_FOR: SignedDuration = SignedDuration::from_hours(400 * 24);

/// So many devices of one account are known; the one not used for the longest makes room.
const MOST: i64 = 30;

/// What is kept of the device that a caller presents, if that account signed in there before.
pub(crate) fn recognised(
    tx: &mut Tx<'_>,
    account: &Account,
    presented: Option<&str>,
    now: Timestamp,
) -> Result<Option<Vec<u8>>, StoreError> {
    let Some(key) = read(presented, account) else { return Ok(None) };
    let sql = "SELECT device FROM known_devices WHERE library = ?1 AND account = ?2 AND device = ?3 AND seen_ms > ?4";
    let known = values![account.viewer.library(), account.id, key.kept(), oldest(now)];
    tx.maybe(sql, known, |row| row.get(0))
}

/// The library and what is kept of the device that a caller presents, if anybody signed in there before.
pub(crate) fn known_to_anybody(
    tx: &mut Tx<'_>,
    presented: Option<&str>,
    now: Timestamp,
) -> Result<Option<Key>, StoreError> {
    let Some(key) = presented.and_then(Key::read) else { return Ok(None) };
    let sql = "SELECT account FROM known_devices WHERE library = ?1 AND device = ?2 AND seen_ms > ?3 ORDER BY account LIMIT 1";
    let known = tx.maybe(sql, values![key.library(), key.kept(), oldest(now)], |row| row.get::<i64>(0))?;
    Ok(known.map(|_| key))
}

/// Somebody signs in: their device is known from now on. Answers the key that it keeps, which is the one that it has where
/// others of the library sign in by the same browser, and a fresh one otherwise: what somebody may have planted there is not
/// taken on.
pub(crate) fn remember(
    tx: &mut Tx<'_>,
    account: &Account,
    presented: Option<&str>,
    now: Timestamp,
) -> Result<Key, CircleError> {
    let library = account.viewer.library();
    let shared = known_to_anybody(tx, presented, now)?.filter(|key| key.library() == library);
    let key = shared.map_or_else(|| Key::fresh(library), Ok)?;
    let ms = now.as_millisecond();
    let sql = "INSERT INTO known_devices (library, account, device, made_ms, seen_ms) VALUES (?1, ?2, ?3, ?4, ?4)
               ON CONFLICT (library, account, device) DO UPDATE SET seen_ms = ?4";
    tx.execute(sql, values![library, account.id, key.kept(), ms])?;
    let forget = "DELETE FROM known_devices WHERE library = ?1 AND account = ?2 AND (seen_ms <= ?3 OR device NOT IN
                  (SELECT device FROM known_devices WHERE library = ?1 AND account = ?2
                   ORDER BY seen_ms DESC, device LIMIT ?4))";
    tx.execute(forget, values![library, account.id, oldest(now), MOST])?;
    Ok(key)
}

fn read(presented: Option<&str>, account: &Account) -> Option<Key> {
    presented.and_then(Key::read).filter(|key| key.library() == account.viewer.library())
}

fn oldest(now: Timestamp) -> i64 {
    now.as_millisecond() - KNOWN_FOR.as_millis() as i64
}
