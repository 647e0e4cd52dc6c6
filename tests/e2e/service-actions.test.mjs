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

test("right behind its closing quote a finished text is completed", async () => {
  const page = await opened(task("arn:aws:states:::batch:submitJob", { JobName: "j" }));
  await codeBehind(page, '"Resource"');
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Control+Space");
  const options = page.locator(".cm-tooltip-autocomplete li");
  await options.filter({ hasText: /^batch:submitJob.sync$/ }).click();
  assert.equal((await state(page)).Resource, "arn:aws:states:::batch:submitJob.sync");
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
    await page.locator(".field-note", { hasText: locale === "en-US" ? "no such parameters" : "no tiene estos parámetros" }).waitFor();
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
  // The best match is meant until another is chosen.
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

test("once the table is there, no action is offered that it does not have", async () => {
  const page = await opened(task(getObject, { Bucket: "b", Key: "k" }));
  await page.locator('[data-command="palette"]').click();
  const ids = () => page.locator(".palette [data-item]").evaluateAll((items) => items.map((item) => item.dataset.item));
  await page.locator("#palette-search").fill("rekognition detect");
  await page.locator('.palette [data-item="aws-sdk:rekognition:detectText"]').waitFor();
  assert.ok(!(await ids()).includes("aws-sdk:rekognition:detect"));
  // What is marked is said once, above the list.
  assert.equal(await page.locator(".palette [data-made-up]").count(), 1);
  assert.equal(await page.locator(".palette .item-note").count(), 0);
  assert.ok((await page.locator(".palette .palette-item .made-up").count()) > 2);
  // A name that is written out may be newer than the table: last, and said to be unknown.
  await page.locator("#palette-search").fill("sqs:send");
  await page.locator('.palette [data-item="aws-sdk:sqs:send"]', { hasText: "knows no action send of sqs" }).waitFor();
  assert.equal((await ids()).at(-1), "aws-sdk:sqs:send");
  assert.deepEqual(await violations(page), []);
  await finish(page);
});

for (const [locale, words, none] of [
  ["es-ES", { cola: "sqs:sendMessage", "enviar mensaje": "sqs:sendMessage", correo: "aws-sdk:sesv2:sendEmail" }, "No hay coincidencias."],
  ["en-US", { queue: "sqs:sendMessage", "send message": "sqs:sendMessage" }, "Nothing matches."],
]) {
  test(`the field of what is called knows the words of the palette, and Enter takes the best match (${locale})`, async () => {
    const page = await selected(task(getObject), { locale });
    const resource = field(page, "Resource");
    for (const [typed, id] of Object.entries(words)) {
      await resource.fill(typed);
      await page.locator(`[data-call="${id}"]`).waitFor();
    }
    await resource.fill("zzz qqq");
    await page.locator("[data-resource-words]", { hasText: none }).waitFor();
    await resource.fill("ecs run");
    await page.locator('[data-call="ecs:runTask"][aria-selected="true"]').waitFor();
    await resource.press("Enter");
    assert.equal(await resource.inputValue(), "arn:aws:states:::ecs:runTask");
    // What is an ARN already is left as it is.
    await resource.fill("arn:aws:states:::sqs:sendMessage.waitForTaskToken");
    await page.locator('[data-call="sqs:sendMessage"]').waitFor();
    assert.equal(await page.locator('[data-call][aria-selected="true"]').count(), 0);
    await resource.press("Enter");
    assert.equal(await resource.inputValue(), "arn:aws:states:::sqs:sendMessage.waitForTaskToken");
    await finish(page);
  });
}

test("an action that does not exist is not said to go on with its response", async () => {
  const page = await selected(task("arn:aws:states:::sqs:sendMesage", { QueueUrl: "q" }));
  await page.locator("[data-resource-words]", { hasText: /sendMesage$/u }).waitFor();
  await finish(page);
});

const run = { TaskDefinition: "t", Cluster: "c", Count: 1, Newer: { a: 1 }, Older: { b: 1 } };

test("the focus stays where a parameter was taken away", async () => {
  const page = await selected(task("arn:aws:states:::ecs:runTask", run));
  const remove = async (name) => {
    await page.locator(`[data-remove-field="${name}"]`).focus();
    await page.keyboard.press("Enter");
  };
  await field(page, "Parameters.Cluster").waitFor();
  await remove("Parameters.Cluster");
  await page.locator("[data-add-parameter]:focus").waitFor();
  await remove("Parameters.Newer");
  await page.locator('[data-field="Parameters.Older"] .cm-content:focus').waitFor();
  await remove("Parameters.Older");
  await page.locator("[data-add-parameter]:focus").waitFor();
  await remove("Parameters");
  await page.locator('[data-add-object="Parameters"]:focus').waitFor();
  assert.equal((await state(page)).Parameters, undefined);
  await finish(page);
});

test("a new parameter of JSON is typed into, not in front of", async () => {
  const page = await selected(task("arn:aws:states:::ecs:runTask", { TaskDefinition: "t" }));
  await page.locator("[data-add-parameter]").fill("NetworkConfiguration");
  await page.locator("[data-add-parameter]").press("Enter");
  const content = page.locator('[data-field="Parameters.NetworkConfiguration"] .cm-content');
  await page.locator('[data-field="Parameters.NetworkConfiguration"] .cm-content:focus').waitFor();
  await page.keyboard.type('"');
  assert.equal((await content.textContent()).replaceAll(/\s/gu, ""), '{"}');
  await finish(page);
});

test("the button that shows parameters as JSON is as wide as its words, in both languages", async () => {
  for (const locale of ["en-US", "es-ES"]) {
    const page = await selected(task("arn:aws:states:::ecs:runTask", run), { locale });
    const button = page.locator('[data-command="arguments-as-json"]');
    await button.waitFor();
    const [inner, outer, right] = await button.evaluate((element) => {
      const panel = element.closest("#panel-inspector").getBoundingClientRect();
      return [element.scrollWidth, element.clientWidth, panel.right - element.getBoundingClientRect().right];
    });
    assert.ok(inner <= outer && right >= 0, `${inner} in ${outer}, ${right} from the edge`);
    await finish(page);
  }
});

test("a problem of a parameter is told once, and a misspelt value is mended", async () => {
  const page = await selected(task("arn:aws:states:::ecs:runTask", { TaskDefinition: "t", LaunchType: "FARGAT" }));
  await page.locator("[data-field-problem]", { hasText: "Did you mean FARGATE?" }).waitFor();
  assert.equal(await page.locator('[data-field-problem="argument-value"]').count(), 1);
  await page.locator('.problem-item:has([data-rule="argument-value"]) [data-problem-action="fix"]').click();
  await page.locator("[data-fix]").first().click();
  assert.equal((await state(page)).Parameters.LaunchType, "FARGATE");
  await finish(page);
});

test("values are kept as expressions and back, and what cannot be kept is told", async () => {
  const text = task("arn:aws:states:::aws-sdk:dynamodb:putItem", { TableName: "t", Item: { a: { S: "x" } } }, "JSONata");
  const page = await selected(text);
  const whole = page.locator('[data-way="Arguments"]');
  await whole.selectOption("1");
  assert.equal((await state(page)).Arguments, '{% { "TableName": "t", "Item": { "a": { "S": "x" } } } %}');
  await whole.selectOption("0");
  assert.deepEqual((await state(page)).Arguments, { TableName: "t", Item: { a: { S: "x" } } });
  const name = page.locator('[data-way="Arguments.TableName"]');
  await name.selectOption("1");
  await name.selectOption("0");
  assert.equal((await state(page)).Arguments.TableName, "t");
  await name.selectOption("1");
  await field(page, "Arguments.TableName").fill("$states.input.table");
  await field(page, "Arguments.TableName").press("Tab");
  const told = page.locator(".notice", { hasText: "Undo brings it back" });
  assert.equal(await told.count(), 0);
  await name.selectOption("0");
  await told.waitFor();
  await undo(page);
  assert.equal((await state(page)).Arguments.TableName, "{% $states.input.table %}");
  await finish(page);
});
