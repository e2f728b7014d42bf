//! How heavy a page is, and how soon something can be seen of it.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::Browser;

/// A connection and a processor to look at pages with.
#[derive(Clone, Copy, Debug)]
pub struct Network {
    /// Kilobits that come in a second.
    pub kilobits: u32,
    /// Milliseconds until an answer begins to come.
    pub round_trip: u32,
    /// How many times slower the processor is made.
    pub slower: f64,
}

impl Network {
    /// A slow connection on the road and a phone of the lower middle.
    pub const PHONE: Self = Self { kilobits: 1_600, round_trip: 150, slower: 4.0 };
}

/// What came over the wire for a page, in bytes, compressed as it came.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
pub struct Weight {
    /// The page itself.
    pub html: u64,
    /// Its styles.
    pub styles: u64,
    /// Its scripts.
    pub scripts: u64,
    /// Its images.
    pub images: u64,
}

impl Browser {
    /// Makes connection and processor slower.
    pub fn slowed(&self, network: Network) {
        let bytes_a_second = f64::from(network.kilobits) * 1000.0 / 8.0;
        self.devtools("Network.enable", &json!({}));
        self.devtools(
            "Network.emulateNetworkConditions",
            &json!({
                "offline": false,
                "latency": network.round_trip,
                "downloadThroughput": bytes_a_second,
                "uploadThroughput": bytes_a_second / 2.0,
            }),
        );
        self.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": network.slower }));
    }

    /// Forgets what was kept of pages seen before.
    pub fn forget(&self) {
        self.devtools("Network.clearBrowserCache", &json!({}));
    }

    /// Milliseconds from asking for the open page until something of it could be seen.
    pub fn first_paint(&self) -> f64 {
        let painted = "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null";
        self.until("nothing was ever painted", || self.script(painted, Vec::new()) != Value::Null);
        self.script(painted, Vec::new()).as_f64().unwrap_or(f64::NAN)
    }

    /// What the open page weighs.
    pub fn weight(&self) -> Weight {
        let weighed = self.script(include_str!("../scripts/weight.js"), Vec::new());
        serde_json::from_value(weighed).unwrap_or_default()
    }
}
