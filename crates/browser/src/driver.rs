//! chromedriver, started on a free port and ended with us.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::programs::{Missing, Programs};

/// A running chromedriver. Killed when dropped; its Chromium ends when the pipe between them does.
pub(crate) struct Driver {
    child: Child,
    port: u16,
    // Held open, or the driver would find nobody listening and end.
    _said: Option<BufReader<ChildStdout>>,
}

impl Driver {
    pub(crate) fn start(programs: &Programs) -> Result<Self, Missing> {
        let mut command = Command::new(&programs.driver);
        command.arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(|_| Missing("a chromedriver that starts"))?;
        let mut said = child.stdout.take().map(BufReader::new);
        let port = said.as_mut().and_then(|said| said.lines().map_while(Result::ok).find_map(|line| port_in(&line)));
        let driver = Self { child, port: port.unwrap_or_default(), _said: said };
        if driver.port == 0 { Err(Missing("a chromedriver that says its port")) } else { Ok(driver) }
    }

    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The port in "ChromeDriver was started successfully on port 40123."
fn port_in(line: &str) -> Option<u16> {
    let (_, after) = line.split_once("successfully on port ")?;
    after.trim_end_matches('.').trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_what_the_driver_says() {
        assert_eq!(port_in("ChromeDriver was started successfully on port 40123."), Some(40123));
        assert_eq!(port_in("Starting ChromeDriver 156 on port 0"), None);
    }
}
