//! The whole binary, serving: photos that appear are noticed, on both engines, and an interrupt ends it calmly.
#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use store::Database;
use testkit::{House, houses};

struct Served {
    child: Child,
    address: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn serve(house: &House, folder: &Path) -> Served {
    let mut command = Command::new(env!("CARGO_BIN_EXE_perennial"));
    command.arg("--data").arg(house.folder.path().join("data")).args(["serve", "--listen", "127.0.0.1:0"]);
    if let Database::Server(url) = &house.database {
        command.args(["--database", url]);
    }
    let mut child = command.arg(folder).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut said = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut said).unwrap();
    let address = said.split("http://").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
    Served { child, address }
}

fn get(served: &Served, path: &str) -> String {
    let mut stream = TcpStream::connect(&served.address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", served.address).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

/// Asks until the page says so; gives up after a minute.
fn until(served: &Served, path: &str, says: impl Fn(&str) -> bool) -> String {
    let began = Instant::now();
    loop {
        let page = get(served, path);
        if says(&page) {
            return page;
        }
        assert!(began.elapsed() < Duration::from_secs(60), "never said: {page}");
    }
}

#[test]
fn photos_that_appear_in_a_watched_folder_come_in_by_themselves() {
    for house in houses() {
        let folder = house.folder.path().join("photos");
        let drawn = house.folder.path().join("drawn");
        fs::create_dir_all(&folder).unwrap();
        family::write_detailed(&drawn, 1, 3, (320, 240), &|_, _| {}).unwrap();
        let served = serve(&house, &folder);
        assert!(until(&served, "/today", |page| page.contains("No photos yet")).contains("/coming-in"));
        let mut found = Vec::new();
        sources::look_through(&drawn, &mut |sighting| {
            if let sources::Sighting::Found(one) = sighting {
                found.push(one.file.path);
            }
            true
        })
        .unwrap();
        fs::copy(&found[0], folder.join("new.jpg")).unwrap();
        until(&served, "/photo/1", |page| page.contains("/photo/1/large.jpg"));
        assert!(get(&served, "/photo/1/small.jpg").contains("image/jpeg"));
    }
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_calmly_and_a_second_program_is_told_that_the_folder_is_in_use() {
    let house = House::on_sqlite();
    let folder = house.folder.path().join("photos");
    fs::create_dir_all(&folder).unwrap();
    let mut served = serve(&house, &folder);
    let mut second = Command::new(env!("CARGO_BIN_EXE_perennial"));
    second.arg("--data").arg(house.folder.path().join("data")).args(["serve", "--listen", "127.0.0.1:0"]);
    let second = second.output().unwrap();
    assert_eq!(second.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&second.stderr).contains("in use by another Perennial"));
    let interrupted = Command::new("kill").args(["-INT", &served.child.id().to_string()]).status().unwrap();
    assert!(interrupted.success());
    assert!(served.child.wait().unwrap().success());
}
