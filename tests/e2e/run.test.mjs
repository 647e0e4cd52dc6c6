// Point 4: machines run, step by step and to the end, forwards and back; and nothing they do stops the page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, openExample, openFile, start } from "./harness.mjs";

let session;
before(async () => (session = await start()));
after(() => session.stop());

const press = (page, name) => page.locator(`[data-run="${name}"]`).click();
const ended = (page, status) => page.locator(`.transport [data-status="${status}"]`).waitFor({ timeout: 20_000 });
const output = async (page) => JSON.parse(await page.locator("#run-output").textContent());
const at = (page, step) => page.locator(`[data-step="${step}"]`).waitFor();

for (const [locale, words] of [["en-US", "Succeeded"], ["es-ES", "Terminó bien"]]) {
  test(`steps forward and back (${locale})`, async () => {
    const page = await open(session, { locale });
    await press(page, "step");
    await page.locator('[data-state="StartState"].is-current').waitFor();
    await at(page, 1);
    await press(page, "step");
    await at(page, 2);
    const visit = page.locator('[data-visit="StartState"]');
    assert.deepEqual(JSON.parse(await visit.locator('[data-part="output"]').textContent()), { greeting: "Hello" });
    await press(page, "step");
    await page.locator('[data-state="FinalState"].is-current').waitFor();
    await press(page, "back");
    await press(page, "back");
    await page.locator('[data-state="StartState"].is-current').waitFor();
    assert.equal(await page.locator('[data-visit="StartState"] [data-part="output"]').count(), 0);
    assert.equal(await page.locator('[data-visit="FinalState"]').count(), 0);
    await press(page, "run");
    await ended(page, "SUCCEEDED");
    assert.ok((await page.locator(".transport").textContent()).includes(words));
    assert.deepEqual(await output(page), { greeting: "Hello" });
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("every example runs to its end", async () => {
  const page = await open(session);
  for (const id of ["two-tasks", "vending-machine", "user-registration", "video-pipeline", "order", "file-lines"]) {
    await openExample(page, id);
    await page.waitForFunction((name) => document.querySelector(".file-name").textContent === name, `${id}.asl.json`);
    await press(page, "run");
    await ended(page, "SUCCEEDED");
  }
  assert.deepEqual(await output(page), { lines: 4 });
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("the input and the mocks of a Task decide", async () => {
  const page = await open(session);
  await page.locator('[data-state="StartState"] button').click();
  await page.locator("#tab-run").click();
  await page.locator("#run-input").fill('{"n": 1}');
  await page.locator('[data-mock="result"]').click();
  await page.locator("#mock-result").fill('{"answer": 42}');
  await page.locator("#mock-result").blur();
  await press(page, "run");
  await ended(page, "SUCCEEDED");
  assert.deepEqual(await output(page), { answer: 42 });
  await page.locator('[data-mock="error"]').click();
  await page.locator("#mock-error").fill("Broken");
  await page.locator("#mock-error").blur();
  await press(page, "run");
  await ended(page, "FAILED");
  assert.ok((await page.locator("[data-outcome]").textContent()).includes("Broken"));
  await page.locator('[data-state="StartState"] .node-badge.is-failed').waitFor();
  await page.context().close();
});

test("an input that is not JSON is said, and one that is no object runs", async () => {
  const page = await open(session);
  await page.locator("#tab-run").click();
  await page.locator("#run-input").fill("{ broken");
  await press(page, "run");
  await page.locator(".notice").waitFor();
  assert.equal(await page.locator("#run-input").inputValue(), "{ broken");
  await page.locator("#run-input").fill('"just text"');
  await press(page, "run");
  await ended(page, "SUCCEEDED");
  assert.equal(await output(page), "just text");
  await page.context().close();
});

test("a Wait takes no time but the virtual clock's", async () => {
  const page = await open(session);
  const machine = { StartAt: "W", States: { W: { Type: "Wait", Seconds: 86400, End: true } } };
  await openFile(page, "wait.json", JSON.stringify(machine));
  await page.locator('[data-state="W"]').waitFor();
  await press(page, "step");
  await page.locator('[data-state="W"] .node-badge.is-waiting').waitFor();
  await press(page, "step");
  await ended(page, "SUCCEEDED");
  assert.ok((await page.locator(".transport-status").textContent()).includes("86400.0 s"));
  await page.context().close();
});

test("an endless run can be stopped, and the page stays alive meanwhile", async () => {
  const page = await open(session);
  const machine = { StartAt: "A", States: { A: { Type: "Pass", Next: "B" }, B: { Type: "Wait", Seconds: 1, Next: "A" } } };
  await openFile(page, "endless.json", JSON.stringify(machine));
  await page.locator('[data-state="B"]').waitFor();
  await press(page, "run");
  await page.locator('[data-run="stop"]').click();
  await page.locator('[data-run="run"]').waitFor();
  const reached = Number(await page.locator("[data-step]").getAttribute("data-step"));
  assert.ok(reached > 0);
  await page.waitForTimeout(300);
  assert.equal(Number(await page.locator("[data-step]").getAttribute("data-step")), reached, "it still runs");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("an expression that never ends costs the worker, not the page", async () => {
  const page = await open(session);
  const expression = "{% $sum([1..2000].($x := $; $sum([1..2000].($y := $; $sum([1..2000].($x * $y * $)))))) %}";
  const machine = { QueryLanguage: "JSONata", StartAt: "A", States: { A: { Type: "Pass", Output: expression, End: true } } };
  await openFile(page, "heavy.json", JSON.stringify(machine));
  await page.locator('[data-state="A"]').waitFor();
  await press(page, "run");
  // While the worker is busy the page answers.
  await page.locator('[data-language="es"]').click();
  await page.locator(".marker.is-start", { hasText: "Inicio" }).waitFor({ timeout: 2_000 });
  await page.locator(".notice", { hasText: "El motor no respondió a tiempo" }).waitFor({ timeout: 20_000 });
  await openExample(page, "two-tasks");
  await page.locator('[data-state="StartState"]').waitFor();
  await press(page, "run");
  await ended(page, "SUCCEEDED");
  await page.context().close();
});
