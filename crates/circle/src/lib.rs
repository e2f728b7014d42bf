//! Who may come in: accounts, sessions and keys. This room makes the [`Viewer`], and every read goes through one.
//!
//! Of passwords, cookies, codes and tokens only hashes are kept. What is decided (how long to wait, whether a session still
//! holds) is decided by pure functions that are told the time; randomness comes from one file, `secrets.rs`.

mod accounts;
mod attempts;
mod caller;
mod device;
mod door;
mod errors;
mod forms;
mod known;
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

pub use accounts::{Account, Details, DetailsChanged, account_of, clean_name, countries_of, others};
pub use caller::{Caller, counted_as};
pub use device::Device;
pub use door::Door;
pub use errors::CircleError;
pub use forms::{FirstAnswer, FormKey};
pub use known::KNOWN_FOR;
pub use passkeys::{KeptPasskey, PasskeyQuestion, Passkeys};
pub use passwords::{Password, PasswordHash, PasswordRefused};
pub use recovery::NewCodes;
pub use secrets::{Code, Key};
pub use sessions::{Due, Entered, IDLE, LONGEST, Opened, Session};
pub use set_up::MaySetUp;
pub use sign_in::SignIn;
pub use tokens::{ByToken, KeptToken, Scope};
pub use viewer::Viewer;
