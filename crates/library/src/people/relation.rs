//! What somebody is to the owner.

/// What somebody is to the owner of the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Relation {
    Myself,
    Partner,
    Child,
    Daughter,
    Son,
    Parent,
    Mother,
    Father,
    Sibling,
    Sister,
    Brother,
    Grandparent,
    Grandmother,
    Grandfather,
    Grandchild,
    Granddaughter,
    Grandson,
    Aunt,
    Uncle,
    Cousin,
    Niece,
    Nephew,
    OtherFamily,
    Friend,
    Other,
}

impl Relation {
    /// Every relation, in the order in which it is offered.
    pub const ALL: [Self; 25] = [
        Self::Myself,
        Self::Partner,
        Self::Child,
        Self::Daughter,
        Self::Son,
        Self::Parent,
        Self::Mother,
        Self::Father,
        Self::Sibling,
        Self::Sister,
        Self::Brother,
        Self::Grandparent,
        Self::Grandmother,
        Self::Grandfather,
        Self::Grandchild,
        Self::Granddaughter,
        Self::Grandson,
        Self::Aunt,
        Self::Uncle,
        Self::Cousin,
        Self::Niece,
        Self::Nephew,
        Self::OtherFamily,
        Self::Friend,
        Self::Other,
    ];

    /// The stable name used in the database, in forms and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Myself => "myself",
            Self::Partner => "partner",
            Self::Child => "child",
            Self::Daughter => "daughter",
            Self::Son => "son",
            Self::Parent => "parent",
            Self::Mother => "mother",
            Self::Father => "father",
            Self::Sibling => "sibling",
            Self::Sister => "sister",
            Self::Brother => "brother",
            Self::Grandparent => "grandparent",
            Self::Grandmother => "grandmother",
            Self::Grandfather => "grandfather",
            Self::Grandchild => "grandchild",
            Self::Granddaughter => "granddaughter",
            Self::Grandson => "grandson",
            Self::Aunt => "aunt",
            Self::Uncle => "uncle",
            Self::Cousin => "cousin",
            Self::Niece => "niece",
            Self::Nephew => "nephew",
            Self::OtherFamily => "other_family",
            Self::Friend => "friend",
            Self::Other => "other",
        }
    }

    /// The relation with that stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|relation| relation.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_relation_has_a_name_of_its_own_that_leads_back_to_it() {
        for relation in Relation::ALL {
            assert_eq!(Relation::from_name(relation.name()), Some(relation));
        }
        assert_eq!(Relation::from_name("stranger"), None);
    }
}
