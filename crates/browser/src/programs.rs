//! The programs that this room drives. They are installed, never brought along.

use std::path::PathBuf;

use thiserror::Error;

/// What is needed and not installed here.
#[derive(Debug, Error)]
#[error("{0} was not found here")]
pub struct Missing(pub(crate) &'static str);

/// Chromium and its driver.
pub(crate) struct Programs {
    pub(crate) chromium: PathBuf,
    pub(crate) driver: PathBuf,
}

impl Programs {
    pub(crate) fn found() -> Result<Self, Missing> {
        let chromium = ["chromium", "chromium-browser", "google-chrome"].iter().find_map(|name| on_path(name));
        Ok(Self {
            chromium: chromium.ok_or(Missing("Chromium"))?,
            driver: on_path("chromedriver").ok_or(Missing("chromedriver (Debian: chromium-driver)"))?,
        })
    }
}

/// The accessibility checker axe-core, as one script; `PERENNIAL_AXE` names its file (`bin/test` fetches it).
///
/// # Errors
/// When no such file is named or there.
pub fn axe_program() -> Result<PathBuf, Missing> {
    let named = std::env::var_os("PERENNIAL_AXE").map(PathBuf::from);
    named.filter(|path| path.is_file()).ok_or(Missing("axe-core (PERENNIAL_AXE names its script; bin/test sets it)"))
}

fn on_path(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file())
}
