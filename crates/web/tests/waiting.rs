//! What happens while somebody else writes: what was given up has not happened, and who only looks waits for nobody.
#![allow(clippy::unwrap_used, missing_docs)]

mod site;

use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use site::Site;
use store::{Store, StoreError};
use testkit::houses;

const A_DAY: &str = "date=2019-09-28&called=Wren&plan=as_usual";

/// Runs `meanwhile` while another writes, who goes on when that has ended.
fn while_another_writes<T>(writer: &Arc<Store>, meanwhile: impl FnOnce() -> T) -> T {
    let (writes, is_writing) = channel();
    let (open, gate) = channel::<()>();
    let writer = Arc::clone(writer);
    let written = thread::spawn(move || {
        writer.write(|tx| {
            tx.execute("UPDATE libraries SET added_ms = added_ms", &[])?;
            writes.send(()).unwrap();
            // However `meanwhile` ends, by a panic too, this ends with it.
            let _ = gate.recv();
            Ok::<_, StoreError>(())
        })
    });
    is_writing.recv().unwrap();
    let answer = meanwhile();
    drop(open);
    written.join().unwrap().unwrap();
    answer
}

fn days(site: &Site) -> usize {
    site.look(|visit| visit.own_hard_days()).unwrap().len()
}

#[test]
fn what_was_answered_with_503_was_not_kept_and_is_kept_once_when_it_is_sent_again() {
    for house in houses() {
        let mut site = Site::over(house);
        let store = Arc::clone(&site.house.store);
        // Too short for anybody while the gate is closed, however fast the machine is.
        site.patience = Duration::from_millis(300);
        let answer = while_another_writes(&store, || site.post("/care/days", A_DAY));
        assert_eq!(answer.status, 503);
        assert!(answer.body.contains("Nothing was changed"), "{}", answer.body);
        // The one that waited had its chance; whatever is written now stands behind it in line.
        store.write(|tx| tx.execute("UPDATE libraries SET added_ms = added_ms", &[])).unwrap();
        assert_eq!(days(&site), 0, "on {}", store.engine_name());

        site.patience = web::PATIENCE;
        assert_eq!(site.post("/care/days", A_DAY).status, 303);
        assert_eq!(days(&site), 1, "on {}", store.engine_name());
    }
}

#[test]
fn whoever_only_looks_waits_for_no_writer_however_many_wait_to_write() {
    for house in houses() {
        let mut site = Site::over(house);
        site.patience = Duration::from_secs(300);
        let (site, store) = (&site, Arc::clone(&site.house.store));
        // What is worked out once is worked out by now.
        assert_eq!(site.get("/today").status, 200);
        thread::scope(|scope| {
            let sent: Vec<_> = while_another_writes(&store, || {
                let sent = (0..40).map(|_| scope.spawn(|| site.post("/care/days", A_DAY))).collect();
                for path in [
                    "/care",
                    "/library",
                    "/help",
                    "/settings",
                    "/photo/1/small.jpg",
                    "/photo/1",
                    "/care/losses/new/death",
                ] {
                    for _ in 0..4 {
                        assert_eq!(site.get(path).status, 200, "{path} on {}", store.engine_name());
                    }
                }
                sent
            });
            assert!(sent.into_iter().all(|answer| answer.join().unwrap().status == 303));
        });
        assert_eq!(days(site), 40, "each of them had its turn");
    }
}
