//! What can go wrong at the door, besides being refused.

use store::StoreError;

/// Why the door cannot do its work.
#[derive(Debug, thiserror::Error)]
pub enum CircleError {
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The system gives no random numbers, so no secret can be made.
    #[error("the system gives no random numbers: {0}")]
    NoRandomness(String),
    /// A password could not be hashed.
    #[error("a password could not be hashed: {0}")]
    Hashing(String),
    /// Passkeys cannot be used here.
    #[error("passkeys cannot be used: {0}")]
    Passkeys(String),
}
