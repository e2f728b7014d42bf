//! XMP: who is in a picture and where, words, tags, stars.

use std::fmt::Write;

use crate::picture::upright_size;
use crate::{Named, Region, Shot};

/// Whether there is anything to say.
pub(super) fn has_words(shot: &Shot) -> bool {
    !shot.people.is_empty()
        || shot.title.is_some()
        || shot.caption.is_some()
        || !shot.keywords.is_empty()
        || shot.rating.is_some()
}

/// The whole packet.
pub(super) fn packet(shot: &Shot) -> String {
    let mut body = String::new();
    let mut attributes = String::new();
    if let Some(stars) = shot.rating {
        let _ = write!(attributes, " xmp:Rating=\"{stars}\"");
    }
    for (name, words) in [("title", &shot.title), ("description", &shot.caption)] {
        if let Some(words) = words {
            let words = escaped(words);
            let _ = write!(
                body,
                "<dc:{name}><rdf:Alt><rdf:li xml:lang=\"x-default\">{words}</rdf:li></rdf:Alt></dc:{name}>"
            );
        }
    }
    list(&mut body, "dc:subject", shot.keywords.iter());
    list(&mut body, "Iptc4xmpExt:PersonInImage", shot.people.iter().map(|p| &p.name));
    regions(&mut body, shot);
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
         xmlns:Iptc4xmpExt=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\" xmlns:mwg-rs=\"http://www.metadataworkinggroup.com/schemas/regions/\" \
         xmlns:stArea=\"http://ns.adobe.com/xmp/sType/Area#\" xmlns:stDim=\"http://ns.adobe.com/xap/1.0/sType/Dimensions#\"{attributes}>\
         {body}</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>\n"
    )
}

fn list<'a>(body: &mut String, name: &str, items: impl Iterator<Item = &'a String>) {
    let items: String = items.map(|item| format!("<rdf:li>{}</rdf:li>", escaped(item))).collect();
    if !items.is_empty() {
        let _ = write!(body, "<{name}><rdf:Bag>{items}</rdf:Bag></{name}>");
    }
}

/// Regions are measured in the picture as it is stored, before its orientation turns it, as the guidelines have it.
fn regions(body: &mut String, shot: &Shot) {
    let found: String = shot.people.iter().filter_map(|named| region(named, shot.orientation)).collect();
    if found.is_empty() {
        return;
    }
    let upright = upright_size(shot, shot.size);
    let (w, h) = if shot.sideways() { (upright.1, upright.0) } else { upright };
    let _ = write!(
        body,
        "<mwg-rs:Regions rdf:parseType=\"Resource\"><mwg-rs:AppliedToDimensions stDim:w=\"{w}\" stDim:h=\"{h}\" stDim:unit=\"pixel\"/>\
         <mwg-rs:RegionList><rdf:Bag>{found}</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>"
    );
}

fn region(named: &Named, orientation: u8) -> Option<String> {
    let Region { x, y, width, height } = as_stored(named.region?, orientation);
    let (cx, cy, name) = (x + width / 2.0, y + height / 2.0, escaped(&named.name));
    Some(format!(
        "<rdf:li><rdf:Description mwg-rs:Name=\"{name}\" mwg-rs:Type=\"Face\"><mwg-rs:Area stArea:x=\"{cx:.5}\" stArea:y=\"{cy:.5}\" \
         stArea:w=\"{width:.5}\" stArea:h=\"{height:.5}\" stArea:unit=\"normalized\"/></rdf:Description></rdf:li>"
    ))
}

/// An upright picture's region in the picture that lies on its side.
fn as_stored(region: Region, orientation: u8) -> Region {
    let Region { x, y, width, height } = region;
    match orientation {
        6 => Region { x: y, y: 1.0 - x - width, width: height, height: width },
        8 => Region { x: 1.0 - y - height, y: x, width: height, height: width },
        _ => region,
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
