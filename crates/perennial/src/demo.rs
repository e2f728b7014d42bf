//! The sample family's photos and what the program is told about them.

use std::fs;
use std::path::{Path, PathBuf};

use care::{FirstVisit, FirstWords, Kind, Loss};
use circle::{Account, Code, Details, Password, PasswordHash, Viewer};
use family::{Plan, Who};
use indicatif::{ProgressBar, ProgressStyle};
use jiff::civil::Date;

use crate::cli::PlaceArgs;
use crate::failure::Failure;
use crate::house::{House, now};
use crate::visiting::Visitor;

/// Where the demo of that day keeps its data and its photos. Demos of earlier days are cleared away: their photos were
/// drawn for another today.
pub(crate) fn folders(place: &PlaceArgs, today: Date) -> Result<(PlaceArgs, PathBuf), Failure> {
    let root = match &place.data {
        Some(data) => data.clone(),
        None => dirs::cache_dir()
            .map(|cache| cache.join("perennial-demo"))
            .ok_or_else(|| Failure::new("this system names no folder for such things", "Name one with --data."))?,
    };
    let earlier = fs::read_dir(&root).into_iter().flatten().flatten().map(|entry| entry.path());
    for folder in earlier.filter(|folder| is_earlier_demo(folder, today)) {
        // One that cannot be cleared away is in nobody's way.
        let _ = fs::remove_dir_all(folder);
    }
    let home = root.join(format!("demo-{today}"));
    let data = home.join("data");
    // Never into a database of one's own, even where one is configured.
    Ok((PlaceArgs { data: Some(data), database: None }, home.join("photos")))
}

/// Only folders that a demo made: named for a day, with nothing in them but data and photos.
fn is_earlier_demo(folder: &Path, today: Date) -> bool {
    let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let day = name.strip_prefix("demo-").and_then(|day| day.parse::<Date>().ok());
    let mut inside = fs::read_dir(folder).into_iter().flatten().flatten();
    day.is_some_and(|day| day != today)
        && folder.join("data/perennial.db").exists()
        && inside.all(|entry| entry.file_name() == "data" || entry.file_name() == "photos")
}

/// Draws what is not drawn yet.
pub(crate) fn draw(photos: &Path, today: Date) -> Result<(), Failure> {
    let trouble = |e| Failure::new(format!("the sample photos cannot be written: {e}"), "Choose a folder with --data.");
    fs::create_dir_all(photos).map_err(trouble)?;
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} of {len} drawn") {
        bar.set_style(style);
    }
    let shown = |done: usize, total: usize| {
        bar.set_length(total as u64);
        bar.set_position(done as u64);
    };
    family::write(&Plan::demo(today), photos, &shown).map_err(trouble)?;
    bar.finish_and_clear();
    Ok(())
}

/// The accounts by which somebody walks through the demo: hers, who said what they lost, and his, who said nothing and is asked first.
/// Nobody needs their passwords: the demo prints links.
pub(crate) fn accounts(house: &House, today: Date) -> Result<[Account; 2], Failure> {
    let family = family::family(&Plan::demo(today));
    let hers = match house.door.account_of(house.owner()?)? {
        Some(account) => account,
        None => {
            let details = details(&family.person(Who::Mother).name);
            let made = house.door.make_first_account(house.owner()?, &details, &nobodys()?, now().timestamp())?;
            made.ok_or_else(cannot)?
        }
    };
    let name = &family.person(Who::Father).name;
    let known = house.store.read(|tx| library::people(tx, hers.viewer))?;
    let him = known.iter().find(|person| person.name == *name).map(|person| person.id).ok_or_else(cannot)?;
    let as_him = Viewer::at_the_machine(hers.viewer.library(), him);
    let his = match house.door.account_of(as_him)? {
        Some(account) => account,
        None => {
            let made = house.door.make_account_beside(&hers, him, &details(name), &nobodys()?, now().timestamp())?;
            made.ok_or_else(cannot)?
        }
    };
    Ok([hers, his])
}

/// They sign in by their first names, and live where the machine is.
fn details(name: &str) -> Details {
    let first = name.split(' ').next().unwrap_or(name).to_owned();
    let (zone, countries) = (now().time_zone().clone(), vec!["US".to_owned()]);
    Details { name: first, language: None, zone, countries }
}

/// A password that nobody knows.
fn nobodys() -> Result<PasswordHash, Failure> {
    Ok(Password::new(&Code::fresh()?.spelled()).map_err(|_| cannot())?.hash()?)
}

fn cannot() -> Failure {
    Failure::new("the demo's accounts cannot be made", "Please report it.")
}

/// Tells Perennial what a family would tell it: which folder, who was born and who died when, and what she lost.
pub(crate) fn introduce(house: &House, photos: &Path, today: Date) -> Result<(), Failure> {
    let owner = house.owner()?;
    let library = owner.library();
    let family = family::family(&Plan::demo(today));
    let photos = crate::commands::whole_path(photos)?;
    house.store.write(|tx| {
        library::add_folder(tx, owner, &photos, now().timestamp())?;
        for person in &family.people {
            let id = library::name_person(tx, library, &person.name)?;
            library::set_birth(tx, owner, id, Some(person.born))?;
            library::set_death(tx, owner, id, person.died)?;
            library::set_relation(tx, owner, id, Some(relation(person.relation)))?;
        }
        Ok::<_, Failure>(())
    })?;
    Visitor::owner(house)?.change(|change| {
        // Whoever comes to the same demo again finds what they said themselves.
        if change.first_visit()? == FirstVisit::Waits {
            change.add_loss(theirs(&family.loss))?;
        }
        Ok::<_, Failure>(())
    })
}

/// What she said: the kind, the day, how far it was, and his name. All else is as it is proposed.
fn theirs(lost: &family::Loss) -> Loss {
    let first = FirstWords { due: Some(lost.due), weeks: Some(lost.weeks.into()), ..FirstWords::default() };
    Loss { called: lost.name.clone(), ..Loss::proposed(Kind::PregnancyLoss, lost.date, &first) }
}

fn relation(of: family::Relation) -> library::Relation {
    match of {
        family::Relation::Owner => library::Relation::Myself,
        family::Relation::Husband => library::Relation::Partner,
        family::Relation::Daughter => library::Relation::Daughter,
        family::Relation::Son => library::Relation::Son,
        family::Relation::Mother => library::Relation::Mother,
        family::Relation::Friend => library::Relation::Friend,
    }
}
