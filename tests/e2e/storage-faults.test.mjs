// Storage that fails for a while, comes late, or is shared with another tab: no work is lost, and nothing is said that is not so.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, openFile, start } from "./harness.mjs";

let session;
before(async () => (session = await start()));
after(() => session.stop());

const machine = (name) => JSON.stringify({ StartAt: name, States: { [name]: { Type: "Pass", End: true } } });
const opened = async (page, file, name) => {
  await openFile(page, file, machine(name));
  await page.locator(`.canvas [data-state="${name}"]`).waitFor();
};
const saved = (page, state = "saved") => page.locator(`[data-saved="${state}"]`).waitFor({ state: "attached" });
const name = (page) => page.locator("#machine-name").inputValue();
const setInput = async (page, input) => {
  await page.locator("#tab-run").click();
  await page.locator("#run-input").fill(input);
};
const shelf = async (page) => {
  await page.locator('[data-command="machines"]').click();
  await page.locator(".shelf-card").first().waitFor();
  const names = await page.locator(".shelf-card").evaluateAll((cards) => cards.map((card) => card.dataset.machine));
  await page.keyboard.press("Escape");
  return names.sort();
};
/** From now on neither store takes anything, until it is mended. */
const breakStores = (page) =>
  page.evaluate(() => {
    const { transaction } = IDBDatabase.prototype;
    const { setItem } = Storage.prototype;
    IDBDatabase.prototype.transaction = function (stores, mode, ...rest) {
      if (mode === "readwrite") throw new DOMException("full", "QuotaExceededError");
      return transaction.call(this, stores, mode, ...rest);
    };
    Storage.prototype.setItem = function (...rest) {
      if (this === localStorage) throw new DOMException("full", "QuotaExceededError");
      return setItem.apply(this, rest);
    };
    window.mendStores = () => {
      IDBDatabase.prototype.transaction = transaction;
      Storage.prototype.setItem = setItem;
    };
  });
const mendStores = (page) => page.evaluate(() => window.mendStores());

test("a machine that was left while nothing stored it is stored as soon as something does", async () => {
  const page = await open(session);
  await opened(page, "before.json", "Before");
  await saved(page);
  await breakStores(page);
  await setInput(page, '{"held": 1}');
  await opened(page, "held.json", "Held");
  await opened(page, "now.json", "Now");
  await saved(page, "failed");
  await page.locator(".notice.is-error").waitFor();
  await mendStores(page);
  await saved(page);
  await page.locator(".notice.is-error").waitFor({ state: "detached" });
  await page.reload();
  await page.locator('.canvas [data-state="Now"]').waitFor();
  assert.deepEqual(await shelf(page), ["before", "held", "now", "two-tasks"]);
  await page.locator('[data-command="machines"]').click();
  await page.locator('.shelf-card[data-machine="before"] .shelf-picture').click();
  await page.locator('.canvas [data-state="Before"]').waitFor();
  await page.locator("#tab-run").click();
  assert.equal(await page.locator("#run-input").inputValue(), '{"held": 1}');
  await page.context().close();
});

for (const [locale, words] of [["en-US", "could not store its changes"], ["es-ES", "no pudo guardar sus cambios"]])
  test(`a tab that cannot store what was done keeps its machine, and the other tab is told (${locale})`, async () => {
    const first = await open(session, { locale });
    await opened(first, "shared.json", "A");
    await saved(first);
    const second = await open(session, { context: first.context() });
    await second.locator(".followed").waitFor();
    await breakStores(first);
    await setInput(first, '{"mine": 1}');
    await saved(first, "failed");
    await second.locator('[data-followed="take"]').click();
    await second.locator(".notice", { hasText: words }).waitFor();
    assert.equal(await second.locator(".followed").count(), 1);
    assert.equal(await first.locator("#run-input").inputValue(), '{"mine": 1}');
    await mendStores(first);
    await saved(first);
    await second.locator('[data-followed="take"]').click();
    await second.locator(".followed").waitFor({ state: "detached" });
    await second.locator("#tab-run").click();
    assert.equal(await second.locator("#run-input").inputValue(), '{"mine": 1}');
    await first.context().close();
  });

test("what is typed before the stores are open is a machine of its own", async () => {
  const page = await open(session);
  await opened(page, "kept.json", "Kept");
  await saved(page);
  const slow = await open(session, {
    context: page.context(),
    before: (page) =>
      page.addInitScript(() => {
        const { open } = IDBFactory.prototype;
        IDBFactory.prototype.open = function (...rest) {
          const request = open.apply(this, rest);
          // Its success is heard of late, as from a disk that has to wake up.
          let listener = null;
          request.addEventListener("success", (event) => setTimeout(() => listener?.call(request, event), 1500));
          Object.defineProperty(request, "onsuccess", { get: () => listener, set: (next) => (listener = next) });
          return request;
        };
      }),
  });
  await slow.locator("#tab-run").click();
  await slow.locator("#run-input").fill('{"early": true}');
  await slow.waitForFunction(() => document.querySelector("#machine-name").value === "two-tasks (2)");
  assert.equal(await slow.locator("#run-input").inputValue(), '{"early": true}');
  assert.deepEqual(await shelf(slow), ["kept", "two-tasks", "two-tasks (2)"]);
  await page.context().close();
});

test("tabs take a machine from each other again and again, also after other machines were open", async () => {
  const first = await open(session);
  await opened(first, "shared.json", "A");
  await saved(first);
  const second = await open(session, { context: first.context() });
  await second.locator(".followed").waitFor();
  await opened(second, "other.json", "Other");
  await saved(second);
  await second.locator('[data-command="machines"]').click();
  await second.locator('.shelf-card[data-machine="shared"] .shelf-picture').click();
  await second.locator(".followed").waitFor();
  for (const [taker, other] of [[second, first], [first, second], [second, first]]) {
    await taker.locator('[data-followed="take"]').click();
    await taker.locator(".followed").waitFor({ state: "detached" });
    await other.locator(".followed").waitFor();
  }
  await first.context().close();
});

test("what is typed in vain in a tab that follows does not stay", async () => {
  const first = await open(session);
  await opened(first, "shared.json", "A");
  await saved(first);
  await setInput(first, '{"a": 1}');
  const second = await open(session, { context: first.context() });
  await second.locator(".followed").waitFor();
  await second.locator("#tab-run").click();
  await second.waitForFunction(() => document.querySelector("#run-input").value === '{"a": 1}');
  await second.locator("#run-input").fill("[9]");
  await second.locator(".notice.is-warning").first().waitFor();
  await second.waitForFunction(() => document.querySelector("#run-input").value === '{"a": 1}');
  await first.context().close();
});

test("a copy is made once of a double click, and one of a machine in memory is a machine in memory", async () => {
  const page = await open(session);
  await opened(page, "m.json", "M");
  await saved(page);
  await page.locator('[data-command="machines"]').click();
  await page.locator('.shelf-card[data-machine="m"] [data-deed="duplicate"]').dblclick();
  await page.locator('.shelf-card[data-machine="m (3)"]').waitFor();
  await page.keyboard.press("Escape");
  await breakStores(page);
  await opened(page, "n.json", "N");
  await opened(page, "o.json", "O");
  await page.locator('[data-command="machines"]').click();
  const card = page.locator('.shelf-card[data-machine="n"]');
  await card.locator('[data-deed="duplicate"]').click();
  await page.locator('.shelf-card[data-machine="n (2)"]').waitFor();
  await card.locator('[data-deed="delete"]').click();
  // It says what is so: it is still there, and not in the bin.
  await page.locator(".shelf .notice.is-warning").waitFor();
  assert.equal(await page.locator(".shelf-bin").count(), 0);
  assert.equal(await card.count(), 1);
  await page.context().close();
});
