// Point 6: what comes out is what went in; what was made is still there afterwards.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { exported, open, openExample, openFile, start } from "./harness.mjs";

let session;
before(async () => (session = await start()));
after(() => session.stop());

const odd = '{ "States":{"A" :{"Type":"Pass","Result":[1.0,12345678901234567890123,1e2],\t"Zzz":null,"Next":"B"},\n\n"B":{"Type":"Succeed"} },"StartAt":"A"}\n\n';

for (const locale of ["en-US", "es-ES"]) test(`untouched, the export is the input byte for byte; edited, only the edited lines differ (${locale})`, async () => {
  const page = await open(session, { locale });
  await openFile(page, "odd.json", odd);
  await page.locator('[data-state="B"]').waitFor();
  assert.equal(await exported(page), odd);
  await page.locator('[data-state="B"] button').click();
  await page.locator("#state-name").fill("Done");
  await page.locator("#state-name").press("Enter");
  await page.locator('[data-state="Done"]').waitFor();
  assert.equal(await exported(page), odd.replace('"Next":"B"', '"Next":"Done"').replace('"B":{', '"Done":{'));
  await page.context().close();
});

test("every example is exported as it is, and copied", async () => {
  const page = await open(session);
  for (const id of ["two-tasks", "vending-machine", "user-registration", "video-pipeline", "order", "file-lines"]) {
    await openExample(page, id);
    await page.waitForFunction((name) => document.querySelector(".file-name").textContent === name, `${id}.asl.json`);
    const machine = JSON.parse(await exported(page));
    assert.ok(machine.States[machine.StartAt], id);
  }
  await page.locator('[data-menu="export"]').click();
  await page.locator('[data-export="copy"]').click();
  await page.locator(".notice").first().waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, await exported(page));
  await page.context().close();
});

test("work survives a reload, a closed tab and a crash", async () => {
  const page = await open(session);
  const context = page.context();
  await openFile(page, "kept.json", odd);
  await page.locator('[data-state="B"]').waitFor();
  await page.locator("#tab-run").click();
  await page.locator("#run-input").fill('{"kept": true}');
  await page.locator('[data-saved="saved"]').waitFor();
  await page.waitForTimeout(1000);
  await page.reload();
  await page.locator('[data-state="B"]').waitFor();
  assert.equal(await exported(page), odd);
  await page.close();
  const second = await open(session, { context });
  await second.locator('[data-state="B"]').waitFor();
  assert.equal(await second.locator("#run-input").inputValue(), '{"kept": true}');
  await openExample(second, "order");
  await second.locator('[data-state="Charge card"]').waitFor();
  await second.waitForTimeout(1000);
  const crashed = second.waitForEvent("crash");
  second.goto("chrome://crash").catch(() => {});
  await crashed;
  const third = await open(session, { context });
  await third.locator('[data-state="Charge card"]').waitFor();
  await context.close();
});

for (const [locale, words] of [["en-US", "Not saved"], ["es-ES", "No se guardó"]]) {
  test(`a storage that is forbidden is said, and the download offered (${locale})`, async () => {
    const page = await open(session, {
      locale,
      before: (page) =>
        page.addInitScript(() => {
          Object.defineProperty(window, "indexedDB", { get: () => undefined });
          Storage.prototype.setItem = () => {
            throw new DOMException("full", "QuotaExceededError");
          };
        }),
    });
    await openExample(page, "order");
    const notice = page.locator(".notice", { hasText: words });
    await notice.waitFor();
    const download = page.waitForEvent("download");
    await notice.locator("button").first().click();
    assert.equal((await download).suggestedFilename(), "order.asl.json");
    await page.context().close();
  });
}
