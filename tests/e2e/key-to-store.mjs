// Not a test: how long it takes from a key in a definition of 1 MB until it is stored for certain, and how many bytes are written
// for it. `node tests/e2e/key-to-store.mjs`, on the release page.
import { open, openFile, start } from "./harness.mjs";

const session = await start();
const page = await open(session, {
  before: (page) =>
    page.addInitScript(() => {
      window.stored = [];
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (value, key) {
        const transaction = this.transaction;
        if (!transaction.written) {
          transaction.written = 0;
          transaction.addEventListener("complete", () => window.stored.push({ at: performance.now(), bytes: transaction.written }));
        }
        transaction.written += String(key).length + String(value).length;
        return put.call(this, value, key);
      };
    }),
});
const large = JSON.stringify({ StartAt: "A", States: { A: { Type: "Pass", Result: "x".repeat(1_000_000), End: true } } });
await openFile(page, "large.json", large);
await page.locator('[data-state="A"]').waitFor();
await page.locator('[data-saved="saved"]').waitFor({ state: "attached" });
await page.locator("#tab-run").click();
await page.locator("#run-input").click();
const times = [];
const bytes = [];
for (let key = 0; key < 20; key += 1) {
  // A key after everything has come to rest, so that each is a record of its own.
  await page.waitForTimeout(1500);
  const began = await page.evaluate(() => {
    window.stored.length = 0;
    return performance.now();
  });
  await page.keyboard.press("7");
  await page.waitForFunction(() => window.stored.length > 0);
  const [record] = await page.evaluate(() => window.stored);
  times.push(record.at - began);
  bytes.push(record.bytes);
}
const sorted = (list) => [...list].sort((a, b) => a - b);
const at = (list, share) => sorted(list)[Math.min(list.length - 1, Math.floor(list.length * share))];
console.log(`from the key to the end of the transaction: median ${at(times, 0.5).toFixed(0)} ms, 95 % ${at(times, 0.95).toFixed(0)} ms`);
console.log(`bytes written for one key: median ${at(bytes, 0.5)}, at most ${Math.max(...bytes)} (the definition has ${large.length})`);
await session.stop();
