//! Somebody by what was typed: their name in the photos, or their number.

use library::Named;

use crate::failure::Failure;
use crate::house::House;

/// The one person of that name or number. Where two go by one name, neither is guessed.
pub(crate) fn somebody(house: &House, typed: &str) -> Result<Named, Failure> {
    let mut known = house.store.read(|tx| library::people(tx, house.viewer))?;
    let typed = typed.trim();
    match typed.strip_prefix('#').map(str::parse::<i64>) {
        Some(Ok(number)) => known.retain(|person: &Named| person.id.0 == number),
        _ => known.retain(|person| person.name.to_lowercase() == typed.to_lowercase()),
    }
    let Some(one) = known.pop() else {
        return Err(Failure::new(
            format!("nobody named {typed} is in the photos"),
            "`perennial person list` lists all names.",
        ));
    };
    if known.is_empty() {
        return Ok(one);
    }
    known.push(one);
    let each: Vec<String> = known.iter().map(|person| format!("{} (#{})", person.name, person.id)).collect();
    Err(Failure::new(
        format!("more than one person goes by {typed}: {}", each.join(", ")),
        format!("Name one by their number instead, as \"#{}\".", known.first().map_or(0, |person| person.id.0)),
    ))
}
