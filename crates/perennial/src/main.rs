//! The binary: configuration, wiring, a file a command.

mod at_work;
mod cli;
mod commands;
mod demo;
mod failure;
mod house;
mod interrupt;
mod jobs;
mod listening;
mod output;
mod visiting;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    if let cli::Command::Worker { poster } = &cli.command {
        return if *poster { media::run_poster() } else { media::run_worker() };
    }
    log_to_stderr();
    match commands::run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::from(1)
        }
    }
}

fn log_to_stderr() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("PERENNIAL_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false).init();
}
