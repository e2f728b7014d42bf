//! Who stands at the door of a test house.

use std::net::Ipv4Addr;
use std::sync::{Arc, LazyLock};

use circle::{Account, Caller, Details, Device, Door, Opened, Password, PasswordHash};
use jiff::tz::TimeZone;
use model::{LibraryId, PersonId};
use store::{StoreError, Tx, values};

use crate::{House, now};

/// The name that the owner of a test house signs in by.
pub const NAME: &str = "Elin";
/// Their password.
pub const PASSWORD: &str = "an old red bicycle";

/// Hashed once: it takes its time, on purpose.
static HASH: LazyLock<PasswordHash> = LazyLock::new(|| Password::new(PASSWORD).unwrap().hash().unwrap());

impl House {
    /// The door of this house.
    pub fn door(&self) -> Door {
        Door::new(Arc::clone(&self.store))
    }

    /// The owner's account, made if it is not there.
    pub fn account(&self) -> Account {
        let owner = self.owner();
        let zone = TimeZone::get("America/Los_Angeles").unwrap();
        let details = Details { name: NAME.to_owned(), language: None, zone, countries: Vec::new() };
        let made = self.door().make_first_account(owner, &details, &HASH, now().timestamp()).unwrap();
        made.unwrap_or_else(|| self.door().account_of(owner).unwrap().unwrap())
    }

    /// The owner signs in, on a phone.
    pub fn sign_in(&self) -> Opened {
        self.open_for(self.account())
    }

    /// Somebody else signs in, who owns another library under the same roof.
    pub fn sign_in_other_owner(&self) -> Opened {
        let other = self.account_beside("Maren", LibraryId(2), PersonId(0), |tx| {
            let library = "INSERT INTO libraries (library, owner, added_ms) VALUES (2, 0, 0) ON CONFLICT DO NOTHING";
            tx.execute(library, &[])?;
            // No number of theirs is one of the owner's.
            tx.take_numbers(LibraryId(2), "session", 1_000).map(drop)
        });
        self.answers_first(LibraryId(2), PersonId(0), "said");
        self.open_for(other)
    }

    /// Somebody else signs in, who sees the same library.
    pub fn sign_in_partner(&self) -> Opened {
        let library = self.account().viewer.library();
        self.open_for(self.account_beside("Tomas", library, PersonId(7_777), |_| Ok(())))
    }

    /// An account of that name, like the owner's in all else, made if it is not there.
    fn account_beside(
        &self,
        name: &str,
        library: LibraryId,
        person: PersonId,
        first: impl Fn(&mut Tx<'_>) -> Result<(), StoreError>,
    ) -> Account {
        let owner = self.account();
        let handle = name.as_bytes().repeat(4)[..16].to_vec();
        let made = self.store.write(|tx| {
            first(tx)?;
            let account = "INSERT INTO accounts
                    (library, id, person, name, name_key, password, handle, language, zone, countries, made_ms)
                SELECT ?2, 77, ?3, ?4, ?5, password, ?6, language, zone, countries, made_ms
                FROM accounts WHERE library = ?1 AND person = ?7 ON CONFLICT DO NOTHING";
            let (library_of, of) = (owner.viewer.library(), owner.viewer.person());
            tx.execute(account, values![library_of, library, person, name, name.to_lowercase(), handle, of])
        });
        made.map_err(|e: StoreError| e).unwrap();
        self.door().account_named(name).unwrap().unwrap()
    }

    fn open_for(&self, account: Account) -> Opened {
        let phone = Device::of("Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0");
        let (caller, now) = (Caller::at(Ipv4Addr::LOCALHOST.into(), phone), now().timestamp());
        // By a link that was printed: no password is looked at, which takes its time.
        let code = self.door().make_once_code(&account, now).unwrap();
        self.door().open_by_once_code(&code.spelled(), &caller, now).unwrap().unwrap()
    }
}
