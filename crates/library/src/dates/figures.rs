//! Dates in figures as they are written elsewhere: the day or the month first, between dots, slashes or dashes.

/// Which of 3/4/2025 is the month, where somebody's way of writing says so: whether it is the first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Order(pub(crate) Option<bool>);

/// The same with its year first and dashes between, as `2025-11-28`; what stands behind it stays. What is no such date stays whole, and
/// nothing is answered where it can be read in two ways.
pub(crate) fn iso(text: &str, order: Order) -> Option<String> {
    // "3. 4. 2025" is one piece.
    let text = text.replace(". ", ".");
    let (date, rest) = text.find([' ', 't']).map_or((text.as_str(), ""), |at| text.split_at(at));
    let Some(sign) = date.chars().find(|sign| "./-".contains(*sign)) else { return Some(text) };
    let fields: Vec<&str> = date.split(sign).collect();
    let is_number = |field: &&str| !field.is_empty() && field.bytes().all(|byte| byte.is_ascii_digit());
    if !fields.iter().all(is_number) {
        return Some(text);
    }
    let small = |field: &str| (field.len() <= 2).then(|| field.parse::<u8>().ok()).flatten();
    let (year, month, day) = match fields[..] {
        // Between dashes that is how it is read anyway.
        [year, ..] if year.len() == 4 && sign == '-' => return Some(text),
        [year, month, day] if year.len() == 4 => (year, small(month)?, Some(small(day)?)),
        [month, year] if year.len() == 4 => (year, small(month)?, None),
        [one, other, year] if year.len() == 4 => {
            let (one, other) = (small(one)?, small(other)?);
            let month_first = match (one > 12, other > 12) {
                _ if sign == '.' => false,
                (true, _) => false,
                (_, true) => true,
                _ if one == other => true,
                _ => order.0?,
            };
            if month_first { (year, one, Some(other)) } else { (year, other, Some(one)) }
        }
        _ => return Some(text),
    };
    let day = day.map(|day| format!("-{day:02}")).unwrap_or_default();
    Some(format!("{year}-{month:02}{day}{rest}"))
}
