//! What a command says when it could not do its work: a sentence, and a hint.

use std::fmt;

use care::{CareError, LossError};
use circle::CircleError;
use library::{AddFolderError, ImportError};
use store::{BlobError, FolderError, StoreError};

/// Why a command failed.
#[derive(Debug)]
pub(crate) struct Failure {
    sentence: String,
    hint: String,
}

impl Failure {
    pub(crate) fn new(sentence: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), hint: hint.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut sentence = self.sentence.chars();
        let first = sentence.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
        write!(f, "{first}{}.\n{}", sentence.as_str().trim_end_matches('.'), self.hint)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::new(error.to_string(), error.hint())
    }
}

impl From<CircleError> for Failure {
    fn from(error: CircleError) -> Self {
        match error {
            CircleError::Store(error) => error.into(),
            other => Self::new(other.to_string(), "Try again; nothing was changed."),
        }
    }
}

impl From<AddFolderError> for Failure {
    fn from(error: AddFolderError) -> Self {
        match error {
            AddFolderError::Refused(why) => Self::new(format!("this folder cannot be looked into: {why}"), why.hint()),
            AddFolderError::Store(error) => error.into(),
        }
    }
}

impl From<FolderError> for Failure {
    fn from(error: FolderError) -> Self {
        Self::new(error.to_string(), error.hint())
    }
}

impl From<BlobError> for Failure {
    fn from(error: BlobError) -> Self {
        Self::new(
            format!("renditions cannot be kept: {error}"),
            "Check the permissions of the data folder and the space on that disk.",
        )
    }
}

impl From<CareError> for Failure {
    fn from(error: CareError) -> Self {
        let why = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
        Self::new(error.to_string(), format!("Nothing is lost. The reason: {why}"))
    }
}

impl From<LossError> for Failure {
    fn from(error: LossError) -> Self {
        match error {
            LossError::Store(error) => error.into(),
            other => {
                Self::new(other.to_string(), "Nothing was changed. `perennial loss add --help` tells what can be said.")
            }
        }
    }
}

impl From<ImportError> for Failure {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::Store(error) => error.into(),
            ImportError::Blobs(error) => error.into(),
            ImportError::Folder(error) => {
                Self::new(error.to_string(), "Check its name and permissions; is the disk it lies on there?")
            }
            ImportError::NoWorker(why) => {
                Self::new(why, "What came in before is kept. Run it again and it goes on from there.")
            }
        }
    }
}
