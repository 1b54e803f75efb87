//! An attack that infers answers from a link without answers.
//!
//! An answer is certain if every company with the same link gave it. The search for other companies
//! is incomplete, so it may report an answer as certain that is not, but never the opposite.

#![allow(
    unreachable_pub,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "its user may fail"
)]

use std::collections::HashMap;

use assay_core::link::{AnswerDetail, LinkOptions, encode};
use assay_core::random::Generator;
use assay_core::{
    Answer, Answers, Assessment, ConfidenceLevel, Depth, Evaluation, Level, Maturity, Model,
    PathStatus, QuestionIx, Scorer, Stance,
};

/// The number of draws behind the confidence level, for both sides of the comparison: fewer than
/// the method makes, for speed.
const DRAWS: usize = 500;

/// The number of random changes of a company in one walk.
const STEPS: usize = 60;

/// The knowledge of the attacker.
pub struct Attack<'m> {
    model: &'m Model,
    stance: Stance,
    depth: Depth,
    asked: Vec<QuestionIx>,
    scorer: Scorer,
}

/// The maturity level, then rank and status of each path.
type Order = (Option<Maturity>, [(u8, PathStatus); 4]);

/// The levels of the asked questions, in their order.
pub type Levels = Vec<u8>;

impl<'m> Attack<'m> {
    /// Prepares an attack on companies of a stance that answered every question of a depth.
    pub fn new(model: &'m Model, stance: Stance, depth: Depth) -> Self {
        let asked = model.question_ixs().filter(|&ix| {
            let question = model.question(ix);
            let exists = question.stance.is_none_or(|only| only == stance);
            exists && (depth == Depth::Full || question.quick)
        });
        Self {
            model,
            stance,
            depth,
            asked: asked.collect(),
            scorer: Scorer::new(model, stance),
        }
    }

    /// Returns the number of asked questions.
    pub fn count(&self) -> usize {
        self.asked.len()
    }

    /// Returns the levels of the asked questions.
    pub fn levels(&self, answers: &Answers) -> Levels {
        let level = |&ix: &QuestionIx| answers.level(ix).unwrap().get();
        self.asked.iter().map(level).collect()
    }

    fn answers(&self, levels: &[u8]) -> Answers {
        let mut answers = Answers::empty(self.model);
        for (&ix, &level) in self.asked.iter().zip(levels) {
            answers.set(ix, Level::new(level).map(Answer::Level));
        }
        answers
    }

    fn order(&self, levels: &[u8]) -> Order {
        let score = self.scorer.score(&self.answers(levels));
        let paths = score.paths.each_ref();
        (
            score.ai_content.level,
            paths.map(|path| (path.rank, path.status)),
        )
    }

    /// Returns the link without the confidence level, which is expensive to compute.
    pub fn link(&self, levels: &[u8]) -> String {
        self.link_with_confidence(levels, None)
    }

    /// Returns the complete link.
    pub fn whole(&self, levels: &[u8]) -> String {
        let known =
            Evaluation::new(self.model, self.stance, &self.answers(levels)).certainty(DRAWS);
        self.link_with_confidence(levels, known.level)
    }

    fn link_with_confidence(&self, levels: &[u8], level: Option<ConfidenceLevel>) -> String {
        let mut assessment = Assessment::new(self.model, self.stance, self.depth);
        assessment.answers = self.answers(levels);
        let include = LinkOptions {
            answers: AnswerDetail::ScoresOnly,
            confidence: level,
            ..LinkOptions::default()
        };
        encode(self.model, &assessment, include).unwrap()
    }

    /// Returns the number of certain answers of a company, as far as the search can tell.
    pub fn certain(&self, company: &[u8], walks: usize, random: &mut Generator) -> usize {
        let mut search = Search {
            attack: self,
            company,
            order: self.order(company),
            link: self.link(company),
            whole: self.whole(company),
            certain: vec![true; company.len()],
        };
        for _ in 0..walks {
            search.walk(random);
        }
        for question in 0..company.len() {
            search.single_out(question);
        }
        let visible = assay_core::Visibility::new(assay_core::Evaluation::new(
            self.model,
            self.stance,
            &self.answers(company),
        ));
        let counts = self.asked.iter().zip(&search.certain);
        counts
            .filter(|(ix, certain)| **certain && visible.is_visible(**ix))
            .count()
    }
}

/// The search for companies with the same link.
struct Search<'a, 'm> {
    attack: &'a Attack<'m>,
    company: &'a [u8],
    order: Order,
    link: String,
    whole: String,
    /// Whether no other company with another answer was found, by question.
    certain: Vec<bool>,
}

impl Search<'_, '_> {
    /// Compares the order of the paths first, which is cheaper than the whole link.
    fn has_same_link(&self, levels: &[u8]) -> bool {
        self.attack.order(levels) == self.order && self.attack.link(levels) == self.link
    }

    /// Changes answers at random as long as the link stays the same.
    fn walk(&mut self, random: &mut Generator) {
        let mut levels = self.company.to_vec();
        for _ in 0..STEPS {
            let mut changed = levels.clone();
            for _ in 0..=random.next_index(2, 1).0 {
                let (question, _) = random.next_index(levels.len() as u32, 1);
                changed[question as usize] = random.next_index(5, 1).0 as u8;
            }
            if self.has_same_link(&changed) {
                levels = changed;
            }
        }
        self.found(&levels);
    }

    /// Tries each other level of one question, alone and together with another question.
    fn single_out(&mut self, question: usize) {
        for level in 0..5 {
            let mut levels = self.company.to_vec();
            levels[question] = level;
            for other in 0..levels.len() {
                for beside in 0..5 {
                    if !self.certain[question] {
                        return;
                    }
                    let before = levels[other];
                    if other != question {
                        levels[other] = beside;
                    }
                    if self.has_same_link(&levels) {
                        self.found(&levels);
                    }
                    levels[other] = before;
                }
            }
        }
    }

    /// Records another company with the same link, unless its confidence level differs.
    fn found(&mut self, levels: &[u8]) {
        let differs = |at: &usize| self.company[*at] != levels[*at];
        let news = (0..levels.len()).any(|at| differs(&at) && self.certain[at]);
        if news && self.attack.whole(levels) == self.whole {
            for at in (0..levels.len()).filter(differs) {
                self.certain[at] = false;
            }
        }
    }
}

/// All possible companies of a small questionnaire, by their links.
pub struct Everyone<'a, 'm> {
    attack: &'a Attack<'m>,
    by_link: HashMap<String, Vec<u32>>,
    /// By level name and question, the levels given by any company with that maturity level.
    by_level: HashMap<String, Vec<[bool; 5]>>,
}

impl<'a, 'm> Everyone<'a, 'm> {
    /// Enumerates all companies.
    pub fn new(attack: &'a Attack<'m>) -> Self {
        let mut everyone = Self {
            attack,
            by_link: HashMap::new(),
            by_level: HashMap::new(),
        };
        for number in 0..5_u32.pow(attack.count() as u32) {
            let levels = everyone.company(number);
            let link = attack.link(&levels);
            everyone.by_link.entry(link).or_default().push(number);
            let given = everyone.by_level.entry(everyone.level_word(&levels));
            let given = given.or_insert_with(|| vec![[false; 5]; levels.len()]);
            for (given, &level) in given.iter_mut().zip(&levels) {
                given[usize::from(level)] = true;
            }
        }
        everyone
    }

    /// Returns the company with a number: its digits in base 5.
    fn company(&self, number: u32) -> Levels {
        let digit = |at: usize| (number / 5_u32.pow(at as u32) % 5) as u8;
        (0..self.attack.count()).map(digit).collect()
    }

    /// Returns the maturity level name of a result.
    fn level_word(&self, levels: &[u8]) -> String {
        let answers = self.attack.answers(levels);
        let score =
            assay_core::Evaluation::new(self.attack.model, self.attack.stance, &answers).score();
        format!("{:?}", score.ai_content.level)
    }

    /// Returns the numbers of answers of a company that are certain from its link, and from its
    /// maturity level alone.
    pub fn certain(&self, company: &[u8], random: &mut Generator) -> (usize, usize) {
        let whole = self.attack.whole(company);
        let mut certain = vec![true; company.len()];
        let mut others = self.by_link[&self.attack.link(company)].clone();
        while !others.is_empty() && certain.contains(&true) {
            let (at, _) = random.next_index(others.len() as u32, 1);
            let other = self.company(others.swap_remove(at as usize));
            let news = (0..company.len()).any(|at| certain[at] && other[at] != company[at]);
            if news && self.attack.whole(&other) == whole {
                for at in 0..company.len() {
                    certain[at] &= other[at] == company[at];
                }
            }
        }
        let by_level = &self.by_level[&self.level_word(company)];
        let only = |given: &&[bool; 5]| given.iter().filter(|given| **given).count() == 1;
        (
            certain.iter().filter(|certain| **certain).count(),
            by_level.iter().filter(only).count(),
        )
    }
}
