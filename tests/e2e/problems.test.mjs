// Point 3, and bad input: problems are found, said in both languages, and lead to their place.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checked, exported, open, openFile, start } from "./harness.mjs";

let session;
before(async () => (session = await start()));
after(() => session.stop());

const wrong = `{
  "StartAt": "First",
  "States": {
    "First": { "Type": "Pass", "Next": "Secnd" },
    "Second": { "Type": "Pass", "End": true }
  }
}`;

for (const [locale, message, advice, place] of [
  ["en-US", "There is no state called Secnd", "Did you mean Second?", "line 4, column 40"],
  ["es-ES", "No hay ningún estado llamado Secnd", "¿Quisiste decir Second?", "línea 4, columna 40"],
]) {
  test(`a problem is said and shown (${locale})`, async () => {
    const page = await open(session, { locale });
    await openFile(page, "wrong.json", wrong);
    const problem = page.locator('[data-rule="missing-target"]');
    await problem.waitFor();
    const text = await problem.textContent();
    for (const part of [message, advice, place]) assert.ok(text.includes(part), `${part} in ${text}`);
    await problem.click();
    await page.locator('[data-state="First"].is-selected').waitFor();
    await page.locator(".cm-shown", { hasText: "Secnd" }).waitFor();
    await page.locator('[data-state="First"] .node-badge.is-problem').waitFor();
    await page.context().close();
  });
}

for (const [name, text, rule] of [
  ["not JSON", "hello", "json-syntax"],
  ["a truncated file", '{"StartAt": "A", "States": {"A": {"Type": "Pa', "json-syntax"],
  ["duplicate keys", '{"StartAt": "A", "StartAt": "A", "States": {"A": {"Type": "Succeed"}}}', "json-syntax"],
  ["2,000 levels", '{"States":'.repeat(2000), "json-syntax"],
  ["a list", "[1, 2]", "json-syntax"],
]) {
  test(`${name}: said, nothing lost, the page alive`, async () => {
    const page = await open(session);
    await openFile(page, "bad.json", text);
    await page.locator(`[data-rule="${rule}"]`).first().waitFor();
    assert.equal(await exported(page), text);
    await page.locator('[data-command="undo"]').click();
    await page.locator('[data-state="StartState"]').waitFor();
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("a byte order mark and Windows line ends are no problem and stay", async () => {
  const page = await open(session);
  const text = '\ufeff{\r\n  "StartAt": "A",\r\n  "States": {\r\n    "A": { "Type": "Succeed" }\r\n  }\r\n}\r\n';
  await openFile(page, "windows.json", text);
  await page.locator('[data-state="A"]').waitFor();
  await checked(page);
  await page.waitForFunction(() => document.querySelector("[data-problems]").dataset.problems === "0");
  assert.equal(await exported(page), text);
  await page.context().close();
});

test("a definition of 1 MB is drawn and checked", async () => {
  const page = await open(session);
  const states = {};
  const filling = "x".repeat(2000);
  for (let n = 0; n < 500; n += 1) states[`S${n}`] = { Type: "Pass", Comment: filling, ...(n < 499 ? { Next: `S${n + 1}` } : { End: true }) };
  await openFile(page, "large.json", JSON.stringify({ StartAt: "S0", States: states }, null, 2));
  await page.locator('[data-state="S499"]').waitFor({ state: "attached", timeout: 30_000 });
  await page.waitForFunction(() => document.querySelector("[data-checking]").dataset.checking === "false");
  assert.equal(await page.locator("[data-problems]").getAttribute("data-problems"), "0");
  await page.context().close();
});
