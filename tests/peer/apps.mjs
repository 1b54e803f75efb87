// How each app is opened, answered and read. The functions `countQuestions`, `answer` and `next` run in the page.
import { assayModel } from "./questionnaire.mjs";

/** Number of questions of Assay's standard questionnaire. */
const STANDARD = 46;

const handWritten = {
  folder: "dist/hand-written",
  files: () => ({}),
  address: count => `/?questions=${count}`,
  ready: "fieldset input",
  result: "#score",
  countQuestions: () => document.querySelectorAll("fieldset:not([hidden])").length,
  answer: ([place, option]) => {
    const question = document.querySelectorAll("fieldset:not([hidden])")[place];
    return window.timeToFrame(question?.querySelectorAll("input")[option]);
  },
  next: section => section < 3
    ? window.timeToFrame(document.querySelector("#next"))
    : window.timeToElement("#next", "#score"),
};

const surveyJs = {
  folder: "dist/surveyjs",
  files: () => ({}),
  address: count => `/?questions=${count}`,
  ready: "input[type=radio]",
  result: "#results:not([hidden]) #score",
  countQuestions: () => document.querySelectorAll("fieldset").length,
  answer: ([place, option]) => {
    const question = document.querySelectorAll("fieldset")[place];
    return window.timeToFrame(question?.querySelectorAll("input")[option]);
  },
  next: section => section < 3
    ? window.timeToFrame(document.querySelector(".sd-navigation__next-btn"))
    : window.timeToElement(".sd-navigation__complete-btn", "#results:not([hidden]) #score"),
};

const assay = {
  folder: "../../dist",
  files: count => count === STANDARD ? {} : { [`/generated-${count}.json`]: JSON.stringify(assayModel(count)) },
  address: count => count === STANDARD ? "/?lang=en#/s/data" : `/?lang=en&model=/generated-${count}.json#/s/data`,
  ready: "html[data-ready] fieldset[data-question] input",
  result: "main[data-page=results] [data-ai-content]",
  countQuestions: () => document.querySelectorAll("fieldset[data-question]:not([hidden])").length,
  answer: ([place, option]) => {
    const question = document.querySelectorAll("fieldset[data-question]:not([hidden])")[place];
    return window.timeToFrame(question?.querySelector(`input[value="${option}"]`));
  },
  next: async section => {
    const next = () => document.querySelector("[data-action=next], [data-action=review]");
    const here = document.querySelector("main").dataset.section;
    if (section < 3) return window.timeToFrameWith(next(), `main[data-section]:not([data-section="${here}"])`);
    if (!document.querySelector("[data-action=results]")) await window.timeToFrame(next());
    return window.timeToElement("[data-action=results]", "main[data-page=results] [data-ai-content]");
  },
};

export const APPS = { "hand-written": handWritten, surveyjs: surveyJs, assay };
