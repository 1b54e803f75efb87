// The questionnaire with SurveyJS and Chart.js.
import { Chart, Filler, LineElement, PointElement, RadarController, RadialLinearScale } from "chart.js";
import { Model } from "survey-core";
import "survey-core/survey-core.min.css";
import { renderSurvey } from "survey-js-ui";
import { SECTIONS, surveyJsForm } from "../questionnaire.mjs";

Chart.register(RadarController, RadialLinearScale, PointElement, LineElement, Filler);

const count = Number(new URLSearchParams(location.search).get("questions"));
const survey = new Model(surveyJsForm(count));
const key = `surveyjs-${count}`;
const saved = localStorage.getItem(key);
if (saved) survey.data = JSON.parse(saved);

function sectionMean(section) {
  const asked = survey.getAllQuestions().filter(question => question.isVisible && question.name.startsWith(`${section}_`));
  const values = asked.filter(question => !question.isEmpty()).map(question => question.value / 4);
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value) / values.length;
}

function showResult() {
  const means = SECTIONS.map(sectionMean);
  const score = means.reduce((sum, value) => sum + value) / means.length * 100;
  document.getElementById("app").hidden = true;
  document.getElementById("results").hidden = false;
  document.getElementById("score").textContent = score.toFixed(1);
  new Chart(document.getElementById("radar"), {
    type: "radar",
    options: { responsive: false, animation: false, scales: { r: { min: 0, max: 1 } } },
    data: { labels: SECTIONS, datasets: [{ data: means, fill: true }] },
  });
}

survey.onValueChanged.add(() => localStorage.setItem(key, JSON.stringify(survey.data)));
survey.onComplete.add(showResult);
renderSurvey(survey, document.getElementById("app"));
