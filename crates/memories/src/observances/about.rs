//! Whom or what a day is about.

use serde::Deserialize;

/// Whom or what a day is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// Mothers.
    Mothers,
    /// Fathers.
    Fathers,
    /// Mothers and fathers.
    Parents,
    /// Grandmothers and grandfathers.
    Grandparents,
    /// Grandmothers.
    Grandmothers,
    /// Grandfathers.
    Grandfathers,
    /// Sons and daughters, and children as such.
    Children,
    /// Sons.
    Sons,
    /// Daughters.
    Daughters,
    /// Brothers and sisters.
    Siblings,
    /// Sisters.
    Sisters,
    /// Brothers.
    Brothers,
    /// The family as such.
    Families,
    /// Two who love one another.
    Couples,
    /// Friends.
    Friends,
    /// Women, the world over: no one person.
    Women,
    /// Men, the world over: no one person.
    Men,
    /// The dead.
    Dead,
    /// Children lost before, at or soon after birth.
    BabyLoss,
    /// Parents whose child died.
    BereavedParents,
    /// Others who mourn: widows, those left by a suicide.
    Bereaved,
    /// A feast of a faith, a people or a season.
    Feast,
}
