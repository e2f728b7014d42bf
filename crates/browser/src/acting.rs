//! What a person does on a page.

use fantoccini::elements::Element;
use serde_json::json;

use crate::Browser;
use crate::finding::Sort;
use crate::hands::Hands;

impl Browser {
    /// Opens a page of the site.
    pub fn open(&self, path: &str) {
        self.wait(path, self.client.goto(&format!("{}{path}", self.site)));
    }

    /// The path where the browser is, with its query.
    pub fn path(&self) -> String {
        let here = self.script("return location.pathname + location.search", Vec::new());
        here.as_str().unwrap_or_default().to_owned()
    }

    /// Presses the first button or link of that name, or opens what folds out under it.
    pub fn press(&self, name: &str) {
        let found = self.find(Sort::Press, name);
        self.press_this(&found, name, Hands::PRESS);
    }

    /// Writes into the field of that name, in place of what was there.
    pub fn fill(&self, name: &str, text: &str) {
        let found = self.find(Sort::Field, name);
        match self.hands.get() {
            Hands::Pointer => {
                self.wait(name, found.clear());
                self.wait(name, found.send_keys(text));
            }
            Hands::Keyboard => {
                self.tab_to(&found, name);
                self.write_over(text);
            }
        }
    }

    /// Chooses from the list of that name the first option that begins so.
    pub fn choose(&self, name: &str, option: &str) {
        let found = self.find(Sort::List, name);
        match self.hands.get() {
            Hands::Pointer => {
                let begins =
                    "return [...arguments[0].options].find((o) => o.label.trim().startsWith(arguments[1]))?.label";
                let label = self.script(begins, vec![json!(found), json!(option)]);
                let label = label.as_str().unwrap_or_else(|| panic!("“{name}” has no “{option}”.\n{}", self.outline()));
                self.wait(option, found.select_by_label(label));
            }
            Hands::Keyboard => {
                self.tab_to(&found, name);
                self.step_to(&found, option);
            }
        }
    }

    /// Ticks the box of that name, or takes that one of several.
    pub fn tick(&self, name: &str) {
        let found = self.find(Sort::Choice, name);
        self.press_this(&found, name, Hands::TICK);
    }

    /// Gives a file to the field of that name.
    pub fn hand_over(&self, name: &str, file: &std::path::Path) {
        let found = self.find(Sort::Field, name);
        self.wait(name, found.send_keys(&file.display().to_string()));
    }

    /// Loads the page again.
    pub fn again(&self) {
        self.wait("loading it again", self.client.refresh());
    }

    /// Goes back, as the browser's own button does.
    pub fn back(&self) {
        self.wait("going back", self.client.back());
    }

    /// Opens another tab and looks at that; answers with the one that was looked at before.
    pub fn another_tab(&self) -> Tab {
        let before = self.wait("the tab in front", self.client.window());
        let opened = self.wait("another tab", self.client.new_window(true));
        self.wait("the new tab", self.client.switch_to_window(opened.handle));
        self.put_on();
        Tab(before)
    }

    /// Looks at that tab; answers with the one that was looked at before.
    pub fn turn_to(&self, tab: Tab) -> Tab {
        let before = self.wait("the tab in front", self.client.window());
        self.wait("another tab", self.client.switch_to_window(tab.0));
        Tab(before)
    }

    /// How the site answers a request of the open page, with its cookies, as an image or a script would ask.
    pub fn status_of(&self, path: &str) -> u16 {
        let asking = "const done = arguments[1]; \
            fetch(arguments[0], { cache: 'no-store', redirect: 'manual' }).then(a => done(a.status), () => done(0))";
        let status = self.wait(path, self.client.execute_async(asking, vec![json!(path)]));
        status.as_u64().and_then(|status| u16::try_from(status).ok()).unwrap_or_default()
    }

    fn press_this(&self, found: &Element, name: &str, key: char) {
        match self.hands.get() {
            Hands::Pointer => self.wait(name, found.click()),
            Hands::Keyboard => {
                self.tab_to(found, name);
                self.strike(key);
            }
        }
    }
}

/// One of the browser's tabs.
pub struct Tab(fantoccini::wd::WindowHandle);
