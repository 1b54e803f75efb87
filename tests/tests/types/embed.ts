// Everything that public/embed.d.ts promises, used once, and a wrong use of each kind. Compiled by
// tests/tests/journeys/embed/types.rs, never run.
import type {
  AssayAssessmentElement,
  AssayAttributes,
  AssayError,
  AssayEventMap,
  AssayProgress,
  AssayRefusal,
  AssayResult,
} from "../../../public/embed";

// Attributes: each by its name, none forgotten.
const attributes: Required<AssayAttributes> = {
  src: "https://assay.firm.example/",
  model: "models/plant.json",
  lang: "zh-CN",
  theme: "dark",
  mode: "popup",
  label: "Begin here",
  stance: "adopt",
  depth: "quick",
  prefill: '{"data.domain": 3}',
  results: "hide",
  height: 500,
};
const heights: AssayAttributes["height"][] = ["auto", "500", 500, undefined];
// @ts-expect-error is no theme
const theme: AssayAttributes = { theme: "blue" };
// @ts-expect-error is no attribute
const unknown: AssayAttributes = { colour: "red" };
// @ts-expect-error is no number
const height: AssayAttributes = { height: "high" };

// The element, made or found.
const made: AssayAssessmentElement = document.createElement("assay-assessment");
for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
const found: AssayAssessmentElement | null = document.querySelector("assay-assessment");

// Methods.
made.open();
made.close();
made.reset();
async function asks(element: AssayAssessmentElement): Promise<string> {
  try {
    const { result, link }: AssayResult = await element.getResult();
    const format: "assay.result/1" = result.format;
    return format + link;
  } catch (error) {
    const refusal = error as AssayRefusal;
    const codes: Record<AssayRefusal["code"], string> = {
      declined: "no",
      "nothing-to-send": "nothing",
      "not-allowed": "never",
      unreachable: "nobody there",
    };
    return codes[refusal.code] + refusal.message;
  }
}
// @ts-expect-error takes nothing
made.open("popup");
// @ts-expect-error is a promise
const link: string = made.getResult().link;
// @ts-expect-error is no method
made.getAnswers();

// Events: one listener for each of them.
const listeners: { [K in keyof AssayEventMap]: (event: AssayEventMap[K]) => unknown } = {
  "assay-ready": ({ detail }) => [detail.version.length, detail.result === true],
  "assay-started": ({ detail }) => Object.keys(detail),
  "assay-progress": ({ detail }) => detail.fraction.toFixed(1),
  "assay-completed": ({ detail }) => Object.keys(detail),
  "assay-result": ({ detail }) => [detail.result.format, detail.link],
  "assay-resize": ({ detail }) => detail.height.toFixed(),
  "assay-error": ({ detail }) => detail.message,
};
made.addEventListener("assay-progress", function ({ detail }) {
  const progress: AssayProgress = detail;
  const section: string | null = progress.section;
  this.title = section ?? `${progress.fraction * 100} %`;
});
made.addEventListener("assay-error", ({ detail: { code } }) => {
  const codes: Record<AssayError["code"], true> = {
    address: true, origin: true, unreachable: true, handshake: true, "not-allowed": true, message: true, prefill: true, colours: true,
  };
  return codes[code];
});
made.addEventListener("assay-ready", listeners["assay-ready"], { once: true });
made.removeEventListener("assay-ready", listeners["assay-ready"]);
made.addEventListener("click", (event) => event.preventDefault());
// @ts-expect-error carries no answers
made.addEventListener("assay-completed", ({ detail }) => detail.answers.length);
// @ts-expect-error may be null
made.addEventListener("assay-progress", ({ detail }) => detail.section.length);

// They bubble: heard above the element as well.
document.addEventListener("assay-result", ({ detail }) => detail.link.length);
document.addEventListener("assay-started", ({ target }) => target);
addEventListener("assay-error", ({ detail }) => detail.code.length);

export { asks, found, height, heights, link, theme, unknown };
