//! What a life is: plain data. Part of it is what any program could know; the rest is the truth, which no policy reads.

use std::ops::Range;

use model::{MomentId, PersonId, PhotoId, PlaceId, Position};

use crate::owner::Owner;

/// Ten to twenty years of somebody's photos, with what they lost.
#[derive(Clone, Debug, PartialEq)]
pub struct Life {
    /// The seed it was made from.
    pub seed: u64,
    /// The day of the first photo, in days since 1970-01-01.
    pub first: i64,
    /// The day on which the owner begins to use a program that brings photos back.
    pub joined: i64,
    /// The last day that is lived.
    pub last: i64,
    /// Everybody who is ever in a picture; a [`PersonId`] is a place in here.
    pub people: Vec<Person>,
    /// Every place; a [`PlaceId`] is a place in here.
    pub spots: Vec<Spot>,
    /// Every moment, in order of the day on which the program believes it to have been; a [`MomentId`] is a place in here.
    pub moments: Vec<Moment>,
    /// Every photo; a [`PhotoId`] is a place in here.
    pub photos: Vec<Photo>,
    /// What was lost, none to three.
    pub losses: Vec<Loss>,
    /// How the owner deals with programs.
    pub owner: Owner,
}

/// Somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Their place in [`Life::people`].
    pub id: PersonId,
    /// What they are to the owner.
    pub role: Role,
    /// The first day on which they can be in a picture.
    pub from: i64,
    /// The day after the last on which they can.
    pub until: i64,
    /// The day from which they are there only now and then: a former partner.
    pub seldom_from: i64,
    /// How much more or less often than others of their role they are there.
    pub closeness: f64,
    /// Whether programs know their face at all.
    pub known: bool,
    /// Month × 100 + day, if the library knows their birthday.
    pub birthday: Option<i64>,
    /// Whose family or friend they are in the first place, if not the owner's own.
    pub through: Option<PersonId>,
}

/// What somebody is to the owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Husband, wife or partner.
    Partner,
    /// A child of the owner's.
    Child,
    /// A parent or grandparent.
    Parent,
    /// A brother or a sister.
    Sibling,
    /// Of the partner's family.
    InLaw,
    /// A friend.
    Friend,
    /// Somebody from work.
    Colleague,
}

/// A place.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Its place in [`Life::spots`].
    pub id: PlaceId,
    /// Where it is.
    pub position: Position,
    /// What it is.
    pub kind: SpotKind,
}

/// What a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpotKind {
    /// Where the owner lived, for a time.
    Home,
    /// The home of a parent or a friend.
    TheirHome(PersonId),
    /// A café, a park, a lake: somewhere the owner returns to.
    Haunt,
    /// Where a journey went.
    Away,
    /// A hospital or clinic.
    Hospital,
    /// A cemetery or another place of remembrance.
    Cemetery,
    /// At work.
    Work,
}

/// Photos that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// Its place in [`Life::moments`].
    pub id: MomentId,
    /// The day the program believes it to have been, in days since 1970-01-01.
    pub day: i64,
    /// The day it was.
    pub true_day: i64,
    /// What went on.
    pub kind: MomentKind,
    /// Where it was.
    pub spot: PlaceId,
    /// Its photos, those that a memory could pick, in order of choice: places in [`Life::photos`].
    pub photos: Range<usize>,
    /// Who was there, in the picture or not. The truth.
    pub there: Vec<PersonId>,
}

/// What goes on in a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MomentKind {
    /// At home, a day like others.
    Home,
    /// Out for some hours.
    Outing,
    /// A birthday, a feast, a wedding.
    Party,
    /// On a journey.
    Trip,
    /// Food, things, scenery, receipts: nobody is in it.
    Things,
    /// At work.
    Work,
    /// It belongs to a loss: a ward, a funeral, packed boxes.
    Tender,
}

/// One picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Photo {
    /// Its place in [`Life::photos`].
    pub id: PhotoId,
    /// Its moment.
    pub moment: MomentId,
    /// When the program believes it was taken, in milliseconds since 1970-01-01T00:00 of local time.
    pub at_ms: i64,
    /// Whom programs know to be in it.
    pub tagged: Vec<PersonId>,
    /// Where, if the file says so.
    pub position: Option<Position>,
    /// Words of captions, albums and keywords, each by itself and folded.
    pub words: Vec<&'static str>,
    /// A 64-bit perceptual hash.
    pub likeness: u64,
    /// What in it touches a loss. The truth.
    pub ties: Vec<Tie>,
}

/// How a photo touches a loss.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie {
    /// Which loss: a place in [`Life::losses`].
    pub loss: usize,
    /// In which way.
    pub way: Way,
}

/// The ways in which a photo can touch a loss. All but the first are what Pinter et al. (2019) call the periphery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// Who was lost is in the picture, whether programs know them or not.
    Face,
    /// They were there and are not in the picture: behind the camera, around the corner.
    There,
    /// It shows something without a face that belongs to it: a scan, a ring, a bed, packed boxes.
    Thing,
    /// A place that was theirs.
    Place,
    /// Somebody who belongs to them: their mother, a friend of both.
    Companion,
    /// The loss itself: the ward, the funeral, the night of the quarrel.
    Event,
    /// The time right before, when nobody knew yet.
    Eve,
    /// Other people's luck, where one's own was lost.
    Echo,
}

impl Way {
    /// All of them, in the order of the tables of assumptions.
    pub const ALL: [Self; 8] =
        [Self::Face, Self::There, Self::Thing, Self::Place, Self::Companion, Self::Event, Self::Eve, Self::Echo];
}

/// Something that was lost.
#[derive(Clone, Debug, PartialEq)]
pub struct Loss {
    /// Of which kind.
    pub kind: LossKind,
    /// The day it happened, in days since 1970-01-01; of an illness, the day it was found.
    pub day: i64,
    /// The first day of what led to it: of the pregnancy, of the last illness.
    pub from: i64,
    /// The last day that belongs to it.
    pub until: i64,
    /// Who, if it is somebody who can be in a picture.
    pub person: Option<PersonId>,
    /// Other days of the year that return: a due date, a birthday; in days since 1970-01-01.
    pub returning: Vec<i64>,
    /// Places that belong to it.
    pub spots: Vec<PlaceId>,
    /// How it hurts this owner. The truth.
    pub grief: Grief,
}

/// The kinds of loss, as `care` has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LossKind {
    /// Somebody died.
    Death,
    /// A pregnancy ended.
    Pregnancy,
    /// A couple parted.
    Separation,
    /// An illness of the owner's or of somebody close.
    Illness,
    /// A fire, an accident, a falling-out.
    Other,
}

impl LossKind {
    /// All of them, in the order of the tables of assumptions.
    pub const ALL: [Self; 5] = [Self::Death, Self::Pregnancy, Self::Separation, Self::Illness, Self::Other];
}

/// How one loss hurts one person.
#[derive(Clone, Debug, PartialEq)]
pub struct Grief {
    /// Years after which it hurts half as much; infinite where time does nothing.
    pub half_life: f64,
    /// How much each [`Way`] means to this person: 0 not at all, about 1 as much as to others.
    pub sense: [f64; 8],
}

impl Life {
    /// The moment of that id.
    pub fn moment(&self, id: MomentId) -> &Moment {
        &self.moments[id.0 as usize]
    }

    /// The photo of that id.
    pub fn photo(&self, id: PhotoId) -> &Photo {
        &self.photos[id.0 as usize]
    }

    /// The person of that id.
    pub fn person(&self, id: PersonId) -> &Person {
        &self.people[id.0 as usize]
    }

    /// The photos of a moment that a memory could pick.
    pub fn photos_of(&self, moment: &Moment) -> &[Photo] {
        &self.photos[moment.photos.clone()]
    }

    /// For how many years it is lived with a program.
    pub fn years_lived(&self) -> f64 {
        (self.last - self.joined + 1) as f64 / 365.25
    }
}
