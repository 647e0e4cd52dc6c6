// What the browser says that a page and its workers hold once it has cleaned up: JavaScript, WebAssembly and DOM.
import { open, openFile } from "../../../tests/e2e/harness.mjs";
import { openBench } from "../chromium.mjs";
import { mixed } from "../definitions.js";

/** Megabytes of the workers of a page, and of all but them. */
async function held(page) {
  const { breakdown } = await page.evaluate(() => performance.measureUserAgentSpecificMemory());
  const sum = (isWanted) => breakdown.filter(({ attribution }) => isWanted(attribution.some(({ scope }) => /Worker/.test(scope)))).reduce((all, { bytes }) => all + bytes, 0);
  return { worker: sum((isWorker) => isWorker) / 1e6, page: sum((isWorker) => !isWorker) / 1e6 };
}

/** Megabytes of the worker that keeps a run of 25,000 events. */
async function workerWithRun(session) {
  const page = await openBench(session, "alone");
  await page.evaluate(() => window.bench.prepare("jump"));
  const { worker } = await held(page);
  await page.context().close();
  return worker;
}

/** Megabytes of the page with a machine of 10,000 states, without its worker. */
async function pageWithStates(session) {
  const page = await open(session);
  await openFile(page, "large.json", mixed(10_000));
  await page.locator('[data-states="10000"]').waitFor({ state: "attached", timeout: 60_000 });
  await page.locator('[data-checking="false"]').first().waitFor({ state: "attached", timeout: 60_000 });
  const { page: megabytes } = await held(page);
  await page.context().close();
  return megabytes;
}

export const memory = async (session) => ({
  "worker with 25,000 events": await workerWithRun(session),
  "page with 10,000 states": await pageWithStates(session),
});
