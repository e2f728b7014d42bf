//! The days of the calendar that a loss may make hard. They are offered when it is entered, and nothing more.

use circle::Viewer;
use library::Relation;
use memories::{About, Observance, observances};
use store::{StoreError, Tx};

use super::{Kind, Loss};

/// The observances that a loss may make hard days of, for this viewer: those of their countries and of the whole world that are
/// about whom it is about.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub(crate) fn implied_observances(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    loss: &Loss,
) -> Result<Vec<&'static Observance>, StoreError> {
    let countries = circle::countries_of(tx, viewer)?;
    let mut about: Vec<About> = of_kind(loss.kind).to_vec();
    for id in &loss.people {
        let relation = library::person(tx, viewer, *id)?.and_then(|person| person.relation);
        about.extend(relation.map(of_relation).unwrap_or_default());
    }
    let kept = observances().iter().filter(|observance| observance.is_kept_in(&countries));
    Ok(kept.filter(|observance| about.contains(&observance.about)).collect())
}

fn of_kind(kind: Kind) -> &'static [About] {
    match kind {
        Kind::Death => &[About::Dead],
        Kind::PregnancyLoss => {
            &[About::BabyLoss, About::BereavedParents, About::Mothers, About::Fathers, About::Children]
        }
        Kind::Separation => &[About::Couples],
        Kind::Illness | Kind::Animal | Kind::Home | Kind::Other => &[],
    }
}

fn of_relation(relation: Relation) -> &'static [About] {
    match relation {
        Relation::Mother => &[About::Mothers, About::Parents],
        Relation::Father => &[About::Fathers, About::Parents],
        Relation::Parent => &[About::Mothers, About::Fathers, About::Parents],
        Relation::Son => &[About::Sons, About::Children, About::BereavedParents],
        Relation::Daughter => &[About::Daughters, About::Children, About::BereavedParents],
        Relation::Child => &[About::Sons, About::Daughters, About::Children, About::BereavedParents],
        Relation::Sibling | Relation::Sister | Relation::Brother => &[About::Siblings, About::Sisters, About::Brothers],
        Relation::Grandparent | Relation::Grandmother | Relation::Grandfather => {
            &[About::Grandparents, About::Grandmothers, About::Grandfathers]
        }
        Relation::Partner => &[About::Couples],
        _ => &[],
    }
}
