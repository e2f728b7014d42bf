//! The real program, serving.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

/// A `perennial` that serves on a free port. Killed when dropped.
pub struct Served {
    child: Child,
    said: BufReader<ChildStdout>,
    port: u16,
}

impl Served {
    /// Starts it with a data folder and a command: `serve`, with folders, or `demo`.
    pub fn start(program: &Path, data: &Path, command: &[&OsStr]) -> Self {
        let mut starting = Command::new(program);
        starting.arg("--data").arg(data).args(command).args(["--listen", "127.0.0.1:0"]);
        starting.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = starting.spawn().unwrap_or_else(|e| panic!("{} does not start: {e}", program.display()));
        let Some(said) = child.stdout.take() else { unreachable!("its words were asked for") };
        let mut served = Self { child, said: BufReader::new(said), port: 0 };
        let address = served.hears("http://127.0.0.1:");
        served.port = address.split_whitespace().next().and_then(|port| port.parse().ok()).unwrap_or_default();
        served
    }

    /// Where it is, by a name at which passkeys work.
    pub fn address(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// The path of the link by which a demo lets somebody in once.
    pub fn way_in(&mut self) -> String {
        let code = self.hears("/sign-in/once/");
        format!("/sign-in/once/{}", code.trim())
    }

    /// The process, for looking at what it takes.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// Reads what it says until those words come; answers with what follows them in the line.
    fn hears(&mut self, words: &str) -> String {
        let mut line = String::new();
        while self.said.read_line(&mut line).is_ok_and(|read| read > 0) {
            if let Some((_, after)) = line.split_once(words) {
                return after.to_owned();
            }
            line.clear();
        }
        panic!("it ended without saying {words}");
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
