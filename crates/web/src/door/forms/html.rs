//! Keys in the forms of a page. Pure.

use super::FIELD;

/// Whether a page has a form that sends something.
pub(super) fn sends_something(page: &str) -> bool {
    page.contains("method=\"post\"")
}

/// The page with a key in each of its forms that sends something. What people wrote is escaped, so a form in it is ours.
pub(super) fn with_keys(page: &str, key: &str) -> String {
    let mut out = String::with_capacity(page.len() + 2_048);
    let mut rest = page;
    while let Some(at) = rest.find("<form") {
        let end = at + end_of_tag(&rest[at..]);
        let (tag, behind) = (&rest[at..end], &rest[end..]);
        out.push_str(&rest[..end]);
        if tag.contains(" method=\"post\"") {
            out.push_str("<input type=\"hidden\" name=\"");
            out.push_str(FIELD);
            out.push_str("\" value=\"");
            out.push_str(key);
            out.push_str("\">");
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// Where a tag ends; a sign in quotes ends nothing.
fn end_of_tag(tag: &str) -> usize {
    let mut quoted = false;
    for (at, sign) in tag.char_indices() {
        match sign {
            '"' => quoted = !quoted,
            '>' if !quoted => return at + 1,
            _ => {}
        }
    }
    tag.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_that_sends_something_has_the_key_and_nothing_else_changes() {
        let page = "<p>é</p><form action=\"/a>b\" method=\"post\"><button>x</button></form>\
                    <form method=\"get\"></form>&#60;form method=\"post\"&#62;<form  class=\"y\" method=\"post\">";
        let field = "<input type=\"hidden\" name=\"form-key\" value=\"k\">";
        let with = with_keys(page, "k");
        assert_eq!(with.matches(field).count(), 2, "{with}");
        assert!(with.contains(&format!("method=\"post\">{field}<button>")), "{with}");
        assert_eq!(with.replace(field, ""), page);
        for odd in ["", "<form", "<form method=\"post\"", "<form \"", "é<form>é"] {
            assert_eq!(with_keys(odd, "k").replace(field, ""), odd);
        }
    }

    #[test]
    fn no_template_has_a_form_that_would_be_sent_without_a_key() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
        let mut forms = 0;
        for template in std::fs::read_dir(folder).unwrap() {
            let path = template.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            let keyed = with_keys(&text, "k");
            // However it is written: in capitals, without quotes, over two lines.
            let sends = text
                .to_lowercase()
                .split("<form")
                .skip(1)
                .filter(|form| {
                    let tag = form[..end_of_tag(form)].split_whitespace().collect::<String>().replace(['"', '\''], "");
                    tag.contains("method=post")
                })
                .count();
            assert_eq!(keyed.matches(FIELD).count(), sends, "{}", path.display());
            forms += sends;
        }
        assert!(forms > 50, "{forms}");
    }
}
