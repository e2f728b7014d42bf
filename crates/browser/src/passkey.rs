//! A passkey's device, played by the browser.

use serde_json::json;

use crate::Browser;
use crate::commands::Posted;

impl Browser {
    /// Plugs in a device that keeps passkeys and always recognises its owner.
    pub fn with_authenticator(&self) {
        let device = json!({
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": true,
            "hasUserVerification": true,
            "isUserConsenting": true,
            "isUserVerified": true,
        });
        self.wait("an authenticator", self.client.issue_cmd(Posted::new("webauthn/authenticator", device)));
    }
}
