//! Somebody who is signed in, asking a server on this machine over connections that are kept.

use std::time::{Duration, Instant};

use http::header::{ACCEPT_ENCODING, CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use http::{Method, Request};
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

type Sender = hyper_util::client::legacy::Client<HttpConnector, Full<&'static [u8]>>;

/// A client with a session. Clones share their connections.
#[derive(Clone)]
pub(crate) struct Client {
    site: String,
    cookie: String,
    sender: Sender,
}

/// An answer, as it came over the wire.
pub(crate) struct Answer {
    /// 0 where none came.
    pub(crate) status: u16,
    pub(crate) bytes: Vec<u8>,
    pub(crate) location: Option<String>,
    pub(crate) took: Duration,
}

impl Client {
    /// Goes through the set-up of a server that nobody has set up yet.
    pub(crate) async fn setting_up(site: &str) -> Self {
        let sender = hyper_util::client::legacy::Client::builder(TokioExecutor::new()).build(HttpConnector::new());
        let mut client = Self { site: site.to_owned(), cookie: String::new(), sender };
        let form = "name=Elin&password=an+old+red+bicycle&language=en&zone=UTC&country=&folder=";
        client.cookie = client.cookie_of(Method::POST, "/set-up", form).await;
        client
    }

    /// The same session at another address of the same library.
    pub(crate) fn at(&self, site: &str) -> Self {
        Self { site: site.to_owned(), ..self.clone() }
    }

    /// What its browser keeps of the session.
    pub(crate) fn cookie(&self) -> &str {
        &self.cookie
    }

    /// Asks as a browser does, for something compressed.
    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.ask(path, "gzip").await
    }

    /// Asks for text that can be read as it is.
    pub(crate) async fn read(&self, path: &str) -> (Answer, String) {
        let answer = self.ask(path, "identity").await;
        let text = String::from_utf8_lossy(&answer.bytes).into_owned();
        (answer, text)
    }

    async fn ask(&self, path: &str, encoding: &'static str) -> Answer {
        let request = self.request(Method::GET, path).header(ACCEPT_ENCODING, encoding).body(Full::default());
        let began = Instant::now();
        let answer = self.sender.request(request.unwrap()).await;
        let none = Answer { status: 0, bytes: Vec::new(), location: None, took: began.elapsed() };
        let Ok(answer) = answer else { return none };
        let status = answer.status().as_u16();
        let location = answer.headers().get(LOCATION).and_then(|to| to.to_str().ok()).map(str::to_owned);
        let Ok(body) = answer.into_body().collect().await else { return none };
        Answer { status, bytes: body.to_bytes().to_vec(), location, took: began.elapsed() }
    }

    async fn cookie_of(&self, method: Method, path: &str, form: &'static str) -> String {
        let request = self.request(method, path).header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        let answer = self.sender.request(request.body(Full::new(form.as_bytes())).unwrap()).await.unwrap();
        let cookie = answer.headers().get(SET_COOKIE).and_then(|cookie| cookie.to_str().ok()).unwrap_or_default();
        assert!(!cookie.is_empty(), "{path} let nobody in: {}", answer.status());
        cookie.split(';').next().unwrap_or_default().to_owned()
    }

    fn request(&self, method: Method, path: &str) -> http::request::Builder {
        let request = Request::builder().method(method).uri(format!("{}{path}", self.site));
        request.header("sec-fetch-site", "same-origin").header(COOKIE, &self.cookie)
    }
}
