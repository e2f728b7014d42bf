//! Ctrl-C and SIGTERM.

use crate::failure::Failure;

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
