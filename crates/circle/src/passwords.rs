//! Passwords: what is accepted as one, and what is kept of it.

use std::sync::LazyLock;

use argon2::password_hash::phc::PasswordHash as Phc;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};

use crate::CircleError;

/// Argon2id with 19 MiB, two passes and one lane: the first choice of the OWASP Password Storage Cheat Sheet (2025) for
/// machines without memory to spare.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// A password that may be set: long enough to be worth something, in any writing.
pub struct Password(String);

/// Why a password may not be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordRefused {
    /// Fewer than ten characters.
    TooShort,
    /// More than a thousand bytes.
    TooLong,
}

/// What is kept of a password: a PHC string.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(pub(crate) String);

impl Password {
    /// The password that somebody wants to set. Nothing is trimmed or changed.
    ///
    /// # Errors
    /// [`PasswordRefused`] when it is too short or too long.
    pub fn new(said: &str) -> Result<Self, PasswordRefused> {
        if said.len() > 1_000 {
            return Err(PasswordRefused::TooLong);
        }
        if said.chars().count() < 10 {
            return Err(PasswordRefused::TooShort);
        }
        Ok(Self(said.to_owned()))
    }

    /// What is kept of it. Takes a good part of a second's tenth, on purpose: never inside a transaction.
    ///
    /// # Errors
    /// [`CircleError::Hashing`].
    pub fn hash(&self) -> Result<PasswordHash, CircleError> {
        let hashed: Phc = argon().hash_password(self.0.as_bytes()).map_err(|e| CircleError::Hashing(e.to_string()))?;
        Ok(PasswordHash(hashed.to_string()))
    }
}

impl PasswordHash {
    /// Whether `said` is the password. Takes as long as hashing it.
    pub(crate) fn is_of(&self, said: &str) -> bool {
        #[cfg(test)]
        tests::LOOKED_AT.with(|count| count.set(count.get() + 1));
        let Ok(known) = Phc::new(&self.0) else { return false };
        said.len() <= 1_000 && argon().verify_password(said.as_bytes(), &known).is_ok()
    }
}

/// Whether `said` is the password of somebody. For a stranger's name a hash of nobody's is checked, so that the answer takes
/// as long and does not tell whether the name is known.
pub(crate) fn is_right(known: Option<&PasswordHash>, said: &str) -> bool {
    static NOBODYS: LazyLock<Option<PasswordHash>> =
        LazyLock::new(|| Password("this password is nobody's".to_owned()).hash().ok());
    match (known, &*NOBODYS) {
        (Some(known), _) => known.is_of(said),
        (None, nobodys) => {
            std::hint::black_box(nobodys.as_ref().map(|nobodys| nobodys.is_of(said)));
            false
        }
    }
}

fn argon() -> Argon2<'static> {
    let parameters = Params::new(MEMORY_KIB, PASSES, LANES, None).unwrap_or(Params::DEFAULT);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    thread_local! {
        /// How many hashes were compared with a password.
        pub(super) static LOOKED_AT: Cell<u32> = const { Cell::new(0) };
    }

    #[test]
    fn a_name_that_nobody_has_takes_the_same_work_as_a_wrong_password() {
        let hash = Password::new("nueve días y un café").unwrap().hash().unwrap();
        let work = |known: Option<&PasswordHash>| {
            let before = LOOKED_AT.get();
            assert!(!is_right(known, "something else"));
            LOOKED_AT.get() - before
        };
        assert_eq!((work(Some(&hash)), work(None)), (1, 1));
    }

    #[test]
    fn a_password_is_known_again_and_no_other_is() {
        let hash = Password::new("nueve días y un café").unwrap().hash().unwrap();
        assert!(hash.0.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", hash.0);
        assert!(is_right(Some(&hash), "nueve días y un café"));
        assert!(!is_right(Some(&hash), "nueve dias y un café"));
        assert!(!is_right(None, "this password is nobody's"), "nobody's password opens nothing");
        assert!(!PasswordHash("no hash at all".to_owned()).is_of("x"));
    }

    #[test]
    fn ten_characters_are_enough_in_any_writing_and_a_thousand_bytes_too_many() {
        assert_eq!(Password::new("123456789").err(), Some(PasswordRefused::TooShort));
        assert!(Password::new("1234567890").is_ok());
        assert_eq!(Password::new("ñandúñand").err(), Some(PasswordRefused::TooShort), "characters count, not bytes");
        assert!(Password::new("思い出写真思い出写真").is_ok());
        assert!(Password::new(&"x".repeat(1_000)).is_ok());
        assert_eq!(Password::new(&"x".repeat(1_001)).err(), Some(PasswordRefused::TooLong));
    }
}
