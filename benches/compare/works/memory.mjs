// What a page and its worker hold: the linear memory of WebAssembly, and what the browser says of JavaScript and DOM once it has
// cleaned up.
import { checked, open, openFile } from "../../../tests/e2e/harness.mjs";
import { openBench } from "../chromium.mjs";
import { mixed } from "../definitions.js";

/** Bytes of the scripts of a page's workers, and of everything else but linear memory. */
async function counted(page) {
  const { breakdown } = await page.evaluate(() => performance.measureUserAgentSpecificMemory());
  const isOfWorker = ({ attribution }) => attribution.some(({ scope }) => scope.includes("Worker"));
  const sum = (parts) => parts.reduce((all, { bytes }) => all + bytes, 0);
  return { worker: sum(breakdown.filter(isOfWorker)), page: sum(breakdown.filter((part) => !isOfWorker(part))) };
}

/** Megabytes of the worker that keeps a run of 25,000 events. */
async function workerWithRun(session) {
  const page = await openBench(session, "memory");
  const linear = await page.evaluate(() => window.bench.keepRun());
  const { worker } = await counted(page);
  await page.context().close();
  return (linear + worker) / 1e6;
}

/** Megabytes of the page with a machine of 10,000 states, without its worker. */
async function pageWithStates(session) {
  const page = await open(session, { before: (page) => page.addInitScript({ content: session.files["linear_memory.js"] }) });
  await openFile(page, "large.json", mixed(10_000));
  await page.locator('[data-states="10000"]').waitFor({ state: "attached", timeout: 60_000 });
  await checked(page);
  const linear = await page.evaluate(() => window.linearMemory());
  if (linear === 0) throw new Error("the page has no linear memory: it starts its program in another way than was known");
  const held = await counted(page);
  await page.context().close();
  return (linear + held.page) / 1e6;
}

export const memory = async (session) => ({
  "worker with 25,000 events": await workerWithRun(session),
  "page with 10,000 states": await pageWithStates(session),
});
