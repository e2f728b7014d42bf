//! Who is in the picture, in the many ways in which programs write it down.

use super::super::turn::Turn;
use super::texts;
use super::tree::{Node, Space};
use crate::{Face, Region};

/// Somebody named, with the region as it was drawn.
#[derive(Debug)]
pub(super) struct Named {
    name: String,
    region: Option<Region>,
    /// The size of the picture in which the region was drawn, if that is said.
    drawn_in: Option<(u32, u32)>,
}

/// Everybody named in a packet, each once; with a region where one was drawn.
pub(super) fn named(root: &Node) -> Vec<Named> {
    let mut people = working_group_regions(root);
    people.extend(microsoft_regions(root));
    let listed = texts(root, Space::Iptc, "PersonInImage").into_iter();
    let tagged = [(Space::Lightroom, "hierarchicalSubject"), (Space::Digikam, "TagsList"), (Space::Dc, "subject")];
    let tagged = tagged.into_iter().flat_map(|(space, name)| texts(root, space, name));
    let plain = listed.chain(tagged.filter_map(|keyword| person_in_keyword(&keyword)));
    people.extend(plain.map(|name| Named { name, region: None, drawn_in: None }));
    people.truncate(MOST_PEOPLE);
    let mut seen = Vec::new();
    people.retain(|person| {
        let is_new = is_a_name(&person.name) && !seen.contains(&person.name);
        seen.push(person.name.clone());
        is_new
    });
    people
}

/// More than fit into a photo of a whole school, each named in three ways.
const MOST_PEOPLE: usize = 2000;

impl Named {
    /// As it lies in the upright picture.
    ///
    /// The Metadata Working Group lets regions be drawn in the stored picture, but some programs draw them in the upright
    /// one; the size they note beside it tells which, when the turn exchanges width and height.
    pub(super) fn face(&self, stored: Option<(u32, u32)>, turn: Turn) -> Face {
        let is_upright = |(width, height)| {
            turn.orientation().swaps_sides()
                && stored.is_some_and(|stored| landscape(stored) != landscape((width, height)))
        };
        let turn = if self.drawn_in.is_some_and(is_upright) { Turn::NONE } else { turn };
        Face { name: self.name.clone(), region: self.region.map(|region| turn.region(region)) }
    }
}

fn landscape((width, height): (u32, u32)) -> bool {
    width > height
}

/// `mwg-rs:Regions` (Guidelines for Handling Image Metadata 2.0, 5.9): the centre of each area, and its size.
fn working_group_regions(root: &Node) -> Vec<Named> {
    let mut people = Vec::new();
    for regions in root.all(Space::Regions, "Regions") {
        let drawn_in = regions.field(Space::Regions, "AppliedToDimensions").and_then(|dimensions| {
            let side = |name| dimensions.field(Space::Dimensions, name)?.text()?.parse().ok();
            Some((side("w")?, side("h")?))
        });
        let Some(list) = regions.field(Space::Regions, "RegionList") else { continue };
        for item in list.items() {
            let text = |name| item.field(Space::Regions, name).and_then(Node::text);
            let is_face = text("Type").is_none_or(|kind| kind.eq_ignore_ascii_case("face"));
            if let Some(name) = text("Name").filter(|_| is_face) {
                let region = item.field(Space::Regions, "Area").and_then(centred_area);
                people.push(Named { name: name.to_owned(), region, drawn_in });
            }
        }
    }
    people
}

fn centred_area(area: &Node) -> Option<Region> {
    let number = |name| area.field(Space::Area, name)?.text()?.parse::<f32>().ok();
    let in_pixels = area.field(Space::Area, "unit").and_then(Node::text).is_some_and(|unit| unit == "pixel");
    let (width, height) = (number("w")?, number("h")?);
    let (x, y) = (number("x")? - width / 2.0, number("y")? - height / 2.0);
    within(Region { x, y, width, height }).filter(|_| !in_pixels)
}

/// `MP:RegionInfo` (Microsoft, People Tagging Overview): the top left corner and the size.
fn microsoft_regions(root: &Node) -> Vec<Named> {
    let lists = root.all(Space::MicrosoftRegionInfo, "Regions");
    let items = lists.into_iter().flat_map(Node::items);
    let named = |item: &Node| {
        let text = |name| item.field(Space::MicrosoftRegion, name).and_then(Node::text);
        Some(Named {
            name: text("PersonDisplayName")?.to_owned(),
            region: text("Rectangle").and_then(corner),
            drawn_in: None,
        })
    };
    items.filter_map(named).collect()
}

fn corner(text: &str) -> Option<Region> {
    let mut numbers = text.split(',').map_while(|n| n.trim().parse().ok());
    let mut next = || numbers.next();
    within(Region { x: next()?, y: next()?, width: next()?, height: next()? })
}

/// The part of a region that lies within the picture; `None` if it has no size there.
fn within(region: Region) -> Option<Region> {
    let (left, top) = (region.x.clamp(0.0, 1.0), region.y.clamp(0.0, 1.0));
    let (right, bottom) = ((region.x + region.width).clamp(0.0, 1.0), (region.y + region.height).clamp(0.0, 1.0));
    let (width, height) = (right - left, bottom - top);
    (width > 0.0 && height > 0.0).then_some(Region { x: left, y: top, width, height })
}

/// `People|Family|Ana` (Lightroom) or `People/Ana` (digiKam) names Ana.
fn person_in_keyword(keyword: &str) -> Option<String> {
    // What digiKam, Lightroom, Shotwell and darktable users call the branch, in the languages of Perennial's pages.
    const BRANCHES: [&str; 9] =
        ["people", "persons", "personen", "menschen", "personas", "gente", "pessoas", "personnes", "persone"];
    let (branch, rest) = keyword.split_once(['|', '/'])?;
    let name = rest.rsplit(['|', '/']).next()?.trim();
    BRANCHES.contains(&branch.trim().to_lowercase().as_str()).then(|| name.to_owned())
}

/// digiKam files faces under these until somebody says who they are.
fn is_a_name(name: &str) -> bool {
    !name.is_empty() && !["unknown", "unconfirmed", "ignored"].contains(&name.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::super::Xmp;
    use super::super::tests::packet;
    use super::*;
    use crate::Orientation;

    fn people(properties: &str, orientation: u32) -> Vec<Face> {
        Xmp::parse(&packet(properties)).people(Some((400, 300)), Orientation::from_exif(orientation))
    }

    fn working_group(width: u32, height: u32) -> String {
        format!(
            "<mwg-rs:Regions rdf:parseType='Resource'><mwg-rs:AppliedToDimensions stDim:w='{width}' stDim:h='{height}' stDim:unit='pixel'/>
             <mwg-rs:RegionList><rdf:Bag>
               <rdf:li><rdf:Description mwg-rs:Name='Ana' mwg-rs:Type='Face'>
                 <mwg-rs:Area stArea:x='0.25' stArea:y='0.5' stArea:w='0.5' stArea:h='0.25' stArea:unit='normalized'/>
               </rdf:Description></rdf:li>
               <rdf:li rdf:parseType='Resource'><mwg-rs:Name>Rex</mwg-rs:Name><mwg-rs:Type>Pet</mwg-rs:Type></rdf:li>
             </rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>"
        )
    }

    #[test]
    fn faces_are_found_where_they_lie_in_the_upright_picture() {
        let face =
            |x, y, width, height| vec![Face { name: "Ana".into(), region: Some(Region { x, y, width, height }) }];
        assert_eq!(people(&working_group(400, 300), 1), face(0.0, 0.375, 0.5, 0.25));
        assert_eq!(people(&working_group(400, 300), 6), face(0.375, 0.0, 0.25, 0.5));
        // Drawn in the upright picture already.
        assert_eq!(people(&working_group(300, 400), 6), face(0.0, 0.375, 0.5, 0.25));
    }

    #[test]
    fn microsofts_regions_are_faces_too() {
        let people = people(
            "<MP:RegionInfo rdf:parseType='Resource'><MPRI:Regions><rdf:Bag><rdf:li rdf:parseType='Resource'>
             <MPReg:Rectangle>0.1, 0.25, 0.5, 0.5</MPReg:Rectangle><MPReg:PersonDisplayName>Ben</MPReg:PersonDisplayName>
             </rdf:li></rdf:Bag></MPRI:Regions></MP:RegionInfo>",
            1,
        );
        assert_eq!((people[0].name.as_str(), people[0].region.map(|r| (r.y, r.height))), ("Ben", Some((0.25, 0.5))));
    }

    #[test]
    fn names_in_lists_and_keywords_count_once() {
        let people = people(
            "<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Ana</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>
             <lr:hierarchicalSubject><rdf:Bag><rdf:li>People|Family|Ben</rdf:li><rdf:li>Places|Sea</rdf:li></rdf:Bag></lr:hierarchicalSubject>
             <digiKam:TagsList><rdf:Seq><rdf:li>People/Ana</rdf:li><rdf:li>People/Unknown</rdf:li></rdf:Seq></digiKam:TagsList>",
            1,
        );
        assert_eq!(people.iter().map(|face| face.name.as_str()).collect::<Vec<_>>(), ["Ana", "Ben"]);
    }
}
