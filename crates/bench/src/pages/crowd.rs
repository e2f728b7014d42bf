//! Many clients at once while an import runs.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use family::Plan;

use super::{Addresses, Wanted};
use crate::client::Client;
use crate::percentile;

/// Photos that come in meanwhile, drawn once.
pub(crate) fn photos_to_come(kept: &Path) -> PathBuf {
    let folder = kept.join("family-1500");
    std::fs::create_dir_all(&folder).unwrap();
    eprintln!("Drawing 1500 photos, once …");
    family::write(&Plan::demo("2026-11-23".parse().unwrap()), &folder, &|_, _| {}).unwrap();
    folder
}

/// Asks for everything in turn with many clients, until the time or the import is over.
pub(crate) async fn look_while_photos_come_in(client: &Client, addresses: &Addresses, wanted: &Wanted, engine: &str) {
    let paths: Arc<Vec<String>> = Arc::new(addresses.values().flatten().cloned().collect());
    let (turn, ends) = (Arc::new(AtomicUsize::new(0)), Instant::now() + Duration::from_secs(wanted.seconds));
    let looking: Vec<_> = (0..wanted.clients)
        .map(|_| tokio::spawn(look(client.clone(), Arc::clone(&paths), Arc::clone(&turn), ends)))
        .collect();
    let mut times = Vec::new();
    let mut errors: Vec<(String, u16)> = Vec::new();
    for one in looking {
        let (took, wrong) = one.await.unwrap();
        times.extend(took);
        errors.extend(wrong);
    }
    times.sort_by(f64::total_cmp);
    let (_, standing) = client.read("/api/v1/coming-in").await;
    println!("\n{engine}, {} clients for {} s while photos come in ({standing})", wanted.clients, wanted.seconds);
    println!(
        "{} answers, {} errors, median {:.1} ms, p99 {:.1} ms, worst {:.1} ms",
        times.len(),
        errors.len(),
        percentile(&times, 0.5),
        percentile(&times, 0.99),
        percentile(&times, 1.0)
    );
    for (path, status) in errors.iter().take(10) {
        println!("  {path}: {status}");
    }
}

async fn look(
    client: Client,
    paths: Arc<Vec<String>>,
    turn: Arc<AtomicUsize>,
    ends: Instant,
) -> (Vec<f64>, Vec<(String, u16)>) {
    let (mut times, mut errors) = (Vec::new(), Vec::new());
    while Instant::now() < ends {
        let path = &paths[turn.fetch_add(1, Ordering::Relaxed) % paths.len()];
        let answer = client.get(path).await;
        times.push(answer.took.as_secs_f64() * 1000.0);
        if answer.status == 0 || answer.status >= 400 {
            errors.push((path.clone(), answer.status));
        }
    }
    (times, errors)
}
