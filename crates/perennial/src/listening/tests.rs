//! Over loopback, with limits short enough to wait for.

use std::io::{Read, Write};
use std::net::{IpAddr, SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::routing::{get, post};
use tokio::net::{TcpListener, TcpSocket};
use tokio::runtime::Runtime;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::{Limits, serve};

const LONG: Duration = Duration::from_secs(600);
/// Where nothing is meant to come in time.
const SHORT: Duration = Duration::from_millis(50);
/// Where something is to come in time on a loaded machine, and then nothing more.
const A_WHILE: Duration = Duration::from_secs(2);
/// More than the buffers between two programs hold.
const LARGE: usize = 64 << 20;

fn limits() -> Limits {
    Limits { head: LONG, body: LONG, idle: LONG, in_all: 100, from_one: 100 }
}

struct Served {
    at: SocketAddr,
    end: oneshot::Sender<()>,
    ended: JoinHandle<()>,
    runtime: Runtime,
}

impl Served {
    fn with(limits: Limits, proxies: &[&str]) -> Self {
        let pages = Router::new()
            .route("/", get(|| async { "here" }))
            .route("/", post(|body: Bytes| async move { format!("took {}", body.len()) }))
            .route("/large", get(|| async { vec![b'x'; LARGE] }));
        let runtime = Runtime::new().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let at = listener.local_addr().unwrap();
        let (end, ends) = oneshot::channel();
        let proxies: Vec<web::Network> = proxies.iter().map(|proxy| proxy.parse().unwrap()).collect();
        let ended = runtime.spawn(async move {
            let ending = async { drop(ends.await) };
            serve(listener, pages, limits, &proxies, ending).await;
        });
        Self { at, end, ended, runtime }
    }

    fn connect(&self) -> TcpStream {
        TcpStream::connect(self.at).unwrap()
    }

    /// Another machine, as far as the server sees.
    fn connect_from(&self, from: IpAddr) -> TcpStream {
        let connecting = async {
            let socket = TcpSocket::new_v4()?;
            socket.bind(SocketAddr::new(from, 0))?;
            socket.connect(self.at).await?.into_std()
        };
        let stream = self.runtime.block_on(connecting).unwrap();
        stream.set_nonblocking(false).unwrap();
        stream
    }

    /// Connects anew until a request is answered; gives up after a minute.
    fn until_answered(&self) {
        let began = Instant::now();
        while !answers(&mut self.connect()) {
            assert!(began.elapsed() < Duration::from_secs(60), "never answered");
        }
    }
}

/// Whether a request on that connection is answered. It stays open.
fn answers(stream: &mut TcpStream) -> bool {
    let sent = stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    let mut answer = Vec::new();
    let mut part = [0; 1024];
    while sent.is_ok() && !answer.ends_with(b"here") {
        match stream.read(&mut part) {
            Ok(read) if read > 0 => answer.extend(&part[..read]),
            Ok(_) | Err(_) => break,
        }
    }
    answer.starts_with(b"HTTP/1.1 200") && answer.ends_with(b"here")
}

/// Everything that comes until the server closes the connection.
fn until_closed(stream: &mut TcpStream) -> String {
    let mut came = Vec::new();
    // Closed with something unread is closed, too.
    let _ = stream.read_to_end(&mut came);
    String::from_utf8_lossy(&came).into_owned()
}

#[test]
fn a_request_that_is_begun_and_not_finished_is_given_up() {
    let served = Served::with(Limits { head: SHORT, ..limits() }, &[]);
    for begun in ["", "GET / HTT", "GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: "] {
        let mut stream = served.connect();
        stream.write_all(begun.as_bytes()).unwrap();
        assert!(!until_closed(&mut stream).contains("here"), "{begun}");
    }
}

#[test]
fn a_connection_on_which_nothing_more_is_asked_for_is_closed() {
    let served = Served::with(Limits { head: A_WHILE, ..limits() }, &[]);
    let mut stream = served.connect();
    assert!(answers(&mut stream));
    assert_eq!(until_closed(&mut stream), "");
}

#[test]
fn a_body_that_does_not_come_is_given_up_and_a_whole_one_is_taken() {
    let served = Served::with(Limits { body: SHORT, ..limits() }, &[]);
    let mut whole = served.connect();
    whole
        .write_all(b"POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 5\r\n\r\nwhole")
        .unwrap();
    assert!(until_closed(&mut whole).ends_with("took 5"));
    let mut part = served.connect();
    part.write_all(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\npart").unwrap();
    let answer = until_closed(&mut part);
    assert!(answer.starts_with("HTTP/1.1 400") && !answer.contains("took"), "{answer}");
}

#[test]
fn whoever_sends_what_nobody_reads_is_answered_all_the_same() {
    let served = Served::with(limits(), &[]);
    for (address, says) in [("/large", "405"), ("/", "413"), ("/nowhere", "404")] {
        let mut stream = served.connect();
        // More than the buffers between two programs hold, and less than is read of what nobody wants.
        let body = vec![b'y'; 12 << 20];
        write!(stream, "POST {address} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {}\r\n\r\n", body.len()).unwrap();
        stream.write_all(&body).unwrap();
        let mut answer = [0; 12];
        stream.read_exact(&mut answer).unwrap();
        assert_eq!(std::str::from_utf8(&answer).unwrap(), format!("HTTP/1.1 {says}"), "{address}");
    }
    let mut stream = served.connect();
    stream.write_all(b"POST /nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc").unwrap();
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0; 1];
        stream.read_exact(&mut byte).unwrap();
        head.extend(byte);
    }
    assert!(answers(&mut stream), "the connection is there for the next request");
    let mut asks = served.connect();
    asks.write_all(
        b"POST /nowhere HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 99999999999\r\n\r\n",
    )
    .unwrap();
    let answer = until_closed(&mut asks);
    assert!(answer.starts_with("HTTP/1.1 404") && answer.contains("connection: close"), "{answer}");
}

#[test]
fn a_download_that_nobody_takes_is_given_up() {
    let served = Served::with(Limits { idle: A_WHILE, from_one: 1, ..limits() }, &[]);
    let mut taken = served.connect();
    taken.write_all(b"GET /large HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    assert!(until_closed(&mut taken).len() > LARGE);
    drop(taken);
    let mut left = served.connect();
    left.write_all(b"GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let mut first = [0; 1];
    assert_eq!(left.read(&mut first).unwrap(), 1, "it has begun, and holds the only place");
    served.until_answered();
    assert!(until_closed(&mut left).len() < LARGE, "what was on its way came, and no more");
}

#[test]
fn from_one_address_come_so_many_and_behind_a_proxy_as_many_as_there_are_places() {
    let limits = Limits { from_one: 2, ..limits() };
    let served = Served::with(limits, &[]);
    let (mut first, mut second) = (served.connect(), served.connect());
    assert!(answers(&mut first) && answers(&mut second));
    assert!(!answers(&mut served.connect()), "the third is closed");
    assert!(answers(&mut first), "the others go on");
    drop(second);
    served.until_answered();

    let behind = Served::with(limits, &["127.0.0.0/8"]);
    let mut streams: Vec<TcpStream> = (0..10).map(|_| behind.connect()).collect();
    assert!(streams.iter_mut().all(answers));
}

#[cfg(target_os = "linux")]
#[test]
fn a_thousand_unfinished_requests_close_the_house_to_nobody() {
    let served = Served::with(Limits { in_all: 60, from_one: 20, ..limits() }, &[]);
    let strangers = (0..1_100_u32).map(|n| {
        let from = IpAddr::from([127, 0, 1, u8::try_from(n % 11).unwrap() + 1]);
        let mut stream = served.connect_from(from);
        // Some are refused at once.
        let _ = stream.write_all(b"GET / HTTP/1.1\r\nHost: localh");
        stream
    });
    let strangers: Vec<TcpStream> = strangers.collect();
    let mut refused = served.connect_from([127, 0, 1, 1].into());
    assert!(!answers(&mut refused), "all places are taken");
    for n in 1..=20 {
        assert!(answers(&mut served.connect_from([127, 0, 2, n].into())), "{n}");
    }
    drop(strangers);
}

#[test]
fn an_end_waits_for_answers_that_are_on_their_way_and_for_nothing_else() {
    let Served { at, end, ended, runtime } = Served::with(limits(), &[]);
    let (mut resting, mut asking) = (TcpStream::connect(at).unwrap(), TcpStream::connect(at).unwrap());
    assert!(answers(&mut resting));
    asking.write_all(b"GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let mut first = [0; 1];
    assert_eq!(asking.read(&mut first).unwrap(), 1);
    end.send(()).unwrap();
    assert_eq!(until_closed(&mut resting), "");
    assert!(until_closed(&mut asking).len() > LARGE, "to its last byte");
    runtime.block_on(ended).unwrap();
    assert!(TcpStream::connect(at).is_err(), "nobody listens any more");
}
