//! Somebody by what was typed: their name in the photos, or their number.

use care::Named;

use crate::failure::Failure;

/// The one person of that name or number among those who are known. Where two go by one name, neither is guessed.
pub(crate) fn somebody<'p>(known: impl Iterator<Item = &'p Named>, typed: &str) -> Result<&'p Named, Failure> {
    let typed = typed.trim();
    let number = typed.strip_prefix('#').and_then(|number| number.parse::<i64>().ok());
    let meant = |person: &&Named| match number {
        Some(number) => person.id.0 == number,
        None => person.name.to_lowercase() == typed.to_lowercase(),
    };
    let found: Vec<&Named> = known.filter(meant).collect();
    match found.as_slice() {
        [one] => Ok(one),
        [] => Err(Failure::new(
            format!("nobody named {typed} is in the photos"),
            "`perennial person list` lists all names.",
        )),
        [first, ..] => {
            let each: Vec<String> = found.iter().map(|person| format!("{} (#{})", person.name, person.id)).collect();
            Err(Failure::new(
                format!("more than one person goes by {typed}: {}", each.join(", ")),
                format!("Name one by their number instead, as \"#{}\".", first.id.0),
            ))
        }
    }
}
