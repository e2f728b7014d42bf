//! With what a person acts: a pointer, or the keyboard alone.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::Browser;

/// How far the keyboard walks before it says that it cannot get there.
const MANY_STEPS: usize = 600;

#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Hands {
    #[default]
    Pointer,
    Keyboard,
}

impl Hands {
    /// The key that follows a link and presses a button.
    pub(crate) const PRESS: char = '\u{e007}';
    /// The key that ticks.
    pub(crate) const TICK: char = ' ';
}

impl Browser {
    /// From now on by keyboard alone: everything is reached with Tab and arrows and pressed with Enter and Space, and
    /// each stop on the way must show that it has the focus.
    #[must_use]
    pub fn by_keyboard(self) -> Self {
        self.hands.set(Hands::Keyboard);
        self
    }

    /// Strikes a key, wherever the focus is.
    pub fn strike(&self, key: char) {
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        self.wait("a key", self.client.perform_actions(keys));
    }

    /// Walks with Tab until that has the focus.
    pub(crate) fn tab_to(&self, wanted: &Element, name: &str) {
        let mut stops = Vec::new();
        for _ in 0..MANY_STEPS {
            let here = self.focus(wanted);
            if here["there"] == true {
                return;
            }
            let stop = here["name"].as_str().unwrap_or_default().to_owned();
            assert!(here["seen"] != false, "the focus on {stop} cannot be seen on {}", self.path());
            stops.push(stop);
            if here["same_group"] == true {
                self.strike(char::from(Key::Down));
            } else {
                self.strike(char::from(Key::Tab));
            }
        }
        stops.truncate(60);
        panic!("Tab never comes to “{name}” on {}: {}", self.path(), stops.join(" · "));
    }

    /// Writes in place of what the field holds.
    pub(crate) fn write_over(&self, text: &str) {
        let (control, all) = (char::from(Key::Control), 'a');
        let select = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: control })
            .then(KeyAction::Down { value: all })
            .then(KeyAction::Up { value: all })
            .then(KeyAction::Up { value: control });
        self.wait("selecting all", self.client.perform_actions(select));
        let mut typing = KeyActions::new("keyboard".to_owned());
        typing = typing.then(KeyAction::Down { value: char::from(Key::Delete) });
        typing = typing.then(KeyAction::Up { value: char::from(Key::Delete) });
        for letter in text.chars() {
            typing = typing.then(KeyAction::Down { value: letter }).then(KeyAction::Up { value: letter });
        }
        self.wait("typing", self.client.perform_actions(typing));
    }

    /// Steps through a list with the arrow keys, from its beginning.
    pub(crate) fn step_to(&self, list: &Element, option: &str) {
        self.strike(char::from(Key::Home));
        for _ in 0..MANY_STEPS {
            let chosen = "return arguments[0].selectedOptions[0]?.label.trim()";
            if self.script(chosen, vec![json!(list)]).as_str().is_some_and(|label| label.starts_with(option)) {
                return;
            }
            self.strike(char::from(Key::Down));
        }
        panic!("the arrows never come to “{option}” on {}", self.path());
    }

    fn focus(&self, wanted: &Element) -> Value {
        self.script(include_str!("../scripts/focus.js"), vec![json!(wanted)])
    }
}
