//! Words that people write on pictures, folders and albums, each by itself and folded as search folds them.

use crate::chance::Chance;
use crate::life::MomentKind;

/// The language in which an owner writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    Spanish,
    German,
    French,
}

impl Language {
    pub(crate) fn born(chance: &mut Chance) -> Self {
        [Self::English, Self::Spanish, Self::German, Self::French][chance.weighed(&[0.55, 0.2, 0.15, 0.1])]
    }
}

/// What a moment of a loss shows, as far as anybody would write it down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scene {
    Ward,
    Funeral,
    Grave,
    Scan,
    Treatment,
    Accident,
    /// Boxes, an empty room, a ring: nobody writes a word that a list would know.
    Unsaid,
}

/// What stands with such a moment where anything does.
pub(crate) fn tender(scene: Scene, language: Language) -> &'static [&'static str] {
    let words: [&[&str]; 4] = match scene {
        Scene::Ward => [&["hospital"], &["hospital"], &["krankenhaus"], &["hopital"]],
        Scene::Funeral => [&["funeral"], &["entierro"], &["beerdigung"], &["obseques"]],
        Scene::Grave => [&["cemetery"], &["cementerio"], &["friedhof"], &["cimetiere"]],
        Scene::Scan => [&["ultrasound"], &["ecografia"], &["ultraschall"], &["echographie"]],
        Scene::Treatment => [&["chemo"], &["quimio"], &["chemo"], &["chimio"]],
        Scene::Accident => [&["accident"], &["accidente"], &["unfall"], &["accident"]],
        Scene::Unsaid => [&["boxes"], &["cajas"], &["kisten"], &["cartons"]],
    };
    words[language as usize]
}

/// What stands with an album of a journey or a party.
pub(crate) fn album(kind: MomentKind) -> &'static [&'static str] {
    match kind {
        MomentKind::Trip => &["summer", "sea"],
        MomentKind::Party => &["birthday", "party"],
        _ => &["misc"],
    }
}

/// Captions of ordinary pictures.
pub(crate) const CAPTIONS: [&str; 6] =
    ["in the garden", "first snow", "sunday lunch", "finally done", "the view", "us"];

/// Words of illness or burial that stand with something harmless: a birth, a film, a view over a church.
pub(crate) const HARMLESS: [&str; 4] = ["hospital", "cemetery", "clinic", "funeral"];
