//! Words of illness and farewell, folded as search folds them. A word that means something else in another of these languages,
//! or is a common name, is left out: whoever photographs a "grab handle" is not asked about a grave.

use std::collections::HashSet;
use std::sync::LazyLock;

use library::words_of;

/// Whether a folded word is one of illness or farewell.
pub fn is_tender(word: &str) -> bool {
    FOLDED.contains(word)
}

/// All of them.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    FOLDED.iter().map(String::as_str)
}

/// As search notes them. Of scripts without blanks the first pair of signs stands for the word.
static FOLDED: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let words = WORDS.iter().flat_map(|(_, words)| words.split_whitespace());
    words.filter_map(|word| words_of(word).into_iter().next()).collect()
});

/// By language (ISO 639-1); what several languages share stands where it came first.
const WORDS: &[(&str, &str)] = &[
    (
        "en",
        "hospital hospitals hospice icu nicu intensivecare ambulance paramedics oncology chemo chemotherapy radiotherapy
         radiology surgery biopsy tumor tumour cancer leukemia leukaemia dialysis ventilator intubated palliative 
         ultrasound sonogram miscarriage stillborn stillbirth ectopic infertility ivf angelbaby bereavement
         bereaved funeral funerals burial buried cremation crematorium cemetery cemeteries graveyard graveside gravestone
         headstone tombstone casket coffin obituary eulogy mourning mourners condolence condolences inquest
           deathbed lastdays divorce diagnosis relapse overdose suicide",
    ),
    (
        "es",
        "hospitalizacion uci quimio quimioterapia radioterapia cirugia urgencias oncologia ambulancia ecografia aborto
         entierro funerales tanatorio cementerio tumba lapida ataud feretro esquela velatorio luto duelo pesame 
         incineracion crematorio fallecimiento fallecido fallecida difunto divorcio paliativos",
    ),
    (
        "de",
        "krankenhaus klinikum intensivstation notaufnahme rettungswagen chemotherapie bestrahlung onkologie palliativ hospiz
         ultraschall fehlgeburt totgeburt sternenkind beerdigung begrabnis bestattung trauerfeier trauer friedhof grabstein
         sarg urne krematorium todestag verstorben beileid scheidung",
    ),
    (
        "fr",
        "hopital reanimation urgence chimio chimiotherapie radiotherapie oncologie palliatifs echographie  
         enterrement obseques funerailles inhumation cimetiere tombe cercueil crematorium deces decede decedee deuil
         condoleances veillee",
    ),
    (
        "it",
        "ospedale prontosoccorso chemioterapia oncologico ecografia funerale funebre sepoltura cimitero
         lapide cremazione lutto condoglianze defunto defunta obitorio",
    ),
    (
        "pt",
        "internamento internacao uti quimioterapia oncologico ultrassom enterro velorio cemiterio sepultura caixao
         cremacao falecimento falecido falecida luto pesames ",
    ),
    (
        "nl",
        "ziekenhuis spoedeisende chemokuur bestraling miskraam doodgeboren begrafenis uitvaart crematie begraafplaats
         grafsteen doodskist rouw condoleance overleden overlijden",
    ),
    (
        "sv",
        "sjukhus sjukhuset akuten intensivvard cellgifter stralbehandling missfall dodfodd begravning begravningen kyrkogard
         gravsten bortgang avliden",
    ),
    ("da", "sygehus kemoterapi dodfodt begravelse begravelsen kirkegard gravsted bisaettelse afdod"),
    ("nb", "sykehus sykehuset cellegift spontanabort gravferd minnestund bisettelse"),
    ("fi", "sairaala sairaalassa syopa keskenmeno hautajaiset hautausmaa hautakivi arkku "),
    ("pl", "szpital szpitalu chemioterapia poronienie pogrzeb cmentarz nagrobek trumna zaloba zmarl zmarla"),
    ("cs", "nemocnice nemocnici chemoterapie potrat pohreb hrbitov rakev smutek"),
    ("hu", "korhaz kemoterapia temetes temeto koporso gyasz"),
    ("ro", "spital chimioterapie inmormantare cimitir sicriu doliu"),
    ("tr", "hastane hastanede kemoterapi cenaze mezarlik mezar tabut taziye"),
    ("ru", "больница больнице реанимация химиотерапия похороны кладбище могила гроб поминки траур"),
    ("uk", "лікарня лікарні реанімація похорон поминки кладовище могила"),
    ("el", "νοσοκομειο κηδεια νεκροταφειο ταφος μνημοσυνο"),
    ("ar", "مستشفى المستشفى جنازة مقبرة عزاء وفاة"),
    ("he", " לוויה הלוויה שבעה אזכרה"),
    ("hi", "अस्पताल अंतिम श्मशान"),
    // Scripts without blanks are noted in pairs of signs.
    ("ja", "病院 入院 葬儀 葬式 墓地 火葬 通夜 手術"),
    ("zh", "医院 醫院 住院 葬礼 葬禮 墓园 墓園 追悼 化疗 化療"),
    ("ko", "병원 입원 장례식 장례식장 장례 묘지 납골당 항암"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_one_that_search_would_note() {
        let strange: Vec<&str> =
            all().filter(|word| words_of(word).first().is_none_or(|first| first != word)).collect();
        assert_eq!(strange, [] as [&str; 0]);
        assert!(all().count() > 250, "{}", all().count());
    }

    #[test]
    fn everyday_words_are_not_among_them() {
        for word in
            ["beach", "party", "grab", "sang", "garden", "hospitalet", "patient", "bed", "rose", "kiste", "flower"]
        {
            assert!(!is_tender(word), "{word}");
        }
        for word in ["hospital", "begravelse", "krankenhaus", "cementerio", "病院"] {
            assert!(is_tender(word), "{word}");
        }
        for text in ["at the Hospital, 28 Sep", "祖母の入院", "장례식장", "в больнице"] {
            assert!(words_of(text).iter().any(|word| is_tender(word)), "{text}");
        }
    }
}
