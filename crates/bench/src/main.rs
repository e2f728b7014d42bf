//! Benchmarks, side by side with a peer in one run, reported as ratios.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot be set up should fail loudly")]

mod care;
mod client;
mod import;
mod memory;
mod pages;
mod paint;
mod serve;
mod today;
mod trial;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

#[derive(Parser)]
struct Cli {
    /// Where prepared photos and libraries are kept between runs.
    #[arg(long)]
    kept: PathBuf,
    /// The `perennial` to measure.
    #[arg(long)]
    program: PathBuf,
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// An import against vipsthumbnail
    Import {
        /// How many photos
        #[arg(long, default_value_t = 200)]
        photos: u64,
        /// How often each side runs
        #[arg(long, default_value_t = 3)]
        rounds: usize,
    },
    /// The day plan out of small and large libraries
    Today {
        /// Sizes of libraries
        #[arg(long, value_delimiter = ',', default_values_t = [10_000, 100_000, 1_000_000])]
        sizes: Vec<u64>,
        /// How many day plans are made for each
        #[arg(long, default_value_t = 1_000)]
        requests: usize,
    },
    /// Every page out of a large library, for one client and for many
    Pages {
        /// How many photos
        #[arg(long, default_value_t = 100_000)]
        photos: u64,
        /// How often each route is asked
        #[arg(long, default_value_t = 200)]
        requests: usize,
        /// How many look at once while photos come in
        #[arg(long, default_value_t = 64)]
        clients: usize,
        /// For how many seconds they do
        #[arg(long, default_value_t = 30)]
        seconds: u64,
    },
    /// Pictures and Today for many who are signed in, against nginx
    Serve {
        /// How many photos are in the library
        #[arg(long, default_value_t = 100_000)]
        photos: u64,
        /// How many look at once
        #[arg(long, default_value_t = 64)]
        clients: usize,
        /// How often each side runs
        #[arg(long, default_value_t = 5)]
        rounds: usize,
        /// For how many seconds each time
        #[arg(long, default_value_t = 4)]
        seconds: u64,
    },
    /// When a page can first be seen on a slow phone, and what it weighs
    Paint {
        /// How often each page is opened
        #[arg(long, default_value_t = 5)]
        rounds: usize,
    },
    /// What care spares people in simulated lives, and what it costs them, against the policies of others
    Care {
        /// How many lives
        #[arg(long, default_value_t = 1_000)]
        lives: u64,
        /// From which seed they are made
        #[arg(long, default_value_t = 4)]
        seed: u64,
        /// Instead what each rule buys and costs, which takes long
        #[arg(long)]
        frontier: bool,
    },
    /// A year of each of our own stories, by the real program on a told clock
    TrialLives {
        /// Only the stories of these names
        #[arg(long)]
        story: Vec<String>,
    },
    /// The first visit of four people in a real browser
    TrialFirstVisit,
    /// What `serve` holds while it rests
    Memory {
        /// How many photos it brings in first
        #[arg(long, default_value_t = 1_500)]
        photos: usize,
    },
}

fn main() {
    let cli = Cli::parse();
    std::fs::create_dir_all(&cli.kept).unwrap();
    match cli.what {
        What::Import { photos, rounds } => import::run(&cli.program, &cli.kept, photos, rounds),
        What::Today { sizes, requests } => today::run(&cli.kept, &sizes, requests),
        What::Pages { photos, requests, clients, seconds } => {
            pages::run(&cli.program, &cli.kept, &pages::Wanted { size: photos, requests, clients, seconds });
        }
        What::Serve { photos, clients, rounds, seconds } => {
            serve::run(&cli.program, &cli.kept, &serve::Wanted { size: photos, clients, rounds, seconds });
        }
        What::Paint { rounds } => paint::run(&cli.program, &cli.kept, rounds),
        What::Care { lives, seed, frontier } => care::run(lives, seed, frontier),
        What::TrialLives { story } => trial::lives(&cli.program, &cli.kept, &story),
        What::TrialFirstVisit => trial::first_visit(&cli.program, &cli.kept),
        What::Memory { photos } => memory::run(&cli.program, &cli.kept, photos),
    }
}

/// The value below which that part of the sorted values lies.
pub(crate) fn percentile(sorted: &[f64], part: f64) -> f64 {
    let last = sorted.len().saturating_sub(1);
    sorted.get((last as f64 * part).round() as usize).copied().unwrap_or(f64::NAN)
}

pub(crate) fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    percentile(&sorted, 0.5)
}
