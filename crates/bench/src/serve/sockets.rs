//! Clients that cost as little as can be: a socket each that is kept, a request that is written whole, an answer that is read and
//! forgotten.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::runtime::Builder;

use super::processor::time_of;
use crate::percentile;

/// Threads that the clients share.
const THREADS: usize = 2;
/// No more is read of one answer at a time, in bytes.
const AT_ONCE: usize = 256 << 10;

/// What is asked for, in turn.
pub(super) struct Asked {
    at: String,
    cookie: String,
    paths: Vec<String>,
    requests: Vec<Vec<u8>>,
}

/// What came of it.
pub(super) struct Came {
    /// How long each answer took in milliseconds, sorted.
    pub(super) times: Vec<f64>,
    pub(super) seconds: f64,
    /// The processor time of the clients themselves, in seconds.
    pub(super) own: f64,
}

impl Came {
    /// The time in milliseconds within which that part of the answers came.
    pub(super) fn at(&self, part: f64) -> f64 {
        percentile(&self.times, part)
    }
}

impl Asked {
    /// Pictures or pages of a site, asked for with a session.
    pub(super) fn of(site: &str, cookie: &str, paths: &[String]) -> Self {
        let at = site.trim_start_matches("http://").to_owned();
        Self { at, cookie: cookie.to_owned(), paths: paths.to_vec(), requests: Vec::new() }.in_the_form("identity")
    }

    /// The same in that encoding.
    pub(super) fn in_the_form(self, encoding: &str) -> Self {
        let request = |path: &String| {
            format!(
                "GET {path} HTTP/1.1\r\nhost: {}\r\ncookie: {}\r\nsec-fetch-site: same-origin\r\naccept-encoding: {encoding}\r\n\r\n",
                self.at, self.cookie
            )
            .into_bytes()
        };
        Self { requests: self.paths.iter().map(request).collect(), ..self }
    }

    /// Asks with so many clients for so long.
    pub(super) fn by(&self, clients: usize, seconds: u64) -> Came {
        let (turn, began, own) = (AtomicUsize::new(0), Instant::now(), time_of(std::process::id()));
        let ends = began + Duration::from_secs(seconds);
        let look = |share: usize| {
            let runtime = Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let looking: Vec<_> = (0..share).map(|_| self.look(&turn, ends)).collect();
                futures_util::future::join_all(looking).await.into_iter().flatten().collect::<Vec<f64>>()
            })
        };
        let mut times: Vec<f64> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..THREADS)
                .map(|thread| {
                    let look = &look;
                    scope.spawn(move || look(clients / THREADS + usize::from(thread < clients % THREADS)))
                })
                .collect();
            threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
        });
        times.sort_by(f64::total_cmp);
        Came { times, seconds: began.elapsed().as_secs_f64(), own: time_of(std::process::id()) - own }
    }

    async fn look(&self, turn: &AtomicUsize, ends: Instant) -> Vec<f64> {
        let mut socket = Socket::to(&self.at).await;
        let mut times = Vec::new();
        while Instant::now() < ends {
            let request = &self.requests[turn.fetch_add(1, Ordering::Relaxed) % self.requests.len()];
            let began = Instant::now();
            let (status, _) = socket.exchange(request, |_| {}).await;
            assert_eq!(status, 200, "{}", String::from_utf8_lossy(request));
            times.push(began.elapsed().as_secs_f64() * 1000.0);
        }
        times
    }
}

/// Asks once, for the first that is asked for: the headers of its answer in lower case, and its body.
pub(super) fn exchange(asked: &Asked) -> (Vec<(String, String)>, Vec<u8>) {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let mut body = Vec::new();
        let mut socket = Socket::to(&asked.at).await;
        let (status, head) = socket.exchange(&asked.requests[0], |part| body.extend_from_slice(part)).await;
        assert_eq!(status, 200);
        let headers = head.lines().skip(1).filter_map(|line| line.split_once(": "));
        (headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())).collect(), body)
    })
}

struct Socket {
    stream: TcpStream,
    buffer: Vec<u8>,
    /// What was read and not yet looked at.
    ready: std::ops::Range<usize>,
}

impl Socket {
    async fn to(at: &str) -> Self {
        let port = at.rsplit(':').next().and_then(|port| port.parse::<u16>().ok()).unwrap();
        let stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
        stream.set_nodelay(true).unwrap();
        Self { stream, buffer: vec![0; AT_ONCE], ready: 0..0 }
    }

    /// Sends a request and reads its answer to the end: its status and its head.
    async fn exchange(&mut self, request: &[u8], mut take: impl FnMut(&[u8])) -> (u16, String) {
        self.stream.write_all(request).await.unwrap();
        let head = loop {
            let there = &self.buffer[self.ready.clone()];
            if let Some(end) = there.windows(4).position(|four| four == b"\r\n\r\n") {
                let head = String::from_utf8_lossy(&there[..end]).into_owned();
                self.ready.start += end + 4;
                break head;
            }
            self.more().await;
        };
        let value = |name: &str| {
            let mut lines = head.lines().skip(1).filter_map(|line| line.split_once(':'));
            lines.find(|(said, _)| said.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
        };
        match value("content-length").and_then(|length| length.parse().ok()) {
            Some(length) => self.pass(length, &mut take).await,
            None => {
                assert_eq!(value("transfer-encoding"), Some("chunked"), "{head}");
                while let length @ 1.. = self.length_of_chunk().await {
                    self.pass(length, &mut take).await;
                    self.pass(2, &mut |_: &[u8]| {}).await;
                }
                self.pass(2, &mut |_: &[u8]| {}).await;
            }
        }
        (head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default(), head)
    }

    /// Reads so many bytes.
    async fn pass(&mut self, mut length: usize, take: &mut impl FnMut(&[u8])) {
        while length > 0 {
            if self.ready.is_empty() {
                self.more().await;
            }
            let part = length.min(self.ready.len());
            take(&self.buffer[self.ready.start..self.ready.start + part]);
            self.ready.start += part;
            length -= part;
        }
    }

    async fn length_of_chunk(&mut self) -> usize {
        loop {
            let there = &self.buffer[self.ready.clone()];
            if let Some(end) = there.windows(2).position(|two| two == b"\r\n") {
                let length = usize::from_str_radix(std::str::from_utf8(&there[..end]).unwrap(), 16).unwrap();
                self.ready.start += end + 2;
                return length;
            }
            self.more().await;
        }
    }

    async fn more(&mut self) {
        self.buffer.copy_within(self.ready.clone(), 0);
        self.ready = 0..self.ready.len();
        let read = self.stream.read(&mut self.buffer[self.ready.end..]).await.unwrap();
        assert!(read > 0, "hung up in the midst of an answer");
        self.ready.end += read;
    }
}
