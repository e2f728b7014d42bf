//! Accessibility, as axe-core finds it wanting.

use std::fmt::{self, Display, Formatter};
use std::fs;

use serde::Deserialize;

use crate::{Browser, axe_program};

/// One rule of accessibility that a page breaks, and where.
#[derive(Debug, Deserialize)]
pub struct Violation {
    /// The rule's name.
    pub id: String,
    /// What it asks for.
    pub help: String,
    /// Where it is broken.
    pub nodes: Vec<Place>,
}

/// Where a rule is broken.
#[derive(Debug, Deserialize)]
pub struct Place {
    /// The element, as it is written.
    pub html: String,
    /// What is wrong with it.
    #[serde(rename = "failureSummary", default)]
    pub why: String,
}

impl Browser {
    /// Every rule of axe-core that the open page breaks.
    pub fn violations(&self) -> Vec<Violation> {
        let program = axe_program().ok().and_then(|path| fs::read_to_string(path).ok()).unwrap_or_default();
        self.script(&format!("if (!window.axe) {{ {program} }}"), Vec::new());
        let asking = "const done = arguments[0]; axe.run(document, { resultTypes: ['violations'] })\
            .then(found => done(found.violations), error => done([{ id: 'axe', help: String(error), nodes: [] }]))";
        let found = self.wait("axe-core", self.client.execute_async(asking, Vec::new()));
        serde_json::from_value(found).unwrap_or_else(|error| panic!("axe-core answered oddly: {error}"))
    }
}

impl Display for Violation {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: {}", self.id, self.help)?;
        for place in self.nodes.iter().take(5) {
            writeln!(f, "    {}\n      {}", place.html, place.why.replace('\n', "\n      "))?;
        }
        Ok(())
    }
}
