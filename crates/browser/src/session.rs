//! One Chromium with one profile of its own, spoken to one command after the other.

use std::cell::Cell;
use std::future::Future;
use std::time::Duration;

use fantoccini::error::CmdError;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::commands::Posted;
use crate::driver::Driver;
use crate::hands::Hands;
use crate::looks::Looks;
use crate::programs::{Missing, Programs};

/// A real browser, headless, with an empty profile. Everything that it started ends when it is dropped.
pub struct Browser {
    pub(crate) client: Client,
    pub(crate) site: String,
    pub(crate) looks: Cell<Looks>,
    pub(crate) hands: Cell<Hands>,
    runtime: Runtime,
    // Dropped in this order: the driver takes Chromium with it, and only then is the profile free to go.
    _driver: Driver,
    _profile: TempDir,
}

impl Browser {
    /// Starts a browser for the site at that address. At `localhost` rather than `127.0.0.1` passkeys work.
    ///
    /// # Errors
    /// When Chromium or its driver is not installed.
    pub fn start(site: &str) -> Result<Self, Missing> {
        Self::speaking(site, "en-US")
    }

    /// The same, for somebody who reads that language first.
    ///
    /// # Errors
    /// When Chromium or its driver is not installed.
    pub fn speaking(site: &str, language: &str) -> Result<Self, Missing> {
        let programs = Programs::found()?;
        let driver = Driver::start(&programs)?;
        let profile = tempfile::tempdir().map_err(|_| Missing("a folder for temporary things"))?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|_| Missing("a runtime to wait in"))?;
        let wanted = capabilities(&programs, &profile, language);
        let mut client = ClientBuilder::new(HttpConnector::new());
        client.capabilities(wanted);
        let client = runtime.block_on(client.connect(&driver.address()));
        let client = client.map_err(|_| Missing("a Chromium that starts"))?;
        let browser = Self {
            client,
            site: site.trim_end_matches('/').to_owned(),
            looks: Cell::default(),
            hands: Cell::default(),
            runtime,
            _driver: driver,
            _profile: profile,
        };
        browser.put_on();
        Ok(browser)
    }

    /// The address that paths are taken from.
    pub fn site(&self) -> &str {
        &self.site
    }

    /// Forgets who is signed in.
    pub fn lose_session(&self) {
        self.wait("forgetting cookies", self.client.delete_all_cookies());
    }

    /// Waits for an answer of the driver.
    pub(crate) fn wait<T>(&self, what: &str, answer: impl Future<Output = Result<T, CmdError>>) -> T {
        self.attempt(answer).unwrap_or_else(|error| panic!("{what}: {error}"))
    }

    pub(crate) fn attempt<T>(&self, answer: impl Future<Output = Result<T, CmdError>>) -> Result<T, CmdError> {
        self.runtime.block_on(answer)
    }

    /// A breath between two looks at a page that is still changing.
    pub(crate) fn breathe(&self) {
        self.runtime.block_on(async { tokio::time::sleep(Duration::from_millis(20)).await });
    }

    /// Chromium's own protocol, for the tab in front.
    pub(crate) fn devtools(&self, command: &str, parameters: &Value) -> Value {
        self.wait(command, self.client.issue_cmd(Posted::devtools(command, parameters)))
    }

    /// Runs a script in the page, whatever its content policy says of others and even where scripts are off.
    pub fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.wait("a script in the page", self.client.execute(script, arguments))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Asked first, so that nothing writes into the profile any more when it is removed. If it does not answer, the
        // driver is killed all the same.
        let closing = self.client.clone().close();
        let _ = self.runtime.block_on(async { tokio::time::timeout(Duration::from_secs(5), closing).await });
    }
}

fn capabilities(programs: &Programs, profile: &TempDir, language: &str) -> Capabilities {
    let arguments = [
        "--headless=new",
        // A pipe instead of a port: when the driver goes, Chromium goes too.
        "--remote-debugging-pipe",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--hide-scrollbars",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-crash-reporter",
        "--disable-breakpad",
        // Each element tells its role and name as a screen reader would hear them.
        "--enable-blink-features=ComputedAccessibilityInfo",
    ];
    let mut arguments = arguments.map(str::to_owned).to_vec();
    arguments.push(format!("--user-data-dir={}", profile.path().display()));
    arguments.push(format!("--lang={language}"));
    let options = json!({
        "binary": programs.chromium,
        "args": arguments,
        "prefs": { "intl.accept_languages": language, "credentials_enable_service": false },
    });
    let wanted = json!({ "goog:chromeOptions": options, "webauthn:virtualAuthenticators": true });
    wanted.as_object().cloned().unwrap_or_default()
}
