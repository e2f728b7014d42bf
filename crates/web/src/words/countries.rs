//! Names of countries, as people say them.

use std::sync::LazyLock;

use super::Language;

/// The name of the country with that ISO 3166-1 alpha-2 code.
pub(super) fn name(code: &str, language: Language) -> Option<&'static str> {
    let index = COUNTRIES.binary_search_by_key(&code, |(known, _, _)| known).ok()?;
    let (_, english, spanish) = COUNTRIES[index];
    Some(match language {
        Language::English => english,
        Language::Spanish => spanish,
    })
}

/// Every country, with its code, in the order of their names.
pub(super) fn all(language: Language) -> Vec<(&'static str, &'static str)> {
    let named = |code| name(code, language).map(|name| (code, name));
    let mut all: Vec<_> = COUNTRIES.iter().filter_map(|(code, _, _)| named(*code)).collect();
    // "Åland" belongs to A, and "Österreich" to O.
    all.sort_by_key(|(_, name)| name.replace(['Á', 'Å'], "A").replace('É', "E"));
    all
}

/// The codes of the countries of whose names any word begins so (or is so, where it must be met whole), in any language.
/// The word is folded as search folds words.
pub(crate) fn named(word: &str, whole: bool) -> Vec<String> {
    static NAMES: LazyLock<Vec<(&str, Vec<String>)>> = LazyLock::new(|| {
        let words = |(code, english, spanish): &(&'static str, &str, &str)| {
            (*code, [care::words_of(english), care::words_of(spanish)].concat())
        };
        COUNTRIES.iter().map(words).collect()
    });
    let is = |own: &String| if whole { own == word } else { own.starts_with(word) };
    NAMES.iter().filter(|(_, names)| names.iter().any(is)).map(|(code, _)| (*code).to_owned()).collect()
}

#[rustfmt::skip]
const COUNTRIES: &[(&str, &str, &str)] = &[
    ("AD", "Andorra", "Andorra"), ("AE", "United Arab Emirates", "Emiratos Árabes Unidos"),
    ("AF", "Afghanistan", "Afganistán"), ("AG", "Antigua and Barbuda", "Antigua y Barbuda"),
    ("AI", "Anguilla", "Anguila"), ("AL", "Albania", "Albania"), ("AM", "Armenia", "Armenia"),
    ("AO", "Angola", "Angola"), ("AR", "Argentina", "Argentina"), ("AS", "American Samoa", "Samoa Americana"),
    ("AT", "Austria", "Austria"), ("AU", "Australia", "Australia"), ("AW", "Aruba", "Aruba"),
    ("AX", "Åland", "Islas Aland"), ("AZ", "Azerbaijan", "Azerbaiyán"),
    ("BA", "Bosnia and Herzegovina", "Bosnia y Herzegovina"), ("BB", "Barbados", "Barbados"),
    ("BD", "Bangladesh", "Bangladés"), ("BE", "Belgium", "Bélgica"), ("BF", "Burkina Faso", "Burkina Faso"),
    ("BG", "Bulgaria", "Bulgaria"), ("BH", "Bahrain", "Baréin"), ("BI", "Burundi", "Burundi"),
    ("BJ", "Benin", "Benín"), ("BL", "Saint Barthélemy", "San Bartolomé"), ("BM", "Bermuda", "Bermudas"),
    ("BN", "Brunei", "Brunéi"), ("BO", "Bolivia", "Bolivia"), ("BR", "Brazil", "Brasil"),
    ("BS", "Bahamas", "Bahamas"), ("BT", "Bhutan", "Bután"), ("BW", "Botswana", "Botsuana"),
    ("BY", "Belarus", "Bielorrusia"), ("BZ", "Belize", "Belice"), ("CA", "Canada", "Canadá"),
    ("CD", "DR Congo", "RD del Congo"), ("CF", "Central African Republic", "República Centroafricana"),
    ("CG", "Congo", "Congo"), ("CH", "Switzerland", "Suiza"), ("CI", "Côte d’Ivoire", "Côte d’Ivoire"),
    ("CK", "Cook Islands", "Islas Cook"), ("CL", "Chile", "Chile"), ("CM", "Cameroon", "Camerún"),
    ("CN", "China", "China"), ("CO", "Colombia", "Colombia"), ("CR", "Costa Rica", "Costa Rica"),
    ("CU", "Cuba", "Cuba"), ("CV", "Cabo Verde", "Cabo Verde"), ("CW", "Curaçao", "Curazao"),
    ("CY", "Cyprus", "Chipre"), ("CZ", "Czechia", "Chequia"), ("DE", "Germany", "Alemania"),
    ("DJ", "Djibouti", "Yibuti"), ("DK", "Denmark", "Dinamarca"), ("DM", "Dominica", "Dominica"),
    ("DO", "Dominican Republic", "República Dominicana"), ("DZ", "Algeria", "Argelia"), ("EC", "Ecuador", "Ecuador"),
    ("EE", "Estonia", "Estonia"), ("EG", "Egypt", "Egipto"), ("EH", "Western Sahara", "Sáhara Occidental"),
    ("ER", "Eritrea", "Eritrea"), ("ES", "Spain", "España"), ("ET", "Ethiopia", "Etiopía"),
    ("FI", "Finland", "Finlandia"), ("FJ", "Fiji", "Fiyi"), ("FK", "Falkland Islands", "Islas Malvinas"),
    ("FM", "Micronesia", "Micronesia"), ("FO", "Faroe Islands", "Islas Feroe"), ("FR", "France", "Francia"),
    ("GA", "Gabon", "Gabón"), ("GB", "United Kingdom", "Reino Unido"), ("GD", "Grenada", "Granada"),
    ("GE", "Georgia", "Georgia"), ("GF", "French Guiana", "Guayana Francesa"), ("GG", "Guernsey", "Guernesey"),
    ("GH", "Ghana", "Ghana"), ("GI", "Gibraltar", "Gibraltar"), ("GL", "Greenland", "Groenlandia"),
    ("GM", "Gambia", "Gambia"), ("GN", "Guinea", "Guinea"), ("GP", "Guadeloupe", "Guadalupe"),
    ("GQ", "Equatorial Guinea", "Guinea Ecuatorial"), ("GR", "Greece", "Grecia"), ("GT", "Guatemala", "Guatemala"),
    ("GU", "Guam", "Guam"), ("GW", "Guinea-Bissau", "Guinea-Bisáu"), ("GY", "Guyana", "Guyana"),
    ("HK", "Hong Kong", "Hong Kong"), ("HN", "Honduras", "Honduras"), ("HR", "Croatia", "Croacia"),
    ("HT", "Haiti", "Haití"), ("HU", "Hungary", "Hungría"), ("ID", "Indonesia", "Indonesia"),
    ("IE", "Ireland", "Irlanda"), ("IL", "Israel", "Israel"), ("IM", "Isle of Man", "Isla de Man"),
    ("IN", "India", "India"), ("IQ", "Iraq", "Irak"), ("IR", "Iran", "Irán"), ("IS", "Iceland", "Islandia"),
    ("IT", "Italy", "Italia"), ("JE", "Jersey", "Jersey"), ("JM", "Jamaica", "Jamaica"), ("JO", "Jordan", "Jordania"),
    ("JP", "Japan", "Japón"), ("KE", "Kenya", "Kenia"), ("KG", "Kyrgyzstan", "Kirguistán"),
    ("KH", "Cambodia", "Camboya"), ("KI", "Kiribati", "Kiribati"), ("KM", "Comoros", "Comoras"),
    ("KN", "Saint Kitts and Nevis", "San Cristóbal y Nieves"), ("KP", "North Korea", "Corea del Norte"),
    ("KR", "South Korea", "Corea del Sur"), ("KW", "Kuwait", "Kuwait"), ("KY", "Cayman Islands", "Islas Caimán"),
    ("KZ", "Kazakhstan", "Kazajistán"), ("LA", "Laos", "Laos"), ("LB", "Lebanon", "Líbano"),
    ("LC", "Saint Lucia", "Santa Lucía"), ("LI", "Liechtenstein", "Liechtenstein"), ("LK", "Sri Lanka", "Sri Lanka"),
    ("LR", "Liberia", "Liberia"), ("LS", "Lesotho", "Lesoto"), ("LT", "Lithuania", "Lituania"),
    ("LU", "Luxembourg", "Luxemburgo"), ("LV", "Latvia", "Letonia"), ("LY", "Libya", "Libia"),
    ("MA", "Morocco", "Marruecos"), ("MC", "Monaco", "Mónaco"), ("MD", "Moldova", "Moldavia"),
    ("ME", "Montenegro", "Montenegro"), ("MF", "Saint Martin", "San Martín"), ("MG", "Madagascar", "Madagascar"),
    ("MH", "Marshall Islands", "Islas Marshall"), ("MK", "North Macedonia", "Macedonia del Norte"),
    ("ML", "Mali", "Mali"), ("MM", "Myanmar", "Birmania"), ("MN", "Mongolia", "Mongolia"), ("MO", "Macao", "Macao"),
    ("MP", "Northern Mariana Islands", "Islas Marianas del Norte"), ("MQ", "Martinique", "Martinica"),
    ("MR", "Mauritania", "Mauritania"), ("MS", "Montserrat", "Montserrat"), ("MT", "Malta", "Malta"),
    ("MU", "Mauritius", "Mauricio"), ("MV", "Maldives", "Maldivas"), ("MW", "Malawi", "Malaui"),
    ("MX", "Mexico", "México"), ("MY", "Malaysia", "Malasia"), ("MZ", "Mozambique", "Mozambique"),
    ("NA", "Namibia", "Namibia"), ("NC", "New Caledonia", "Nueva Caledonia"), ("NE", "Niger", "Níger"),
    ("NF", "Norfolk Island", "Isla Norfolk"), ("NG", "Nigeria", "Nigeria"), ("NI", "Nicaragua", "Nicaragua"),
    ("NL", "Netherlands", "Países Bajos"), ("NO", "Norway", "Noruega"), ("NP", "Nepal", "Nepal"),
    ("NR", "Nauru", "Nauru"), ("NU", "Niue", "Niue"), ("NZ", "New Zealand", "Nueva Zelanda"), ("OM", "Oman", "Omán"),
    ("PA", "Panama", "Panamá"), ("PE", "Peru", "Perú"), ("PF", "French Polynesia", "Polinesia Francesa"),
    ("PG", "Papua New Guinea", "Papúa Nueva Guinea"), ("PH", "Philippines", "Filipinas"),
    ("PK", "Pakistan", "Pakistán"), ("PL", "Poland", "Polonia"),
    ("PM", "Saint Pierre and Miquelon", "San Pedro y Miquelón"), ("PN", "Pitcairn", "Islas Pitcairn"),
    ("PR", "Puerto Rico", "Puerto Rico"), ("PS", "Palestine", "Palestina"), ("PT", "Portugal", "Portugal"),
    ("PW", "Palau", "Palaos"), ("PY", "Paraguay", "Paraguay"), ("QA", "Qatar", "Catar"), ("RE", "Réunion", "Reunión"),
    ("RO", "Romania", "Rumanía"), ("RS", "Serbia", "Serbia"), ("RU", "Russia", "Rusia"), ("RW", "Rwanda", "Ruanda"),
    ("SA", "Saudi Arabia", "Arabia Saudí"), ("SB", "Solomon Islands", "Islas Salomón"),
    ("SC", "Seychelles", "Seychelles"), ("SD", "Sudan", "Sudán"), ("SE", "Sweden", "Suecia"),
    ("SG", "Singapore", "Singapur"), ("SH", "Saint Helena", "Santa Elena"), ("SI", "Slovenia", "Eslovenia"),
    ("SJ", "Svalbard", "Svalbard y Jan Mayen"), ("SK", "Slovakia", "Eslovaquia"),
    ("SL", "Sierra Leone", "Sierra Leona"), ("SM", "San Marino", "San Marino"), ("SN", "Senegal", "Senegal"),
    ("SO", "Somalia", "Somalia"), ("SR", "Suriname", "Surinam"), ("SS", "South Sudan", "Sudán del Sur"),
    ("ST", "São Tomé and Príncipe", "Santo Tomé y Príncipe"), ("SV", "El Salvador", "El Salvador"),
    ("SX", "Sint Maarten", "Sint Maarten"), ("SY", "Syria", "Siria"), ("SZ", "Eswatini", "Esuatini"),
    ("TC", "Turks and Caicos Islands", "Islas Turcas y Caicos"), ("TD", "Chad", "Chad"), ("TG", "Togo", "Togo"),
    ("TH", "Thailand", "Tailandia"), ("TJ", "Tajikistan", "Tayikistán"), ("TL", "Timor-Leste", "Timor-Leste"),
    ("TM", "Turkmenistan", "Turkmenistán"), ("TN", "Tunisia", "Túnez"), ("TO", "Tonga", "Tonga"),
    ("TR", "Türkiye", "Turquía"), ("TT", "Trinidad and Tobago", "Trinidad y Tobago"), ("TV", "Tuvalu", "Tuvalu"),
    ("TW", "Taiwan", "Taiwán"), ("TZ", "Tanzania", "Tanzania"), ("UA", "Ukraine", "Ucrania"),
    ("UG", "Uganda", "Uganda"), ("US", "United States", "Estados Unidos"), ("UY", "Uruguay", "Uruguay"),
    ("UZ", "Uzbekistan", "Uzbekistán"), ("VA", "Vatican City", "Ciudad del Vaticano"),
    ("VC", "Saint Vincent and the Grenadines", "San Vicente y las Granadinas"), ("VE", "Venezuela", "Venezuela"),
    ("VG", "British Virgin Islands", "Islas Vírgenes Británicas"),
    ("VI", "US Virgin Islands", "Islas Vírgenes de EE. UU."), ("VN", "Vietnam", "Vietnam"),
    ("VU", "Vanuatu", "Vanuatu"), ("WF", "Wallis and Futuna", "Wallis y Futuna"), ("WS", "Samoa", "Samoa"),
    ("XK", "Kosovo", "Kosovo"), ("YE", "Yemen", "Yemen"), ("YT", "Mayotte", "Mayotte"),
    ("ZA", "South Africa", "Sudáfrica"), ("ZM", "Zambia", "Zambia"), ("ZW", "Zimbabwe", "Zimbabue"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_in_order_so_that_each_is_found() {
        assert!(COUNTRIES.is_sorted());
        assert_eq!(name("ES", Language::English), Some("Spain"));
        assert_eq!(name("ES", Language::Spanish), Some("España"));
        assert_eq!(name("??", Language::English), None);
    }
}
