//! A random library whose photos each have marks of their own, what its owner says of it, and what they may read of that again.

use care::{Chosen, FirstWords, HowLong, Kind, Loss, Part, PartOf, Plan, Scope, Want, Wish};
use data_encoding::BASE64;
use jiff::civil::{Date, DateTime, date};
use media::Renditions;
use model::{LossId, OfferId, PersonId, PhotoId};
use proptest::prelude::*;
use testkit::{House, now, snap};

use crate::reading::{CameIn, Reading, reading_of};
use crate::site::Site;

/// The times at which photos were taken.
pub(crate) const DAYS: [DateTime; 4] = [
    date(2018, 9, 28).at(10, 0, 0, 0),
    date(2019, 9, 28).at(15, 0, 0, 0),
    date(2019, 9, 28).at(15, 20, 0, 0),
    date(2020, 2, 3).at(10, 0, 0, 0),
];
const TENDER: &str = "hospital";

#[derive(Clone, Debug)]
pub(crate) struct Random {
    /// By the index of a time.
    pub(crate) photos: Vec<usize>,
    /// What is wanted for what kind of thing, by the index of a photo.
    pub(crate) wishes: Vec<(u8, u8, usize)>,
    /// Losses of a day, of whom a photo shows.
    pub(crate) losses: Vec<(u8, usize)>,
    /// Photos with a tender word.
    pub(crate) tender: Vec<usize>,
    /// A photo whose day somebody else lost something on, which they offer.
    pub(crate) offered: Option<usize>,
}

pub(crate) fn random() -> impl Strategy<Value = Random> {
    let wishes = prop::collection::vec((0_u8..3, 0_u8..3, any::<usize>()), 1..4);
    let losses = prop::collection::vec((0_u8..4, any::<usize>()), 0..2);
    let photos = prop::collection::vec(0..DAYS.len(), 2..7);
    let tender = prop::collection::vec(any::<usize>(), 0..2);
    (photos, wishes, losses, tender, prop::option::weighted(0.3, any::<usize>()))
        .prop_map(|(photos, wishes, losses, tender, offered)| Random { photos, wishes, losses, tender, offered })
}

impl Random {
    /// Something of each kind: seen, asked about, put away, lost, tender and offered.
    pub(crate) fn with_all_there_is() -> Self {
        let (photos, wishes) = (vec![0, 1, 1, 3, 2], vec![(0, 0, 0), (1, 0, 1)]);
        Self { photos, wishes, losses: vec![(3, 4)], tender: vec![3], offered: Some(3) }
    }

    fn at(&self, photo: usize) -> DateTime {
        DAYS[self.photos[photo % self.photos.len()]]
    }
}

/// What tells of a photo, and of no other.
pub(crate) fn marks(number: usize) -> [String; 5] {
    ["Caption", "Keyword", "Somebody", "Townlet", "filename"].map(|word| format!("{word}x{number}x"))
}

/// The bytes of a photo's renditions.
pub(crate) fn jpeg_of(photo: PhotoId) -> String {
    format!("jpegx{photo}x")
}

/// A photo's thumbhash, as pages write it.
pub(crate) fn hash_of(photo: PhotoId) -> String {
    BASE64.encode(format!("hashx{photo}x").as_bytes())
}

fn came_in(random: &Random, at: usize) -> testkit::Snap {
    let [caption, keyword, person, town, file] = marks(at);
    let mut snap = snap(&format!("{file}.jpg"), &random.at(at).to_string()).of(&[person.as_str()]).at(
        &town,
        40.0 + at as f64,
        -3.0,
    );
    let tender = random.tender.iter().any(|other| other % random.photos.len() == at);
    snap.facts.caption = Some(if tender { format!("{caption} {TENDER}") } else { caption });
    snap.facts.keywords = vec![keyword];
    (snap.facts.make, snap.facts.model) = (Some("Canon".to_owned()), Some("Canon EOS 70D".to_owned()));
    snap
}

/// A site over a random library.
pub(crate) fn keep(house: House, random: &Random) -> (Site, Vec<PhotoId>) {
    let owner = house.owner();
    let kept = house.store.write(|tx| {
        let mut ids = Vec::new();
        for at in 0..random.photos.len() {
            let snap = came_in(random, at);
            // Photos are numbered as they come in.
            let thumbhash = format!("hashx{}x", at + 1).into_bytes();
            let size = (1600, 1200);
            let (small, large, likeness) = (Vec::new(), Vec::new(), snap.likeness);
            let shown = Ok(library::Shown::from(&Renditions { small, large, size, thumbhash, likeness }));
            let photo = library::NewPhoto { shown, ..snap.photo() };
            ids.push(library::keep(tx, owner.library(), &photo, now().timestamp())?);
        }
        memories::settle(tx, owner)?;
        Ok::<_, store::StoreError>(ids)
    });
    let (ids, site) = (kept.unwrap(), Site::over_empty(house));
    for (at, id) in ids.iter().enumerate() {
        assert_eq!(id.0, at as i64 + 1, "photos are numbered as they come in");
        let photo = site.house.store.read(|tx| library::photo(tx, owner, *id)).unwrap().unwrap();
        for size in [library::Size::Small, library::Size::Large] {
            site.house.blobs.put(&photo.rendition(size), jpeg_of(*id).into_bytes()).unwrap();
        }
    }
    (site, ids)
}

/// What was said of a library, and what comes of it.
pub(crate) struct Said {
    pub(crate) reading: Reading,
    pub(crate) losses: Vec<i64>,
    pub(crate) offers: Vec<i64>,
    /// What was offered.
    theirs: Vec<Loss>,
    /// Days that were named, or that a wish was about.
    days: Vec<Date>,
    /// The numbers of wishes, with what each is about.
    wishes: Vec<(i64, Scope)>,
}

impl Said {
    /// The losses of which an address tells whole: its own, or for pages that name them all, every one.
    fn losses_at(&self, address: &str) -> Vec<&Loss> {
        let number =
            |path: &str| address.split('?').next().unwrap().strip_prefix(path).and_then(|id| id.parse::<i64>().ok());
        let at = |ids: &[i64], id: i64| ids.iter().position(|other| *other == id);
        match (number("/care/losses/"), number("/care/offers/")) {
            (Some(id), _) => at(&self.losses, id).map(|at| &self.reading.losses[at]).into_iter().collect(),
            (_, Some(id)) => at(&self.offers, id).map(|at| &self.theirs[at]).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// Whether its owner named somebody who is in a photo, and reads that there.
    pub(crate) fn is_of_a_loss_told_at(&self, address: &str, photo: usize) -> bool {
        let people = &self.reading.photos[photo].people;
        let named = |loss: &&Loss| people.iter().any(|person| loss.people.contains(person));
        let listed = ["/care", "/care/log"].contains(&address) && self.reading.losses.iter().any(|loss| named(&loss));
        listed || self.losses_at(address).iter().any(named)
    }

    /// Whether a photo was put away by the wish that an address offers more of: its owner is told who is in it, to choose.
    pub(crate) fn is_put_away_by_the_wish_at(&self, address: &str, photo: usize) -> bool {
        let path = address.split('?').next().unwrap().strip_prefix("/keep-away/");
        let Some(id) = path.and_then(|rest| rest.strip_suffix("/more")?.parse::<i64>().ok()) else { return false };
        let (known, photos) = (&self.reading.photos[photo], &self.reading.photos);
        let of = |id: PhotoId| photos.iter().any(|other| other.photo == id && other.moment == known.moment);
        self.wishes.iter().filter(|(wish, _)| *wish == id).any(|(_, scope)| match scope {
            Scope::Photo(id) => of(*id),
            Scope::Moment(id) => known.moment == *id,
            _ => false,
        })
    }

    /// Whether a photo falls in the reach of the loss that an address is about: it tells which days and which towns do.
    pub(crate) fn is_reached_by_the_loss_at(&self, address: &str, photo: usize) -> bool {
        self.losses_at(address).iter().any(|loss| {
            let parts = 0..loss.parts.len();
            let photo = self.reading.photos[photo].photo;
            parts.into_iter().any(|part| self.reading.reached(loss, part).iter().any(|known| known.photo == photo))
        })
    }

    /// Whether an address may tell of a day on which nothing may be seen: its owner named it, or said something of a photo of that
    /// day, or it falls in the reach of the loss that the address is about.
    pub(crate) fn may_be_read(&self, address: &str, day: Date) -> bool {
        let of_day = |photo: &usize| self.reading.photos[*photo].day == day;
        let reached = |photo: usize| self.is_reached_by_the_loss_at(address, photo);
        self.days.contains(&day) || (0..self.reading.photos.len()).filter(of_day).any(reached)
    }
}

/// Says what the owner of a random library says, and reads what it means.
pub(crate) fn say(site: &Site, random: &Random, ids: &[PhotoId]) -> Said {
    let came = (0..ids.len()).map(|at| {
        let snap = came_in(random, at);
        let [_, keyword, person, ..] = marks(at);
        let caption = snap.facts.caption.unwrap();
        let words = caption.split(' ').chain([keyword.as_str()]).map(str::to_owned).collect();
        CameIn { at: random.at(at), person, position: snap.facts.position, words, look: snap.likeness }
    });
    let reading = reading_of(&site.house, ids, came.collect(), &[TENDER]);
    let nothing = (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (losses, offers, theirs, days, wishes) = nothing;
    let mut said = Said { reading, losses, offers, theirs, days, wishes };
    for (want, kind, at) in &random.wishes {
        let known = &said.reading.photos[at % ids.len()];
        let scope = [Scope::Photo(known.photo), Scope::Moment(known.moment), Scope::Day(known.day)][usize::from(*kind)];
        let want = [Want::KeepAway, Want::AskFirst, Want::Welcome][usize::from(*want)];
        let wish = Wish { scope, how_long: HowLong::Never };
        let today = now().date();
        let made = site.change(|change| change.wish_for(want, wish, today));
        let made = made.map_err(|error: care::CareError| error).unwrap();
        said.wishes.extend(made.map(|made| (made.0, scope)));
        said.days.push(known.day);
        said.reading.wishes.push((want, wish, today));
    }
    for (part, at) in &random.losses {
        let known = &said.reading.photos[at % ids.len()];
        let loss = lost(*part, known.photo, known.day, known.people.clone());
        let id: LossId = site.change(|change| change.add_loss(loss.clone())).unwrap();
        said.days.push(known.day);
        said.losses.push(id.0);
        said.reading.losses.push(loss);
    }
    if let Some(at) = random.offered {
        let known = &said.reading.photos[at % ids.len()];
        let loss = lost(1, known.photo, known.day, known.people.clone());
        said.offers.push(offer(site, &loss).0);
        said.days.push(known.day);
        // What is offered is offered with the parts that are proposed for one of its own.
        let parts = Loss::proposed(Kind::Other, loss.days[0].date.unwrap(), &FirstWords::default()).parts;
        said.theirs.push(Loss { parts, ..loss });
    }
    said
}

/// A loss with one part, which says how far it reaches.
fn lost(part: u8, photo: PhotoId, day: Date, people: Vec<PersonId>) -> Loss {
    let mut loss = Loss::proposed(Kind::Other, day, &FirstWords { people, ..FirstWords::default() });
    loss.days.iter_mut().for_each(|day| day.plan = Plan::AsUsual);
    let around = PartOf::Periods { before: 0, after: 0 };
    let of = [PartOf::People, PartOf::SameMoment, around, PartOf::Chosen][usize::from(part)];
    let want = if of == PartOf::Chosen { Want::KeepAway } else { Want::AskFirst };
    loss.parts = vec![Part { of, want, until: None, then: None }];
    if of == PartOf::Chosen {
        loss.taken_in = vec![Chosen::Photo(photo)];
    }
    loss
}

/// Somebody else who sees the same library keeps a loss, and offers it to its owner.
fn offer(site: &Site, loss: &Loss) -> OfferId {
    let theirs = care::Who { viewer: site.house.sign_in_partner().account.viewer, ..site.who() };
    let owner = site.house.owner().person();
    let kept: Result<LossId, care::LossError> = site.visits.change(&theirs, |change| change.add_loss(loss.clone()));
    let offered: Result<_, care::CareError> =
        site.visits.change(&theirs, |change| change.offer_loss(kept.unwrap(), owner));
    offered.unwrap().unwrap()
}
