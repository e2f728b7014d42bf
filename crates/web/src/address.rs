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

#[cfg(test)]
mod tests {
    use super::*;

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
