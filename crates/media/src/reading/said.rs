//! Gathers what everybody says of a file into its facts: who speaks first is believed first.

use super::exif::Exif;
use super::genre::genre;
use super::iptc::Iptc;
use super::names;
use super::stamp::Stamp;
use super::taken::{self, Circumstances, Evidence};
use super::video::Video;
use super::whereabouts::{place_of, zone_of};
use super::xmp::Xmp;
use crate::{Face, Format, Hints, Metadata, Orientation};

/// More keywords than anybody gives a photo.
const MOST_KEYWORDS: usize = 1000;

/// Metadata in the making.
#[derive(Debug)]
pub(super) struct Said {
    facts: Metadata,
    evidence: Evidence,
    orientation: Option<Orientation>,
    comment: Option<String>,
    scanned: bool,
    /// Kept until the orientation is known, which turns the regions.
    packets: Vec<Xmp>,
    /// What sidecars say of the place; the file's own word comes before it.
    sidecar_position: Option<model::Position>,
}

impl Said {
    /// Begins with the sidecars: their words are the latest, for they are what programs write that leave originals alone.
    pub(super) fn by_sidecars(format: Format, sidecars: &[String]) -> Self {
        let mut said = Self {
            facts: Metadata::of_format(format),
            evidence: Evidence::default(),
            orientation: None,
            comment: None,
            scanned: false,
            packets: Vec::new(),
            sidecar_position: None,
        };
        for mut xmp in sidecars.iter().map(|packet| Xmp::parse(packet)) {
            fill(&mut said.evidence.sidecar, xmp.original.or(xmp.created));
            fill(&mut said.sidecar_position, xmp.position);
            said.words(&mut xmp.title, &mut xmp.caption, &mut xmp.keywords, xmp.rating);
            said.packets.push(xmp);
        }
        said
    }

    /// What the container says, which has the last word on size and (HEIF) turning.
    pub(super) fn by_container(&mut self, size: Option<(u32, u32)>, orientation: Option<Orientation>) {
        fill(&mut self.facts.size, size);
        fill(&mut self.orientation, orientation);
    }

    /// What the camera says in EXIF.
    pub(super) fn by_camera(&mut self, exif: &Exif<'_>) {
        if matches!(self.facts.format, Format::Tiff | Format::Raw) {
            fill(&mut self.facts.size, exif.size);
        }
        fill(&mut self.orientation, exif.orientation);
        fill(&mut self.facts.position, exif.position);
        fill(&mut self.facts.make, exif.make.clone());
        fill(&mut self.facts.model, exif.model.clone());
        fill(&mut self.facts.software, exif.software.clone());
        fill(&mut self.facts.pair, exif.pair.clone());
        fill(&mut self.comment, exif.comment.clone());
        fill(&mut self.evidence.original, exif.original);
        fill(&mut self.evidence.digitized, exif.digitized);
        fill(&mut self.evidence.changed, exif.changed);
        fill(&mut self.evidence.gps, exif.gps_time);
        self.scanned |= exif.scanned;
    }

    /// What an embedded XMP packet says.
    pub(super) fn by_xmp(&mut self, mut xmp: Xmp) {
        fill(&mut self.orientation, xmp.orientation);
        fill(&mut self.facts.position, xmp.position);
        fill(&mut self.facts.make, xmp.make.take());
        fill(&mut self.facts.model, xmp.model.take());
        fill(&mut self.facts.software, xmp.software.take());
        fill(&mut self.evidence.embedded, xmp.original);
        fill(&mut self.evidence.created, xmp.created);
        self.words(&mut xmp.title, &mut xmp.caption, &mut xmp.keywords, xmp.rating);
        self.packets.push(xmp);
    }

    /// What IPTC says.
    pub(super) fn by_iptc(&mut self, mut iptc: Iptc) {
        fill(&mut self.evidence.embedded, iptc.created);
        self.words(&mut iptc.title, &mut iptc.caption, &mut iptc.keywords, None);
    }

    /// The words in EXIF, which only Latin letters fit into: last of all.
    pub(super) fn by_exif_words(&mut self, mut exif: Exif<'_>) {
        self.words(&mut exif.title, &mut exif.caption, &mut exif.keywords, exif.rating);
    }

    /// Named texts of a PNG, by their registered keywords and by that of GIMP and Inkscape for the making date.
    pub(super) fn by_texts(&mut self, texts: &[(String, String)]) {
        let text = |name| texts.iter().find(|(known, _)| known == name).map(|(_, text)| text.clone());
        fill(&mut self.facts.title, text("Title"));
        fill(&mut self.facts.caption, text("Description"));
        fill(&mut self.facts.software, text("Software"));
        fill(&mut self.evidence.created, text("create-date").and_then(|date| Stamp::parse(&date)));
    }

    /// What a video says.
    pub(super) fn by_video(&mut self, mut video: Video) {
        self.by_container(video.size, video.orientation);
        self.facts.duration_ms = video.duration_ms;
        fill(&mut self.facts.position, video.position);
        fill(&mut self.facts.make, video.make);
        fill(&mut self.facts.model, video.model);
        fill(&mut self.facts.software, video.software);
        fill(&mut self.facts.pair, video.pair);
        fill(&mut self.evidence.original, video.created);
        fill(&mut self.evidence.clock, video.clock);
        self.words(&mut video.title, &mut video.caption, &mut video.keywords, None);
    }

    /// Weighs what was said, and adds what follows from it.
    pub(super) fn conclude(mut self, hints: &Hints) -> Metadata {
        let mut facts = self.facts;
        facts.orientation = self.orientation.unwrap_or(Orientation::UPRIGHT);
        fill(&mut facts.position, self.sidecar_position);
        let device = [&facts.make, &facts.model].map(|name| name.as_deref().unwrap_or_default()).join(" ");
        let names = [
            device.as_str(),
            facts.model.as_deref().unwrap_or_default(),
            facts.software.as_deref().unwrap_or_default(),
        ];
        self.evidence.scanner =
            self.scanned || names::is_a_scan(&hints.name) || names.iter().any(|name| taken::is_scanner(name));
        self.evidence.camera = facts.make.is_some() || facts.model.is_some() || facts.format.is_video();
        let zone = facts.position.and_then(zone_of);
        let home = hints.home.as_deref().and_then(|name| jiff::tz::TimeZone::get(name).ok());
        let (zone, home) = (zone.as_ref(), home.as_ref());
        let around = Circumstances { name: &hints.name, modified: hints.modified, now: hints.now, zone, home };
        facts.taken = taken::decide(&self.evidence, around);
        facts.place = facts.position.and_then(place_of);
        facts.favourite = facts.rating == Some(5);
        for packet in &self.packets {
            add_people(&mut facts.people, packet.people(facts.size, facts.orientation));
        }
        facts.genre = genre(&facts, &hints.name, self.comment.as_deref());
        facts
    }

    fn words(
        &mut self,
        title: &mut Option<String>,
        caption: &mut Option<String>,
        keywords: &mut Vec<String>,
        rating: Option<i8>,
    ) {
        fill(&mut self.facts.title, title.take());
        fill(&mut self.facts.caption, caption.take());
        fill(&mut self.facts.rating, rating);
        for keyword in keywords.drain(..) {
            if self.facts.keywords.len() < MOST_KEYWORDS && !self.facts.keywords.contains(&keyword) {
                self.facts.keywords.push(keyword);
            }
        }
    }
}

/// The first to speak is believed.
fn fill<T>(slot: &mut Option<T>, said: Option<T>) {
    if slot.is_none() {
        *slot = said;
    }
}

/// Everybody once, with a region if any packet drew one.
fn add_people(people: &mut Vec<Face>, more: Vec<Face>) {
    for face in more {
        match people.iter_mut().find(|known| known.name == face.name) {
            Some(known) => fill(&mut known.region, face.region),
            None => people.push(face),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::of_picture;
    use super::super::tiff::tests::structure;
    use super::super::xmp::tests::packet;
    use super::*;

    fn hints(name: &str, sidecars: &[String]) -> Hints {
        let now = "2026-01-01T12:00".parse().unwrap();
        Hints { name: name.into(), modified: None, now, home: None, sidecars: sidecars.to_vec() }
    }

    #[test]
    fn a_sidecar_has_the_last_word_on_words_but_not_on_the_place() {
        let inside = "<dc:title>Old</dc:title><dc:subject>sea</dc:subject><exif:GPSLatitude>38,42.6N</exif:GPSLatitude>
            <exif:GPSLongitude>9,8.4W</exif:GPSLongitude><exif:DateTimeOriginal>2020-09-28T14:22:01</exif:DateTimeOriginal>";
        let beside = "<dc:title>New</dc:title><dc:subject>Jack</dc:subject><xmp:Rating>5</xmp:Rating>
            <exif:GPSLatitude>1,0N</exif:GPSLatitude><exif:GPSLongitude>1,0E</exif:GPSLongitude>";
        let inside = packet(inside);
        let chunk = [b"RIFF\0\0\0\0WEBPXMP ", &(inside.len() as u32).to_le_bytes()[..], inside.as_bytes()].concat();
        let facts = of_picture(&chunk, Format::WebP, &hints("a.webp", &[packet(beside)]));
        assert_eq!((facts.title.as_deref(), facts.rating, facts.favourite), (Some("New"), Some(5), true));
        assert_eq!(facts.keywords, ["Jack", "sea"]);
        assert_eq!(facts.place.map(|place| place.country).as_deref(), Some("PT"));
        let taken = facts.taken.unwrap();
        assert_eq!(taken.offset.map(|offset| offset.minutes()), Some(60), "Portuguese summer time, by the place");
    }

    #[test]
    fn a_scanners_model_makes_its_date_a_scan_date() {
        // A make of four letters fits into its entry: a scanner that calls itself so.
        let tiff = structure(&[(0x0110, 2, 4, *b"LS-5"), (0x0112, 3, 1, [1, 0, 0, 0])]);
        let facts = of_picture(&tiff, Format::Tiff, &hints("IMG_20120304_101010.tif", &[]));
        assert_eq!(facts.taken.map(|taken| taken.confidence), Some(model::Confidence::Scan));
    }
}
