//! What could not be read: counted by reason, listed a page at a time.
#![allow(clippy::unwrap_used, missing_docs)]

use model::FileId;
use store::values;
use testkit::houses;

#[test]
fn what_could_not_be_read_is_counted_by_reason_and_listed_the_latest_first() {
    for house in houses() {
        let owner = house.owner();
        let note = |id: i64, why: Option<&str>, state: &str| {
            let sql = "INSERT INTO files (library, id, path, role, stamp, state, reason, why)
                       VALUES (?1, ?2, ?3, 'whole', '', ?4, 'in words', ?5)";
            let path = format!("/photos/{id}.jpg").into_bytes();
            house.store.write(|tx| tx.execute(sql, values![owner.library(), id, path, state, why])).unwrap();
        };
        (1..=5).for_each(|id| note(id, Some("empty"), "unread"));
        note(6, Some("unreadable"), "unread");
        note(7, None, "unread");
        note(8, None, "here");

        let counts = house.store.read(|tx| library::unread_counts(tx, owner)).unwrap();
        let counts: Vec<_> = counts.iter().map(|(why, count)| (why.as_str(), *count)).collect();
        assert_eq!(counts, [("empty", 5), ("", 1), ("unreadable", 1)]);
        let page = |before: Option<i64>, reason: Option<&str>| {
            let page = house.store.read(|tx| library::unread_page(tx, owner, before.map(FileId), reason, 3)).unwrap();
            page.into_iter().map(|file| file.id.0).collect::<Vec<_>>()
        };
        assert_eq!(page(None, None), [7, 6, 5]);
        assert_eq!(page(Some(5), None), [4, 3, 2]);
        assert_eq!(page(Some(2), None), [1]);
        assert_eq!(page(None, Some("empty")), [5, 4, 3]);
        assert_eq!(page(None, Some("")), [7]);
        assert_eq!(page(None, Some("' OR 1 = 1")), [] as [i64; 0]);
    }
}
