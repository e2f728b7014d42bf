//! Commands that show or change what is kept are made of visits, like the pages: for one viewer, on that viewer's day.

use std::sync::Arc;

use care::{CareError, Change, Seal, Session, Visit, Visits, Who};
use circle::Account;
use jiff::Zoned;

use crate::cli::PlaceArgs;
use crate::failure::Failure;
use crate::house::{House, now};

/// Somebody at the machine, as whom a command looks.
pub(crate) struct Visitor {
    visits: Visits,
    who: Who,
}

impl Visitor {
    /// Comes in by the account of that name. Without a name by the only account there is, or as the owner where nobody has set one up.
    ///
    /// # Errors
    /// Where there is no such account, and where several sign in and none was named: care is each one's own.
    pub(crate) fn comes(place: &PlaceArgs, named: Option<&str>) -> Result<Self, Failure> {
        let house = House::visit(place)?;
        let account = match named {
            Some(name) => Some(house.door.account_named(name)?.ok_or_else(|| nobody(name))?),
            None => only(house.door.accounts()?)?,
        };
        let (viewer, now) = match account {
            Some(account) => (account.viewer, now().with_time_zone(account.details.zone)),
            None => (house.owner()?, now()),
        };
        Self::of(&house, Who { viewer, now, session: Session("the machine".to_owned()) })
    }

    /// The owner of a house in which nobody may have an account yet.
    pub(crate) fn owner(house: &House) -> Result<Self, Failure> {
        Self::of(house, Who { viewer: house.owner()?, now: now(), session: Session("the machine".to_owned()) })
    }

    fn of(house: &House, who: Who) -> Result<Self, Failure> {
        let seal = Seal::new().map_err(|error| {
            Failure::new(format!("this system gives no random numbers: {error}"), "Nothing can be shown without them.")
        })?;
        Ok(Self { visits: Visits::new(Arc::clone(&house.store), Arc::clone(&house.blobs), Arc::new(seal)), who })
    }

    /// The time of the visit, in the zone of its account.
    pub(crate) fn now(&self) -> &Zoned {
        &self.who.now
    }

    /// The day on which they look.
    pub(crate) fn today(&self) -> jiff::civil::Date {
        self.who.today()
    }

    /// Looks. All of it is of one state of the house.
    pub(crate) fn look<T, E: From<CareError>>(
        &self,
        work: impl FnOnce(&mut Visit<'_, '_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.visits.look(&self.who, work)
    }

    /// Changes something. All of it is kept, or nothing is.
    pub(crate) fn change<T, E: From<CareError>>(
        &self,
        work: impl FnOnce(&mut Change<'_, '_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.visits.change(&self.who, work)
    }
}

/// The one account there is, if there is one.
fn only(accounts: Vec<Account>) -> Result<Option<Account>, Failure> {
    let names: Vec<String> = accounts.iter().map(|account| account.details.name.clone()).collect();
    let mut accounts = accounts.into_iter();
    match (accounts.next(), accounts.next()) {
        (only, None) => Ok(only),
        _ => Err(Failure::new(
            format!("several people sign in here ({}), and each has their own care", names.join(", ")),
            "Say whose with --as NAME.",
        )),
    }
}

fn nobody(name: &str) -> Failure {
    Failure::new(format!("nobody signs in by the name {name}"), "`perennial account list` lists all names.")
}
