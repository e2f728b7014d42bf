//! Who asks, with what.

pub(crate) mod bodies;
pub(crate) mod table;
pub(crate) mod world;

use circle::Scope;
use web::Enters;

use crate::site::{Answer, Site, session};

/// A request that its owner's own sending of is accepted.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) method: &'static str,
    pub(crate) template: &'static str,
    pub(crate) path: String,
    pub(crate) body: String,
    pub(crate) json: bool,
}

/// Who sends it.
#[derive(Clone, Debug)]
pub(crate) enum Caller {
    Owner,
    Nobody,
    /// The owner, by a session that was ended: its cookie.
    Revoked(String),
    OtherOwner(String),
    /// A program with a token of the owner's that is good for this.
    Token(String, Vec<Scope>),
    /// The owner's browser, led by another site: what it says of that.
    Elsewhere(&'static str, &'static str),
    /// The owner's browser, by another name of this house.
    Named(&'static str),
}

impl Caller {
    /// Everybody but the owner. They are there before anything is asked.
    pub(crate) fn others(site: &Site) -> Vec<Self> {
        let ended = site.house.sign_in();
        assert!(site.house.door().end_session(ended.account.viewer, ended.session).unwrap());
        let mut all = vec![
            Self::Nobody,
            Self::Revoked(session(&ended)),
            Self::OtherOwner(session(&site.house.sign_in_other_owner())),
            Self::Elsewhere("sec-fetch-site", "cross-site"),
            Self::Elsewhere("sec-fetch-site", "same-site"),
            Self::Elsewhere("origin", "http://evil.example"),
            Self::Named("evil.example"),
        ];
        use Scope::{Care, Import, Read, Write};
        for scopes in [&[Read][..], &[Write], &[Import], &[Care, Read], &[Write, Care], &[Read, Write, Import]] {
            let ticked: Vec<String> = scopes.iter().map(|scope| format!("{}=on", scope.name())).collect();
            let made = site.post("/settings/tokens", &format!("name=Frame&{}&days=30", ticked.join("&")));
            let token = made.body.split("<code>").nth(1).unwrap().split('<').next().unwrap();
            all.push(Self::Token(token.to_owned(), scopes.to_vec()));
        }
        all
    }
}

impl Asked {
    /// Sends it.
    pub(crate) fn by(&self, site: &Site, caller: &Caller) -> Answer {
        let kind = if self.json { "application/json" } else { "application/x-www-form-urlencoded" };
        let cookie = match caller {
            Caller::Nobody | Caller::Token(..) => "",
            Caller::OtherOwner(cookie) | Caller::Revoked(cookie) => cookie,
            Caller::Owner | Caller::Elsewhere(..) | Caller::Named(_) => &site.cookie,
        };
        let (header, value) = match caller {
            Caller::Elsewhere(header, value) => (*header, *value),
            _ => ("sec-fetch-site", "same-origin"),
        };
        let bearer = match caller {
            Caller::Token(token, _) => format!("Bearer {token}"),
            _ => String::new(),
        };
        let mut headers = vec![("content-type", kind), ("cookie", cookie), (header, value)];
        if !bearer.is_empty() {
            headers.push(("authorization", &bearer));
        }
        match caller {
            Caller::Named(host) => headers.push(("host", host)),
            // Passkeys are of a name, and not of an address.
            _ if self.template.contains("passkey") => headers.push(("host", "localhost:7878")),
            _ => {}
        }
        site.ask(self.method, &self.path, &headers, &self.body)
    }

    /// The same of what is not there: no number and no sealed name of it is anything.
    pub(crate) fn of_nothing(&self) -> Self {
        let part = |(template, part): (&str, &str)| match template {
            "{id}" => "987654".to_owned(),
            "{token}" | "{name}" | "{undo}" => "x".to_owned(),
            _ => part.to_owned(),
        };
        let path: Vec<String> = self.template.split('/').zip(self.path.split('/')).map(part).collect();
        Self { path: path.join("/"), ..self.clone() }
    }
}

/// Whether an address is one of a route: the same words, and something where the route has a name in braces.
pub(crate) fn fits(template: &str, path: &str) -> bool {
    let path = path.split('?').next().unwrap();
    let (template, path): (Vec<_>, Vec<_>) = (template.split('/').collect(), path.split('/').collect());
    template.len() == path.len() && template.iter().zip(&path).all(|(t, p)| t == p || t.starts_with('{'))
}

/// The scopes that a route asks of a token; none where no token opens it.
pub(crate) fn scopes_of(enters: Enters) -> &'static [Scope] {
    match enters {
        Enters::Api(scopes) => scopes,
        Enters::Anybody | Enters::Owner => &[],
    }
}
