//! An XMP packet as a small tree of the properties that Perennial knows (ISO 16684-1; RDF/XML).

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::super::parts::LARGEST_BLOCK;

/// The namespaces that matter here. What an URI is called in a file (its prefix) is the file's own affair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    Rdf,
    Dc,
    Xmp,
    Exif,
    ExifEx,
    Tiff,
    Photoshop,
    Regions,
    Area,
    Dimensions,
    MicrosoftPhoto,
    MicrosoftRegions,
    MicrosoftRegionInfo,
    MicrosoftRegion,
    Iptc,
    Lightroom,
    Digikam,
    Other,
}

const SPACES: [(&str, Space); 17] = [
    ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", Space::Rdf),
    ("http://purl.org/dc/elements/1.1/", Space::Dc),
    ("http://ns.adobe.com/xap/1.0/", Space::Xmp),
    ("http://ns.adobe.com/exif/1.0/", Space::Exif),
    ("http://cipa.jp/exif/1.0/", Space::ExifEx),
    ("http://ns.adobe.com/tiff/1.0/", Space::Tiff),
    ("http://ns.adobe.com/photoshop/1.0/", Space::Photoshop),
    ("http://www.metadataworkinggroup.com/schemas/regions/", Space::Regions),
    ("http://ns.adobe.com/xmp/sType/Area#", Space::Area),
    ("http://ns.adobe.com/xap/1.0/sType/Dimensions#", Space::Dimensions),
    ("http://ns.microsoft.com/photo/1.0/", Space::MicrosoftPhoto),
    ("http://ns.microsoft.com/photo/1.2/", Space::MicrosoftRegions),
    ("http://ns.microsoft.com/photo/1.2/t/RegionInfo#", Space::MicrosoftRegionInfo),
    ("http://ns.microsoft.com/photo/1.2/t/Region#", Space::MicrosoftRegion),
    ("http://iptc.org/std/Iptc4xmpExt/2008-02-29/", Space::Iptc),
    ("http://ns.adobe.com/lightroom/1.0/", Space::Lightroom),
    ("http://www.digikam.org/ns/1.0/", Space::Digikam),
];

/// An element or an attribute: RDF/XML lets a simple property be either.
#[derive(Debug)]
pub(super) struct Node {
    space: Space,
    name: String,
    text: String,
    children: Vec<Node>,
}

/// Deeper than any sound packet.
const DEEPEST: usize = 40;
/// More elements and attributes than any sound packet has that is read here.
const MOST_NODES: usize = 50_000;
/// More attributes than a sound element has (Photoshop and Lightroom write some 200 settings).
const MOST_ATTRIBUTES: usize = 1000;

impl Node {
    /// The tree of a packet, as far as it is well-formed.
    pub(super) fn parse(packet: &str) -> Self {
        let mut reader = Reader::from_str(packet);
        reader.config_mut().check_end_names = false;
        reader.config_mut().allow_unmatched_ends = true;
        let mut builder = Builder { open: vec![Self::new(Space::Other, "")], spaces: Vec::new(), left: MOST_NODES };
        if packet.len() > LARGEST_BLOCK {
            return builder.finish();
        }
        while let Ok(event) = reader.read_event() {
            let go_on = match event {
                Event::Start(element) => builder.start(&element),
                Event::Empty(element) => builder.start(&element) && builder.end(),
                Event::End(_) => builder.end(),
                Event::Text(text) => builder.text(&text),
                Event::CData(text) => builder.text(&text),
                Event::GeneralRef(name) => match name.resolve_char_ref() {
                    Ok(Some(character)) => builder.text(character.encode_utf8(&mut [0; 4])),
                    _ => builder.text(resolve_predefined_entity(&name).unwrap_or_default()),
                },
                Event::Eof => false,
                _ => true,
            };
            if !go_on {
                break;
            }
        }
        builder.finish()
    }

    /// Every property with that name, wherever in the packet it stands, in reading order.
    pub(super) fn all(&self, space: Space, name: &str) -> Vec<&Self> {
        let mut found = Vec::new();
        // Deep first and without recursion; children are pushed backwards so that they come out in order.
        let mut waiting = vec![self];
        while let Some(node) = waiting.pop() {
            if node.is(space, name) {
                found.push(node);
            }
            waiting.extend(node.children.iter().rev());
        }
        found
    }

    /// The first field of that name, of this structure itself or inside its `rdf:Description`.
    pub(super) fn field(&self, space: Space, name: &str) -> Option<&Self> {
        let inner = self.children.iter().filter(|child| child.is(Space::Rdf, "Description"));
        let inner = inner.flat_map(|description| &description.children);
        self.children.iter().chain(inner).find(|child| child.is(space, name))
    }

    /// The items of an array (`rdf:Bag`, `rdf:Seq`, `rdf:Alt`), or the property itself if it is none.
    pub(super) fn items(&self) -> Vec<&Self> {
        let is_array = |child: &&Self| ["Bag", "Seq", "Alt"].iter().any(|kind| child.is(Space::Rdf, kind));
        match self.children.iter().find(is_array) {
            Some(array) => array.children.iter().filter(|child| child.is(Space::Rdf, "li")).collect(),
            None => vec![self],
        }
    }

    /// The trimmed text of a simple property, if there is any.
    pub(super) fn text(&self) -> Option<&str> {
        let own = self.text.trim();
        let own = if own.is_empty() { self.field(Space::Rdf, "value").map_or("", |v| v.text.trim()) } else { own };
        (!own.is_empty()).then_some(own)
    }

    fn is(&self, space: Space, name: &str) -> bool {
        self.space == space && self.name == name
    }

    fn new(space: Space, name: &str) -> Self {
        Self { space, name: name.to_owned(), text: String::new(), children: Vec::new() }
    }
}

/// The tree while it grows.
struct Builder {
    /// From the root to the element being read; never empty.
    open: Vec<Node>,
    /// Prefixes with what they stand for and the depth at which they were declared..
    spaces: Vec<(usize, String, Space)>,
    left: usize,
}

impl Builder {
    fn start(&mut self, element: &BytesStart<'_>) -> bool {
        let depth = self.open.len();
        if depth >= DEEPEST {
            return false;
        }
        // Without the check for doubles, which takes quadratic time.
        let mut attributes = element.attributes();
        attributes.with_checks(false);
        let attributes: Vec<_> = attributes.flatten().take(MOST_ATTRIBUTES).collect();
        for attribute in &attributes {
            if let Some(prefix) = attribute.key.into_inner().strip_prefix("xmlns:") {
                self.declare(depth, prefix, &attribute.value);
            }
        }
        let mut node = self.node(element.name().into_inner());
        for attribute in &attributes {
            let key = attribute.key.into_inner();
            if key.starts_with("xmlns") || self.left == 0 {
                continue;
            }
            self.left -= 1;
            let mut child = self.node(key);
            let value = quick_xml::escape::unescape(&attribute.value);
            child.text = value.map_or_else(|_| attribute.value.to_string(), |value| value.into_owned());
            node.children.push(child);
        }
        self.left = self.left.saturating_sub(1);
        self.open.push(node);
        self.left > 0
    }

    fn end(&mut self) -> bool {
        if self.open.len() > 1
            && let Some(done) = self.open.pop()
        {
            if let Some(parent) = self.open.last_mut() {
                parent.children.push(done);
            }
            let depth = self.open.len();
            self.spaces.retain(|(declared, ..)| *declared < depth);
        }
        true
    }

    fn text(&mut self, text: &str) -> bool {
        if let Some(node) = self.open.last_mut() {
            node.text.push_str(text);
        }
        true
    }

    /// Closes whatever a cut-off packet left open.
    fn finish(mut self) -> Node {
        while self.open.len() > 1 {
            self.end();
        }
        self.open.pop().unwrap_or_else(|| Node::new(Space::Other, ""))
    }

    fn declare(&mut self, depth: usize, prefix: &str, uri: &str) {
        const MOST_DECLARED: usize = 200;
        let space = SPACES.iter().find(|(known, _)| *known == uri).map_or(Space::Other, |(_, space)| *space);
        if self.spaces.len() < MOST_DECLARED {
            self.spaces.push((depth, prefix.to_owned(), space));
        }
    }

    fn node(&self, qualified: &str) -> Node {
        let (prefix, name) = qualified.split_once(':').unwrap_or(("", qualified));
        let declared = self.spaces.iter().rev().find(|(_, known, _)| known == prefix);
        Node::new(declared.map_or(Space::Other, |(.., space)| *space), name)
    }
}
