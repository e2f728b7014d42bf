//! Devices and what programs may do, in words.

use std::collections::BTreeSet;

use circle::{Device, Scope};

use super::Words;

impl Words {
    /// A device: "Firefox on Android".
    pub(crate) fn device(self, device: &Device) -> String {
        let (browser, system) = (device.browser.as_str(), device.system.as_str());
        match (browser.is_empty(), system.is_empty()) {
            (false, false) => self.with("sessions-device", &[("browser", browser.into()), ("system", system.into())]),
            (false, true) => browser.to_owned(),
            (true, false) => system.to_owned(),
            (true, true) => self.say("sessions-device-unknown"),
        }
    }

    /// What a token is good for: "read and import".
    pub(crate) fn scopes(self, scopes: &BTreeSet<Scope>) -> String {
        let name = |scope: &Scope| match scope {
            Scope::Read => self.say("tokens-read"),
            Scope::Write => self.say("tokens-write"),
            Scope::Import => self.say("tokens-import"),
            Scope::Care => self.say("tokens-care"),
        };
        scopes.iter().map(name).collect::<Vec<_>>().join(" · ")
    }
}
