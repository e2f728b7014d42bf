//! XMP (ISO 16684): what a packet, or a sidecar beside the file, says of a photo.

mod people;
mod tree;

use model::Position;

use self::tree::{Node, Space};
use super::stamp::Stamp;
use super::turn::Turn;
use crate::{Face, Orientation};

/// What XMP says of a photo.
#[derive(Debug, Default)]
pub(super) struct Xmp {
    /// `exif:DateTimeOriginal`, `photoshop:DateCreated`: when the picture was taken.
    pub(super) original: Option<Stamp>,
    /// `exif:DateTimeDigitized`, `xmp:CreateDate`: when the file was made, by the camera or by a program.
    pub(super) created: Option<Stamp>,
    /// `exif:GPSLatitude` and `exif:GPSLongitude`.
    pub(super) position: Option<Position>,
    /// `tiff:Orientation`.
    pub(super) orientation: Option<Orientation>,
    /// `tiff:Make`.
    pub(super) make: Option<String>,
    /// `tiff:Model`.
    pub(super) model: Option<String>,
    /// `xmp:CreatorTool`.
    pub(super) software: Option<String>,
    /// `dc:title`.
    pub(super) title: Option<String>,
    /// `dc:description`.
    pub(super) caption: Option<String>,
    /// `dc:subject`.
    pub(super) keywords: Vec<String>,
    /// `xmp:Rating`, or Windows' per cent of it.
    pub(super) rating: Option<i8>,
    /// People in regions, in lists and in hierarchical keywords.
    people: Vec<people::Named>,
}

impl Xmp {
    /// What a packet says.
    pub(super) fn parse(packet: &str) -> Self {
        let root = Node::parse(packet);
        let text = |space, name| first_text(&root, space, name).map(str::to_owned);
        let stamp = |space, name| Stamp::parse(first_text(&root, space, name)?);
        let offset = first_text(&root, Space::ExifEx, "OffsetTimeOriginal");
        let original = stamp(Space::Exif, "DateTimeOriginal").map(|stamp| stamp.with_offset(offset));
        Self {
            original: original.or_else(|| stamp(Space::Photoshop, "DateCreated")),
            created: stamp(Space::Exif, "DateTimeDigitized").or_else(|| stamp(Space::Xmp, "CreateDate")),
            position: position(&root),
            orientation: text(Space::Tiff, "Orientation").and_then(|n| n.parse().ok()).map(Orientation::from_exif),
            make: text(Space::Tiff, "Make"),
            model: text(Space::Tiff, "Model"),
            software: text(Space::Xmp, "CreatorTool"),
            title: text(Space::Dc, "title"),
            caption: text(Space::Dc, "description"),
            keywords: texts(&root, Space::Dc, "subject"),
            rating: rating(&root),
            people: people::named(&root),
        }
    }

    /// The people, with their regions as they lie in the upright picture.
    ///
    /// `size` is that of the stored picture, `orientation` turns it upright.
    pub(super) fn people(&self, size: Option<(u32, u32)>, orientation: Orientation) -> Vec<Face> {
        self.people.iter().map(|named| named.face(size, Turn::of(orientation))).collect()
    }
}

/// The texts of every property of that name, arrays item by item.
fn texts(root: &Node, space: Space, name: &str) -> Vec<String> {
    let items = root.all(space, name).into_iter().flat_map(Node::items);
    items.filter_map(Node::text).map(str::to_owned).collect()
}

/// The text of the first property of that name that has one; of an `rdf:Alt` the first language, which is the default.
fn first_text<'a>(root: &'a Node, space: Space, name: &str) -> Option<&'a str> {
    root.all(space, name).into_iter().find_map(|property| property.items().into_iter().find_map(Node::text))
}

fn rating(root: &Node) -> Option<i8> {
    let number = |space| first_text(root, space, "Rating")?.parse::<f32>().ok();
    // Windows' ratings are per cent: 1, 25, 50, 75 and 99 for one to five stars.
    let stars = |percent: f32| if percent <= 0.0 { 0.0 } else { 1.0 + (percent / 25.0).round() };
    let rating = number(Space::Xmp).or_else(|| number(Space::MicrosoftPhoto).map(stars));
    rating.filter(|stars| (-1.0..=5.0).contains(stars)).map(|stars| stars as i8)
}

fn position(root: &Node) -> Option<Position> {
    let degrees = |name| degrees(first_text(root, Space::Exif, name)?);
    Position::new(degrees("GPSLatitude")?, degrees("GPSLongitude")?)
}

/// `51,25.014N` or `51,25,1S` (XMP specification part 2, GPSCoordinate); some programs write plain degrees.
fn degrees(text: &str) -> Option<f64> {
    let number = text.trim_end_matches(['N', 'E', 'S', 'W', 'n', 'e', 's', 'w']);
    let below = text.ends_with(['S', 'W', 's', 'w']);
    let mut parts = number.split(',').map(|part| part.trim().parse::<f64>().ok());
    let degrees = parts.next()??;
    let degrees =
        degrees + parts.next().flatten().unwrap_or(0.0) / 60.0 + parts.next().flatten().unwrap_or(0.0) / 3600.0;
    Some(if below { -degrees } else { degrees })
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A packet around some properties, with the usual prefixes.
    pub(in super::super) fn packet(properties: &str) -> String {
        format!(
            r##"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
              xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
              xmlns:tiff="http://ns.adobe.com/tiff/1.0/" xmlns:MP="http://ns.microsoft.com/photo/1.2/"
              xmlns:MPRI="http://ns.microsoft.com/photo/1.2/t/RegionInfo#" xmlns:MPReg="http://ns.microsoft.com/photo/1.2/t/Region#"
              xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/" xmlns:stArea="http://ns.adobe.com/xmp/sType/Area#"
              xmlns:stDim="http://ns.adobe.com/xap/1.0/sType/Dimensions#" xmlns:lr="http://ns.adobe.com/lightroom/1.0/"
              xmlns:digiKam="http://www.digikam.org/ns/1.0/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
              xmlns:MicrosoftPhoto="http://ns.microsoft.com/photo/1.0/">{properties}</rdf:Description></rdf:RDF></x:xmpmeta>"##
        )
    }

    #[test]
    fn properties_may_be_elements() {
        let xmp = Xmp::parse(&packet(
            "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Jack &amp; us</rdf:li><rdf:li xml:lang='de'>Wir</rdf:li></rdf:Alt></dc:title>
             <dc:subject><rdf:Bag><rdf:li>sea</rdf:li><rdf:li>  </rdf:li><rdf:li>autumn&#x21;</rdf:li></rdf:Bag></dc:subject>
             <exif:DateTimeOriginal>2020-09-28T14:22:01+02:00</exif:DateTimeOriginal><xmp:Rating>5</xmp:Rating>
             <exif:GPSLatitude>51,25.014N</exif:GPSLatitude><exif:GPSLongitude>0,4.836W</exif:GPSLongitude>",
        ));
        assert_eq!(xmp.title.as_deref(), Some("Jack & us"));
        assert_eq!(xmp.keywords, ["sea", "autumn!"]);
        assert_eq!(xmp.original, Stamp::parse("2020-09-28T14:22:01+02:00"));
        assert_eq!(xmp.rating, Some(5));
        let position = xmp.position.unwrap();
        assert!((position.latitude - 51.4169).abs() < 1e-6 && (position.longitude + 0.0806).abs() < 1e-6);
    }

    #[test]
    fn properties_may_be_attributes_and_prefixes_may_be_anything() {
        let xmp = Xmp::parse(
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description xmlns:zebra='http://ns.adobe.com/xap/1.0/'
             xmlns:xmp='http://example.org/' zebra:CreateDate='2011-06-14T15:47+02:00' zebra:Rating='-1' xmp:Rating='4'/></rdf:RDF>",
        );
        assert_eq!(xmp.created, Stamp::parse("2011-06-14T15:47+02:00"));
        assert_eq!(xmp.rating, Some(-1));
    }

    #[test]
    fn ratings_of_windows_are_per_cent() {
        for (percent, stars) in [("0", 0), ("1", 1), ("25", 2), ("50", 3), ("75", 4), ("99", 5)] {
            let rating =
                Xmp::parse(&packet(&format!("<MicrosoftPhoto:Rating>{percent}</MicrosoftPhoto:Rating>"))).rating;
            assert_eq!(rating, Some(stars), "{percent}");
        }
    }

    #[test]
    fn a_cut_off_packet_gives_what_it_has() {
        let whole = packet("<dc:title>Sea</dc:title><dc:description>Low tide</dc:description>");
        let cut = whole.find("Low").map(|at| &whole[..at + 3]).unwrap();
        let xmp = Xmp::parse(cut);
        assert_eq!((xmp.title.as_deref(), xmp.caption.as_deref()), (Some("Sea"), Some("Low")));
    }

    #[test]
    fn hostile_packets_end_quickly() {
        let deep = "<a>".repeat(500_000);
        let wide = format!("<a {}/>", "x:b='' ".repeat(300_000));
        let many = "<a xmlns:q='http://example.org/'/>".repeat(100_000);
        let started = std::time::Instant::now();
        for packet in [deep, wide, many] {
            assert!(Xmp::parse(&packet).people.is_empty());
        }
        assert!(started.elapsed().as_secs() < 10);
    }
}
