//! Simulated companies and the performance of the method on them: answered in quick depth, in full
//! depth, and in between.
//!
//! A company has a strength, each section a strength around it, and each answer noise around the
//! strength of its section, all normally distributed in units of levels. The answer is the nearest
//! level.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "each user has a part of it, and may fail"
)]

use assay_core::random::Generator;
use assay_core::{
    Answer, AnswerSheet, Answers, Certainty, Depth, Evaluation, Level, Model, QuestionIx, Score,
    Stance,
};

/// Companies whose mean answer is near the middle of the levels.
pub const EVEN: Population = Population {
    name: "even",
    mean_strength: 2.0,
};

/// Companies whose mean AI content is near 36, the mean of a published index of the same range
/// (Accenture 2022).
pub const BEGINNING: Population = Population {
    name: "beginning",
    mean_strength: 1.5,
};

/// The standard deviations of strengths and noise, in levels.
const COMPANY: f64 = 0.6;
const SECTION: f64 = 0.7;
const NOISE: f64 = 0.9;

/// The number of questions asked after the quick ones.
pub const ASKED: usize = 8;

/// Companies to draw from.
#[derive(Debug, Clone, Copy)]
pub struct Population {
    /// The name in the table.
    pub name: &'static str,
    /// The mean strength of its companies, in levels.
    pub mean_strength: f64,
}

/// A company.
pub struct Company {
    /// The answers to all questions.
    pub full: Answers,
    /// The answers to the quick questions.
    pub quick: Answers,
}

/// The performance on one company.
pub struct Outcome {
    /// The mean of its answers to all questions that exist for it, in levels.
    pub mean_answer: f64,
    /// The full AI content, in percent.
    pub ai_content: Option<f64>,
    /// Whether the full AI content is within the plausible range of the quick answers.
    pub held: bool,
    /// The confidence of the quick answers, if a path is recommended, and whether the full answers
    /// recommend the same path.
    pub confidence: Option<(f64, bool)>,
    /// Whether the recommended path is the one of the full answers after each further question,
    /// chosen by information.
    pub by_information: [bool; ASKED + 1],
    /// The same with questions in random order.
    pub at_random: [bool; ASKED + 1],
}

/// A stream of companies.
pub struct Companies<'m> {
    model: &'m Model,
    stance: Stance,
    population: Population,
    stream: Generator,
    draws: usize,
}

impl<'m> Companies<'m> {
    /// Creates the stream of a population and a seed; each company is evaluated with `draws` draws.
    pub fn new(
        model: &'m Model,
        stance: Stance,
        population: Population,
        seed: u64,
        draws: usize,
    ) -> Self {
        Self {
            model,
            stance,
            population,
            stream: Generator::from_seed(seed),
            draws,
        }
    }

    /// Returns the next company.
    pub fn company(&mut self) -> Company {
        let company = self.population.mean_strength + COMPANY * self.normal();
        let sections: Vec<f64> = self
            .model
            .sections()
            .iter()
            .map(|_| company + SECTION * self.normal())
            .collect();
        let mut full = Answers::empty(self.model);
        for ix in self.model.question_ixs() {
            let section = self.model.question(ix).section.index();
            let level = (sections[section] + NOISE * self.normal()).round();
            full.set(
                ix,
                Level::new(level.clamp(0.0, 4.0) as u8).map(Answer::Level),
            );
        }
        let mut quick = full.clone();
        let sheet = AnswerSheet::new(self.model, self.stance, Depth::Quick, full.clone());
        for ix in self.model.question_ixs().filter(|&ix| !sheet.is_asked(ix)) {
            quick.set(ix, None);
        }
        Company { full, quick }
    }

    /// Evaluates the next company.
    pub fn outcome(&mut self) -> Outcome {
        let company = self.company();
        let full = self.score(&company.full);
        let quick = self.score(&company.quick);
        let first = self.certainty(&company.quick);
        let held = match (first.plausible, full.ai_content.value()) {
            (Some((low, high)), Some(value)) => low <= value && value <= high,
            _ => false,
        };
        let same = |score: &Score| score.recommendation.path() == full.recommendation.path();
        let confidence = quick.recommendation.path().and(first.confidence);
        Outcome {
            mean_answer: self.mean_answer(&company.full),
            ai_content: full.ai_content.value(),
            held,
            confidence: confidence.map(|confidence| (confidence, same(&quick))),
            by_information: self.ask(&company, Some(first), same),
            at_random: self.ask(&company, None, same),
        }
    }

    /// Asks further questions, chosen by information if there are draws.
    fn ask(
        &mut self,
        company: &Company,
        first: Option<Certainty>,
        same: impl Fn(&Score) -> bool,
    ) -> [bool; ASKED + 1] {
        let informed = first.is_some();
        let mut answers = company.quick.clone();
        let mut latest = first;
        std::array::from_fn(|asked| {
            if asked > 0 {
                let next = if informed {
                    let certainty = latest.take().unwrap_or_else(|| self.certainty(&answers));
                    certainty.ask_next.first().map(|(question, _)| *question)
                } else {
                    self.any_open(&answers)
                };
                if let Some(question) = next {
                    answers.set(question, company.full.get(question));
                }
            }
            same(&self.score(&answers))
        })
    }

    fn any_open(&mut self, answers: &Answers) -> Option<QuestionIx> {
        let sheet = AnswerSheet::new(self.model, self.stance, Depth::Full, answers.clone());
        let open: Vec<QuestionIx> = self
            .model
            .question_ixs()
            .filter(|&ix| sheet.is_visible(ix) && answers.get(ix).is_none())
            .collect();
        let (place, _) = self.stream.next_index(open.len() as u32, 1);
        open.get(place as usize).copied()
    }

    fn mean_answer(&self, answers: &Answers) -> f64 {
        let sheet = AnswerSheet::new(self.model, self.stance, Depth::Full, answers.clone());
        let visible = self.model.question_ixs().filter(|&ix| sheet.is_visible(ix));
        mean(visible.filter_map(|ix| answers.level(ix).map(|level| f64::from(level.get()))))
    }

    fn score(&self, answers: &Answers) -> Score {
        Evaluation::new(self.model, self.stance, answers).score()
    }

    fn certainty(&self, answers: &Answers) -> Certainty {
        Evaluation::new(self.model, self.stance, answers).certainty(self.draws)
    }

    /// Returns a standard normal number (Box & Muller 1958).
    fn normal(&mut self) -> f64 {
        let radius = (2.0 * self.stream.next_exponential()).sqrt();
        radius * libm::cos(std::f64::consts::TAU * self.stream.next_unit())
    }
}

/// Returns the share of true values.
pub fn share(flags: impl Iterator<Item = bool>) -> f64 {
    let (mut yes, mut all) = (0.0, 0.0);
    for flag in flags {
        yes += f64::from(u8::from(flag));
        all += 1.0;
    }
    yes / all
}

/// Returns the mean of figures.
pub fn mean(figures: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut all) = (0.0, 0.0);
    for figure in figures {
        sum += figure;
        all += 1.0;
    }
    sum / all
}

/// A bin of confidences.
pub struct Bin {
    /// The mean confidence.
    pub confidence: f64,
    /// The share of companies with the same path.
    pub same: f64,
    /// The number of companies.
    pub count: usize,
}

/// Groups the confidences into bins with these bounds; empty bins are omitted.
pub fn bins(outcomes: &[Outcome], bounds: &[f64]) -> Vec<Bin> {
    bounds
        .windows(2)
        .filter_map(|pair| {
            let inside: Vec<(f64, bool)> = outcomes
                .iter()
                .filter_map(|outcome| outcome.confidence)
                .filter(|(confidence, _)| (pair[0]..pair[1]).contains(confidence))
                .collect();
            let count = inside.len();
            (count > 0).then(|| Bin {
                confidence: inside.iter().map(|(c, _)| c).sum::<f64>() / count as f64,
                same: share(inside.iter().map(|(_, same)| *same)),
                count,
            })
        })
        .collect()
}
