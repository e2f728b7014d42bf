//! What somebody signed in with, in words that they know it by.

/// A browser and the system it runs on, as far as they say so; empty where they do not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Device {
    /// The browser, such as `Firefox`.
    pub browser: String,
    /// The system, such as `Android`.
    pub system: String,
}

/// In the order of asking: a browser often says the names of those that it descends from, too.
const BROWSERS: &[(&str, &str)] = &[
    ("SamsungBrowser/", "Samsung Internet"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Vivaldi/", "Vivaldi"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("HeadlessChrome/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
];
const SYSTEMS: &[(&str, &str)] = &[
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
];

impl Device {
    /// The device that a `User-Agent` speaks of.
    pub fn of(user_agent: &str) -> Self {
        let known = |names: &[(&str, &str)]| {
            names
                .iter()
                .find(|(sign, _)| user_agent.contains(sign))
                .map_or_else(String::new, |(_, name)| (*name).to_owned())
        };
        Self { browser: known(BROWSERS), system: known(SYSTEMS) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_known_by_what_they_say() {
        for (said, browser, system) in [
            ("Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0", "Firefox", "Android"),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 Version/17.5 Mobile/15E148 Safari/604.1",
                "Safari",
                "iPhone",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 \
                 Safari/537.36 Edg/126.0",
                "Edge",
                "Windows",
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36",
                "Chrome",
                "Linux",
            ),
            ("curl/8.5.0", "curl", ""),
            ("", "", ""),
            ("'; DROP TABLE sessions; --", "", ""),
        ] {
            assert_eq!(Device::of(said), Device { browser: browser.into(), system: system.into() }, "{said}");
        }
    }
}
