// Not a test: measures the time from navigation to the first drawn graph on the release page, in milliseconds.
import { open, start } from "./harness.mjs";

const session = await start();
const times = [];
for (let run = 0; run < 11; run += 1) {
  const page = await open(session, {
    before: (page) =>
      page.addInitScript(() => {
        const seen = new MutationObserver(() => {
          if (!document.querySelector(".node .node-name")?.textContent) return;
          seen.disconnect();
          requestAnimationFrame(() => setTimeout(() => (window.firstGraph = performance.now())));
        });
        seen.observe(document, { childList: true, subtree: true, characterData: true });
      }),
  });
  await page.waitForFunction(() => window.firstGraph);
  times.push(await page.evaluate(() => window.firstGraph));
  await page.context().close();
}
await session.stop();
times.sort((a, b) => a - b);
console.log(`first graph, ${times.length} fresh profiles: median ${times[5].toFixed(0)} ms, ${times[0].toFixed(0)} to ${times.at(-1).toFixed(0)} ms`);
