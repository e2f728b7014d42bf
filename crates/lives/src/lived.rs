//! A life, lived day by day under a policy.

use crate::assumptions::{AGAIN, KEPT};
use crate::chance::Chance;
use crate::life::{Life, LossKind, Way};
use crate::owner::{Answer, Owners, Unanswered, Willing};
use crate::policies::{Met, Policy};
use crate::returning::{Calendar, Memory, Returning};
use crate::truth::Hurt;

/// What came of a life under a policy.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    /// Years that were lived with it.
    pub years: f64,
    /// Memories that were shown unasked and hurt.
    pub surprises: u32,
    /// Memories that *none* shows and that are a joy on their day.
    pub joys: u32,
    /// Of those, how many were seen: at least half of their photos were shown, or opened by the owner.
    pub kept: u32,
    /// Of the joys, how many were shown unasked, at least half of their photos.
    pub openly: u32,
    /// Of the joys, how many wait where nobody is sent.
    pub joys_waiting: u32,
    /// Memories that were asked about.
    pub asks: u32,
    /// Days on which anything was: on each of them stands one card.
    pub card_days: u32,
    /// Memories that wait unseen where nobody is sent.
    pub waiting: u32,
    /// Memories asked about in which something would have hurt.
    pub asked_well: u32,
    /// Veils that the owner opened, and that hurt: their own choice, and no surprise.
    pub opened_hurts: u32,
    /// Controls used: forms, switches and buttons; not looking, and not the answers to veils.
    pub actions: u32,
    /// Veils that were answered with more than looking or leaving them: a button each.
    pub answers: u32,
    /// Surprises by a loss that had been said already, as far as the policy has a place for it.
    pub after_said: u32,
    /// Surprises by the way in which they touch the loss, in the order of [`Way::ALL`]; last, those of the day itself.
    pub by_way: [u32; 9],
    /// Surprises by the kind of loss, in the order of [`LossKind::ALL`].
    pub by_kind: [u32; 5],
    /// Surprises by when the owner uses controls, in the order of [`Willing::ALL`].
    pub by_willing: [u32; 3],
}

/// What separates the questions that are asked of one life's luck here.
const VEIL: u64 = 0x7E11;
const REACTS: u64 = 0x4EAC;
const FIRST: u64 = 0xF125;
/// A loss from before the program was there is said ten times sooner after joining: it is what one comes with. Assumed.
const SOONER: i64 = 10;

/// Lives a life under a policy. `days` is what [`crate::days`] gives for that life.
pub fn lived(life: &Life, days: &[(i64, Vec<Returning>)], policy: &mut dyn Policy, owners: &Owners) -> Tally {
    let mut living = Living {
        life,
        policy,
        told: vec![false; life.losses.len()],
        hurts: vec![0; life.losses.len()],
        tally: Tally { years: life.years_lived(), ..Tally::default() },
    };
    living.is_asked_first(owners);
    let calendar = Calendar::of(days);
    for (today, memories) in days {
        living.says_beforehand(*today);
        let met = living.policy.day(life, *today, &calendar);
        living.tally.card_days += u32::from(met.iter().any(|met| met.veiled != 0));
        for (at, (returning, met)) in memories.iter().zip(met).enumerate() {
            living.meets(*today, at, returning, met);
        }
    }
    living.tally
}

struct Living<'a> {
    life: &'a Life,
    policy: &'a mut dyn Policy,
    told: Vec<bool>,
    hurts: Vec<u32>,
    tally: Tally,
}

impl Living<'_> {
    /// The question before the first memory, where the policy asks it.
    fn is_asked_first(&mut self, owners: &Owners) {
        if !self.policy.asks_first() {
            return;
        }
        let joined = self.life.joined;
        let lost: Vec<usize> = (0..self.life.losses.len()).filter(|at| self.life.losses[*at].day <= joined).collect();
        let answers = self.luck(FIRST, joined, 0).odds(owners.answer);
        if answers && !lost.is_empty() {
            for loss in lost {
                self.told[loss] = true;
                self.tally.actions += self.policy.told(self.life, loss, joined);
            }
        } else if answers || owners.others == Unanswered::NothingNow {
            self.policy.nothing_now();
            self.tally.actions += 1;
        }
    }

    fn says_beforehand(&mut self, today: i64) {
        if self.life.owner.willing != Willing::Before {
            return;
        }
        for (index, loss) in self.life.losses.iter().enumerate() {
            let wait = self.life.owner.says_after[index];
            let from = if loss.day < self.life.joined { self.life.joined + wait / SOONER } else { loss.day + wait };
            if !self.told[index] && today >= from {
                self.told[index] = true;
                self.tally.actions += self.policy.told(self.life, index, today);
            }
        }
    }

    fn meets(&mut self, today: i64, at: usize, returning: &Returning, met: Met) {
        let memory = &returning.memory;
        let within = |mask: u16| {
            returning.hurts.iter().enumerate().filter(move |(at, _)| mask >> at & 1 == 1).find_map(|(_, hurt)| *hurt)
        };
        let mut seen = met.shown;
        if met.veiled != 0 && self.asked(today, at, returning, within(met.veiled)) {
            seen |= met.veiled;
        }
        if returning.dear {
            self.tally.joys += 1;
            let most = |mask: u16| f64::from(mask.count_ones()) / memory.photos.len() as f64 >= KEPT;
            self.tally.kept += u32::from(most(seen));
            self.tally.openly += u32::from(most(met.shown));
            self.tally.joys_waiting += u32::from(!most(met.shown) && most(met.shown | met.waits));
        }
        self.tally.waiting += u32::from(met.waits != 0);
        if let Some(hurt) = within(met.shown) {
            self.surprised(today, at, memory, hurt);
        }
    }

    /// Something behind the card of the day: answers whether the owner saw what is behind it.
    fn asked(&mut self, today: i64, at: usize, returning: &Returning, would_hurt: Option<Hurt>) -> bool {
        self.tally.asks += 1;
        self.tally.asked_well += u32::from(would_hurt.is_some());
        let luck = self.luck(VEIL, today, at);
        let answer = self.life.owner.answers(would_hurt.is_some(), returning.dear, luck);
        if !matches!(answer, Answer::Opened | Answer::Left) {
            self.tally.answers += self.policy.answered(self.life, today, &returning.memory, answer);
        }
        if let Some(hurt) = would_hurt.filter(|_| answer.saw()) {
            self.tally.opened_hurts += 1;
            // Whoever opened it and was hurt is moved to say something like anybody who was hurt.
            self.bears(today, at, &returning.memory, hurt, answer == Answer::Opened);
        }
        answer.saw()
    }

    fn surprised(&mut self, today: i64, at: usize, memory: &Memory, hurt: Hurt) {
        self.tally.surprises += 1;
        self.tally.after_said += u32::from(self.told[hurt.loss]);
        self.tally.by_way[hurt.way.map_or(Way::ALL.len(), |way| way as usize)] += 1;
        self.tally.by_kind[self.life.losses[hurt.loss].kind as usize] += 1;
        self.tally.by_willing[self.life.owner.willing as usize] += 1;
        self.bears(today, at, memory, hurt, true);
    }

    /// What the owner does about having been hurt; `also_this`: whether about this memory nothing was done yet.
    fn bears(&mut self, today: i64, at: usize, memory: &Memory, hurt: Hurt, also_this: bool) {
        let owner = &self.life.owner;
        if owner.willing == Willing::Never {
            return;
        }
        self.hurts[hurt.loss] += 1;
        if self.told[hurt.loss] {
            if also_this && self.luck(REACTS, today, at).odds(AGAIN) {
                self.tally.actions += self.policy.hurt(self.life, today, memory, hurt);
            }
        } else if owner.willing == Willing::Before || self.hurts[hurt.loss] >= owner.bears[hurt.loss] {
            self.told[hurt.loss] = true;
            let said = self.policy.told(self.life, hurt.loss, today);
            let more = if said == 0 && also_this { self.policy.hurt(self.life, today, memory, hurt) } else { 0 };
            self.tally.actions += said + more;
        }
    }

    fn luck(&self, question: u64, today: i64, at: usize) -> Chance {
        Chance::of(&[self.life.seed, question, today as u64, at as u64])
    }
}

impl Tally {
    /// Both together, for splits; figures with intervals are made of single lives.
    pub fn and(mut self, other: &Self) -> Self {
        fn add<const N: usize>(to: &mut [u32; N], from: &[u32; N]) {
            to.iter_mut().zip(from).for_each(|(to, from)| *to += from);
        }
        self.years += other.years;
        self.surprises += other.surprises;
        self.after_said += other.after_said;
        self.joys += other.joys;
        self.kept += other.kept;
        self.openly += other.openly;
        self.joys_waiting += other.joys_waiting;
        self.card_days += other.card_days;
        self.waiting += other.waiting;
        self.asks += other.asks;
        self.asked_well += other.asked_well;
        self.opened_hurts += other.opened_hurts;
        self.actions += other.actions;
        self.answers += other.answers;
        add(&mut self.by_way, &other.by_way);
        add(&mut self.by_kind, &other.by_kind);
        add(&mut self.by_willing, &other.by_willing);
        self
    }

    /// Surprises of one kind of loss.
    pub fn of_kind(&self, kind: LossKind) -> u32 {
        self.by_kind[kind as usize]
    }
}
