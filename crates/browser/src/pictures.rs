//! Pictures of whole pages.

use std::fs;
use std::path::Path;

use data_encoding::BASE64;
use serde_json::json;

use crate::Browser;

/// How much of a long page is taken.
const TALLEST: u64 = 6_000;

impl Browser {
    /// Takes a picture of the open page from top to bottom, as PNG, once its images are there.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn picture(&self, file: &Path) -> std::io::Result<()> {
        let height = self.script(include_str!("../scripts/unroll.js"), vec![json!(TALLEST)]);
        let height = height.as_u64().unwrap_or_default().clamp(1, TALLEST);
        self.until("not all images came", || self.script(include_str!("../scripts/loaded.js"), Vec::new()) == true);
        let width = self.script("return document.documentElement.clientWidth", Vec::new());
        let clip = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": 1 });
        let taken = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let taken = self.devtools("Page.captureScreenshot", &taken);
        let png = BASE64.decode(taken["data"].as_str().unwrap_or_default().as_bytes());
        fs::write(file, png.unwrap_or_default())
    }
}
