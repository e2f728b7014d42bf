//! Landlock rule sets (Linux 5.13 and later).

use std::path::Path;

use landlock::{
    ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, PathBeneath, Ruleset, RulesetAttr, RulesetCreated,
    RulesetCreatedAttr, RulesetError, RulesetStatus, Scope,
};

use super::Enforced;

/// The newest rules that are asked for; kernels leave out what they do not know.
const NEWEST: ABI = ABI::V6;

/// Where programs and their libraries live, on the systems that are known here.
const PROGRAMS: [&str; 8] =
    ["/usr", "/bin", "/lib", "/lib32", "/lib64", "/nix/store", "/gnu/store", "/etc/ld.so.cache"];

/// Bars every file, every connection and signals to others.
pub(super) fn nothing() -> Enforced {
    enforced(everything().and_then(RulesetCreated::restrict_self))
}

/// Bars all but starting programs of the system, and reading the file at standard input.
pub(super) fn programs_and_standard_input(program: &Path) -> Enforced {
    let rules = || {
        let run = AccessFs::Execute | AccessFs::ReadFile | AccessFs::ReadDir;
        let program = program.canonicalize().ok();
        let known = PROGRAMS.iter().map(Path::new).chain(program.as_deref());
        // Places that are not on this system are skipped.
        let rules = landlock::path_beneath_rules(known, run);
        everything()?
            .add_rules(rules)?
            .add_rule(PathBeneath::new(std::io::stdin(), AccessFs::ReadFile))?
            .restrict_self()
    };
    enforced(rules())
}

fn everything() -> Result<RulesetCreated, RulesetError> {
    Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(NEWEST))?
        .handle_access(AccessNet::from_all(NEWEST))?
        .scope(Scope::from_all(NEWEST))?
        .create()
}

fn enforced(result: Result<landlock::RestrictionStatus, RulesetError>) -> Enforced {
    match result.map(|status| status.ruleset) {
        Ok(RulesetStatus::FullyEnforced) => Enforced::Fully,
        Ok(RulesetStatus::PartiallyEnforced) => Enforced::Partly,
        Ok(RulesetStatus::NotEnforced) | Err(_) => Enforced::Not,
    }
}
