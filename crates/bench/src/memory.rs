//! What `serve` holds while it rests.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use family::Plan;

pub(crate) fn run(program: &Path, kept: &Path, photos: usize) {
    let folder = kept.join(format!("family-{photos}"));
    std::fs::create_dir_all(&folder).unwrap();
    let plan = Plan { photos, ..Plan::demo("2026-11-23".parse().unwrap()) };
    eprintln!("Drawing {photos} photos, once …");
    family::write(&plan, &folder, &|_, _| {}).unwrap();
    let data = tempfile::tempdir().unwrap();
    let mut serve = Command::new(program);
    serve.arg("--data").arg(data.path()).args(["serve", "--listen", "127.0.0.1:0"]).arg(&folder);
    let mut serve = serve.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut said = String::new();
    BufReader::new(serve.stdout.take().unwrap()).read_line(&mut said).unwrap();
    let address = said.split("http://").nth(1).and_then(|rest| rest.split_whitespace().next()).unwrap().to_owned();

    wait_until_resting(&address);
    let (resting, workers) = (resident(serve.id()), children(&serve));
    for _ in 0..200 {
        get(&address, "/today");
    }
    println!("resting after an import of {photos} photos: {resting:.1} MiB, {workers} workers left (to reach: 60)");
    println!("after 200 pages of Today:                   {:.1} MiB", resident(serve.id()));
    serve.kill().unwrap();
    serve.wait().unwrap();
}

/// The import is over when it says so, twice in a row with a pause, as workers need a moment to go home.
fn wait_until_resting(address: &str) {
    let began = Instant::now();
    let mut rested = 0;
    while rested < 4 {
        assert!(began.elapsed() < Duration::from_secs(600), "the import does not end");
        std::thread::sleep(Duration::from_millis(500));
        let running = get(address, "/api/v1/coming-in").contains("\"running\":true");
        rested = if running { 0 } else { rested + 1 };
    }
}

fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

fn resident(process: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
}

fn children(of: &Child) -> usize {
    let path = format!("/proc/{0}/task/{0}/children", of.id());
    std::fs::read_to_string(path).unwrap_or_default().split_whitespace().count()
}
