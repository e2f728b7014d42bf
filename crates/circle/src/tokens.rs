//! Tokens: keys to the API that somebody makes for a program. Never wider than their maker.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use model::TokenId;
use store::{StoreError, Tx, values};

use crate::accounts::{self, Account};
use crate::secrets::Key;
use crate::{CircleError, Door, Viewer};

/// Something that a token may be good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Looking at what its maker sees.
    Read,
    /// Changing what its maker may change.
    Write,
    /// Bringing photos in.
    Import,
    /// What its maker keeps with care: losses, wishes, the days ahead and why. With another scope, for looking or for changing.
    Care,
}

/// A token, as its maker sees it in a list.
#[derive(Clone, Debug)]
pub struct KeptToken {
    /// Its number.
    pub id: TokenId,
    /// What its maker calls it.
    pub name: String,
    /// What it is good for.
    pub scopes: BTreeSet<Scope>,
    /// When it ends, if it does.
    pub until: Option<Timestamp>,
    /// When it was made.
    pub made: Timestamp,
    /// When it was last used, to a few minutes.
    pub used: Option<Timestamp>,
}

/// A program came in by a token.
pub struct ByToken {
    /// Who looks: whoever made the token.
    pub viewer: Viewer,
    /// Their account.
    pub account: Account,
    /// What the token is good for.
    pub scopes: BTreeSet<Scope>,
    /// Whether [`Door::token_used`] should note that it was used.
    pub to_be_noted: bool,
    /// The token.
    pub token: TokenId,
}

/// Tells what is a token of Perennial, to people and to programs that look for lost secrets.
const MARK: &str = "perennial-";
/// "Last used" is kept to so much.
const USED_EVERY: SignedDuration = SignedDuration::from_mins(5);

impl Scope {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Read, Self::Write, Self::Import, Self::Care];

    /// Its name, in the database and in forms.
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Import => "import",
            Self::Care => "care",
        }
    }

    /// The scope by that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.name() == name)
    }
}

impl Door {
    /// Makes a token; answers how it is spelled, which is shown now and never again.
    ///
    /// # Errors
    /// Where the database cannot be asked, or the system gives no random numbers: nothing of it is kept.
    pub fn make_token(
        &self,
        viewer: Viewer,
        name: &str,
        scopes: &BTreeSet<Scope>,
        until: Option<Timestamp>,
        now: Timestamp,
    ) -> Result<(TokenId, String), CircleError> {
        let library = viewer.library();
        let key = Key::fresh(library)?;
        let sql = "INSERT INTO tokens (library, id, account, name, token, scopes, until_ms, made_ms)
                   SELECT library, CAST(?3 AS BIGINT), id, ?4, ?5, ?6, CAST(?7 AS BIGINT), CAST(?8 AS BIGINT)
                   FROM accounts WHERE library = ?1 AND person = ?2";
        let (until, now) = (until.map(Timestamp::as_millisecond), now.as_millisecond());
        let scopes = spelled(&scopes.intersection(&may(viewer)).copied().collect());
        self.store.write(|tx| {
            let id = TokenId(tx.take_numbers(library, "token", 1)?);
            tx.execute(sql, values![library, viewer.person(), id, name, key.kept(), &scopes, until, now])?;
            Ok((id, format!("{MARK}{}", key.spelled())))
        })
    }

    /// Who comes in by a token, and what it is good for. `None` if there is no such token, or its time is over.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn enter_by_token(&self, presented: &str, now: Timestamp) -> Result<Option<ByToken>, CircleError> {
        let Some(key) = presented.strip_prefix(MARK).and_then(Key::read) else { return Ok(None) };
        let sql = format!(
            "SELECT {}, t.id, t.scopes, t.used_ms
             FROM tokens t JOIN accounts a ON a.library = t.library AND a.id = t.account
             WHERE t.library = ?1 AND t.token = ?2 AND (t.until_ms IS NULL OR t.until_ms > ?3)",
            accounts::COLUMNS
        );
        let (at, now) = (accounts::WIDTH, now.as_millisecond());
        self.store.read(|tx| {
            Ok(tx.maybe(&sql, values![key.library(), key.kept(), now], |row| {
                let account = accounts::read(row)?;
                let used: Option<i64> = row.get(at + 2)?;
                let to_be_noted = used.is_none_or(|used| used < now - USED_EVERY.as_millis() as i64);
                // What the maker may do now counts, not what they could when they made it.
                let scopes = read(&row.get::<String>(at + 1)?).intersection(&may(account.viewer)).copied().collect();
                Ok(ByToken { viewer: account.viewer, account, scopes, to_be_noted, token: row.get(at)? })
            })?)
        })
    }

    /// Notes that a token was used.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn token_used(&self, by: &ByToken, now: Timestamp) -> Result<(), CircleError> {
        let sql = "UPDATE tokens SET used_ms = ?3 WHERE library = ?1 AND id = ?2";
        let used = values![by.viewer.library(), by.token, now.as_millisecond()];
        // Where another writes just now, the next request notes it.
        self.store.write_unless_busy(|tx| Ok::<_, CircleError>(tx.execute(sql, used).map(drop)?)).map(drop)
    }

    /// The tokens that somebody made, newest first.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn tokens(&self, viewer: Viewer) -> Result<Vec<KeptToken>, CircleError> {
        let sql = "SELECT t.id, t.name, t.scopes, t.until_ms, t.made_ms, t.used_ms
                   FROM tokens t JOIN accounts a ON a.library = t.library AND a.id = t.account
                   WHERE t.library = ?1 AND a.person = ?2 ORDER BY t.id DESC";
        let time = |ms: i64| Timestamp::from_millisecond(ms).unwrap_or_default();
        self.store.read(|tx| {
            Ok(tx.all(sql, values![viewer.library(), viewer.person()], |row| {
                Ok(KeptToken {
                    id: row.get(0)?,
                    name: row.get(1)?,
                    scopes: read(&row.get::<String>(2)?),
                    until: row.get::<Option<i64>>(3)?.map(time),
                    made: time(row.get(4)?),
                    used: row.get::<Option<i64>>(5)?.map(time),
                })
            })?)
        })
    }

    /// Revokes a token of somebody. `false` if there is none by that number, or it is not theirs.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn revoke_token(&self, viewer: Viewer, token: TokenId) -> Result<bool, CircleError> {
        let sql = "DELETE FROM tokens WHERE library = ?1 AND id = ?3
                   AND account IN (SELECT id FROM accounts WHERE library = ?1 AND person = ?2)";
        let which = values![viewer.library(), viewer.person(), token];
        self.store.write(|tx| Ok(tx.execute(sql, which)? > 0))
    }
}

/// Revokes all tokens of somebody.
pub(crate) fn revoke_all(tx: &mut Tx<'_>, viewer: Viewer) -> Result<(), StoreError> {
    let sql = "DELETE FROM tokens
               WHERE library = ?1 AND account IN (SELECT id FROM accounts WHERE library = ?1 AND person = ?2)";
    tx.execute(sql, values![viewer.library(), viewer.person()])?;
    Ok(())
}

/// What somebody may do at all. An owner may do everything in their own library; other roles will be narrower.
fn may(_viewer: Viewer) -> BTreeSet<Scope> {
    Scope::ALL.into()
}

fn spelled(scopes: &BTreeSet<Scope>) -> String {
    scopes.iter().map(|scope| scope.name()).collect::<Vec<_>>().join(" ")
}

fn read(scopes: &str) -> BTreeSet<Scope> {
    scopes.split_whitespace().filter_map(Scope::named).collect()
}
