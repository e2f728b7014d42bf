//! The messages, embedded in the binary and read once.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use super::Language;

pub use fluent_bundle::FluentValue;

/// An area's file in English and in Spanish.
macro_rules! area {
    ($name:literal) => {
        (
            $name,
            include_str!(concat!("../../words/en/", $name, ".ftl")),
            include_str!(concat!("../../words/es/", $name, ".ftl")),
        )
    };
}

/// Every file of words, by area.
pub(super) const FILES: &[(&str, &str, &str)] = &[
    // An area is a line here and a file in each language.
    area!("coming-in"),
    area!("common"),
    area!("door"),
    area!("moment"),
    area!("library"),
    area!("help"),
    area!("photo"),
    area!("settings"),
    area!("observances"),
    area!("people"),
    area!("places"),
    area!("search"),
    area!("first"),
    area!("today"),
    area!("veil"),
    area!("care"),
    area!("losses"),
    area!("ahead"),
];

static ENGLISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Language::English));
static SPANISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Language::Spanish));

/// The message with that key; the key itself where there is none, which a test does not let happen.
pub(super) fn message(language: Language, key: &str, values: &[(&str, FluentValue<'_>)]) -> String {
    let bundle = match language {
        Language::English => &ENGLISH,
        Language::Spanish => &SPANISH,
    };
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        debug_assert!(false, "no words for {key}");
        return key.to_owned();
    };
    let args: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, value.clone())).collect();
    let mut errors = Vec::new();
    let said = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
    debug_assert!(errors.is_empty(), "{key}: {errors:?}");
    said
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let id: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Marks around every name would be in page titles and in what tests compare; pages isolate names by elements.
    bundle.set_use_isolating(false);
    for (area, english, spanish) in FILES {
        let text = match language {
            Language::English => english,
            Language::Spanish => spanish,
        };
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(partly, errors)| {
            debug_assert!(false, "words of {area}: {errors:?}");
            partly
        });
        let added = bundle.add_resource(resource);
        debug_assert!(added.is_ok(), "words of {area}: {added:?}");
    }
    bundle
}
