// Comparisons that run in one page: the worker of Pasos from the message to the answer read from text, the peers in the page
// from the text of the definition to their result.
import { openBench } from "../chromium.mjs";
import { inTurn } from "../in_turn.mjs";

/** A page that is ready for `work`: the sides as functions, a page in its place when one does not come back, and its end. */
export async function sidesInPage(session, program, work, size, name) {
  let page;
  let profiler;
  const openReady = async () => {
    page = await openBench(session, program);
    profiler = await page.context().newCDPSession(page);
    return page.evaluate(([work, size, name]) => window.bench.prepare(work, size, name), [work, size, name]);
  };
  const names = await openReady();
  return {
    sides: Object.fromEntries(names.map((side) => [side, () => page.evaluate((side) => window.bench.once(side), side)])),
    async recover() {
      // A page that has crashed can be asked nothing, and one that is at work closes only when that ends.
      await profiler.send("Runtime.terminateExecution").catch(() => {});
      await page.context().close();
      await openReady();
    },
    close: () => page.context().close(),
  };
}

/** Measures `work` at a size. `without` names the sides that failed at a smaller one. */
export async function inPage(session, program, work, size, { name, rounds, without = [] } = {}) {
  const { sides, recover, close } = await sidesInPage(session, program, work, size, name);
  for (const side of without) delete sides[side];
  const results = await inTurn(sides, { rounds, recover });
  await close();
  return results;
}
