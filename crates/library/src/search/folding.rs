//! Words as they are compared: in lower case, without accents, apart from what is between them.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longest word that is noted, in characters; nobody types a longer one.
const LONGEST: usize = 64;

/// The words of a text, folded, in order. Scripts that put no blanks between words are noted in pairs of signs, and the last
/// sign of a row alone, so that any part of a row is found by its beginning.
pub fn words_of(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for row in rows(text) {
        if row.unspaced { words.extend(pairs(&row.text, true)) } else { words.push(row.text) }
    }
    words
}

/// The words of what somebody asks for, and whether each must be met whole.
pub(super) fn asked_words(text: &str) -> Vec<(String, bool)> {
    let mut words = Vec::new();
    for row in rows(text) {
        match row.text.chars().count() {
            1 if row.unspaced => words.push((row.text, false)),
            _ if row.unspaced => words.extend(pairs(&row.text, false).into_iter().map(|pair| (pair, true))),
            // One letter begins too many words.
            1 => words.push((row.text, true)),
            _ => words.push((row.text, false)),
        }
    }
    words
}

/// Whether any word of a name begins with that folded word, or is it, where it must be met whole.
pub fn begins_with(name: &str, word: &str, whole: bool) -> bool {
    words_of(name).iter().any(|own| if whole { own == word } else { own.starts_with(word) })
}

/// Letters and figures without anything between them, of scripts with or without blanks.
struct Row {
    text: String,
    unspaced: bool,
}

fn rows(text: &str) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut open = false;
    let folded = text.nfkd().flat_map(char::to_lowercase).filter(|c| !is_combining_mark(*c)).flat_map(plain);
    for c in folded {
        if !c.is_alphanumeric() {
            // An apostrophe is within a word: "Côte d’Ivoire" is found by "ivoire" and by "divoire" alike only as written.
            open = false;
            continue;
        }
        let unspaced = is_unspaced(c);
        match rows.last_mut().filter(|row| open && row.unspaced == unspaced) {
            Some(row) if row.unspaced || row.text.chars().count() < LONGEST => row.text.push(c),
            Some(_) => {}
            None => rows.push(Row { text: c.to_string(), unspaced }),
        }
        open = true;
    }
    rows
}

fn pairs(row: &str, last_alone: bool) -> Vec<String> {
    let signs: Vec<char> = row.chars().collect();
    let mut pairs: Vec<String> = signs.windows(2).map(|pair| pair.iter().collect()).collect();
    if last_alone || signs.len() == 1 {
        pairs.extend(signs.last().map(ToString::to_string));
    }
    pairs
}

/// Letters whose plain form no decomposition tells.
fn plain(c: char) -> impl Iterator<Item = char> {
    let (first, second) = match c {
        'ß' => ('s', Some('s')),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        'þ' => ('t', Some('h')),
        'ø' => ('o', None),
        'ł' => ('l', None),
        'đ' | 'ð' => ('d', None),
        'ħ' => ('h', None),
        'ı' => ('i', None),
        'ς' => ('σ', None),
        other => (other, None),
    };
    std::iter::once(first).chain(second)
}

/// Chinese, Japanese, Thai, Lao, Burmese, Khmer: no blanks between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_case_nor_accents_nor_signs_matter() {
        let cases: [(&str, &[&str]); 9] = [
            ("A day at the Sea!", &["a", "day", "at", "the", "sea"]),
            ("MÁLAGA, Señorita", &["malaga", "senorita"]),
            ("IMG_2019-05 Straße", &["img", "2019", "05", "strasse"]),
            ("Łódź Ærø ﬁn Ⅷ", &["lodz", "aero", "fin", "viii"]),
            ("İstanbul ΟΔΟΣ", &["istanbul", "οδοσ"]),
            ("東京旅行", &["東京", "京旅", "旅行", "行"]),
            ("猫2019", &["猫", "2019"]),
            ("…🌊…", &[]),
            ("Ａｎａ", &["ana"]),
        ];
        for (text, words) in cases {
            assert_eq!(words_of(text), words, "{text}");
        }
    }

    #[test]
    fn a_part_of_a_row_without_blanks_is_found_by_its_pairs() {
        assert_eq!(asked_words("旅行"), [("旅行".to_owned(), true)]);
        assert_eq!(asked_words("行"), [("行".to_owned(), false)]);
        assert_eq!(asked_words("Leo x"), [("leo".to_owned(), false), ("x".to_owned(), true)]);
        assert!(begins_with("田中太郎", "太郎", true) && begins_with("Elin Marsh", "mar", false));
        assert!(!begins_with("Elin Marsh", "arsh", false));
    }

    #[test]
    fn a_text_without_end_makes_no_word_without_end() {
        assert!(words_of(&"a".repeat(10_000)).iter().all(|word| word.chars().count() <= LONGEST));
    }
}
