//! How a request arrived: from where, and how safely.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts, Request};
use axum::http::header::{FORWARDED, HOST, ORIGIN, USER_AGENT, VIA};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, Uri, Version};
use circle::{Caller, Device, Passkeys};
use url::Url;

use super::{cookies, names, proxies};
use crate::House;
use crate::trouble::Trouble;

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// How a request arrived.
#[derive(Clone, Debug)]
pub(crate) struct Arrival {
    /// From where, with which device, and with what in its cookies.
    pub(crate) caller: Caller,
    /// Whether the browser speaks to us by https, as far as our own proxies say so.
    pub(crate) secure: bool,
    /// Whether it comes from this machine itself, without a detour as far as can be told: enough for whoever also brings a
    /// secret that was printed here.
    pub(crate) directly: bool,
    /// Whether that alone is enough: it is not where the site is reached by another address, for a proxy may stay silent.
    pub(crate) at_the_machine: bool,
    /// The origin that the browser sees, as it is written.
    origin: Option<String>,
}

impl Arrival {
    /// Passkeys for the name that the browser calls us by, where it can have any.
    pub(crate) fn passkeys(&self) -> Option<Passkeys> {
        Passkeys::at(&Url::parse(self.origin.as_deref()?).ok()?)
    }

    pub(super) fn of(request: &Request, house: &House) -> Self {
        let headers = request.headers();
        // A request that does not say who brought it is from nowhere, not from here.
        let peer =
            request.extensions().get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip().to_canonical());
        let trusted = &house.reached.proxies;
        let by_proxy = peer.is_some_and(|peer| trusted.iter().any(|network| network.holds(peer)));
        let address = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| {
            proxies::client(peer, &listed(headers, &FORWARDED_FOR), trusted)
        });
        let forwarded_https = by_proxy
            && listed(headers, &FORWARDED_PROTO).rsplit(',').next().is_some_and(|proto| proto.trim() == "https");
        let secure = house.reached.is_https() || forwarded_https;
        let device = Device::of(headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default());
        let directly = peer.is_some_and(|peer| peer.is_loopback())
            && names::host_of(request).is_some_and(|host| names::names_loopback(&host))
            && comes_directly(request.version(), headers);
        let at_the_machine = directly && house.reached.base_url.is_none();
        let origin = house.reached.base_url.as_ref().map(ToString::to_string).or_else(|| {
            let host = headers.get(HOST)?.to_str().ok()?;
            Some(format!("{}://{host}", if secure { "https" } else { "http" }))
        });
        let (session, known) = (cookies::session_of(headers, secure), cookies::known_of(headers, secure));
        let caller = Caller { address, device, session, known };
        Self { caller, secure, directly, at_the_machine, origin }
    }
}

/// A proxy on this machine speaks to us from this machine, too. Most say that they stand between; where they do not, a
/// browser still tells the name of the page it is on, and no browser speaks HTTP/1.0, as a proxy may (nginx does unless it is
/// told otherwise).
fn comes_directly(version: Version, headers: &HeaderMap) -> bool {
    let between = [FORWARDED_FOR, FORWARDED_PROTO, FORWARDED, VIA, HeaderName::from_static("x-real-ip")];
    let origin = headers.get(ORIGIN).map(|origin| origin.to_str().unwrap_or_default());
    let from_here = origin.is_none_or(|origin| {
        origin.parse::<Uri>().ok().and_then(|uri| uri.host().map(names::names_loopback)).unwrap_or(false)
    });
    version >= Version::HTTP_11 && from_here && !between.iter().any(|header| headers.contains_key(header))
}

/// All values of a header, in the order in which they were added.
fn listed(headers: &HeaderMap, name: &HeaderName) -> String {
    headers.get_all(name).iter().filter_map(|value| value.to_str().ok()).collect::<Vec<_>>().join(",")
}

impl FromRequestParts<House> for Arrival {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, _house: &House) -> Result<Self, Trouble> {
        parts.extensions.get::<Self>().cloned().ok_or(Trouble::NotThere)
    }
}
