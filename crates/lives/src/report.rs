//! The report of the benchmark, in Markdown, for `docs/care-benchmark.md`.

use std::time::Instant;

use crate::{ANSWER, Least, Life, Named, Owners, Rules, Run, Signs, Tally, Unanswered, live, policies, seed_of, table};

/// The tables as owners are assumed to be, by how many answer the first question, and beside the goals.
pub fn figures(count: u64, seed: u64) {
    let lives = Lives { count, seed };
    println!("`bin/bench care --lives {count} --seed {seed}`, 95 % confidence intervals over lives.\n");
    lives.as_assumed();
    lives.first_question();
    lives.goals();
}

/// How much somebody must have been there to be asked about by their absence: what that buys and costs.
pub fn absence(count: u64, seed: u64) {
    let lives = Lives { count, seed };
    let mut points = Vec::new();
    for (days, share, missed) in [
        (6, 0.03, 3.0),
        (6, 0.05, 3.0),
        (6, 0.05, 5.0),
        (6, 0.05, 8.0),
        (6, 0.07, 3.0),
        (6, 0.07, 5.0),
        (6, 0.07, 8.0),
        (10, 0.1, 3.0),
        (10, 0.1, 5.0),
        (10, 0.15, 5.0),
    ] {
        let signs = Signs { least: Some(Least { days, share, missed }), ..Signs::ALL };
        let name = format!("{days} days, {:.0} % of days, {missed} times since", share * 100.0);
        points.push(Named::perennial(&name, Rules { signs, ..Rules::default() }));
    }
    for (owners, title) in [(Owners::SILENT, "nobody says anything"), (Owners::SAYING, "everybody says it")] {
        lives.compared(owners, title, points.clone());
    }
}

/// What each rule buys and costs: surprises against days with a card. It takes long.
pub fn frontier(count: u64, seed: u64) {
    let lives = Lives { count, seed };
    println!("`bin/bench care --frontier --lives {count} --seed {seed}`.\n");
    lives.frontier();
    lives.each_rule();
}

struct Lives {
    count: u64,
    seed: u64,
}

impl Lives {
    fn live(&self, runs: &[Run]) -> Vec<Vec<Tally>> {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let began = Instant::now();
        let lived = live(self.seed, self.count, runs, threads);
        eprintln!("{} lives in {} runs in {:.0} s", self.count, runs.len(), began.elapsed().as_secs_f64());
        lived
    }

    fn as_assumed(&self) {
        let all = policies::all();
        let runs: Vec<Run> = all.iter().cloned().map(Run::assumed).collect();
        let lived = self.live(&runs);
        println!("{}", table::figures(&runs, &lived));
        println!(
            "Where the surprises come from, a year: by when owners use controls, by kind of loss, by what touches it.\n"
        );
        println!("{}", table::sources(&all, &lived));
    }

    /// What an answered first question changes, by the part of owners who answer it.
    fn first_question(&self) {
        let mut runs = Vec::new();
        for (others, does) in
            [(Unanswered::Left, "the others leave it"), (Unanswered::NothingNow, "the others press “nothing now”")]
        {
            for answer in ANSWER {
                let policy = Named::perennial(&format!("{:.0} % answer, {does}", answer * 100.0), Rules::default());
                runs.push(Run { policy, owners: Owners { answer, others, ..Owners::ASSUMED } });
            }
        }
        println!("The first question, by how many answer it.\n\n{}", table::figures(&runs, &self.live(&runs)));
    }

    /// The goals: everybody says what was lost, and nobody does.
    fn goals(&self) {
        let pressing = Owners { others: Unanswered::NothingNow, ..Owners::SILENT };
        for (owners, title) in [
            (Owners::SAYING, "everybody says it"),
            (Owners::SILENT, "nobody says anything"),
            (pressing, "nobody says anything, all press “nothing now”"),
        ] {
            self.compared(owners, title, vec![Named::perennial("Perennial", Rules::default())]);
        }
    }

    /// Surprises against days with a card, by signs and days a week.
    fn frontier(&self) {
        let much = Signs { least: Some(Least::MUCH), ..Signs::ALL };
        let signs = [
            ("every sign", Signs::ALL),
            ("of the gone only who was there much", much),
            ("so, without the days around", Signs { around: false, ..much }),
            ("words, last days, farewells", Signs { farewells: true, ..Signs::TOLD }),
            ("words and last days", Signs::TOLD),
            ("no sign", Signs::NONE),
        ];
        let mut points = Vec::new();
        for (name, signs) in signs {
            for said_counts in [false, true] {
                for card_days in [0, 1, 2, 7] {
                    let rules = Rules { signs, card_days, said_counts, ..Rules::default() };
                    let said = if said_counts { ", who said it is asked about nobody else" } else { "" };
                    points.push(Named::perennial(&format!("{name}, {card_days} days a week{said}"), rules));
                }
            }
        }
        for (owners, title) in
            [(Owners::SAYING, "frontier, everybody says it"), (Owners::SILENT, "frontier, nobody says anything")]
        {
            let said = |point: &&Named| owners == Owners::SAYING || !point.name.contains("nobody else");
            self.compared(owners, title, points.iter().filter(said).cloned().collect());
        }
    }

    /// All rules, then each left out or put back.
    fn each_rule(&self) {
        let all = Rules::default();
        let signs = |signs: Signs| Rules { signs, ..all };
        let rules = [
            ("all rules", all),
            ("without words", signs(Signs { words: false, ..Signs::ALL })),
            ("without last days", signs(Signs { last_days: false, ..Signs::ALL })),
            ("without farewells", signs(Signs { farewells: false, ..Signs::ALL })),
            ("without whoever is gone", signs(Signs { gone: false, ..Signs::ALL })),
            ("without the days around", signs(Signs { around: false, ..Signs::ALL })),
            ("pictures asked about instead of away", Rules { away: false, ..all }),
            ("suspicions around them aloud", Rules { silent: false, ..all }),
            ("a separation asks about moments whole", Rules { without_them: false, ..all }),
            ("what is suspected around a former partner waits too", Rules { waits_around_spared: true, ..all }),
            ("of the gone only who was there much", signs(Signs { least: Some(Least::MUCH), ..Signs::ALL })),
            ("who said a loss is asked about nobody else", Rules { said_counts: true, ..all }),
            (
                "so, and what is suspected around a former partner waits too",
                Rules { said_counts: true, waits_around_spared: true, ..all },
            ),
            ("as many card days as there are", Rules { card_days: 7, ..all }),
            ("with “put away on this day before”", Rules { put_away_before: true, ..all }),
            ("a welcome frees its people", Rules { welcome_of_people: true, ..all }),
            ("“nothing now” ends nothing", Rules { nothing_now_counts: false, ..all }),
        ];
        let named: Vec<Named> = rules.map(|(name, rules)| Named::perennial(name, rules)).into();
        for (owners, title) in [
            (Owners::SAYING, "each rule, everybody says it"),
            (Owners::SILENT, "each rule, nobody says anything"),
            (Owners::ASSUMED, "each rule, as assumed"),
        ] {
            self.compared(owners, title, named.clone());
        }
    }

    /// Some policies beside the best of the others, in lives with a loss.
    fn compared(&self, owners: Owners, title: &str, points: Vec<Named>) {
        let others = policies::of_others();
        let first = others.len();
        let runs: Vec<Run> = others.into_iter().chain(points).map(|policy| Run { policy, owners }).collect();
        let lived = self.live(&runs);
        let losses: Vec<bool> =
            (0..self.count).map(|number| !Life::born(seed_of(self.seed, number)).losses.is_empty()).collect();
        let surprises = |tallies: &&Vec<Tally>| tallies.iter().map(|tally| tally.surprises).sum::<u32>();
        let Some(best) = lived[..first].iter().min_by_key(surprises) else { return };
        let rows: Vec<(String, Vec<Tally>)> =
            runs.iter().zip(&lived).map(|(run, tallies)| (run.policy.name.clone(), tallies.clone())).collect();
        let mine = rows.get(first..).unwrap_or_default();
        let best_name = lived.iter().position(|tallies| tallies == best).map_or("", |at| rows[at].0.as_str());
        let shown: Vec<(String, Vec<Tally>)> =
            [(best_name.to_owned(), best.clone())].into_iter().chain(mine.iter().cloned()).collect();
        println!("{}", table::frontier(title, &shown, best, &losses));
        if mine.len() == 1 {
            let policies: Vec<Named> = runs.iter().map(|run| run.policy.clone()).collect();
            println!("{}", table::sources(&policies, &lived));
        }
    }
}
