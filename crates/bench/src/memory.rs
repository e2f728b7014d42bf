//! What `serve` holds while it rests.

use std::ffi::OsStr;
use std::path::Path;
use std::time::{Duration, Instant};

use browser::Served;
use family::Plan;
use tokio::runtime::Runtime;

use crate::client::Client;

pub(crate) fn run(program: &Path, kept: &Path, photos: usize) {
    let folder = kept.join(format!("family-{photos}"));
    std::fs::create_dir_all(&folder).unwrap();
    let plan = Plan { photos, ..Plan::demo("2026-11-23".parse().unwrap()) };
    eprintln!("Drawing {photos} photos, once …");
    family::write(&plan, &folder, &|_, _| {}).unwrap();
    let data = tempfile::tempdir().unwrap();
    let served = Served::start(program, data.path(), &[OsStr::new("serve"), folder.as_os_str()]);
    let runtime = Runtime::new().unwrap();
    let client = runtime.block_on(Client::setting_up(&served.address()));

    wait_until_resting(&runtime, &client);
    let (resting, workers) = (resident(served.process()), children(served.process()));
    for _ in 0..200 {
        runtime.block_on(client.get("/today"));
    }
    println!("resting after an import of {photos} photos: {resting:.1} MiB, {workers} workers left (to reach: 60)");
    println!("after 200 pages of Today:                   {:.1} MiB", resident(served.process()));
}

/// The import is over when it says so, twice in a row with a pause, as workers need a moment to go home.
fn wait_until_resting(runtime: &Runtime, client: &Client) {
    let began = Instant::now();
    let mut rested = 0;
    while rested < 4 {
        assert!(began.elapsed() < Duration::from_secs(600), "the import does not end");
        std::thread::sleep(Duration::from_millis(500));
        let (_, standing) = runtime.block_on(client.read("/api/v1/coming-in"));
        rested = if standing.contains("\"running\":true") { 0 } else { rested + 1 };
    }
}

fn resident(process: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
}

fn children(of: u32) -> usize {
    let path = format!("/proc/{of}/task/{of}/children");
    std::fs::read_to_string(path).unwrap_or_default().split_whitespace().count()
}
