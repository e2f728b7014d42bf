//! A site over a test house, asked without a network.
#![allow(dead_code, reason = "each test file uses its part of it")]

pub(crate) mod schema;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Request, Version};
use model::PhotoId;
use testkit::{House, now, snap};
use tokio::runtime::Runtime;
use tower::ServiceExt;

pub(crate) mod folders;
pub(crate) mod forms;

pub(crate) struct Site {
    pub(crate) house: House,
    pub(crate) photos: Vec<PhotoId>,
    pub(crate) reached: web::Reached,
    /// The one door of this house.
    pub(crate) visits: Arc<care::Visits>,
    /// The door at which people come in.
    pub(crate) door: circle::Door,
    /// Whoever brings photos in.
    pub(crate) coming_in: Arc<dyn web::ComingIn>,
    /// What the browser holds: the owner is signed in.
    pub(crate) cookie: String,
    /// How long pages wait for their data.
    pub(crate) patience: Duration,
    runtime: Runtime,
}

pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) headers: axum::http::HeaderMap,
}

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// Nobody: no session at all.
    Nobody,
    /// The owner of the library, whom the other methods of [`Site`] mean.
    Owner,
    /// The owner of another library in the same house.
    OtherOwner,
    /// Somebody else who sees the same library.
    Partner,
    /// The owner, by a session that was ended.
    Revoked,
}

impl Who {
    pub(crate) const ALL: [Self; 4] = [Self::Nobody, Self::Owner, Self::OtherOwner, Self::Revoked];
}

impl Answer {
    /// The body without the keys of its forms, which no two pages share.
    pub(crate) fn told(&self) -> String {
        let mut parts = self.body.split("<input type=\"hidden\" name=\"form-key\" value=\"");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |told, part| told + part.split_once("\">").map_or(part, |(_, rest)| rest))
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

impl Site {
    /// An empty house in which nobody has an account yet.
    pub(crate) fn before_set_up(house: House) -> Self {
        let reached = web::Reached { loopback_only: true, ..web::Reached::default() };
        let (coming_in, cookie) = (Arc::new(folders::Folders::of(&house)), String::new());
        let seal = Arc::new(care::Seal::new().unwrap());
        let visits = Arc::new(care::Visits::new(Arc::clone(&house.store), Arc::clone(&house.blobs), seal));
        let (photos, runtime, patience) = (Vec::new(), Runtime::new().unwrap(), web::PATIENCE);
        let door = house.door();
        Self { house, photos, reached, coming_in, cookie, visits, door, patience, runtime }
    }

    /// Three photos of one afternoon, seven years before the tests' today; a fourth on another day.
    pub(crate) fn with_afternoon() -> Self {
        Self::over(House::on_sqlite())
    }

    /// A library without a photo.
    pub(crate) fn over_empty(house: House) -> Self {
        let mut site = Self::before_set_up(house);
        site.cookie = session(&site.house.sign_in());
        site
    }

    pub(crate) fn over(house: House) -> Self {
        let photos = house.keep(&[
            snap("a.jpg", "2019-09-28T15:00").of(&["Elin", "Tomas"]).at("Cannon Beach", 45.9, -123.96),
            snap("b.jpg", "2019-09-28T15:20").of(&["Ada"]),
            snap("c.jpg", "2019-09-28T15:40"),
            snap("d.jpg", "2020-02-03T10:00"),
        ]);
        let mut site = Self::over_empty(house);
        site.photos = photos;
        for id in &site.photos {
            let owner = site.house.owner();
            let photo = site.house.store.read(|tx| library::photo(tx, owner, *id)).unwrap().unwrap();
            for size in [library::Size::Small, library::Size::Large] {
                site.house.blobs.put(&photo.rendition(size), format!("jpeg {id}").into_bytes()).unwrap();
            }
        }
        site
    }

    /// Switches caution off: odd words may be tender ones.
    pub(crate) fn without_caution(&self) {
        let wanted = care::CareSettings { caution: false, ..care::CareSettings::default() };
        self.change(|change| change.change_settings(wanted)).unwrap();
    }

    /// The owner, now, in a session of the tests' own.
    pub(crate) fn who(&self) -> care::Who {
        let session = care::Session("a test".to_owned());
        care::Who { viewer: self.house.owner(), now: now(), session }
    }

    /// Changes something as the owner, beside the pages.
    pub(crate) fn change<T, E: From<care::CareError>>(
        &self,
        work: impl FnOnce(&mut care::Change<'_, '_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.visits.change(&self.who(), work)
    }

    /// Looks at something as the owner, beside the pages.
    pub(crate) fn look<T, E: From<care::CareError>>(
        &self,
        work: impl FnOnce(&mut care::Visit<'_, '_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.visits.look(&self.who(), work)
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[], "")
    }

    pub(crate) fn post(&self, path: &str, form: &str) -> Answer {
        self.ask("POST", path, &[("sec-fetch-site", "same-origin")], form)
    }

    /// Says a loss of that kind and keeps it. Answers the address of its page.
    pub(crate) fn keep_loss(&self, kind: &str, first: &str) -> String {
        let begun = self.post(&format!("/care/losses/new/{kind}"), first);
        assert_eq!(begun.status, 303, "{}", begun.body);
        let draft = begun.header("location").split('?').next().unwrap().to_owned();
        let kept = self.post(&format!("{draft}/keep"), "back=/care");
        assert_eq!(kept.status, 303, "{}", kept.body);
        format!("/care/losses/{}", kept.header("location").split("of=").nth(1).unwrap())
    }

    /// Asks as one of the four.
    pub(crate) fn ask_as(&self, who: Who, method: &str, path: &str, form: &str) -> Answer {
        let cookie = match who {
            Who::Nobody => String::new(),
            Who::Owner => self.cookie.clone(),
            Who::OtherOwner => session(&self.house.sign_in_other_owner()),
            Who::Partner => session(&self.house.sign_in_partner()),
            Who::Revoked => {
                let opened = self.house.sign_in();
                let (viewer, id) = (opened.account.viewer, opened.session);
                assert!(self.house.door().end_session(viewer, id).unwrap());
                session(&opened)
            }
        };
        self.ask(method, path, &[("sec-fetch-site", "same-origin"), ("cookie", &cookie)], form)
    }

    /// Where each picture of what was opened is, by its sealed name: `/opened/{token}/{name}`.
    pub(crate) fn opened(&self, address: &str) -> Vec<String> {
        let page = self.get(address).body;
        let start = format!("src=\"{address}/");
        let pictures = page.split(&start).skip(1);
        let name = |rest: &str| rest.split('/').next().unwrap().to_owned();
        pictures.map(|rest| format!("{address}/{}", name(rest))).collect()
    }

    /// The sealed name of the hard day that goes by that name on the page of hard days.
    pub(crate) fn hard_day(&self, called: &str) -> String {
        let page = self.get("/care/days").body;
        let of_it = |day: &&str| day.contains(called) && day.contains("name=\"source\"");
        let day = page.split("<li").find(of_it);
        assert!(day.is_some(), "{called}: {page}");
        field(day.unwrap_or_default(), "source")
    }

    /// Presses "Undo" in the notice of the page that a form led to; answers where that leads.
    pub(crate) fn undo(&self, led_to: &str) -> String {
        let page = self.get(led_to).body;
        let notice = page.split("class=\"notice\"").nth(1).unwrap().split("</div>").next().unwrap();
        let action = notice.split("action=\"").nth(1).unwrap().split('"').next().unwrap();
        let mut form = format!("back={}", field(notice, "back"));
        if notice.contains("name=\"quarters\"") {
            form += &format!("&quarters={}", field(notice, "quarters"));
        }
        let undone = self.post(action, &form);
        assert_eq!(undone.status, 303, "{action} {form}: {}", undone.body);
        undone.header("location").to_owned()
    }

    /// Asks with these headers: as the owner, from this machine, unless they say otherwise.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], form: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if !headers.iter().any(|(name, _)| *name == "host") {
            request = request.header("host", "127.0.0.1:7878");
        }
        if !headers.iter().any(|(name, _)| *name == "cookie") {
            request = request.header("cookie", &self.cookie);
        }
        if !headers.iter().any(|(name, _)| *name == "content-type") {
            request = request.header("content-type", "application/x-www-form-urlencoded");
        }
        let peer = headers.iter().find(|(name, _)| *name == "from").map_or("127.0.0.1", |(_, peer)| peer);
        if headers.contains(&("version", "1.0")) {
            request = request.version(Version::HTTP_10);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request
            .extension(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 50_000)))
            .body(Body::from(form.to_owned()))
            .unwrap();
        let site = web::router(web::Wiring {
            door: self.door.clone(),
            owner: Some(self.house.owner()),
            clock: now,
            coming_in: Arc::clone(&self.coming_in),
            reached: Arc::new(self.reached.clone()),
            visits: Arc::clone(&self.visits),
            patience: self.patience,
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

/// The cookie of a session, as a browser sends it.
pub(crate) fn session(opened: &circle::Opened) -> String {
    format!("perennial={}", opened.key.spelled())
}

/// The value of a hidden field in a page.
pub(crate) fn field(page: &str, name: &str) -> String {
    let from = format!("name=\"{name}\" value=\"");
    page.split(&from).nth(1).unwrap().split('"').next().unwrap().to_owned()
}
