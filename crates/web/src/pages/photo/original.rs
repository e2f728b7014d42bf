//! The original of a photo, to be kept elsewhere. It is never shown in a page: what is in it is untrusted.

use std::fs::File;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use care::{Cleared, Original};
use model::PhotoId;
use tokio::io::AsyncReadExt;
use tokio_util::io::ReaderStream;

use crate::House;
use crate::pages::form::id_of;
use crate::trouble::Trouble;
use crate::visitor::Visitor;

/// How much of a file is in memory at once.
const AT_ONCE: usize = 64 * 1024;

/// An opened original.
struct Opened {
    file: File,
    bytes: u64,
    name: String,
    media_type: &'static str,
}

pub(crate) async fn original(
    State(house): State<House>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Trouble> {
    let id = id_of(&id, PhotoId)?;
    let opened = house.look(visitor, move |visit, _| {
        let photo = visit.photo(id)?.ok_or(Trouble::NotThere)?;
        visit.original(&photo)?.and_then(|original| open(&original)).ok_or(Trouble::Misused("photo-original-away"))
    });
    let Opened { file, bytes, name, media_type } = opened.await?;
    // A file that grows while it is read ends where it ended when it was opened.
    let stream = ReaderStream::with_capacity(tokio::fs::File::from_std(file).take(bytes), AT_ONCE);
    let headers = [
        (CONTENT_TYPE, media_type.to_owned()),
        (CONTENT_LENGTH, bytes.to_string()),
        (CONTENT_DISPOSITION, attachment(&name)),
    ];
    Ok((headers, Body::from_stream(stream)).into_response())
}

fn open(original: &Cleared<Original>) -> Option<Opened> {
    let (file, bytes) = original.open()?;
    Some(Opened { file, bytes, name: original.name()?, media_type: original.media_type })
}

/// The name for a download (RFC 6266): for browsers of today in UTF-8 (RFC 8187), and plain for those of yesterday.
fn attachment(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ' | '(' | ')') { c } else { '_' })
        .collect();
    let mut encoded = String::new();
    for byte in name.chars().filter(|c| !c.is_control()).collect::<String>().bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b'_' | b'~' => encoded.push(char::from(byte)),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_download_has_its_name_whatever_is_in_it() {
        let cases = [
            ("IMG_1.jpg", "attachment; filename=\"IMG_1.jpg\"; filename*=UTF-8''IMG_1.jpg"),
            ("año 1.jpg", "attachment; filename=\"a_o 1.jpg\"; filename*=UTF-8''a%C3%B1o%201.jpg"),
            ("a\"; x=\r\ny.jpg", "attachment; filename=\"a__ x___y.jpg\"; filename*=UTF-8''a%22%3B%20x%3Dy.jpg"),
        ];
        for (name, expected) in cases {
            assert_eq!(attachment(name), expected);
        }
    }
}
