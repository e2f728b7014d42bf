//! Who they are. All names are invented.

use jiff::civil::Date;

use crate::Plan;
use crate::plan::{days_after, on};

/// The family and those around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Family {
    /// Everybody with a name, the owner of the photos first.
    pub people: Vec<Person>,
    /// The child they lost.
    pub loss: Loss,
    /// The dog's name; it is older than the first of the pictures.
    pub dog: String,
}

/// Somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Which of them.
    pub who: Who,
    /// First and last name, as written in the pictures.
    pub name: String,
    /// Day of birth.
    pub born: Date,
    /// Day of death.
    pub died: Option<Date>,
    /// What they are to the owner.
    pub relation: Relation,
}

/// Which of the people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Who {
    Mother,
    Father,
    Daughter,
    Son,
    Grandmother,
    Priya,
    Joanna,
    Sam,
}

/// What somebody is to the owner of the photos.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Relation {
    Owner,
    Husband,
    Daughter,
    Son,
    Mother,
    Friend,
}

/// The loss: a son, at twenty weeks. His name is in no picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// What they call him.
    pub name: String,
    /// The night it happened: 28 September, six years before the plan's year.
    pub date: Date,
    /// When he would have been due.
    pub due: Date,
    /// When they knew that he was coming: the first picture of those months is not earlier.
    pub since: Date,
    /// Weeks of pregnancy.
    pub weeks: u8,
}

impl Family {
    /// That person.
    pub fn person(&self, who: Who) -> &Person {
        let at = self.people.iter().position(|person| person.who == who);
        &self.people[at.unwrap_or_default()]
    }

    /// Whether somebody was living on that day.
    pub fn living(&self, who: Who, day: Date) -> bool {
        let person = self.person(who);
        person.born <= day && person.died.is_none_or(|died| day < died)
    }

    /// Somebody's age on a day, in years and parts of a year.
    pub fn age(&self, who: Who, day: Date) -> f32 {
        let born = self.person(who).born;
        (days_between(born, day) as f32 / 365.25).max(0.0)
    }
}

/// Who they are, for a plan: dates depend on its day.
pub fn family(plan: &Plan) -> Family {
    let year = plan.today.year();
    let person = |who, name: &str, born, relation| Person { who, name: name.to_owned(), born, died: None, relation };
    let mut people = vec![
        person(Who::Mother, "Elin Marsh", on(year - 38, 4, 17), Relation::Owner),
        person(Who::Father, "Tomas Marsh", on(year - 40, 11, 2), Relation::Husband),
        person(Who::Daughter, "Ada Marsh", daughters_birthday(plan), Relation::Daughter),
        person(Who::Son, "Finn Marsh", on(year - 9, 6, 3), Relation::Son),
        person(Who::Grandmother, "Ruth Adler", on(year - 71, 1, 22), Relation::Mother),
        person(Who::Priya, "Priya Nair", on(year - 37, 8, 30), Relation::Friend),
        person(Who::Joanna, "Joanna Bell", on(year - 39, 12, 12), Relation::Friend),
        person(Who::Sam, "Sam Okafor", on(year - 41, 5, 6), Relation::Friend),
    ];
    people[4].died = Some(on(year - 3, 3, 9));
    let date = on(year - 6, 9, 28);
    let loss =
        Loss { name: "Emil".to_owned(), date, due: days_after(date, 140), since: days_after(date, -105), weeks: 20 };
    Family { people, loss, dog: "Biscuit".to_owned() }
}

/// On the plan's day, eleven years back; around the day of the loss, two days aside.
fn daughters_birthday(plan: &Plan) -> Date {
    let day = plan.years_ago(11);
    let tender = |date: Date| date.month() == 9 && (27..=29).contains(&date.day());
    [0, 2, -2].into_iter().map(|aside| days_after(day, aside)).find(|date| !tender(*date)).unwrap_or(day)
}

/// Days from one date to another.
pub(crate) fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
