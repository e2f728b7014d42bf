//! The wishes that hold, listed: for their owner, and for why.

use circle::Viewer;
use jiff::Timestamp;
use jiff::civil::Date;
use memories::{ObservanceId, contents, moments_holding};
use model::{MomentId, PersonId, PhotoId};
use store::{Row, StoreError, Tx, values};

use super::said::meant_by;
use super::{Scope, StandingWish};
use crate::Want;

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

/// Those of the viewer's wishes that hold on `day` and are about a photo: about itself or its burst, its moment, or its day.
pub(crate) fn wishes_about(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    day: Date,
    photo: &library::Photo,
) -> Result<Vec<StandingWish>, StoreError> {
    let mut standing = standing(tx, viewer, day)?;
    let moments = moments_holding(tx, viewer, &[photo.id])?;
    let members = contents(tx, viewer, &moments)?;
    let mut days: Vec<Date> = photo.taken.iter().map(|taken| taken.at.date()).collect();
    for moment in &moments {
        days.extend(memories::moment(tx, viewer, *moment)?.map(|moment| moment.day));
    }
    let own = members.iter().find(|member| member.photo == photo.id);
    let same_burst = |id: PhotoId| members.iter().any(|m| m.photo == id && own.is_some_and(|own| own.burst == m.burst));
    let all: Vec<PhotoId> = members.iter().map(|member| member.photo).chain([photo.id]).collect();
    let meant = meant_by(tx, viewer, day, &all)?;
    standing.retain(|wish| {
        let means = |test: &dyn Fn(PhotoId) -> bool| meant.iter().any(|(id, of)| *of == wish.id && test(*id));
        match wish.scope {
            Scope::Photo(id) => id == photo.id || same_burst(id) || means(&|id| id == photo.id || same_burst(id)),
            Scope::Moment(id) => moments.contains(&id) || means(&|_| true),
            Scope::Day(on) => days.contains(&on) || means(&|id| id == photo.id),
            Scope::Birthday(_) | Scope::Observance(_) => false,
        }
    });
    standing.sort_by_key(|wish| match wish.scope {
        Scope::Photo(_) => 0,
        Scope::Moment(_) => 1,
        Scope::Day(_) | Scope::Birthday(_) | Scope::Observance(_) => 2,
    });
    Ok(standing)
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
