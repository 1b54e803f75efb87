// A questionnaire without a framework: the practical limit.
import { generateSections } from "../questionnaire.mjs";

const count = Number(new URLSearchParams(location.search).get("questions"));
const sections = generateSections(count);
const key = `hand-written-${count}`;
const answers = JSON.parse(localStorage.getItem(key) ?? "{}");
const app = document.getElementById("app");
const conditional = sections.flatMap(section => section.questions).filter(question => question.visibleIf);
const dependents = Object.groupBy(conditional, question => question.visibleIf.question);
let current = 0;

function isVisible({ visibleIf }) {
  return !visibleIf || answers[visibleIf.question] >= visibleIf.atLeast;
}

function option(question, text, value) {
  const checked = answers[question.id] === value ? " checked" : "";
  return `<label><input type="radio" name="${question.id}" value="${value}"${checked}> ${text}</label>`;
}

function fieldset(question) {
  const options = question.options.map((text, value) => option(question, text, value)).join("");
  return `<fieldset data-id="${question.id}"${isVisible(question) ? "" : " hidden"}><legend>${question.text}</legend>${options}</fieldset>`;
}

function showSection() {
  const { title, questions } = sections[current];
  const isLast = current === sections.length - 1;
  app.innerHTML = `<h1>${title}</h1><progress max="4" value="${current}"></progress>${questions.map(fieldset).join("")}`
    + `<button id="next">${isLast ? "Complete" : "Next"}</button>`;
}

function sectionMean({ questions }) {
  const values = questions.filter(question => isVisible(question) && question.id in answers).map(({ id }) => answers[id] / 4);
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value) / values.length;
}

function showResult() {
  const means = sections.map(sectionMean);
  const score = means.reduce((sum, value) => sum + value) / means.length * 100;
  app.innerHTML = `<h1>Results</h1><p id="score">${score.toFixed(1)}</p><canvas id="radar" width="480" height="480"></canvas>`;
  const context = document.getElementById("radar").getContext("2d");
  context.translate(240, 240);
  for (let ring = 1; ring <= 4; ring++) drawPolygon(context, means.map(() => ring / 4), "#ccc");
  drawPolygon(context, means, "#06c");
}

function drawPolygon(context, values, colour) {
  context.strokeStyle = colour;
  context.beginPath();
  values.forEach((value, place) => {
    const angle = place * Math.PI / 2;
    context.lineTo(Math.sin(angle) * value * 200, -Math.cos(angle) * value * 200);
  });
  context.closePath();
  context.stroke();
}

app.addEventListener("change", ({ target }) => {
  answers[target.name] = Number(target.value);
  localStorage.setItem(key, JSON.stringify(answers));
  for (const question of dependents[target.name] ?? []) {
    app.querySelector(`[data-id="${question.id}"]`).hidden = !isVisible(question);
  }
});

app.addEventListener("click", ({ target }) => {
  if (target.id !== "next") return;
  current++;
  if (current < sections.length) showSection();
  else showResult();
  window.scrollTo(0, 0);
});

showSection();
