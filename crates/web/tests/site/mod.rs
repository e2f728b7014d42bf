//! A site over a test house, asked without a network.
#![allow(dead_code, reason = "each test file uses its part of it")]

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::Request;
use model::PhotoId;
use testkit::{House, now, snap};
use tokio::runtime::Runtime;
use tower::ServiceExt;

mod forms;

pub(crate) use forms::Form;

pub(crate) struct Site {
    pub(crate) house: House,
    pub(crate) photos: Vec<PhotoId>,
    runtime: Runtime,
}

pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
    pub(crate) bytes: Vec<u8>,
    headers: axum::http::HeaderMap,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

impl Site {
    /// Three photos of one afternoon, seven years before the tests' today; a fourth on another day.
    pub(crate) fn with_afternoon() -> Self {
        Self::over(House::on_sqlite())
    }

    /// A library without a photo.
    pub(crate) fn over_empty(house: House) -> Self {
        Self { house, photos: Vec::new(), runtime: Runtime::new().unwrap() }
    }

    pub(crate) fn over(house: House) -> Self {
        let photos = house.keep(&[
            snap("a.jpg", "2019-09-28T15:00").of(&["Elin", "Tomas"]).at("Cannon Beach", 45.9, -123.96),
            snap("b.jpg", "2019-09-28T15:20").of(&["Ada"]),
            snap("c.jpg", "2019-09-28T15:40"),
            snap("d.jpg", "2020-02-03T10:00"),
        ]);
        let site = Self { house, photos, runtime: Runtime::new().unwrap() };
        for id in &site.photos {
            let owner = site.house.owner();
            let photo = site.house.store.read(|tx| library::photo(tx, owner, *id)).unwrap().unwrap();
            for size in [library::Size::Small, library::Size::Large] {
                site.house.blobs.put(&photo.rendition(size), format!("jpeg {id}").into_bytes()).unwrap();
            }
        }
        site
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[], "")
    }

    pub(crate) fn post(&self, path: &str, form: &str) -> Answer {
        self.ask("POST", path, &[("sec-fetch-site", "same-origin")], form)
    }

    pub(crate) fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], form: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if !headers.iter().any(|(name, _)| *name == "host") {
            request = request.header("host", "127.0.0.1:7878");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(form.to_owned()))
            .unwrap();
        let site = web::router(web::House {
            store: Arc::clone(&self.house.store),
            blobs: Arc::clone(&self.house.blobs),
            owner: self.house.owner(),
            clock: now,
            data: self.house.folder.path().into(),
            coming_in: Arc::new(web::AtRest),
            loopback_only: true,
        });
        self.runtime.block_on(async {
            let answer = site.oneshot(request).await.unwrap();
            let (parts, body) = answer.into_parts();
            let bytes = to_bytes(body, 10 << 20).await.unwrap().to_vec();
            let body = String::from_utf8_lossy(&bytes).into_owned();
            Answer { status: parts.status.as_u16(), body, bytes, headers: parts.headers }
        })
    }
}
