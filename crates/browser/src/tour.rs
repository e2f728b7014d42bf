//! A tour of every page: what is looked at, checked and measured. A test compares it with the routes of the site.

use serde_json::json;

use crate::Browser;

/// A page to look at: under which name, by which route, and at which address.
#[derive(Clone, Copy, Debug)]
pub struct Stop {
    /// What its pictures are called.
    pub name: &'static str,
    /// The route, as the site lists it; nothing where no route leads there.
    pub route: &'static str,
    /// The address; a word in braces stands for something that is found on another page.
    pub path: &'static str,
}

/// Before anybody has set it up.
pub const FIRST_VISIT: &[Stop] = &[stop("set-up", "/set-up", "/set-up")];

/// Signed out.
pub const OUTSIDE: &[Stop] = &[
    stop("sign-in", "/sign-in", "/sign-in"),
    stop("recover", "/recover", "/recover"),
    stop("once", "/sign-in/once/{code}", "/sign-in/once/0000-0000-0000-0000"),
];

/// Every page inside the door, and their states that an address alone leads to.
pub const INSIDE: &[Stop] = &[
    stop("first", "/first", "/first"),
    stop("today", "/today", "/today"),
    stop("quiet", "/today/{day}", "/today/1999-01-01"),
    stop("moment", "/moment/{id}", "{moment}"),
    stop("photo", "/photo/{id}", "{photo}"),
    stop("clock", "/photo/{id}/shift", "{corrected}/shift"),
    stop("removed", "/removed", "/removed"),
    stop("library", "/library", "/library"),
    stop("undated", "/library/undated", "/library/undated"),
    stop("hidden", "/library/hidden", "/library/hidden"),
    stop("year", "/library/{year}", "{year}"),
    stop("month", "/library/{year}/{month}", "{month}"),
    stop("choosing", "/library/{year}/{month}", "{month}?select"),
    stop("people", "/people", "/people"),
    stop("keywords", "/people/keywords", "/people/keywords"),
    stop("life", "/people/{id}", "{person}"),
    stop("life-photos", "/people/{id}/photos", "{person}/photos"),
    stop("others", "/people/{id}/photos", "{person}/photos?choose=1"),
    stop("places", "/places", "/places"),
    stop("country", "/places/{country}", "{country}"),
    stop("town", "/places/{country}/{id}", "{town}"),
    stop("search", "/search", "/search"),
    stop("found", "/search", "/search?q=beach"),
    stop("not-found", "/search", "/search?q=zeppelin"),
    stop("put-away", "/put-away", "/put-away"),
    stop("keep-more", "/keep-away/{id}/more", "/keep-away/1/more"),
    stop("care", "/care", "/care"),
    stop("caution", "/care/caution", "/care/caution"),
    stop("care-library", "/care/library", "/care/library"),
    stop("loss-new", "/care/losses/new", "/care/losses/new"),
    stop("loss-who", "/care/losses/new/{kind}", "/care/losses/new/death"),
    stop("loss-what", "/care/losses/new/{kind}", "/care/losses/new/home"),
    stop("loss-draft", "/care/drafts/{id}", "/care/drafts/2"),
    stop("loss-adjust", "/care/drafts/{id}/adjust", "/care/drafts/2/adjust"),
    stop("loss", "/care/losses/{id}", "{loss}"),
    stop("offer", "/care/offers/{id}", "/care/offers/0"),
    stop("waits", "/care/waits", "/care/waits"),
    stop("hard-days", "/care/days", "/care/days"),
    stop("care-log", "/care/log", "/care/log"),
    stop("ahead", "/ahead", "/ahead"),
    stop("why-photo", "/why/photo/{id}", "/why{photo}"),
    stop("why-moment", "/why/moment/{id}", "/why{moment}"),
    stop("why-day", "/why/{day}", "/why/2026-09-28"),
    stop("coming-in", "/coming-in", "/coming-in"),
    stop("unread", "/coming-in/unread", "/coming-in/unread"),
    stop("settings", "/settings", "/settings"),
    stop("account", "/settings/account", "/settings/account"),
    stop("passkeys", "/settings/passkeys", "/settings/passkeys"),
    stop("codes", "/settings/codes", "/settings/codes"),
    stop("sessions", "/settings/sessions", "/settings/sessions"),
    stop("tokens", "/settings/tokens", "/settings/tokens"),
    stop("opened", "/opened/{token}", "{opened}"),
    stop("why-opened", "/opened/{token}/{name}/why", "{why-opened}"),
    // What stands there for everybody else.
    stop("opened-by-nobody", "/opened/{token}", "/opened/x"),
    stop("help", "/help", "/help"),
    stop("help-programs", "/help/api", "/help/api"),
    stop("nothing", "", "/moment/0"),
];

/// What the words in braces stand for: the page on which it is found, and what its address looks like, as JavaScript's
/// regular expressions say it.
const FOUND: &[(&str, &str, &str)] = &[
    ("{moment}", "/today", r"^/moment/\d+$"),
    ("{photo}", "{moment}", r"^/photo/\d+$"),
    ("{year}", "/library", r"^/library/\d+$"),
    ("{month}", "{year}", r"^/library/\d+/\d+$"),
    ("{corrected}", "/library/1990/5", r"^/photo/\d+$"),
    ("{person}", "/people", r"^/people/\d+$"),
    ("{country}", "/places", r"^/places/\w+$"),
    ("{loss}", "/care", r"^/care/losses/\d+$"),
    ("{town}", "/places", r"^/places/\w+/\d+$"),
];

const fn stop(name: &'static str, route: &'static str, path: &'static str) -> Stop {
    Stop { name, route, path }
}

impl Stop {
    /// Whether its address is the same in every library.
    pub fn is_everywhere(&self) -> bool {
        !self.path.contains('{')
    }
}

impl Browser {
    /// Opens a stop, by way of the pages on which its address is found.
    pub fn come_to(&self, stop: &Stop) {
        self.open(&self.way_to(stop.path));
    }

    /// Comes in by a printed link.
    pub fn come_in(&self, link: &str) {
        self.open(link);
        self.press("Come in");
        self.until("nobody came in", || self.path() == "/today");
    }

    /// Waits until an import has ended and something returns today.
    pub fn until_photos_are_in(&self) {
        self.until("no photos came in", || {
            self.open("/api/v1/coming-in");
            self.says("\"running\":false") && {
                self.open("/today");
                self.offers("See the photos")
            }
        });
    }

    /// Corrects the date of a photo of today's memories, so that there is a camera of which the clock may have been wrong.
    pub fn correct_a_date(&self) {
        self.open(&self.way_to("{photo}"));
        self.press("Correct the date");
        self.fill("When was it?", "1990-05-04 16:30");
        self.press("Keep this date");
        self.sees("The date is kept.");
    }

    /// Keeps something with care of a day without photos, and puts one photo away, so that there is something to look at and
    /// nothing else is gone.
    pub fn keep_something_with_care(&self) {
        self.put_a_photo_away();
        self.enter_a_loss();
    }

    fn put_a_photo_away(&self) {
        self.open(&self.way_to("{month}"));
        self.open(&self.first_link(r"^/photo/\d+$"));
        self.press("Put it away");
        self.press("Never");
        self.sees("Undo");
    }

    fn enter_a_loss(&self) {
        self.open("/care/losses/new/other");
        self.fill("When", "1 March 1985");
        self.press("Go on");
        self.press("Keep this");
        self.sees("It is kept, and counts from now on.");
        self.open("/care/losses/new/death");
        self.fill("When", "November 1985");
        self.press("Go on");
        self.sees("This is what happens");
    }

    /// The address of a stop, with what stands in braces looked up on the page where it is found.
    pub fn way_to(&self, path: &str) -> String {
        if path == "{why-opened}" {
            self.open(&self.open_what_is_put_away());
            return self.first_link(r"^/opened/.+/why$");
        }
        if path.contains("{opened}") {
            return path.replace("{opened}", &self.open_what_is_put_away());
        }
        let Some((word, page, looks)) = FOUND.iter().find(|(word, _, _)| path.contains(word)) else {
            return path.to_owned();
        };
        self.open(&self.way_to(page));
        path.replace(word, &self.first_link(looks))
    }

    /// Opens the door to what is put away; its address is sealed, and no link leads there.
    fn open_what_is_put_away(&self) -> String {
        self.open("/put-away");
        self.press("Look at what is put away");
        self.press("Show them");
        self.until("nothing was opened", || self.path().starts_with("/opened/"));
        self.path()
    }

    /// The path of the first link of the open page that looks so.
    fn first_link(&self, looks: &str) -> String {
        let found = self.script(include_str!("../scripts/first_link.js"), vec![json!(looks)]);
        let found = found.as_str().unwrap_or_else(|| panic!("no link like {looks} on:\n{}", self.outline()));
        found.to_owned()
    }
}
