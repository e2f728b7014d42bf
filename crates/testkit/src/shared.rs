//! Test data that lies beside the project and is not part of it.

use std::path::{Path, PathBuf};

/// The path of something in the shared folder beside the project (or in `PERENNIAL_SHARED`); `None`, said aloud, where it
/// is absent.
pub fn shared_file(name: &str) -> Option<PathBuf> {
    let named = std::env::var_os("PERENNIAL_SHARED").map(PathBuf::from);
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|up| up.join("shared")).find(|p| p.is_dir());
    let found = named.or_else(beside).map(|shared| shared.join(name)).filter(|path| path.exists());
    if found.is_none() {
        skip(&format!("the shared test data `{name}` is not here"));
    }
    found
}

/// Says that a part of a test is skipped and why. Where CI says that nothing may be, fails instead.
pub fn skip(why: &str) {
    assert!(std::env::var_os("PERENNIAL_SKIP_NOTHING").is_none(), "must not be skipped here: {why}");
    eprintln!("skipped: {why}");
}
