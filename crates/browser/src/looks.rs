//! How the browser looks at a page: on which screen, in the dark or not, with scripts or without, in large print.

use serde_json::json;

use crate::Browser;

/// A screen to look at pages on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// CSS pixels across.
    pub width: u32,
    /// CSS pixels down.
    pub height: u32,
    /// Whether it is a phone's.
    pub phone: bool,
}

impl Screen {
    /// A phone held upright.
    pub const PHONE: Self = Self { width: 390, height: 844, phone: true };
    /// A window on a desk.
    pub const DESK: Self = Self { width: 1280, height: 900, phone: false };
    /// The narrowest screen that pages are made for.
    pub const NARROW: Self = Self { width: 320, height: 640, phone: true };
}

#[derive(Clone, Copy)]
pub(crate) struct Looks {
    screen: Screen,
    dark: bool,
    scripts: bool,
}

impl Default for Looks {
    fn default() -> Self {
        Self { screen: Screen::DESK, dark: false, scripts: true }
    }
}

impl Browser {
    /// On a phone.
    #[must_use]
    pub fn phone(self) -> Self {
        self.wear(|looks| looks.screen = Screen::PHONE);
        self
    }

    /// On a desk.
    #[must_use]
    pub fn desk(self) -> Self {
        self.wear(|looks| looks.screen = Screen::DESK);
        self
    }

    /// With dark colours wanted.
    #[must_use]
    pub fn dark(self) -> Self {
        self.colours(true);
        self
    }

    /// With scripts off.
    #[must_use]
    pub fn without_scripts(self) -> Self {
        self.wear(|looks| looks.scripts = false);
        self
    }

    /// From now on, on that screen.
    pub fn on(&self, screen: Screen) {
        self.wear(|looks| looks.screen = screen);
    }

    /// From now on, in dark colours or light ones.
    pub fn colours(&self, dark: bool) {
        self.wear(|looks| looks.dark = dark);
    }

    /// Shows all text of the page that is open at that part of its usual size, as 2.0 for twice.
    pub fn enlarge(&self, times: f64) {
        self.script("document.documentElement.style.fontSize = `${arguments[0] * 100}%`", vec![json!(times)]);
    }

    /// What stands out over the edge of the screen, so that the page would have to be moved sideways to be read.
    pub fn too_wide(&self) -> Vec<String> {
        let found = self.script(include_str!("../scripts/too_wide.js"), Vec::new());
        serde_json::from_value(found).unwrap_or_default()
    }

    fn wear(&self, change: impl FnOnce(&mut Looks)) {
        let mut looks = self.looks.get();
        change(&mut looks);
        self.looks.set(looks);
        self.put_on();
    }

    /// Tells the tab in front. Each tab must be told.
    pub(crate) fn put_on(&self) {
        let Looks { screen: Screen { width, height, phone }, dark, scripts } = self.looks.get();
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            &json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone }),
        );
        let scheme = if dark { "dark" } else { "light" };
        // Without movement a picture is taken of the page as it comes to rest.
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.devtools("Emulation.setEmulatedMedia", &json!({ "features": features }));
        self.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": !scripts }));
    }
}
