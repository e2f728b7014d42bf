//! Walks through the site by its own links, until it has addresses enough for every route.

use std::collections::{BTreeSet, VecDeque};

use library::Size;
use model::PhotoId;
use store::{Blobs, Store};
use web::routes;

use super::Addresses;
use crate::client::Client;

/// Addresses that are kept for a route.
const ENOUGH: usize = 40;
/// Pages that are read in search of them.
const PATIENCE: usize = 600;

/// Addresses of every route that answers a signed-in GET. Routes that nothing leads to are said aloud.
pub(crate) async fn addresses(client: &Client) -> Addresses {
    let routes: Vec<&'static str> = routes().iter().filter(|r| r.method == "GET").map(|route| route.path).collect();
    let mut found = Addresses::new();
    let mut seen = BTreeSet::new();
    let mut next: VecDeque<String> = beginnings(&routes).into();
    let mut read = 0;
    while let Some(path) = next.pop_front() {
        let Some(route) = route_of(&routes, &path).filter(|_| seen.insert(path.clone())) else { continue };
        let kept = found.entry(route).or_default();
        if kept.len() >= ENOUGH || read >= PATIENCE {
            continue;
        }
        read += 1;
        let (answer, text) = client.read(&path).await;
        if answer.status >= 400 && !path.contains(".jpg") {
            continue;
        }
        kept.push(path);
        next.extend(answer.location);
        next.extend(links(&text));
    }
    let missed: Vec<_> = routes.iter().filter(|route| !found.contains_key(*route)).collect();
    println!("read {read} pages; nothing led to: {missed:?}");
    found.retain(|route, _| !route.starts_with("/assets"));
    found
}

/// Every photo that will be asked for has a picture, the same small one, so that its bytes are read and sent.
pub(crate) fn with_pictures(store: &Store, blobs: &Blobs, addresses: &Addresses) {
    let picture = vec![0xff_u8; 30 * 1024];
    let now = "2026-11-23T12:00:00Z".parse().unwrap();
    library::make_first_library(store, now).unwrap();
    let owner = store.read(library::owners).unwrap()[0];
    let ids: BTreeSet<i64> = addresses.values().flatten().filter_map(|path| photo_of(path)).collect();
    for id in ids {
        let photo = store.read(|tx| library::photo(tx, owner, PhotoId(id))).unwrap();
        for size in [Size::Small, Size::Large] {
            if let Some(photo) = &photo {
                blobs.put(&photo.rendition(size), picture.clone()).unwrap();
            }
        }
    }
}

/// Where the walk begins: every route without parameters, some days, and what somebody would look for.
fn beginnings(routes: &[&str]) -> Vec<String> {
    let mut paths: Vec<String> =
        routes.iter().filter(|path| !path.contains('{')).map(|path| (*path).to_owned()).collect();
    paths.extend(crate::today::lives::measured_days().iter().map(|day| format!("/today/{day}")));
    paths.extend(crate::today::lives::measured_days().iter().map(|day| format!("/api/v1/today/{day}")));
    paths.extend(
        ["Leo", "2019", "Málaga", "Ana 2012", "leo málaga 2015", "m"]
            .map(|words| format!("/search?q={}", words.replace(' ', "+").replace('á', "%C3%A1"))),
    );
    paths
}

/// The addresses in a page: links, pictures, and what JSON names.
fn links(text: &str) -> Vec<String> {
    let quoted = text.split('"').filter(|part| part.starts_with('/') && !part.starts_with("//"));
    let plain =
        |part: &str| part.replace("&amp;", "&").replace("&#38;", "&").split('#').next().unwrap_or_default().to_owned();
    quoted.filter(|part| !part.contains(char::is_whitespace)).map(plain).collect()
}

/// The first route whose fixed parts are those of the path; a route without parameters goes before one with them.
fn route_of(routes: &[&'static str], path: &str) -> Option<&'static str> {
    let path = path.split('?').next().unwrap_or_default();
    let fits = |route: &&&'static str| {
        let (route, path): (Vec<&str>, Vec<&str>) = (route.split('/').collect(), path.split('/').collect());
        route.len() == path.len()
            && route.iter().zip(&path).all(|(r, p)| r == p || (r.starts_with('{') && !p.is_empty()))
    };
    routes.iter().filter(fits).min_by_key(|route| route.matches('{').count()).copied()
}

fn photo_of(path: &str) -> Option<i64> {
    path.strip_prefix("/photo/")?.split(['/', '?']).next()?.parse().ok()
}
