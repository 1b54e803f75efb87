// Measures the apps in turn and prints the medians as a table. README.md explains options and rows.
import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { APPS } from "./apps.mjs";
import { measureVisits } from "./page.mjs";
import { serve } from "./server.mjs";
import { median } from "./statistics.mjs";

const ROWS = [
  ["bytes", "bytes", 0], ["first paint", "firstPaint", 0], ["answerable", "answerable", 0],
  ["slow first paint", "slowFirstPaint", 0], ["slow answerable", "slowAnswerable", 0],
  ["answer", "answer", 1], ["answer p95", "answer95", 1], ["next section", "section", 1], ["result", "result", 1],
  ["heap", "heap", 1], ["nodes", "nodes", 0],
  ["nodes in a section", "sectionNodes", 0], ["nodes on the result", "resultNodes", 0], ["long tasks", "longTasks", 0],
];

const BROWSER_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

function readOptions() {
  const { values } = parseArgs({ options: {
    questions: { type: "string", default: "46" },
    runs: { type: "string", default: "5" },
    answers: { type: "string", default: "60" },
    slowdown: { type: "string", default: "4" },
    pause: { type: "string", default: "0" },
    site: { type: "string", default: APPS.assay.folder },
    only: { type: "string", default: Object.keys(APPS).join(",") },
  } });
  const number = (name, least = 1) => {
    const value = Number(values[name]);
    if (!(value >= least)) throw new Error(`--${name} is a number from ${least}, not "${values[name]}".`);
    return value;
  };
  const names = values.only.split(",");
  const unknown = names.find(name => !(name in APPS));
  if (unknown !== undefined) throw new Error(`There is no app "${unknown}", but: ${Object.keys(APPS).join(", ")}.`);
  return { questions: number("questions"), runs: number("runs"), answers: number("answers"),
    slowdown: number("slowdown"), pause: number("pause", 0), site: values.site, names };
}

function findChromium() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("which", [name], { stdio: ["ignore", "pipe", "ignore"] }).toString().trim();
    } catch { /* The next name is tried. */ }
  }
  throw new Error("There is no Chromium on PATH. Set CHROME_PATH to its file.");
}

/** Starts the servers of the chosen apps. */
function startApps(options) {
  return Promise.all(options.names.map(async name => {
    const app = APPS[name];
    const folder = name === "assay" ? options.site : app.folder;
    const server = await serve(folder, app.files(options.questions));
    return { name, app, server, address: server.address + app.address(options.questions), visits: [] };
  }));
}

/** Visits all apps in turn. The first round warms up and is not counted. */
async function measureAll(browser, apps, options) {
  for (let round = 0; round <= options.runs; round++) {
    for (const { app, address, visits } of apps) {
      const figures = await measureVisits(browser, app, address, options);
      if (round > 0) visits.push(figures);
    }
  }
}

function printTable(apps) {
  const [first] = apps;
  const of = ({ visits }, key) => median(visits.map(figures => figures[key]));
  const header = ["", ...apps.map(({ name }) => name), ...apps.slice(1).map(({ name }) => `${name} / ${first.name}`)];
  console.log(`| ${header.join(" | ")} |`);
  console.log(`|${" --- |".repeat(header.length)}`);
  for (const [label, key, digits] of ROWS) {
    const values = apps.map(app => of(app, key));
    const ratios = values.slice(1).map(value => (value / values[0]).toFixed(2));
    console.log(`| ${[label, ...values.map(value => value.toFixed(digits)), ...ratios].join(" | ")} |`);
  }
}

const options = readOptions();
const browser = await chromium.launch({ executablePath: findChromium(), args: BROWSER_ARGUMENTS });
const apps = await startApps(options);
try {
  await measureAll(browser, apps, options);
  console.log(`${options.questions} questions, ${options.runs} runs, slowed down ${options.slowdown} times, ${options.pause} ms between answers, Chromium ${browser.version()}\n`);
  printTable(apps);
} finally {
  await browser.close();
  for (const { server } of apps) server.close();
}
