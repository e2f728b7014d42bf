//! Finding things on a page by their sort and by the words that name them.

use std::time::{Duration, Instant};

use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};

use crate::Browser;

/// How long a page may take to come to show something; long, because imports are waited for too on busy machines.
const PATIENCE: Duration = Duration::from_secs(60);

/// What sort of thing is meant.
#[derive(Clone, Copy)]
pub(crate) enum Sort {
    Press,
    Field,
    List,
    Choice,
    Heading,
}

impl Sort {
    fn name(self) -> &'static str {
        match self {
            Self::Press => "press",
            Self::Field => "field",
            Self::List => "list",
            Self::Choice => "choice",
            Self::Heading => "heading",
        }
    }
}

impl Browser {
    /// Whether the page says these words now, where they can be seen.
    pub fn says(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    /// All words that can be seen on the page, with single spaces.
    pub fn text(&self) -> String {
        let text = self.script("return document.body ? document.body.innerText : ''", Vec::new());
        text.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Waits until the page says these words.
    pub fn sees(&self, words: &str) {
        self.until(&format!("“{words}” was never said"), || self.says(words));
    }

    /// Waits until something is true of the page; `else_say` is what is wrong if it never is.
    pub fn until(&self, else_say: &str, is_true: impl Fn() -> bool) {
        let began = Instant::now();
        while !is_true() {
            assert!(began.elapsed() < PATIENCE, "{else_say}.\n{}", self.outline());
            self.breathe();
        }
    }

    /// Whether there is a heading of these words.
    pub fn heads(&self, words: &str) -> bool {
        !self.all_of(Sort::Heading, words).is_empty()
    }

    /// Whether something of these words can be pressed.
    pub fn offers(&self, words: &str) -> bool {
        !self.all_of(Sort::Press, words).is_empty()
    }

    /// Whether a link leads to that path.
    pub fn leads_to(&self, path: &str) -> bool {
        let leads = "return [...document.links].some((link) => link.pathname === arguments[0])";
        self.script(leads, vec![json!(path)]) == true
    }

    /// The first thing of that sort and name; waits for it.
    pub(crate) fn find(&self, sort: Sort, words: &str) -> Element {
        let began = Instant::now();
        loop {
            if let Some(found) = self.all_of(sort, words).into_iter().next() {
                return found;
            }
            let kind = sort.name();
            assert!(began.elapsed() < PATIENCE, "nothing to {kind} is named “{words}”.\n{}", self.outline());
            self.breathe();
        }
    }

    /// Where the browser is, and what can be read and done there.
    pub fn outline(&self) -> String {
        let outline = self.attempt(self.client.execute(include_str!("../scripts/outline.js"), Vec::new()));
        outline.ok().and_then(|told| told.as_str().map(str::to_owned)).unwrap_or_default()
    }

    fn all_of(&self, sort: Sort, words: &str) -> Vec<Element> {
        // While a page gives way to the next one, there is no answer for an instant.
        let words = vec![json!(sort.name()), json!(words)];
        let found = self.attempt(self.client.execute(include_str!("../scripts/find.js"), words));
        let found = found.ok().and_then(|found| found.as_array().cloned()).unwrap_or_default();
        found.iter().filter_map(|found| self.element(found)).collect()
    }

    fn element(&self, told: &Value) -> Option<Element> {
        let reference = told.as_object()?.values().next()?.as_str()?;
        Some(Element::from_element_id(self.client.clone(), ElementRef::from(reference.to_owned())))
    }
}
