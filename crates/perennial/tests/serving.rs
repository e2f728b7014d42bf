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
    cookie: String,
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
    let mut served = Served { child, address, cookie: String::new() };
    served.cookie = set_up(&served);
    let nothing = ask(&served, "POST", "/first", &form("answer=nothing"));
    assert!(nothing.contains("location: /today"), "{nothing}");
    served
}

fn form(fields: &str) -> String {
    let kind = "Content-Type: application/x-www-form-urlencoded";
    format!("{kind}\r\nContent-Length: {}\r\n\r\n{fields}", fields.len())
}

/// The first visit: what a person fills in. Answers the cookie that the browser keeps.
fn set_up(served: &Served) -> String {
    let answer =
        ask(served, "POST", "/set-up", &form("name=Elin&password=an+old+red+bicycle&zone=Europe/Madrid&language=en"));
    let cookie = answer.split("set-cookie: ").nth(1).unwrap_or_else(|| panic!("{answer}"));
    cookie.split(';').next().unwrap().to_owned()
}

fn get(served: &Served, path: &str) -> String {
    ask(served, "GET", path, "\r\n")
}

fn ask(served: &Served, method: &str, path: &str, more: &str) -> String {
    let mut stream = TcpStream::connect(&served.address).unwrap();
    let (address, cookie) = (&served.address, &served.cookie);
    write!(stream, "{method} {path} HTTP/1.1\r\nHost: {address}\r\nCookie: {cookie}\r\nConnection: close\r\n{more}")
        .unwrap();
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
fn whoever_listens_beyond_this_machine_is_warned_and_told_a_code() {
    let data = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_perennial"));
    command.arg("--data").arg(data.path()).args(["serve", "--listen", "0.0.0.0:0"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut served = Served { child, address: String::new(), cookie: String::new() };
    let mut said = BufReader::new(served.child.stdout.take().unwrap());
    let told: Vec<String> = said.by_ref().lines().take(3).map(Result::unwrap).collect();
    assert!(told[2].contains("asks for this code"), "{told:?}");
    let mut warned = BufReader::new(served.child.stderr.take().unwrap());
    let warning: Vec<String> = warned.by_ref().lines().take(2).map(Result::unwrap).collect();
    assert!(warning[0].contains("can be reached from other machines"), "{warning:?}");
    assert!(warning[1].contains("reverse proxy"), "{warning:?}");
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
        sources::look_through(&drawn, &sources::Roots::anywhere(), &mut |sighting| {
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

#[test]
fn whoever_has_no_session_sees_nothing_and_whoever_sits_at_the_machine_can_help() {
    let house = House::on_sqlite();
    let folder = house.folder.path().join("photos");
    fs::create_dir_all(&folder).unwrap();
    let mut served = serve(&house, &folder);
    assert!(get(&served, "/today").starts_with("HTTP/1.1 200"));
    served.cookie = String::new();
    assert!(get(&served, "/today").contains("location: /sign-in"));
    let data = house.folder.path().join("data");
    let account = |arguments: &[&str], typed: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_perennial"));
        command.arg("--data").arg(&data).arg("account").args(arguments);
        command.env_remove("PERENNIAL_DATABASE").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
    };
    assert!(account(&["list"], "").starts_with("Elin, since "));
    let link = account(&["link", "elin"], "");
    let path = link.lines().next().unwrap().strip_prefix("http://127.0.0.1:7878").unwrap();
    // What only looks at the link, as many programs do, uses nothing up.
    assert!(ask(&served, "HEAD", path, "\r\n").starts_with("HTTP/1.1 200"));
    assert!(get(&served, path).contains("<button"));
    let press = |served: &Served| ask(served, "POST", path, "Content-Length: 0\r\n\r\n");
    let came = press(&served);
    assert!(came.contains("location: /today"), "{came}");
    served.cookie = came.split("set-cookie: ").nth(1).unwrap().split(';').next().unwrap().to_owned();
    assert!(get(&served, "/today").starts_with("HTTP/1.1 200"));
    assert!(account(&["password", "elin"], "short\n").contains("too short"));
    assert!(account(&["password", "nobody"], "a brand new blue one\n").contains("Nobody signs in by the name nobody"));
    assert!(get(&served, "/today").starts_with("HTTP/1.1 200"));
    assert!(account(&["password", "elin"], "a brand new blue one\n").contains("All their sessions have ended"));
    assert!(get(&served, "/today").contains("location: /sign-in"));
    assert!(press(&served).contains("location: /sign-in?said=used"));
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

#[test]
fn where_several_libraries_are_kept_no_command_guesses_whose_is_meant() {
    let data = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_perennial"));
        command.arg("--data").arg(data.path()).args(arguments).env_remove("PERENNIAL_DATABASE").output().unwrap()
    };
    assert!(run(&["folder", "list"]).status.success(), "of one library it is clear");
    let database = Database::File(data.path().join("perennial.db"));
    let store = store::Store::open(&database, store::Older::Refuse).unwrap();
    let another = "INSERT INTO libraries (library, owner, added_ms) VALUES (2, 0, 0)";
    store.write(|tx| tx.execute(another, &[])).map_err(|e: store::StoreError| e).unwrap();
    for arguments in [&["folder", "list"][..], &["folder", "add", "/"], &["import", "/"], &["unread"], &["serve", "/"]]
    {
        let told = run(arguments);
        let said = String::from_utf8_lossy(&told.stderr).into_owned();
        assert!(
            told.status.code() == Some(1) && said.contains("Several libraries are kept here"),
            "{arguments:?}: {said}"
        );
    }
    let folders = store.read(|tx| tx.one("SELECT COUNT(*) FROM folders", &[], |row| row.get::<i64>(0)));
    assert_eq!(folders.map_err(|e: store::StoreError| e).unwrap(), 0, "and nothing was noted");
}
