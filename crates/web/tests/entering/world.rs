//! A house in which there is something of everything that a route changes, with the numbers, the sealed names and the pages that
//! lead to it.

use std::collections::BTreeMap;

use care::{
    ByHand, Chosen, FirstWords, HardDay, HowLong, Kind, Loss, Part, PartOf, Plan, Returning, Scope, Want, What, Wish,
};
use jiff::ToSpan;
use media::Genre;
use model::{LibraryId, PhotoId};
use store::{StoreError, values};
use testkit::{now, snap};

use super::bodies::Sent;
use super::{Asked, fits};
use crate::site::Site;
use crate::site::forms::{Form, encoded};

/// Such a house.
pub(crate) struct World {
    pub(crate) site: Site,
    noted: BTreeMap<&'static str, String>,
}

impl World {
    pub(crate) fn made() -> Self {
        let site = Site::with_afternoon();
        let more = [
            // 5: asked about first; 7, 8: of a screen; 9: of a loss; 10: hidden; 11: removed; 12: dated; 13: put away.
            snap("e.jpg", "2018-09-28T10:00").of(&["Ida"]),
            snap("f.jpg", "2017-05-04T10:00"),
            snap("g.jpg", "2017-05-04T10:01").sort(Genre::Screenshot),
            snap("h.jpg", "2016-05-04T10:00").sort(Genre::Screenshot),
            snap("i.jpg", "2015-01-04T10:00"),
            snap("j.jpg", "2014-01-04T10:00"),
            snap("k.jpg", "2013-01-04T10:00"),
            snap("l.jpg", "2012-01-04T10:00"),
            snap("m.jpg", "2011-01-04T10:00"),
            snap("n.jpg", "2016-05-04T10:02"),
            // 15 and 17: of a camera whose clock was wrong, beside another each.
            snap("o.jpg", "2009-03-04T10:00"),
            snap("p.jpg", "2009-03-04T10:02"),
            snap("q.jpg", "2008-03-04T10:00"),
            snap("r.jpg", "2008-03-04T10:02"),
            // 19: stands for a loss, too.
            snap("s.jpg", "2007-03-04T10:00"),
        ];
        let more = more.map(|mut snap| {
            snap.facts.keywords = vec!["garden".to_owned()];
            (snap.facts.make, snap.facts.model) = (Some("Canon".to_owned()), Some("Canon EOS 70D".to_owned()));
            snap
        });
        assert_eq!(site.house.keep(&more)[0], PhotoId(5));
        let mut world = Self { site, noted: BTreeMap::new() };
        world.say();
        world.lose();
        world.days();
        world.change();
        world.accounts();
        world.folders();
        world
    }

    fn note(&mut self, name: &'static str, value: impl ToString) {
        self.noted.insert(name, value.to_string());
    }

    /// Sends something as the owner, and answers where that leads.
    fn send(&self, path: &str, body: &str) -> String {
        let led = self.site.post(path, body);
        assert_eq!(led.status, 303, "{path} {body}: {}", led.body);
        led.header("location").to_owned()
    }

    /// The page of the moment that a photo is in.
    fn moment_of(&self, photo: i64) -> String {
        let owner = self.site.house.owner();
        let of = self.site.house.store.read(|tx| memories::moments_holding(tx, owner, &[PhotoId(photo)]));
        format!("/moment/{}", of.map_err(|error: StoreError| error).unwrap()[0])
    }

    /// What is wished, and opened.
    fn say(&mut self) {
        let wish = |want, id| {
            let wish = Wish { scope: Scope::Photo(PhotoId(id)), how_long: HowLong::Never };
            self.site.change(|change| change.wish_for(want, wish, now().date())).map_err(|error: care::CareError| error)
        };
        wish(Want::AskFirst, 5).unwrap();
        let away = wish(Want::KeepAway, 13).unwrap().unwrap();
        self.note("wish", away);
        let card = self.form("/veil/{token}", "/today", &[("answer", "open")]);
        let open = |name: &str| (name == "answer").then(|| "open".to_owned());
        let behind = self.send(&card.action, &card.filled(open));
        let veil = self.form("/veil/{token}", &behind, &[("answer", "open")]);
        let opened = self.send(&veil.action, &veil.filled(open));
        let picture = self.site.opened(&opened).remove(0);
        self.note("why_opened", format!("{picture}/why"));
    }

    /// A loss that stands, one that was removed, and what is offered between two people.
    fn lose(&mut self) {
        let loss = |called: &str| {
            let day = jiff::civil::date(2010, 1, 4);
            let mut loss = Loss::proposed(Kind::Other, day, &FirstWords::default());
            loss.called = called.to_owned();
            loss.parts = vec![Part::of(PartOf::Chosen, Want::AskFirst), Part::of(PartOf::Alike, Want::AskFirst)];
            loss.days.iter_mut().for_each(|day| day.plan = Plan::AsUsual);
            loss.review = Some(now().date());
            loss.taken_in = vec![Chosen::Photo(PhotoId(9))];
            loss
        };
        let (one, gone, begun) = (loss("Wren"), loss("Gone"), loss("Begun"));
        let draft = self.site.change(|change| change.begin_loss(begun)).map_err(|error: care::LossError| error);
        self.note("draft", draft.unwrap());
        let change = self.site.change(|change| {
            let id = change.add_loss(one)?;
            let gone = change.add_loss(gone)?;
            change.remove_loss(gone)?;
            assert_eq!((id.0, gone.0), (1, 2));
            change.take_by_hand(id, Chosen::Photo(PhotoId(19)), ByHand::StandsForIt)
        });
        let change: care::LossChangeId = change.map_err(|error: care::LossError| error).unwrap();
        self.note("loss_change", change.0);
        let theirs = care::Who { viewer: self.site.house.sign_in_partner().account.viewer, ..self.site.who() };
        let (me, them) = (self.site.house.owner().person(), theirs.viewer.person());
        let offer = |called: &str| {
            let offered = self.site.visits.change(&theirs, |change| {
                let id = change.add_loss(loss(called))?;
                Ok::<_, care::LossError>(change.offer_loss(id, me)?.unwrap())
            });
            offered.unwrap()
        };
        let (offered, declined) = (offer("Theirs"), offer("Declined"));
        let mine = self.site.change(|change| {
            change.decline_offer(declined)?;
            let another = change.add_loss(loss("Mine")).unwrap();
            change.offer_loss(another, them)
        });
        let mine = mine.map_err(|error: care::CareError| error).unwrap().unwrap();
        self.note("offer", offered);
        self.note("declined", declined);
        self.note("my_offer", mine);
    }

    /// A hard day for which something was picked, and one that was removed.
    fn days(&mut self) {
        let tomorrow = now().date().tomorrow().unwrap().checked_sub(8.years()).unwrap();
        let day = |called: &str, date, plan| HardDay {
            called: called.to_owned(),
            day: Returning { what: What::Another, date: Some(date), plan, before: 0, after: 0 },
        };
        let changed = self.site.change(|change| {
            let id = change.add_hard_day(&day("Our day", tomorrow, Plan::Silence))?;
            let gone = change.add_hard_day(&day("Gone", jiff::civil::date(2010, 1, 4), Plan::Silence))?;
            change.remove_hard_day(gone, false)?;
            let photo = change.photo(PhotoId(4))?.unwrap();
            change.pick(care::Source::Own(id), &photo)?;
            change.change_hard_day(id, &day("Our day", tomorrow, Plan::QuietLook))
        });
        let changed: care::HardDayChangeId = changed.map_err(|error: care::LossError| error).unwrap();
        self.note("day_change", changed.0);
    }

    /// What was changed of photos, moments and people, each with the page on which it is taken back.
    fn change(&mut self) {
        self.send("/photo/10/hide", "back=/library");
        self.send("/photo/11/remove", "back=/library");
        self.note("hidden", "/photo/10");
        let fine = self.send("/care/caution/fine", "kind=last_days");
        self.note("fine", fine);
        let screens = self.moment_of(6);
        self.note("screens", self.moment_of(14));
        for (name, template, page, fields) in [
            ("dated", "/photo/{id}/date", "/photo/12", &[("date", "2012-01-05")][..]),
            ("wrong", "/photo/{id}/date", "/photo/15", &[("date", "2009-03-05 11:00")]),
            ("shifted", "/photo/{id}/shift", "/photo/15/shift?from=2009-03-01&to=2009-03-30", &[]),
            ("wrong_too", "/photo/{id}/date", "/photo/17", &[("date", "2008-03-05 11:00")]),
            ("parted", "/moment/{id}/part", "/photo/3", &[]),
            ("person_said", "/people/{id}/said", "/people/1", &[("said", "as_they_come")]),
            ("renamed", "/people/{id}/name", "/people/3", &[("name", "Ada B")]),
            ("hidden_screens", "/screens/hide", &screens, &[]),
        ] {
            let form = self.form(template, page, fields);
            let other =
                |name: &str| fields.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
            let asked = (form.action.clone(), form.filled(other));
            let led = self.send(&asked.0, &asked.1);
            self.note(name, led);
        }
    }

    /// Another session, tokens, codes and a passkey.
    fn accounts(&mut self) {
        self.site.house.sign_in();
        self.site.post("/settings/tokens", "name=Frame&read=on&days=30");
        let made = self.site.post("/settings/codes", "known=an+old+red+bicycle").body;
        self.note("recovery", made.split("<code>").nth(1).unwrap().split('<').next().unwrap());
        let account = self.site.house.account();
        let code = self.site.house.door().make_once_code(&account, now().timestamp()).unwrap();
        self.note("code", code.spelled());
    }

    /// A passkey that no authenticator has: enough to be removed.
    pub(crate) fn with_passkey(self) -> Self {
        let passkey = "INSERT INTO passkeys (library, id, account, name, credential, key, made_ms)
            SELECT library, 1, id, 'phone', handle, '{}', made_ms FROM accounts WHERE library = 1 AND person = ?1";
        let me = self.site.house.owner().person();
        let kept = self.site.house.store.write(|tx| tx.execute(passkey, values![me]));
        kept.map_err(|error: StoreError| error).unwrap();
        self
    }

    /// A folder that is watched, one that was let go, one to be added, and work that was given up.
    fn folders(&mut self) {
        let house = self.site.house.folder.path();
        let photos = house.parent().unwrap().join(format!("{}-photos", house.file_name().unwrap().display()));
        for (name, number) in [("watched", "1"), ("gone", "2"), ("folder", "")] {
            let path = photos.join(name);
            std::fs::create_dir_all(&path).unwrap();
            let path = path.canonicalize().unwrap().display().to_string();
            if number.is_empty() {
                self.note(name, path);
                continue;
            }
            assert_eq!(
                self.send("/coming-in/folders", &format!("folder={}", encoded(&path))),
                format!("/coming-in?added={number}")
            );
            self.note(name, number);
        }
        self.send("/coming-in/folders/2/let-go", "");
        let job = store::jobs::Job::new(LibraryId(1), "import", "1");
        let asked = self.site.house.store.write(|tx| {
            store::jobs::ask(tx, &job, now().timestamp(), now().timestamp())?;
            tx.execute("UPDATE jobs SET attempts = 8, given_up_ms = 1, why = 'unknown' WHERE library = 1", &[])?;
            tx.one("SELECT id FROM jobs WHERE library = 1 AND kind = 'import'", &[], |row| row.get::<i64>(0))
        });
        self.note("work", asked.map_err(|error: StoreError| error).unwrap());
    }

    /// With the numbers, the names and the pages that this house has.
    pub(crate) fn filled(&self, text: &str) -> String {
        self.noted.iter().rev().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("@{name}"), value))
    }

    /// What is sent by a route.
    pub(crate) fn asked(&self, (method, template, sent): (&'static str, &'static str, Sent)) -> Asked {
        let (path, body, json) = match sent {
            Sent::Form(path, body) => (self.filled(path), self.filled(body), false),
            Sent::Json(path, body) | Sent::OfAnAuthenticator(path, body) => {
                (self.filled(path), self.filled(body), true)
            }
            Sent::On(page, fields) => {
                let form = self.form(template, &self.filled(page), fields);
                let other =
                    |name: &str| fields.iter().find(|(known, _)| *known == name).map(|(_, value)| self.filled(value));
                (form.action.clone(), form.filled(other), false)
            }
        };
        Asked { method, template, path, body, json }
    }

    fn form(&self, template: &str, page: &str, fields: &[(&str, &str)]) -> Form {
        let forms = self.site.forms_on(page);
        let has = |form: &Form, name: &str| form.fields.iter().any(|(field, _)| field == name);
        let is_it = |form: &&Form| fits(template, &form.action) && fields.iter().all(|(name, _)| has(form, name));
        let found = forms.iter().find(is_it).cloned();
        let seen: Vec<_> = forms.iter().map(|form| (&form.action, &form.fields)).collect();
        let mut form = found.unwrap_or_else(|| panic!("{page} has no form that leads to {template}: {seen:?}"));
        // A key makes a form count once; here each sending is one of its own.
        form.fields.retain(|(name, _)| name != "form-key");
        form
    }

    /// Everything that is kept of the owner's library, and of accounts, but for who came when.
    pub(crate) fn kept(&self) -> BTreeMap<String, String> {
        let read = self.site.house.store.read(|tx| {
            let tables =
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
            let mut found = BTreeMap::new();
            for table in tx.all(tables, &[], |row| row.get::<String>(0))? {
                if table == "data_version" {
                    continue;
                }
                let columns = "SELECT name FROM pragma_table_info(?1)";
                let columns = tx.all(columns, values![table.as_str()], |row| row.get::<String>(0))?;
                let of_visits = |name: &str| ["last_ms", "used_ms", "renewed_ms", "key", "earlier"].contains(&name);
                let texts: Vec<String> = columns
                    .iter()
                    .filter(|name| !of_visits(name))
                    .map(|name| format!("COALESCE(quote({name}), '')"))
                    .collect();
                let mine = if columns.iter().any(|name| name == "library") { "WHERE library = 1" } else { "" };
                let rows = format!("SELECT {} FROM {table} {mine} ORDER BY 1", texts.join(" || ',' || "));
                let mut rows = tx.all(&rows, &[], |row| row.get::<String>(0))?;
                // What was looked at is noted a little later, by a thread of its own.
                rows.retain(|row| !row.contains("\"shown\"") && !row.contains("'care_log'"));
                found.insert(table, rows.join("\n"));
            }
            Ok::<_, StoreError>(found)
        });
        read.unwrap()
    }
}
