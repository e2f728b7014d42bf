//! What goes on behind the pages: folders are brought in, watched, and looked through again when asked.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use library::{Importer, Progress};
use sources::Watch;

use crate::failure::Failure;
use crate::house::now;

/// The work behind the pages. Ends with [`AtWork::end`].
pub(crate) struct AtWork {
    orders: Sender<Order>,
    progress: Arc<Mutex<Arc<Progress>>>,
    thread: JoinHandle<()>,
}

enum Order {
    LookThrough(Vec<PathBuf>),
    LookThroughAll,
    End,
}

impl AtWork {
    /// Brings in `folders`, then watches them.
    pub(crate) fn begin(importer: Importer, folders: Vec<PathBuf>) -> Self {
        let (orders, taken) = channel();
        let progress: Arc<Mutex<Arc<Progress>>> = Arc::default();
        let shown = Arc::clone(&progress);
        let told = orders.clone();
        let thread = std::thread::spawn(move || work(&importer, &folders, &taken, told, &shown));
        Self { orders, progress, thread }
    }

    /// How far the running import is, for pages.
    pub(crate) fn progress(&self) -> Arc<Mutex<Arc<Progress>>> {
        Arc::clone(&self.progress)
    }

    /// A way to ask for all folders to be looked through again.
    pub(crate) fn rescan(&self) -> Arc<dyn Fn() + Send + Sync> {
        let orders = Mutex::new(self.orders.clone());
        Arc::new(move || {
            let _ = orders.lock().unwrap_or_else(PoisonError::into_inner).send(Order::LookThroughAll);
        })
    }

    /// Stops what is running, keeps what came in, and waits for that.
    pub(crate) fn end(self) {
        let _ = self.orders.send(Order::End);
        self.progress.lock().unwrap_or_else(PoisonError::into_inner).stop();
        let _ = self.thread.join();
    }
}

fn work(
    importer: &Importer,
    folders: &[PathBuf],
    orders: &Receiver<Order>,
    told: Sender<Order>,
    shown: &Mutex<Arc<Progress>>,
) {
    // Watching begins before the first look, so that nothing that changes meanwhile is missed.
    let _watches = watch(folders, told);
    let mut next: BTreeSet<PathBuf> = folders.iter().cloned().collect();
    loop {
        for folder in std::mem::take(&mut next) {
            let progress = Arc::new(Progress::default());
            *shown.lock().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&progress);
            if ending(orders, &mut next, folders) {
                return;
            }
            // A mistake of ours in one import must not end all later ones without a word.
            match catch_unwind(AssertUnwindSafe(|| importer.run(&folder, &progress, &now()))) {
                Ok(Ok(report)) => tracing::info!(folder = %folder.display(), "{report}"),
                Ok(Err(error)) => tracing::warn!(folder = %folder.display(), "{}", Failure::from(error)),
                Err(_) => {
                    tracing::error!(folder = %folder.display(), "an import panicked; it is tried again on the next change");
                    *shown.lock().unwrap_or_else(PoisonError::into_inner) = Arc::default();
                }
            }
        }
        rest(importer);
        let Ok(order) = orders.recv() else { return };
        if take(order, &mut next, folders) || ending(orders, &mut next, folders) {
            return;
        }
    }
}

/// Takes the orders that wait; answers whether it is time to end.
fn ending(orders: &Receiver<Order>, next: &mut BTreeSet<PathBuf>, folders: &[PathBuf]) -> bool {
    orders.try_iter().any(|order| take(order, next, folders))
}

fn take(order: Order, next: &mut BTreeSet<PathBuf>, folders: &[PathBuf]) -> bool {
    match order {
        Order::LookThrough(changed) => next.extend(changed),
        Order::LookThroughAll => next.extend(folders.iter().cloned()),
        Order::End => return true,
    }
    false
}

fn watch(folders: &[PathBuf], told: Sender<Order>) -> Vec<Watch> {
    let (changed, hears) = channel();
    std::thread::spawn(move || {
        while let Ok(folder) = hears.recv() {
            if told.send(Order::LookThrough(vec![folder])).is_err() {
                return;
            }
        }
    });
    let watched = |folder: &PathBuf| match sources::watch(folder, changed.clone()) {
        Ok(watch) => Some(watch),
        Err(error) => {
            tracing::warn!("{error}. New photos are found when Perennial starts, and when it is asked to look.");
            None
        }
    };
    folders.iter().filter_map(watched).collect()
}

/// Nothing to do: workers go home, and memory goes back to the system.
fn rest(importer: &Importer) {
    if let Some(confinement) = importer.workers.confinement() {
        tracing::info!("workers were held in by: {confinement}");
    }
    match library::let_go(&importer.store, &importer.blobs, importer.viewer, now().timestamp()) {
        Ok(0) => {}
        Ok(photos) => tracing::info!(photos, "what was removed over 30 days ago was let go"),
        Err(error) => tracing::warn!("{error}. It is tried again later."),
    }
    importer.workers.retire();
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    // SAFETY: malloc_trim only gives free pages back; it may be called at any time from any thread.
    unsafe {
        libc::malloc_trim(0);
    }
}

/// Runs `stop` on the first interrupt (Ctrl-C, SIGTERM); a second one ends the program at once.
pub(crate) fn on_interrupt(stop: impl Fn() + Send + 'static) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|e| Failure::new(format!("signals cannot be waited for: {e}"), "Try again."))?;
    std::thread::spawn(move || {
        runtime.block_on(async {
            interrupted().await;
            eprintln!("Stopping. What came in is kept.");
            stop();
            interrupted().await;
            std::process::exit(1);
        });
    });
    Ok(())
}

/// Waits for Ctrl-C or SIGTERM.
pub(crate) async fn interrupted() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
