//! Names one after another.

use super::{Language, Words};

impl Words {
    /// Names as people list them: "Ana, Leo and two others".
    pub fn listed(self, names: &[&str]) -> String {
        let and = |next: &str| self.and(next).into();
        match names {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [a, b] => self.with("list-two", &[("a", (*a).into()), ("b", (*b).into()), ("and", and(b))]),
            [a, b, c] => {
                let names = [("a", (*a).into()), ("b", (*b).into()), ("c", (*c).into()), ("and", and(c))];
                self.with("list-three", &names)
            }
            [a, b, rest @ ..] => self.count_with("list-more", rest.len(), &[("a", (*a).into()), ("b", (*b).into())]),
        }
    }

    /// Spanish "y" becomes "e" before the sound of an i: "María e Inés", but "agua y hielo".
    fn and(self, next: &str) -> &'static str {
        let next = next.to_lowercase();
        let sounds_as_i = next.starts_with(['i', 'í'])
            || next.starts_with("hí")
            || (next.starts_with("hi") && !next.starts_with("hie") && !next.starts_with("hia"));
        if self.language == Language::Spanish && sounds_as_i { "e" } else { "y" }
    }
}
