//! Concluding answers from a link without answers: which of them are certain?
//!
//! An answer is certain if every company whose link says the same gave it. The search for another
//! company may miss one, so it may call an answer certain that is not; it never does the opposite.

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
    Answer, Answers, Assessment, ConfidenceLevel, Depth, Level, Maturity, Model, PathStatus,
    QuestionIx, Scorer, Stance, certainty,
};

/// Draws behind the word for how sure a result is: fewer than the method makes, on both sides of
/// the comparison.
const DRAWS: usize = 500;

/// How many changes at random a company goes through in search of another.
const STEPS: usize = 60;

/// What the attacker knows.
pub struct Attack<'m> {
    model: &'m Model,
    stance: Stance,
    depth: Depth,
    asked: Vec<QuestionIx>,
    scorer: Scorer,
}

/// The level of the AI content, then how each path stands.
type Order = (Option<Maturity>, [(u8, PathStatus); 4]);

/// The levels of the asked questions, in their order.
pub type Levels = Vec<u8>;

impl<'m> Attack<'m> {
    /// On companies of this stance that answered every question of this depth.
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

    /// How many questions are asked.
    pub fn count(&self) -> usize {
        self.asked.len()
    }

    /// The levels that a company gives to the asked questions.
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

    /// What the link says, but for how sure the result is, which takes long to compute.
    pub fn link(&self, levels: &[u8]) -> String {
        self.with_word(levels, None)
    }

    /// What the whole link says.
    pub fn whole(&self, levels: &[u8]) -> String {
        let known = certainty(self.model, self.stance, &self.answers(levels), DRAWS);
        self.with_word(levels, known.level)
    }

    fn with_word(&self, levels: &[u8], sureness: Option<ConfidenceLevel>) -> String {
        let mut assessment = Assessment::new(self.model, self.stance, self.depth);
        assessment.answers = self.answers(levels);
        let include = LinkOptions {
            answers: AnswerDetail::ScoresOnly,
            confidence: sureness,
            ..LinkOptions::default()
        };
        encode(self.model, &assessment, include).unwrap()
    }

    /// How many answers of a company are certain for all that was found.
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
        let visible = assay_core::Visibility::new(self.model, self.stance, &self.answers(company));
        let counts = self.asked.iter().zip(&search.certain);
        counts
            .filter(|(ix, certain)| **certain && visible.is_visible(**ix))
            .count()
    }
}

/// The search for companies that a link can be of as well.
struct Search<'a, 'm> {
    attack: &'a Attack<'m>,
    company: &'a [u8],
    order: Order,
    link: String,
    whole: String,
    /// The answers that no other company was found to give differently.
    certain: Vec<bool>,
}

impl Search<'_, '_> {
    /// Looks at the order of the paths first, which costs less: who differs in that is passed over.
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

    /// Gives one question each other level, alone or along with another question's.
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

    /// Another company with the same link, unless it differs in how sure the result is.
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

/// All companies there can be of a small questionnaire, by what their links say.
pub struct Everyone<'a, 'm> {
    attack: &'a Attack<'m>,
    by_link: HashMap<String, Vec<u32>>,
    /// Per level word, then per question, the levels given by any company that is at that level.
    by_level: HashMap<String, Vec<[bool; 5]>>,
}

impl<'a, 'm> Everyone<'a, 'm> {
    /// Looks at everyone.
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

    /// The company of a number: its digits of base 5.
    fn company(&self, number: u32) -> Levels {
        let digit = |at: usize| (number / 5_u32.pow(at as u32) % 5) as u8;
        (0..self.attack.count()).map(digit).collect()
    }

    /// The level word that a result shows.
    fn level_word(&self, levels: &[u8]) -> String {
        let answers = self.attack.answers(levels);
        let score = assay_core::score(self.attack.model, self.attack.stance, &answers);
        format!("{:?}", score.ai_content.level)
    }

    /// How many answers of a company are certain by its link, and how many by its level word alone.
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
