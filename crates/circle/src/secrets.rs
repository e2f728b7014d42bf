//! Secrets: the only file that asks for random numbers. Of each secret only a hash is kept.
//!
//! They are random through and through, so a fast hash is enough; passwords, which people think up, have `passwords.rs`.

use data_encoding::BASE64URL_NOPAD;
use model::LibraryId;

use crate::CircleError;

/// What a browser or a program holds to be let in: 256 random bits, and the library that they are for.
#[derive(Clone, PartialEq, Eq)]
pub struct Key {
    library: LibraryId,
    secret: [u8; 32],
}

/// What a person can write down and type again: 80 random bits in letters that are not mistaken for one another.
#[derive(Clone, PartialEq, Eq)]
pub struct Code([u8; 10]);

/// Without I, L, O and U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl Key {
    /// A new key for a library.
    ///
    /// # Errors
    /// [`CircleError::NoRandomness`].
    pub fn fresh(library: LibraryId) -> Result<Self, CircleError> {
        Ok(Self { library, secret: random()? })
    }

    /// The key as it is handed out, once.
    pub fn spelled(&self) -> String {
        format!("{}-{}", self.library, BASE64URL_NOPAD.encode(&self.secret))
    }

    /// The key in what somebody presents, if it has the form of one.
    pub fn read(said: &str) -> Option<Self> {
        let (library, secret) = said.split_once('-')?;
        let secret = BASE64URL_NOPAD.decode(secret.as_bytes()).ok()?;
        Some(Self { library: LibraryId(library.parse().ok()?), secret: secret.try_into().ok()? })
    }

    /// The library that it is for.
    pub fn library(&self) -> LibraryId {
        self.library
    }

    /// What is kept of it.
    pub(crate) fn kept(&self) -> Vec<u8> {
        kept(&self.secret)
    }
}

impl Code {
    /// A new code.
    ///
    /// # Errors
    /// [`CircleError::NoRandomness`].
    pub fn fresh() -> Result<Self, CircleError> {
        random().map(Self)
    }

    /// The code as it is shown, once: `7K2M-9Q4D-0WZA-HT3R`.
    pub fn spelled(&self) -> String {
        let number = self.0.iter().fold(0_u128, |number, byte| number << 8 | u128::from(*byte));
        let letter = |at: u32| char::from(LETTERS[(number >> (75 - 5 * at)) as usize & 31]);
        let group = |first: u32| (first..first + 4).map(letter).collect::<String>();
        [0, 4, 8, 12].map(group).join("-")
    }

    /// The code in what somebody types: in either case, with or without dashes, with the usual mistakes of reading.
    pub fn read(said: &str) -> Option<Self> {
        let typed = said.chars().filter(|c| !c.is_whitespace() && *c != '-');
        let (mut number, mut letters) = (0_u128, 0);
        for letter in typed {
            let meant = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            number = number << 5 | LETTERS.iter().position(|known| char::from(*known) == meant)? as u128;
            letters += 1;
            if letters > 16 {
                return None;
            }
        }
        let bytes = number.to_be_bytes();
        (letters == 16).then(|| bytes[6..].try_into().ok().map(Self)).flatten()
    }

    /// What is kept of it.
    pub(crate) fn kept(&self) -> Vec<u8> {
        kept(&self.0)
    }
}

/// Bytes that nobody can guess.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], CircleError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| CircleError::NoRandomness(error.to_string()))?;
    Ok(bytes)
}

/// What is kept of a secret, or of a name that should not lie about readable.
pub(crate) fn kept(secret: &[u8]) -> Vec<u8> {
    blake3::hash(secret).as_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_was_spelled() {
        let key = Key::fresh(LibraryId(7)).unwrap();
        assert!(key == Key::read(&key.spelled()).unwrap());
        assert!(key != Key::fresh(LibraryId(7)).unwrap());
        for odd in ["", "-", "7", "7-", "x-AAAA", "7-AAAA", "7-!!", &format!("{}A", key.spelled())] {
            assert!(Key::read(odd).is_none(), "{odd}");
        }
    }

    #[test]
    fn a_code_is_understood_however_it_is_typed() {
        let code = Code([0x0f, 0x1e, 0x2d, 0x3c, 0x4b, 0x5a, 0x69, 0x78, 0x87, 0x96]);
        let spelled = code.spelled();
        assert_eq!(spelled.len(), 19, "{spelled}");
        let typed = spelled.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert!(Code::read(&typed).unwrap() == code, "{typed}");
        assert!(Code::read(&spelled.replace('-', "")).unwrap() == code);
        for odd in ["", "7K2M", "7K2M-9Q4D-0WZA-HT3U", &format!("{spelled}0"), &"0".repeat(10_000)] {
            assert!(Code::read(odd).is_none(), "{odd}");
        }
    }
}
