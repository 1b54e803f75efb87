// One visit of an app: loads it, answers its sections, and reads the figures.
import { SECTIONS } from "./questionnaire.mjs";
import { median, percentile } from "./statistics.mjs";

const SLOW_NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const RESULT_TIMEOUT = 60_000;
/** Parts of a result may arrive after it shows. */
const TIME_FOR_LATE_PARTS = 1_500;

/** Adds the clocks to the page. Each time ends after the frame that shows the change. */
function addClocks() {
  window.longTasks = 0;
  new PerformanceObserver(list => { window.longTasks += list.getEntries().length; }).observe({ type: "longtask", buffered: true });
  const afterFrame = done => requestAnimationFrame(() => setTimeout(done, 0));
  const poll = (selector, done) => document.querySelector(selector) ? afterFrame(done) : requestAnimationFrame(() => poll(selector, done));
  window.timeToFrame = element => new Promise(resolve => {
    if (!element) return resolve(NaN);
    const begin = performance.now();
    element.click();
    afterFrame(() => resolve(performance.now() - begin));
  });
  window.timeToElement = (pressed, awaited) => new Promise(resolve => {
    const element = document.querySelector(pressed);
    if (!element) return resolve(NaN);
    const begin = performance.now();
    element.click();
    requestAnimationFrame(() => poll(awaited, () => resolve(performance.now() - begin)));
  });
  // Ends with the first frame that has the element: the page of an address may come after the next frame.
  window.timeToFrameWith = (element, awaited) => new Promise(resolve => {
    if (!element) return resolve(NaN);
    const begin = performance.now();
    const check = () => document.querySelector(awaited)
      ? setTimeout(() => resolve(performance.now() - begin), 0)
      : requestAnimationFrame(check);
    element.click();
    requestAnimationFrame(check);
  });
  window.timeOfElement = selector => new Promise(resolve => poll(selector, () => resolve(performance.now())));
}

/** The time of the first contentful paint in milliseconds since navigation began. */
function timeOfFirstPaint() {
  return new Promise(resolve => {
    new PerformanceObserver(list => {
      const entry = list.getEntriesByName("first-contentful-paint")[0];
      if (entry) resolve(entry.startTime);
    }).observe({ type: "paint", buffered: true });
  });
}

async function open(browser, slowdown) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Performance.enable");
  if (slowdown > 1) {
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await devtools.send("Network.emulateNetworkConditions", SLOW_NETWORK);
  }
  await page.addInitScript(addClocks);
  return { context, page, devtools };
}

/** Loads the app. Returns the bytes received until it was answerable, and the times in milliseconds. */
async function load({ page, devtools }, app, address) {
  let bytes = 0;
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => { bytes += encodedDataLength; });
  await page.goto(address, { waitUntil: "commit" });
  const answerable = await page.evaluate(selector => window.timeOfElement(selector), app.ready);
  const received = bytes;
  return { bytes: received, answerable, firstPaint: await page.evaluate(timeOfFirstPaint) };
}

/** The number of nodes in the document. */
function countNodes() {
  const nodes = document.createTreeWalker(document);
  let count = 1;
  while (nodes.nextNode()) count++;
  return count;
}

/** Answers all sections and opens the result. */
async function answerAll({ page, devtools }, app, mostAnswers, pause) {
  const answers = [];
  const steps = [];
  let sectionNodes = 0;
  for (let section = 0; section < SECTIONS.length; section++) {
    const count = await page.evaluate(app.countQuestions);
    const stride = Math.max(1, Math.ceil(count / (mostAnswers / SECTIONS.length)));
    for (let place = 0; place < count; place += stride) {
      answers.push(await page.evaluate(app.answer, [place, (place + section) % 5]));
      await page.waitForTimeout(pause);
    }
    sectionNodes = Math.max(sectionNodes, await page.evaluate(countNodes));
    steps.push(await page.evaluate(app.next, section));
    await page.waitForTimeout(30);
  }
  await page.waitForSelector(app.result, { timeout: RESULT_TIMEOUT });
  const { metrics } = await devtools.send("Performance.getMetrics");
  const metric = name => metrics.find(entry => entry.name === name).value;
  const longTasks = await page.evaluate(() => window.longTasks);
  await page.waitForTimeout(TIME_FOR_LATE_PARTS);
  const resultNodes = await page.evaluate(countNodes);
  return {
    answer: median(answers),
    answer95: percentile(answers, 0.95),
    section: median(steps.slice(0, -1)),
    result: steps.at(-1),
    heap: metric("JSHeapUsedSize") / 1e6,
    nodes: metric("Nodes"),
    sectionNodes,
    resultNodes,
    longTasks,
  };
}

/** Visits the app once at full speed, which only loads it, and once slowed down. Returns all rows. */
export async function measureVisits(browser, app, address, { slowdown, answers, pause }) {
  const visit = async (rate, work) => {
    const opened = await open(browser, rate);
    const errors = [];
    opened.page.on("pageerror", error => errors.push(String(error)));
    const figures = await work(opened);
    await opened.context.close();
    if (errors.length > 0) throw new Error(`${address}: ${errors[0]}`);
    return figures;
  };
  const fast = await visit(1, opened => load(opened, app, address));
  const slow = await visit(slowdown, async opened => {
    const loaded = await load(opened, app, address);
    return { loaded, ...await answerAll(opened, app, answers, pause) };
  });
  const { loaded, ...figures } = slow;
  return { ...fast, slowFirstPaint: loaded.firstPaint, slowAnswerable: loaded.answerable, ...figures };
}
