//! What commands print: words for people, JSON for programs, progress for the patient.

use std::io::{IsTerminal, Write};
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use library::Progress;
use model::Stage;
use serde::Serialize;

use crate::failure::Failure;

/// The words of the command line: English, like its help texts.
pub(crate) const WORDS: web::Words = web::Words::of(web::Language::English);

/// Prints a line, or does nothing if nobody reads any more (`perennial … | head`).
pub(crate) fn line(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// Prints a value as JSON.
pub(crate) fn json(value: &impl Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value)
        .map_err(|e| Failure::new(format!("this cannot be written as JSON: {e}"), "Please report it."))?;
    line(&text);
    Ok(())
}

/// Runs `work` while showing how far it is: a bar on a terminal, a line every few seconds otherwise.
pub(crate) fn with_progress<T: Send>(progress: &Arc<Progress>, work: impl FnOnce() -> T + Send) -> T {
    let (finished, waits) = channel::<()>();
    std::thread::scope(|scope| {
        let shown = Arc::clone(progress);
        scope.spawn(move || {
            let mut display = Display::new();
            let pause = display.pause();
            while matches!(waits.recv_timeout(pause), Err(RecvTimeoutError::Timeout)) {
                display.show(&shown);
            }
            display.clear();
        });
        let done = work();
        drop(finished);
        done
    })
}

enum Display {
    Bar(ProgressBar),
    Lines,
}

impl Display {
    fn new() -> Self {
        if !std::io::stderr().is_terminal() {
            return Self::Lines;
        }
        let bar = ProgressBar::new(0);
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} of {len} files  {msg}") {
            bar.set_style(style);
        }
        Self::Bar(bar)
    }

    fn pause(&self) -> Duration {
        match self {
            Self::Bar(_) => Duration::from_millis(120),
            Self::Lines => Duration::from_secs(5),
        }
    }

    fn show(&mut self, progress: &Progress) {
        let now = progress.standing();
        match self {
            Self::Lines => eprintln!("{}", WORDS.coming_in(&now)),
            Self::Bar(bar) => {
                bar.set_length(now.total);
                bar.set_position(now.done);
                let left = now.left.map(|left| format!(", about {} left", WORDS.roughly(left)));
                bar.set_message(match now.stage {
                    Stage::Counting => "counting".to_owned(),
                    _ => format!("{} new, {} a second{}", now.came_in, now.per_second, left.unwrap_or_default()),
                });
            }
        }
    }

    fn clear(&self) {
        if let Self::Bar(bar) = self {
            bar.finish_and_clear();
        }
    }
}
