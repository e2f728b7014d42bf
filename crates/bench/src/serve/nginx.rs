//! nginx with the same pictures: under the same addresses, with the same headers, as fast as it is set up to be.

use std::fmt::Write;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use model::PhotoId;
use tempfile::TempDir;

use super::sockets::{Asked, exchange};

/// Headers that nginx makes by itself.
const ITS_OWN: [&str; 6] = ["content-length", "content-type", "date", "connection", "server", "etag"];

/// An nginx of two workers that ends when it is dropped.
pub(super) struct Nginx {
    child: Child,
    port: u16,
    _folder: TempDir,
}

impl Nginx {
    /// Starts one that has what a server answers for those photos.
    pub(super) fn start(kept: &Path, site: &str, cookie: &str, photos: &[PhotoId]) -> Self {
        let folder = tempfile::tempdir_in(kept).unwrap();
        let mut headers = Vec::new();
        for id in photos {
            std::fs::create_dir_all(folder.path().join(format!("photo/{id}"))).unwrap();
            for file in ["small.jpg", "large.jpg"] {
                let path = format!("/photo/{id}/{file}");
                let (head, body) = exchange(&Asked::of(site, cookie, std::slice::from_ref(&path)));
                std::fs::write(folder.path().join(&path[1..]), body).unwrap();
                headers = head;
            }
        }
        // Asked for once and let go of again, a port is free for a while.
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let settings = folder.path().join("nginx.conf");
        std::fs::write(&settings, settings_of(folder.path(), port, &headers)).unwrap();
        let mut command = Command::new("nginx");
        command.arg("-p").arg(folder.path()).arg("-e").arg("errors.log").arg("-c").arg(&settings);
        command.stdin(Stdio::null()).stdout(Stdio::null());
        let nginx = Self { child: command.spawn().unwrap(), port, _folder: folder };
        let began = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(began.elapsed() < Duration::from_secs(10), "nginx does not start");
            std::thread::sleep(Duration::from_millis(20));
        }
        nginx
    }

    /// Where it is.
    pub(super) fn address(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// Its processes.
    pub(super) fn processes(&self) -> Vec<u32> {
        let master = self.child.id();
        let children = std::fs::read_to_string(format!("/proc/{master}/task/{master}/children")).unwrap_or_default();
        children.split_whitespace().filter_map(|id| id.parse().ok()).chain([master]).collect()
    }
}

fn settings_of(folder: &Path, port: u16, headers: &[(String, String)]) -> String {
    let mut always = String::new();
    for (name, value) in headers.iter().filter(|(name, _)| !ITS_OWN.contains(&name.as_str())) {
        writeln!(always, "add_header {name} \"{}\";", value.replace('"', "\\\"")).unwrap();
    }
    let folder = folder.display();
    format!(
        "user root; worker_processes 2; daemon off; pid {folder}/pid; error_log {folder}/errors.log;
         events {{ worker_connections 1024; }}
         http {{
           access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; default_type image/jpeg;
           client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3;
           uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5;
           server {{ listen 127.0.0.1:{port}; root {folder}; {always} }}
         }}"
    )
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // Its workers go with it only when it is asked kindly.
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
    }
}
