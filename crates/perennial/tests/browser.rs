//! A story in a real browser, against the whole binary. The browser is asked for the page as it stands after its scripts ran.
#![allow(clippy::unwrap_used, missing_docs)]

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use family::Plan;
use tempfile::TempDir;

struct Served {
    child: Child,
    address: String,
    temp: TempDir,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn serve() -> Served {
    let temp = tempfile::tempdir().unwrap();
    let today = jiff::Zoned::now().date();
    let plan = Plan { photos: 200, size: (320, 240), ..Plan::demo(today) };
    family::write(&plan, &temp.path().join("photos"), &|_, _| {}).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_perennial"));
    command.arg("--data").arg(temp.path().join("data")).args(["serve", "--listen", "127.0.0.1:0"]);
    command.arg(temp.path().join("photos")).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let mut said = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut said).unwrap();
    let address = said.split_whitespace().find(|word| word.starts_with("http")).unwrap().to_owned();
    Served { child, address, temp }
}

fn chromium() -> Option<PathBuf> {
    let found = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    let found = found.iter().map(PathBuf::from).find(|path| path.exists());
    if found.is_none() {
        testkit::skip("a story in a real browser: Chromium was not found");
    }
    found
}

/// The page as it stands after its scripts ran.
fn page(browser: &PathBuf, served: &Served, path: &str) -> String {
    let mut command = Command::new(browser);
    command.args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]);
    command.args(["--disable-sync", "--disable-component-update", "--virtual-time-budget=3000", "--dump-dom"]);
    command.arg(format!("--user-data-dir={}", served.temp.path().join("profile").display()));
    let output = command.arg(format!("{}{path}", served.address)).stderr(Stdio::null()).output().unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_browser_sees_todays_memories_and_the_dots_follow_them() {
    let Some(browser) = chromium() else { return };
    let served = serve();
    // The page reloads itself when the photos are in; each look waits a little of the browser's own time.
    let mut today = String::new();
    for _ in 0..60 {
        today = page(&browser, &served, "/today");
        if !today.contains("data-coming-in") && today.contains("class=\"memory\"") {
            break;
        }
    }
    assert!(today.contains("ago, ") && today.contains("class=\"memory\""), "{today}");
    assert!(today.contains("data-here"), "the script ran under the content policy and marked the first dot: {today}");

    let moment = today.split("href=\"/moment/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let story = page(&browser, &served, &format!("/moment/{moment}"));
    assert!(story.contains("Put this moment away"), "{story}");
    let photo = story.split("href=\"/photo/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert!(page(&browser, &served, &format!("/photo/{photo}")).contains("Not this one"));
}
