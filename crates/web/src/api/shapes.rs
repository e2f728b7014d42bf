//! The shapes that many answers share. They are made of what care cleared, and are written out at once.

use axum::Json;
use axum::extract::{FromRequest, Request};
use care::{Cleared, MediaKind, Moment, Photo, Story};
use jiff::civil::Date;
use serde::Serialize;
use serde::de::DeserializeOwned;
use utoipa::ToSchema;

use crate::House;
use crate::trouble::Trouble;
use crate::words::Words;

/// One photo or video.
#[derive(Serialize, ToSchema)]
#[schema(as = Photo)]
pub(crate) struct PhotoJson {
    /// Its number.
    id: i64,
    /// `picture` or `video`.
    kind: &'static str,
    /// When it was taken, if anything tells.
    taken: Option<TakenJson>,
    /// Where it was taken.
    place: Option<PlaceJson>,
    /// Who is in it.
    people: Vec<PersonJson>,
    /// Its title.
    title: Option<String>,
    /// Its caption.
    caption: Option<String>,
    /// The camera, as people say it.
    camera: Option<String>,
    /// Whether its owner marked it.
    favourite: bool,
    /// Whether its owner hid it: it never returns by itself.
    hidden: bool,
    /// Whether every file that held it is gone.
    missing: bool,
    /// Length of a video, in milliseconds.
    duration_ms: Option<u64>,
    /// Its pictures; none when it cannot be shown.
    pictures: Option<PicturesJson>,
    /// The photo in a few words, for those who do not see it.
    words: String,
}

/// When a photo was taken.
#[derive(Serialize, ToSchema)]
#[schema(as = Taken)]
pub(crate) struct TakenJson {
    /// The local time of the one who was there, such as `2019-05-04T16:30:00`. Parts that are not known are the first there are.
    #[schema(example = "2019-05-04T16:30:00")]
    at: String,
    /// How much of it is known: `time`, `day`, `month`, `year` or `about_year`.
    precision: &'static str,
    /// How it is known: `owner`, `camera`, `gps`, `sidecar`, `file_name`, `doubtful_clock`, `scan` or `file_time`.
    confidence: &'static str,
    /// The UTC offset there and then in minutes, east positive, if known.
    offset_minutes: Option<i32>,
    /// Whether this date can bring the photo back on its anniversary.
    makes_anniversary: bool,
    /// The date in words.
    words: String,
}

/// A place.
#[derive(Serialize, ToSchema)]
#[schema(as = Place)]
pub(crate) struct PlaceJson {
    /// Town or suburb; may be empty.
    town: String,
    /// State, province or region; may be empty.
    region: String,
    /// ISO 3166-1 alpha-2 code of the country; may be empty.
    country: String,
    /// The place in words.
    words: String,
}

/// Somebody in a photo.
#[derive(Serialize, ToSchema)]
#[schema(as = PersonInPhoto)]
pub(crate) struct PersonJson {
    /// Their number.
    id: i64,
    /// Their name.
    name: String,
}

/// The addresses of a photo's pictures. Each request for one asks anew whether it may be shown.
#[derive(Serialize, ToSchema)]
#[schema(as = Pictures)]
pub(crate) struct PicturesJson {
    /// A small one, 480 pixels on its longer side.
    #[schema(example = "/photo/7/small.jpg")]
    small: String,
    /// A large one, 1,600 pixels on its longer side.
    #[schema(example = "/photo/7/large.jpg")]
    large: String,
    /// Width of the large one.
    width: u32,
    /// Height of the large one.
    height: u32,
}

/// A moment whole.
#[derive(Serialize, ToSchema)]
#[schema(as = Moment)]
pub(crate) struct MomentJson {
    /// Its number.
    id: i64,
    /// The day it began.
    day: Date,
    /// When its first photo was taken, in local time.
    begins: String,
    /// When its last photo was taken, in local time.
    ends: String,
    /// Where most of it was.
    place: Option<PlaceJson>,
    /// Its photos that may be shown, in order of time.
    photos: Vec<PhotoJson>,
}

impl PhotoJson {
    pub(crate) fn of(photo: &Cleared<Photo>, words: Words) -> Self {
        Self {
            id: photo.id.0,
            kind: match photo.kind() {
                MediaKind::Picture => "picture",
                MediaKind::Video => "video",
            },
            taken: photo.taken.as_ref().map(|taken| TakenJson::of(taken, words)),
            place: photo.place.as_ref().map(|place| PlaceJson::of(place, words)),
            people: photo.people.iter().map(|(id, name)| PersonJson { id: id.0, name: name.clone() }).collect(),
            title: photo.title.clone(),
            caption: photo.caption.clone(),
            camera: photo.camera.clone(),
            favourite: photo.favourite,
            hidden: photo.hidden,
            missing: photo.missing,
            duration_ms: photo.duration_ms,
            pictures: photo.shown_size.map(|(width, height)| PicturesJson {
                small: format!("/photo/{}/small.jpg", photo.id),
                large: format!("/photo/{}/large.jpg", photo.id),
                width,
                height,
            }),
            words: words.alternative(photo),
        }
    }
}

impl TakenJson {
    fn of(taken: &model::Taken, words: Words) -> Self {
        Self {
            at: taken.at.to_string(),
            precision: taken.precision.name(),
            confidence: taken.confidence.name(),
            offset_minutes: taken.offset.map(model::UtcOffset::minutes),
            makes_anniversary: taken.makes_anniversary(),
            words: words.when(taken),
        }
    }
}

impl PlaceJson {
    fn of(place: &model::Place, words: Words) -> Self {
        let model::Place { town, region, country } = place.clone();
        Self { town, region, country, words: words.place(place) }
    }
}

impl MomentJson {
    pub(crate) fn of(story: &Cleared<Story>, words: Words) -> Self {
        let Moment { id, day, begins, ends, place, .. } = &story.moment;
        Self {
            id: id.0,
            day: *day,
            begins: begins.to_string(),
            ends: ends.to_string(),
            place: place.as_ref().map(|place| PlaceJson::of(place, words)),
            photos: story.photos.iter().map(|photo| PhotoJson::of(photo, words)).collect(),
        }
    }
}

/// A JSON body, or a problem that says so.
pub(crate) struct Body<T>(pub(crate) T);

impl<T: DeserializeOwned + Send> FromRequest<House> for Body<T> {
    type Rejection = Trouble;

    async fn from_request(request: Request, house: &House) -> Result<Self, Trouble> {
        let body = Json::<T>::from_request(request, house).await;
        body.map(|Json(body)| Self(body)).map_err(|_| Trouble::Misused("api-body"))
    }
}
