// Point 5: changes by the graph, the inspector and the text are one; undo takes them back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { exported, open, openExample, openFile, start } from "./harness.mjs";

let session;
before(async () => (session = await start()));
after(() => session.stop());

const select = (page, name) => page.locator(`[data-state="${name}"] button`).first().click();

async function rename(page, from, to) {
  await select(page, from);
  await page.locator("#state-name").fill(to);
  await page.locator("#state-name").press("Enter");
  await page.locator(`[data-state="${to}"]`).waitFor();
}

for (const locale of ["en-US", "es-ES"]) test(`rename takes references along; undo and redo (${locale})`, async () => {
  const page = await open(session, { locale });
  const before = await exported(page);
  await rename(page, "FinalState", "Farewell");
  assert.equal(await exported(page), before.replaceAll("FinalState", "Farewell"));
  await page.locator("#panel-json .cm-content", { hasText: '"Farewell"' }).waitFor();
  await page.locator('[data-command="undo"]').click();
  await page.locator('[data-state="FinalState"]').waitFor();
  assert.equal(await exported(page), before);
  await page.locator('[data-command="redo"]').click();
  await page.locator('[data-state="Farewell"]').waitFor();
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a name that is taken is refused with a reason", async () => {
  const page = await open(session);
  await select(page, "FinalState");
  await page.locator("#state-name").fill("StartState");
  await page.locator("#state-name").press("Enter");
  await page.locator(".notice", { hasText: "StartState" }).waitFor();
  assert.equal(await page.locator("#state-name").inputValue(), "FinalState");
  await page.context().close();
});

for (const locale of ["en-US", "es-ES"]) test(`a state is added on an edge by keyboard, and deleted (${locale})`, async () => {
  const page = await open(session, { locale });
  const before = await exported(page);
  await page.locator('[data-edge="next-0"]').focus();
  await page.keyboard.press("Enter");
  await page.locator('[data-type="Task"]').waitFor();
  assert.equal(await page.locator('[data-type="Fail"]').count(), 0, "a Fail state cannot stand between two");
  await page.locator('[data-type="Wait"]').focus();
  await page.keyboard.press("Enter");
  await page.locator('[data-state="Wait"].is-selected').waitFor();
  const machine = JSON.parse(await exported(page));
  assert.equal(machine.States.StartState.Next, "Wait");
  assert.deepEqual(machine.States.Wait, { Type: "Wait", Seconds: 5, Next: "FinalState" });
  await page.locator('[data-state="Wait"] button').press("Delete");
  await page.locator('[data-state="Wait"]').waitFor({ state: "detached" });
  assert.equal(await exported(page), before);
  await page.context().close();
});

test("a field is edited, added and removed in the inspector", async () => {
  const page = await open(session);
  await openExample(page, "order");
  await page.locator('[data-state="Charge card"]').waitFor();
  const before = await exported(page);
  await select(page, "Charge card");
  await page.locator('[data-field="TimeoutSeconds"]').fill("45");
  await page.locator('[data-field="TimeoutSeconds"]').blur();
  assert.equal(await exported(page), before.replace('"TimeoutSeconds": 30', '"TimeoutSeconds": 45'));
  await page.locator('[data-add-field="Comment"]').click();
  await page.locator('[data-field="Comment"]').fill("Be patient");
  await page.locator('[data-field="Comment"]').blur();
  assert.equal(JSON.parse(await exported(page)).States["Charge card"].Comment, "Be patient");
  for (let n = 0; n < 2; n += 1) await page.locator('[data-command="undo"]').click();
  assert.equal(await exported(page), before);
  await page.context().close();
});

test("typing in the JSON panel changes the graph, and the graph the text", async () => {
  const page = await open(session);
  await openFile(page, "small.json", '{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}');
  await page.locator('[data-state="A"]').waitFor();
  await page.locator("#panel-json .cm-content").click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText('{"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}');
  await page.locator('[data-state="B"]').waitFor();
  await page.keyboard.press("Control+z");
  await page.locator('[data-state="A"]').waitFor();
  await rename(page, "A", "Z");
  await page.locator("#panel-json .cm-content", { hasText: '"StartAt": "Z"' }).waitFor();
  // A half-typed definition still draws what it can.
  await openFile(page, "half.json", '{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Ty');
  await page.locator('[data-state="B"]').waitFor();
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
