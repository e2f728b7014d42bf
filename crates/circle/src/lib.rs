//! Who may come in: accounts, sessions and keys. This room makes the [`Viewer`], and every read goes through one.
//!
//! Of passwords, cookies, codes and tokens only hashes are kept. What is decided (how long to wait, whether a session still
//! holds) is decided by pure functions that are told the time; randomness comes from one file, `secrets.rs`.

mod accounts;
mod attempts;
mod device;
mod errors;
mod once;
mod passkeys;
mod passwords;
mod recovery;
mod secrets;
mod sessions;
mod set_up;
mod sign_in;
mod tokens;
mod viewer;

pub use accounts::{Account, Details, account_named, account_of, accounts, change_details, clean_name, countries_of};
pub use attempts::{Kind, begin_attempt, counted_as, forgive, wait_after};
pub use device::Device;
pub use errors::CircleError;
pub use once::{is_set_up_code, make_once_code, make_set_up_code, open_by_once_code, take_set_up_code};
pub use passkeys::{KeptPasskey, PasskeyQuestion, Passkeys, passkeys, remove_passkey};
pub use passwords::{Password, PasswordHash, PasswordRefused};
pub use recovery::{NewCodes, make_recovery_codes, recover, recovery_codes_left, renew_recovery_codes};
pub use secrets::{Code, Key};
pub use sessions::{
    Due, Entered, IDLE, LONGEST, Opened, Session, end_all, end_others, end_session, enter, keep_up, open_session,
    sessions,
};
pub use set_up::{is_set_up, set_up};
pub use sign_in::{Caller, SignIn, change_password, replace_password, sign_in};
pub use tokens::{ByToken, KeptToken, Scope, enter_by_token, make_token, revoke_token, token_used, tokens};
pub use viewer::Viewer;
