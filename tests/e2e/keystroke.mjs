// Not a test: measures how long it takes from a keystroke in a large definition until the new problems are shown.
// Usage: node tests/e2e/keystroke.mjs [number of states]
import { open, openFile, start } from "./harness.mjs";

const n_states = Number(process.argv[2] ?? 1000);
const states = {};
for (let n = 0; n < n_states; n += 1) {
  states[`State ${n}`] = n < n_states - 1 ? { Type: "Pass", Comment: "c", Next: `State ${n + 1}` } : { Type: "Succeed" };
}
const session = await start();
const page = await open(session);
await openFile(page, "large.json", JSON.stringify({ StartAt: "State 0", States: states }, null, 2));
await page.locator(`[data-states="${n_states}"]`).waitFor({ state: "attached", timeout: 60_000 });
await page.locator('[data-checking="false"]').first().waitFor({ state: "attached", timeout: 60_000 });
// The cursor behind the C of the first `Comment`, so that one letter more makes a field that does not exist.
await page.locator(".cm-line", { hasText: '"Comment"' }).first().click();
await page.keyboard.press("Home");
for (let n = 0; n < 2; n += 1) await page.keyboard.press("ArrowRight");
const times = [];
const blocked = [];
for (let round = 0; round < 20; round += 1) {
  for (const key of ["x", "Backspace"]) {
    const wanted = key === "x" ? "1" : "0";
    await page.evaluate((wanted) => {
      window.measured = new Promise((resolve) => {
        const badge = document.querySelector("[data-problems]");
        let began = 0;
        let handled = 0;
        window.addEventListener("keydown", () => {
          began = performance.now();
          // The page is free again when the next task runs.
          setTimeout(() => (handled = performance.now() - began), 0);
        }, { capture: true, once: true });
        const look = new MutationObserver(() => {
          if (badge.dataset.problems !== wanted || badge.dataset.checking !== "false") return;
          look.disconnect();
          resolve([performance.now() - began, handled]);
        });
        look.observe(badge, { attributes: true });
      });
    }, wanted);
    await page.keyboard.press(key);
    const [shown, handled] = await page.evaluate(() => window.measured);
    times.push(shown);
    blocked.push(handled);
  }
}
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1].toFixed(1);
console.log(`${n_states} states, ${times.length} keystrokes: to the new problems, median ${median(times)} ms, worst ${Math.max(...times).toFixed(1)} ms; of it in the page before the worker, median ${median(blocked)} ms`);
await session.stop();
