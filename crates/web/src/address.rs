//! Addresses with what people typed in them.

use std::fmt::Write;

/// A path with parameters; what is empty is left out.
pub(crate) fn with(path: &str, parameters: &[(&str, &str)]) -> String {
    let mut address = path.to_owned();
    for (name, value) in parameters.iter().filter(|(_, value)| !value.is_empty()) {
        let mark = if address.contains('?') { '&' } else { '?' };
        let _ = write!(address, "{mark}{name}={}", encoded(value));
    }
    address
}

/// Percent-encoded (RFC 3986, section 2.1), all but what needs it nowhere.
pub(crate) fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Whether a text can be a number or a sealed name, so that it can stand in an address as it is.
pub(crate) fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}

/// Longest address that anything leads back to.
const LONGEST: usize = 2_000;

/// Whether a form or a link may lead to an address: only if it is a page of our own, and not one before the door. The one place
/// where that is decided.
pub(crate) fn is_own(address: &str) -> bool {
    let of_the_door = ["/sign-in", "/sign-out", "/set-up", "/recover"].iter().any(|door| address.starts_with(door));
    address.len() <= LONGEST
        && address.starts_with('/')
        && !address.starts_with("//")
        && !address.contains(['\\', '#'])
        && address.bytes().all(|byte| byte.is_ascii_graphic())
        && !of_the_door
        && address != "/"
}

/// Where a form or a link may lead, whatever it was made to say. Elsewhere it is today.
pub(crate) fn own(address: &str) -> &str {
    if is_own(address) { address } else { "/today" }
}

/// The same without what stands behind a question mark, for whoever adds something of their own there.
pub(crate) fn own_page(address: &str) -> &str {
    let own = own(address);
    own.split_once('?').map_or(own, |(page, _)| page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_to_lead_to_is_our_own() {
        for ours in ["/today", "/photo/7?done=1", "/search?q=beach%202019", "/library/2019/09"] {
            assert_eq!(own(ours), ours);
            assert_eq!(own_page(ours), ours.split('?').next().unwrap());
        }
        for elsewhere in [
            "",
            "/",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "/today\r\nSet-Cookie: x=y",
            "/ñ",
            "/sign-out",
            "/sign-in?to=/sign-in",
            "/set-up",
            "/today#x",
            &format!("/{}", "x".repeat(10_000)),
        ] {
            assert_eq!((own(elsewhere), own_page(elsewhere)), ("/today", "/today"), "{elsewhere}");
        }
    }

    #[test]
    fn whatever_was_typed_is_in_an_address_as_it_was() {
        let address = with("/search", &[("q", "beach & “Leo”/#?\0é"), ("page", ""), ("x", "1")]);
        assert_eq!(address, "/search?q=beach%20%26%20%E2%80%9CLeo%E2%80%9D%2F%23%3F%00%C3%A9&x=1");
    }

    #[test]
    fn numbers_and_sealed_names_stand_in_an_address_as_they_are_and_nothing_else_does() {
        assert!(["17", "aB-_9"].iter().all(|text| is_plain(text)));
        assert!(["", "../x", "a b", "é", "%41", "a?b"].iter().all(|text| !is_plain(text)));
    }
}
