// Every action of every service is found, put in with what it needs, completed while it is typed, and edited field by field.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checked, exported, open, openFile, start, violations } from "./harness.mjs";

let session;
before(async () => (session = await start()));
after(() => session.stop());

const task = (resource, parameters, language = "JSONPath") => {
  const state = { Type: "Task", Resource: resource };
  if (parameters) state[language === "JSONata" ? "Arguments" : "Parameters"] = parameters;
  return JSON.stringify({ QueryLanguage: language, StartAt: "Call", States: { Call: { ...state, End: true } } }, null, 2);
};
const getObject = "arn:aws:states:::aws-sdk:s3:getObject";

async function opened(text, options = {}) {
  const page = await open(session, options);
  if (options.offline) await page.context().route("**/services/*.bin", (route) => route.abort());
  if (options.offline) await page.reload();
  await openFile(page, "machine.json", text);
  await page.locator('[data-state="Call"]').waitFor();
  return page;
}

async function selected(text, options) {
  const page = await opened(text, options);
  await page.locator('[data-state="Call"] button').first().click();
  await page.locator("#panel-inspector h2", { hasText: "Call" }).waitFor({ state: "attached" });
  return page;
}

const field = (page, name) => page.locator(`[data-field="${name}"]`);
const state = async (page, name = "Call") => JSON.parse(await exported(page)).States[name];
const undo = (page) => page.locator('[data-command="undo"]').click();

async function finish(page) {
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

/** How many errors and warnings there are. */
async function problems(page) {
  await checked(page);
  return page.locator('[data-rule]:is(.is-error, .is-warning), [data-rule] :is(.is-error, .is-warning)').count();
}

for (const language of ["JSONPath", "JSONata"]) {
  test(`the palette finds any action and puts it in with what it needs (${language})`, async () => {
    const page = await opened(task(getObject, { Bucket: "b", Key: "k" }, language));
    await page.locator('[data-command="palette"]').click();
    await page.locator("#palette-search").fill("rekognition detect");
    const item = page.locator('.palette [data-item="aws-sdk:rekognition:detectModerationLabels"]');
    await item.waitFor();
    assert.match(await item.textContent(), /Image/);
    await item.click();
    const added = await state(page, "Rekognition DetectModerationLabels");
    assert.equal(added.Resource, "arn:aws:states:::aws-sdk:rekognition:detectModerationLabels");
    assert.deepEqual(added[language === "JSONata" ? "Arguments" : "Parameters"], { Image: {} });
    // What was typed whole is one of the table, and has what it needs too.
    await page.locator("#palette-search").fill("sqs:AddPermission");
    await page.locator('.palette [data-item="aws-sdk:sqs:addPermission"]', { hasText: "Label" }).waitFor();
    await page.locator("#palette-search").press("Enter");
    const states = JSON.parse(await exported(page)).States;
    const last = Object.values(states).find((state) => state.Resource.endsWith("addPermission"));
    assert.deepEqual(Object.keys(last.Parameters ?? last.Arguments), ["QueueUrl", "Label", "AwsAccountIds", "Actions"]);
    assert.equal(await problems(page), 0);
    await finish(page);
  });
}

test("an action is found by its name alone", async () => {
  const page = await opened(task(getObject, { Bucket: "b", Key: "k" }));
  await page.locator('[data-command="palette"]').click();
  await page.locator("#palette-search").fill("detect entities v2");
  await page.locator('.palette [data-item="aws-sdk:comprehendmedical:detectEntitiesV2"]').waitFor();
  await finish(page);
});

/** The code editor with the cursor behind a text. */
async function codeBehind(page, text) {
  const line = page.locator("#panel-json .cm-line", { hasText: text }).first();
  await line.click();
  await page.keyboard.press("End");
}

test("the code editor completes what is called", async () => {
  const page = await opened(task("", { Bucket: "b", Key: "k" }));
  await codeBehind(page, '"Resource"');
  const options = page.locator(".cm-tooltip-autocomplete li");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("rekog");
  await options.filter({ hasText: /^aws-sdk:rekognition:$/ }).waitFor();
  await page.waitForTimeout(120);
  await page.keyboard.press("Enter");
  await options.filter({ hasText: /^aws-sdk:rekognition:listFaces$/ }).waitFor();
  await page.keyboard.type("detectT");
  await options.filter({ hasText: /^aws-sdk:rekognition:detectText$/ }).waitFor();
  await page.waitForTimeout(120);
  await page.keyboard.press("Enter");
  assert.equal((await state(page)).Resource, "arn:aws:states:::aws-sdk:rekognition:detectText");
  // Written out, it has its patterns, before and behind its closing quote.
  await codeBehind(page, '"Resource"');
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Control+Space");
  await options.filter({ hasText: /^aws-sdk:rekognition:detectText.waitForTaskToken$/ }).waitFor();
  await finish(page);
});

test("the code editor completes parameters, the required ones first", async () => {
  const page = await opened(task("arn:aws:states:::ecs:runTask", { Cluster: "c" }));
  await codeBehind(page, '"Cluster"');
  const options = page.locator(".cm-tooltip-autocomplete li");
  await page.keyboard.type(',\n"');
  await options.first().waitFor();
  assert.match(await options.first().textContent(), /^TaskDefinition.*required/);
  await page.waitForTimeout(120);
  await page.keyboard.press("Enter");
  await page.keyboard.type("task:1");
  assert.deepEqual((await state(page)).Parameters, { Cluster: "c", TaskDefinition: "task:1" });
  await codeBehind(page, '"TaskDefinition"');
  await page.keyboard.type(',\n"Launch');
  await options.filter({ hasText: "LaunchType.$" }).waitFor();
  await page.waitForTimeout(120);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Delete");
  await page.keyboard.type("far");
  await options.filter({ hasText: "FARGATE" }).waitFor();
  await page.waitForTimeout(120);
  await page.keyboard.press("Enter");
  assert.equal((await state(page)).Parameters.LaunchType, "FARGATE");
  await finish(page);
});

for (const locale of ["en-US", "es-ES"]) {
  test(`the inspector has a field for each parameter (${locale})`, async () => {
    const text = task(getObject, { Bucket: "b", "Key.$": "$.key", PartNumber: 1, Newer: { a: 1 } });
    const page = await selected(text, { locale });
    assert.equal(await field(page, "Parameters.Bucket").inputValue(), "b");
    await field(page, "Parameters.Bucket").fill("other");
    await field(page, "Parameters.Bucket").press("Tab");
    assert.equal(await exported(page), text.replace('"b"', '"other"'), "only its line");
    await undo(page);
    assert.equal(await field(page, "Parameters.Key.$").inputValue(), "$.key");
    await page.locator('[data-way="Parameters.Bucket"]').selectOption("1");
    await field(page, "Parameters.Bucket.$").fill("$.from.here");
    assert.equal((await state(page)).Parameters["Bucket.$"], "$.from.here");
    await undo(page);
    await undo(page);
    // Known and optional: it can go. Unknown: it is said, stays, and is JSON.
    await page.locator('[data-remove-field="Parameters.PartNumber"]').click();
    assert.equal((await state(page)).Parameters.PartNumber, undefined);
    await undo(page);
    await page.locator('[data-entry="Parameters.Newer"]').waitFor();
    await page.locator(".field-note", { hasText: locale === "en-US" ? "does not know" : "no conoce" }).waitFor();
    assert.equal(await exported(page), text);
    // One more, of some words.
    await page.locator("[data-add-parameter]").fill("ChecksumMode");
    await page.locator("[data-add-parameter]").press("Enter");
    await page.locator('[data-field="Parameters.ChecksumMode"]:focus').waitFor();
    await field(page, "Parameters.ChecksumMode").selectOption("ENABLED");
    assert.equal((await state(page)).Parameters.ChecksumMode, "ENABLED");
    await undo(page);
    assert.equal(await exported(page), text);
    assert.deepEqual(await violations(page), []);
    await finish(page);
  });
}

test("in JSONata a parameter is a literal or an expression", async () => {
  const text = task(getObject, { Bucket: "{% $states.input.bucket %}", Key: "k" }, "JSONata");
  const page = await selected(text);
  assert.equal(await field(page, "Arguments.Bucket").inputValue(), "$states.input.bucket");
  await page.locator('[data-way="Arguments.Key"]').selectOption("1");
  await field(page, "Arguments.Key").fill("$states.input.key");
  assert.equal((await state(page)).Arguments.Key, "{% $states.input.key %}");
  await undo(page);
  await undo(page);
  assert.equal(await exported(page), text);
  await finish(page);
});

test("what is called is found by words, and how the Task waits is chosen", async () => {
  const text = task(getObject);
  const page = await selected(text);
  await field(page, "Resource").fill("batch submit");
  await page.locator('[data-call="batch:submitJob"]').waitFor();
  await field(page, "Resource").press("ArrowDown");
  await page.locator('[data-call="batch:submitJob"][aria-selected="true"]').waitFor();
  await field(page, "Resource").press("Enter");
  assert.equal((await state(page)).Resource, "arn:aws:states:::batch:submitJob");
  await page.locator("[data-pattern]").selectOption(".sync");
  assert.equal((await state(page)).Resource, "arn:aws:states:::batch:submitJob.sync");
  await page.locator('[data-add-object="Parameters"]').click();
  assert.deepEqual(Object.keys((await state(page)).Parameters), ["JobName", "JobQueue", "JobDefinition"]);
  await field(page, "Parameters.JobName").waitFor();
  await undo(page);
  await undo(page);
  await undo(page);
  assert.equal(await exported(page), text);
  await finish(page);
});

test("what cannot be loaded is said, and stays JSON", async () => {
  const page = await selected(task(getObject, { Bucket: "b", Key: "k" }), { offline: true });
  await page.locator("[data-call-note]").waitFor();
  await page.locator('[data-field="Parameters"] .cm-content').waitFor();
  assert.equal(await field(page, "Parameters.Bucket").count(), 0);
  await page.context().close();
});
