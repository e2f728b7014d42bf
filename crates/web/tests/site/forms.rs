//! The forms of the site, as its pages write them.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::Site;

/// A form that changes something.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    /// The page it stands on.
    pub(crate) page: String,
    /// Where it is sent.
    pub(crate) action: String,
    /// Its fields, with what they hold, in the order of the page.
    pub(crate) fields: Vec<(String, String)>,
    /// The names of those that somebody writes into.
    pub(crate) written: BTreeSet<String>,
}

impl Form {
    /// The body of a request in which some fields hold something else.
    pub(crate) fn filled(&self, other: impl Fn(&str) -> Option<String>) -> String {
        let pairs = self.fields.iter().map(|(name, value)| (name, other(name).unwrap_or_else(|| value.clone())));
        pairs.map(|(name, value)| format!("{}={}", encoded(name), encoded(&value))).collect::<Vec<_>>().join("&")
    }

    /// What makes two forms the same form on two pages.
    fn kind(&self) -> String {
        let action = self.action.split('/').map(|part| if part.parse::<i64>().is_ok() { "#" } else { part });
        let names: Vec<&str> = self.fields.iter().map(|(name, _)| name.as_str()).collect();
        format!("{} {}", action.collect::<Vec<_>>().join("/"), names.join(" "))
    }
}

impl Site {
    /// The forms of one page that change something, each of their buttons as one.
    pub(crate) fn forms_on(&self, page: &str) -> Vec<Form> {
        forms_of(page.split('?').next().unwrap_or_default(), &self.get(page).body)
    }

    /// Every form of every page that links lead to from these, one of a kind.
    pub(crate) fn forms(&self, beginnings: &[&str]) -> Vec<Form> {
        let mut next: VecDeque<String> = beginnings.iter().map(|path| (*path).to_owned()).collect();
        let (mut seen, mut found) = (BTreeSet::new(), BTreeMap::new());
        while let Some(path) = next.pop_front() {
            if seen.len() >= 150 || path.starts_with("/assets/") || !seen.insert(path.clone()) {
                continue;
            }
            let page = self.get(&path);
            if page.header("location").starts_with('/') {
                next.push_back(page.header("location").to_owned());
            }
            if !page.header("content-type").starts_with("text/html") {
                continue;
            }
            next.extend(attributes(&page.body, "<a ", "href").filter(|to| to.starts_with('/')).map(|to| plain(&to)));
            for form in forms_of(&path, &page.body) {
                found.entry(form.kind()).or_insert(form);
            }
        }
        found.into_values().collect()
    }
}

/// Text as a form sends it.
pub(crate) fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
        out
    })
}

fn forms_of(page: &str, body: &str) -> Vec<Form> {
    let mut forms = Vec::new();
    for part in body.split("<form").skip(1) {
        let (inside, rest) = part.split_once("</form>").unwrap_or((part, ""));
        let (opening, inside) = inside.split_once('>').unwrap_or_default();
        if attribute(opening, "method").as_deref() != Some("post") {
            continue;
        }
        let action = attribute(opening, "action").unwrap_or_else(|| page.to_owned());
        let mut form = Form { page: page.to_owned(), action, fields: Vec::new(), written: BTreeSet::new() };
        let mut buttons = Vec::new();
        for tag in inside.split('<').skip(1) {
            take(&mut form, &mut buttons, tag);
        }
        // Controls elsewhere on the page that belong to this form by its name.
        if let Some(id) = attribute(opening, "id") {
            let mine = format!("form=\"{id}\"");
            let outside = body.split('<').filter(|tag| tag.contains(&mine)).take(2).collect::<Vec<_>>();
            outside.into_iter().for_each(|tag| take(&mut form, &mut buttons, tag));
        }
        let _ = rest;
        // Each button is a way of its own to send it.
        if buttons.is_empty() {
            forms.push(form.clone());
        }
        for (action, pair) in buttons {
            let mut sent = form.clone();
            sent.action = action.unwrap_or_else(|| form.action.clone());
            sent.fields.extend(pair);
            forms.push(sent);
        }
    }
    forms
}

type Button = (Option<String>, Option<(String, String)>);

/// Takes a control into the form, by its opening tag and the text behind it.
fn take(form: &mut Form, buttons: &mut Vec<Button>, tag: &str) {
    let (opening, text) = tag.split_once('>').unwrap_or((tag, ""));
    let (name, value) = (attribute(opening, "name"), attribute(opening, "value").unwrap_or_default());
    let kind = attribute(opening, "type").unwrap_or_default();
    match opening.split_whitespace().next().unwrap_or_default() {
        "button" => buttons.push((attribute(opening, "formaction"), name.map(|name| (name, value)))),
        "input" => {
            let Some(name) = name else { return };
            if !["hidden", "checkbox", "radio", "submit", "file"].contains(&kind.as_str()) {
                form.written.insert(name.clone());
            }
            form.fields.push((name, value));
        }
        "textarea" => {
            if let Some(name) = name {
                form.written.insert(name.clone());
                form.fields.push((name, plain(text)));
            }
        }
        "select" => form.fields.extend(name.map(|name| (name, String::new()))),
        "option" => {
            // The first one, unless another is chosen.
            let value = attribute(opening, "value").unwrap_or_else(|| plain(text.trim()));
            if let Some((_, held)) = form.fields.last_mut()
                && (held.is_empty() || opening.contains(" selected"))
            {
                *held = value;
            }
        }
        _ => {}
    }
}

fn attributes<'a>(body: &'a str, tag: &'a str, name: &'a str) -> impl Iterator<Item = String> + 'a {
    body.split(tag).skip(1).filter_map(move |part| attribute(part.split('>').next()?, name))
}

fn attribute(opening: &str, name: &str) -> Option<String> {
    let (_, after) = opening.split_once(&format!(" {name}=\""))?;
    Some(plain(after.split('"').next()?))
}

/// Text as it is meant, without the fragment of an address.
fn plain(text: &str) -> String {
    let text = text.split('#').next().filter(|_| text.starts_with('/')).unwrap_or(text);
    [("&#38;", "&"), ("&amp;", "&"), ("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'")]
        .iter()
        .fold(text.to_owned(), |text, (written, meant)| text.replace(written, meant))
}
