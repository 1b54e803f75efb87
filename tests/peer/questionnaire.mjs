// Generates a questionnaire of single-choice questions in four sections, and its forms for each app.
// One question in ten is shown only if the one before it has option 3 or better.

const VERBS = ["collect", "label", "govern", "deploy", "fine-tune", "schedule", "measure", "review", "fund", "share"];
const OBJECTS = ["training corpora", "domain documents", "evaluation sets", "accelerator hours", "expert feedback",
  "model releases", "access rights", "agent workflows"];
const OPTIONS = ["Nobody does this yet, or only by accident", "One team does it by hand, when somebody asks",
  "Several teams follow a written practice", "The whole company follows it, with owners",
  "It is measured, automated and improved every quarter"];

export const SECTIONS = ["data", "algorithms", "compute", "strategy"];

/** The sections with their questions, in a form that belongs to no app. */
export function generateSections(count) {
  const sections = SECTIONS.map(id => ({ id, title: id[0].toUpperCase() + id.slice(1), questions: [] }));
  for (let number = 0; number < count; number++) {
    const section = sections[Math.floor(number * SECTIONS.length / count)];
    section.questions.push(question(section, number));
  }
  return sections;
}

function question(section, number) {
  const place = section.questions.length;
  const verb = VERBS[number % VERBS.length];
  const object = OBJECTS[number % OBJECTS.length];
  const condition = place % 10 === 9 ? { visibleIf: { question: `${section.id}_${place - 1}`, atLeast: 2 } } : {};
  return {
    id: `${section.id}_${place}`,
    text: `How does your company ${verb} ${object} for the work that depends on them (${number + 1})?`,
    options: OPTIONS,
    ...condition,
  };
}

/** The questionnaire as SurveyJS reads it. */
export function surveyJsForm(count) {
  return {
    showProgressBar: true,
    progressBarType: "pages",
    checkErrorsMode: "onNextPage",
    focusFirstQuestionAutomatic: false,
    pages: generateSections(count).map(section => ({
      name: section.id,
      title: section.title,
      elements: section.questions.map(surveyJsQuestion),
    })),
  };
}

function surveyJsQuestion({ id, text, options, visibleIf }) {
  const condition = visibleIf ? { visibleIf: `{${visibleIf.question}} >= ${visibleIf.atLeast}` } : {};
  const choices = options.map((text, value) => ({ value, text }));
  return { type: "radiogroup", name: id, title: text, choices, ...condition };
}

/** The questionnaire as a file of the format `assay.model/1`. */
export function assayModel(count) {
  const sections = generateSections(count);
  const equal = section => Object.fromEntries(section.questions.map(({ id }) => [id, 1]));
  const paths = { maas: path(2), industry: path(0), open_source: path(1), agent: path(3) };
  return {
    format: "assay.model/1",
    id: `generated-${count}`,
    version: "1",
    sections: sections.map(({ id }) => ({ id, weight: 1 / SECTIONS.length })),
    aggregation: { power: 0, shift: 0.01 },
    questions: sections.flatMap(section => section.questions.map(question => assayQuestion(section, question))),
    criteria: Object.fromEntries(sections.map(section => [section.id, equal(section)])),
    paths: { provide: paths, adopt: paths },
    texts: { en: assayTexts(count, sections) },
  };
}

function assayQuestion(section, { id, visibleIf }) {
  const condition = visibleIf ? { visible_if: { question: visibleIf.question, at_least: visibleIf.atLeast } } : {};
  return { id, section: section.id, topic: section.id, weight: 1, quick: false, ...condition };
}

/** A path that weighs one section twice as much as the others. */
function path(main) {
  return Object.fromEntries(SECTIONS.map((id, place) => [id, { weight: place === main ? 40 : 20 }]));
}

function assayTexts(count, sections) {
  const questions = sections.flatMap(section => section.questions);
  return {
    title: `${count} generated questions`,
    sections: Object.fromEntries(sections.map(({ id, title }) => [id, { title }])),
    topics: {},
    questions: Object.fromEntries(questions.map(({ id, text, options }) => [id, { text, levels: options }])),
  };
}
