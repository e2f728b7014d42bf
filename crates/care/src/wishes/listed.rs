//! The wishes that hold, listed: for their owner, and for why.

use circle::Viewer;
use jiff::Timestamp;
use jiff::civil::Date;
use memories::{Member, ObservanceId, same_picture};
use model::{MomentId, PersonId, PhotoId};
use store::{Row, StoreError, Tx, values};

use super::said::meant_by;
use super::{Scope, StandingWish};
use crate::Want;
use crate::evidence::Evidence;
use crate::weighing::Heard;

/// This viewer's wishes that hold on `day`, the latest first.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn standing(tx: &mut Tx<'_>, viewer: Viewer, day: Date) -> Result<Vec<StandingWish>, StoreError> {
    let sql =
        "SELECT w.id, w.scope, w.target, w.until_day, w.made_ms, p.taken_ms, p.taken_precision, m.day, w.wish FROM wishes w
               LEFT JOIN photos p ON p.library = w.library AND p.id = w.target AND w.scope = 'photo'
               LEFT JOIN moments m ON m.library = w.library AND m.id = w.target AND w.scope = 'moment'
               WHERE w.library = ?1 AND w.person = ?2 AND w.lifted_ms IS NULL
                     AND (w.until_day IS NULL OR w.until_day > ?3)
               ORDER BY w.made_ms DESC, w.id DESC";
    let wishes = tx.all(sql, values![viewer.library(), viewer.person(), model::day_number(day)], read)?;
    Ok(wishes.into_iter().flatten().collect())
}

/// Those of the viewer's wishes that hold on `day` and are about any of some photos, which were weighed: about itself or its burst, its
/// moment or what it belongs to, or its day.
pub(crate) fn wishes_about(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    day: Date,
    heard: &Heard,
    photos: &[&Evidence],
) -> Result<Vec<StandingWish>, StoreError> {
    let mut standing = standing(tx, viewer, day)?;
    if standing.is_empty() {
        return Ok(standing);
    }
    let around: Vec<&Evidence> = heard.asked.iter().chain(&heard.around).collect();
    let ids: Vec<PhotoId> = around.iter().map(|one| one.photo).collect();
    let meant = meant_by(tx, viewer, day, &ids)?;
    standing.retain(|wish| {
        let means = |one: &Evidence| meant.iter().any(|(id, of)| *of == wish.id && *id == one.photo);
        photos.iter().any(|own| match wish.scope {
            Scope::Photo(id) => {
                around.iter().any(|one| (one.photo == id || means(one)) && is_one_picture(own, one, &heard.members))
            }
            Scope::Moment(id) => {
                own.moment.iter().chain(&own.belongs_to).any(|moment| *moment == id)
                    || around.iter().any(|one| means(one) && belong_together(own, one))
            }
            Scope::Day(on) => {
                let on = model::day_number(on);
                let began = |moment: &MomentId| {
                    let days = heard.members.iter().filter(|member| member.moment == *moment).map(|member| member.day);
                    days.min() == Some(on)
                };
                own.exact_days().any(|day| day == on)
                    || own.moment.iter().chain(&own.belongs_to).any(began)
                    || means(own)
            }
            Scope::Birthday(_) | Scope::Observance(_) => false,
        })
    });
    standing.sort_by_key(|wish| match wish.scope {
        Scope::Photo(_) => 0,
        Scope::Moment(_) => 1,
        Scope::Day(_) | Scope::Birthday(_) | Scope::Observance(_) => 2,
    });
    Ok(standing)
}

fn belong_together(own: &Evidence, other: &Evidence) -> bool {
    own.together().any(|shared| other.together().any(|of| of == shared))
}

/// Whether both are one picture to the eye: the same photo, of one burst, or alike where one of them is in no moment.
pub(super) fn is_one_picture(own: &Evidence, other: &Evidence, members: &[Member]) -> bool {
    let burst = |one: &Evidence| members.iter().find(|m| m.photo == one.photo).map(|m| (m.moment, m.burst));
    let looks = || own.likeness.zip(other.likeness);
    let times = || own.times().flat_map(|at| other.times().map(move |of| (at, of)));
    let alike = || looks().is_some_and(|(x, y)| times().any(|(a, b)| same_picture((a, x), (b, y))));
    own.photo == other.photo
        || (burst(own).is_some() && burst(own) == burst(other))
        || (own.moment != other.moment && belong_together(own, other) && alike())
        || (own.moment.is_none() && belong_together(own, other) && alike())
}

/// Nothing for a day that the calendar no longer has.
fn read(row: &Row<'_>) -> Result<Option<StandingWish>, StoreError> {
    let strange = || StoreError::Unexpected("a wish of an unknown form".to_owned());
    let target: i64 = row.get(2)?;
    let scope = match row.get::<String>(1)?.as_str() {
        "photo" => Scope::Photo(PhotoId(target)),
        "moment" => Scope::Moment(MomentId(target)),
        "birthday" => Scope::Birthday(PersonId(target)),
        "day" => Scope::Day(model::day_from_number(target).ok_or_else(strange)?),
        "observance" => match ObservanceId::numbered(target) {
            Some(id) => Scope::Observance(id),
            None => return Ok(None),
        },
        _ => return Err(strange()),
    };
    let until = row.get::<Option<i64>>(3)?.map(|day| model::day_from_number(day).ok_or_else(strange)).transpose()?;
    let made = Timestamp::from_millisecond(row.get(4)?).map_err(|_| strange())?;
    let known = row.get::<Option<String>>(6)?.is_some_and(|precision| precision == "time" || precision == "day");
    let taken = row.get::<Option<i64>>(5)?.filter(|_| known).and_then(model::moment_of).map(|at| at.date());
    let of = taken.or(row.get::<Option<i64>>(7)?.and_then(model::day_from_number));
    let want = Want::from_name(&row.get::<String>(8)?).ok_or_else(strange)?;
    Ok(Some(StandingWish { id: row.get(0)?, want, scope, of, until, made }))
}
