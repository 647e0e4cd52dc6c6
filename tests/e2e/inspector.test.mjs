// The inspector: every field has a control, every change is a step that undo takes back byte for byte.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checked, exported, open, openExample, openFile, start, violations } from "./harness.mjs";

let session;
before(async () => (session = await start()));
after(() => session.stop());

const machine = JSON.stringify(
  {
    StartAt: "Call",
    States: {
      Call: {
        Type: "Task",
        Resource: "arn:aws:states:::lambda:invoke",
        Parameters: { FunctionName: "f", "Payload.$": "$" },
        TimeoutSeconds: 30,
        Next: "Which",
      },
      Which: { Type: "Choice", Choices: [{ Variable: "$.a", NumericEquals: 1.5, Next: "Hold" }], Default: "All" },
      Hold: { Type: "Wait", Seconds: 10, Next: "All" },
      All: {
        Type: "Map",
        ItemProcessor: {
          ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
          StartAt: "In",
          States: { In: { Type: "Pass", End: true } },
        },
        ItemReader: {
          Resource: "arn:aws:states:::s3:getObject",
          Parameters: { Bucket: "b", Key: "k" },
          ReaderConfig: { InputType: "JSON" },
        },
        Next: "Both",
      },
      Both: {
        Type: "Parallel",
        Branches: [{ StartAt: "X", States: { X: { Type: "Pass", End: true } } }],
        End: true,
      },
      Bad: { Type: "Fail", Error: "E" },
    },
  },
  null,
  2,
);

const jsonata = JSON.stringify(
  {
    QueryLanguage: "JSONata",
    StartAt: "Call",
    States: {
      Call: { Type: "Task", Resource: "arn:aws:states:::lambda:invoke", Arguments: { FunctionName: "f" }, TimeoutSeconds: 30, Next: "Which" },
      Which: { Type: "Choice", Choices: [{ Condition: "{% $states.input.a = 1 %}", Next: "Done" }], Default: "Done" },
      Done: { Type: "Succeed" },
    },
  },
  null,
  2,
);

async function opened(text = machine, options = {}) {
  const page = await open(session, options);
  await openFile(page, "machine.json", text);
  await page.locator('[data-state="Which"]').waitFor();
  return page;
}

async function select(page, name) {
  await page.locator(`[data-state="${name}"] button`).first().click();
  await page.locator("#panel-inspector h2", { hasText: name }).waitFor({ state: "attached" });
}

const field = (page, name) => page.locator(`[data-field="${name}"]`);
const entry = (page, name) => page.locator(`[data-entry="${name}"]`);
const undo = (page) => page.locator('[data-command="undo"]').click();
const state = async (page, name) => JSON.parse(await exported(page)).States[name];

async function undone(page, steps, text = machine) {
  for (let step = 0; step < steps; step += 1) await undo(page);
  assert.equal(await exported(page), text);
}

async function finish(page) {
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

test("the fields of a Task are filled, one step each", async () => {
  const page = await opened();
  await select(page, "Call");
  await field(page, "TimeoutSeconds").fill("45");
  await field(page, "Resource").fill("");
  await field(page, "Resource").pressSequentially("arn:aws:states:::sqs:sendMessage.waitForTaskToken");
  await page.locator("[data-resource-words]", { hasText: "Amazon SQS · sendMessage" }).waitFor();
  await page.locator('[data-add-field="Comment"]').click();
  await page.locator('[data-field="Comment"]:focus').waitFor();
  await page.keyboard.type("Be patient");
  await page.locator('[data-add-field="Credentials"]').click();
  await field(page, "Credentials.RoleArn").fill("arn:aws:iam::111122223333:role/Reader");
  await page.locator("#next-state").selectOption("Hold");
  assert.deepEqual(await state(page, "Call"), {
    Comment: "Be patient",
    Type: "Task",
    Resource: "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
    Parameters: { FunctionName: "f", "Payload.$": "$" },
    Credentials: { RoleArn: "arn:aws:iam::111122223333:role/Reader" },
    TimeoutSeconds: 45,
    Next: "Hold",
  });
  // Timeout, resource, comment, credentials, their role, next.
  await undone(page, 6);
  await finish(page);
});

test("a number can become a path and a field can be removed", async () => {
  const page = await opened();
  await select(page, "Call");
  await page.locator('[data-way="TimeoutSeconds"]').selectOption({ label: "Path" });
  await field(page, "TimeoutSecondsPath").fill("$.limit");
  assert.equal((await state(page, "Call")).TimeoutSecondsPath, "$.limit");
  await page.locator('[data-remove-field="TimeoutSeconds"]').click();
  await page.locator('[data-add-field="TimeoutSeconds"]:focus').waitFor();
  assert.deepEqual(Object.keys(await state(page, "Call")), ["Type", "Resource", "Parameters", "Next"]);
  await undone(page, 3);
  await finish(page);
});

test("Escape puts a field back, and Ctrl+Z takes back what was typed", async () => {
  const page = await opened();
  await select(page, "Call");
  await field(page, "TimeoutSeconds").fill("7");
  await field(page, "TimeoutSeconds").press("Escape");
  assert.equal(await field(page, "TimeoutSeconds").inputValue(), "30");
  assert.equal(await exported(page), machine);
  await field(page, "TimeoutSeconds").focus();
  await page.keyboard.press("End");
  await page.keyboard.type("00");
  assert.equal((await state(page, "Call")).TimeoutSeconds, 3000);
  await field(page, "TimeoutSeconds").focus();
  await page.keyboard.type("x");
  await page.locator(".field-error", { hasText: "not a number" }).waitFor();
  // What is no number goes first, then the step.
  await page.keyboard.press("Control+z");
  assert.equal(await field(page, "TimeoutSeconds").inputValue(), "3000");
  await page.keyboard.press("Control+z");
  assert.equal(await field(page, "TimeoutSeconds").inputValue(), "30");
  assert.equal(await exported(page), machine);
  await finish(page);
});

for (const [locale, words] of [
  ["en-US", { all: "All of these (And)" }],
  ["es-ES", { all: "Todas estas (And)" }],
]) {
  test(`an And-rule is built from a comparison (${locale})`, async () => {
    const page = await opened(machine, { locale });
    await select(page, "Which");
    const rule = page.locator('[data-condition-at="Choices.0"]');
    await rule.locator('[data-condition="and"]').click();
    await page.locator('[data-junction="Choices.0"]', { hasText: words.all }).waitFor();
    await page.locator('[data-field="Choices.0.And.1.Variable"]:focus').waitFor();
    await field(page, "Choices.0.And.1.Variable").fill("$.total");
    await page.locator('[data-comparator="Choices.0.And.1"]').selectOption("NumericGreaterThan");
    await field(page, "Choices.0.And.1.NumericGreaterThan").fill("100");
    const text = await exported(page);
    assert.ok(text.includes('"NumericEquals": 1.5'));
    assert.deepEqual(JSON.parse(text).States.Which.Choices, [
      {
        And: [
          { Variable: "$.a", NumericEquals: 1.5 },
          { Variable: "$.total", NumericGreaterThan: 100 },
        ],
        Next: "Hold",
      },
    ]);
    await page.locator('[data-operand-source="Choices.0.And.1"]').selectOption("path");
    await field(page, "Choices.0.And.1.NumericGreaterThanPath").fill("$.limit");
    await page.locator('[data-junction="Choices.0"]').selectOption("Or");
    await page.locator('[data-condition-at="Choices.0.Or.0"] [data-condition="not"]').click();
    assert.deepEqual((await state(page, "Which")).Choices[0].Or, [
      { Not: { Variable: "$.a", NumericEquals: 1.5 } },
      { Variable: "$.total", NumericGreaterThanPath: "$.limit" },
    ]);
    await undone(page, 8);
    await finish(page);
  });
}

test("rules are added, moved and removed, and lead where they are sent", async () => {
  const page = await opened();
  await select(page, "Which");
  await page.locator('[data-add-item="Choices"]').click();
  await field(page, "Choices.1.Next").selectOption("Bad");
  await page.locator('[data-card-of="Choices"]').nth(1).locator('[data-card="up"]').click();
  assert.deepEqual((await state(page, "Which")).Choices, [
    { Variable: "$.value", IsPresent: true, Next: "Bad" },
    { Variable: "$.a", NumericEquals: 1.5, Next: "Hold" },
  ]);
  await page.locator('[data-card-of="Choices"]').nth(1).locator('[data-card="remove"]').click();
  assert.equal((await state(page, "Which")).Choices.length, 1);
  await field(page, "Default").selectOption("Bad");
  await undone(page, 5);
  await finish(page);
});

for (const [locale, said] of [
  ["en-US", ["5 retries, after 1 s, 1.5 s, 2.3 s", "at most 13.2 s of waiting in all"]],
  ["es-ES", ["5 reintentos, tras 1 s, 1.5 s, 2.3 s", "13.2 s de espera en total como máximo"]],
]) {
  test(`a retrier is added and its delays are drawn (${locale})`, async () => {
    const page = await opened(machine, { locale });
    await select(page, "Call");
    await page.locator('[data-add-field="Retry"]').click();
    await page.locator('[data-chart="Retry.0"] .bar').nth(2).waitFor();
    await field(page, "Retry.0.MaxAttempts").fill("5");
    await field(page, "Retry.0.BackoffRate").fill("1.5");
    await page.locator('[data-chart="Retry.0"] .bar').nth(4).waitFor();
    const caption = await page.locator('[data-chart="Retry.0"] figcaption').textContent();
    for (const part of said) assert.ok(caption.includes(part), `${part} in ${caption}`);
    await field(page, "Retry.0.JitterStrategy").selectOption("FULL");
    await page.locator('[data-chart="Retry.0"] .bar.is-random').nth(4).waitFor();
    await page.locator('[data-tokens="Retry.0.ErrorEquals"] .token-remove').click();
    await field(page, "Retry.0.ErrorEquals").fill("Lambda.TooManyRequestsException");
    await page.keyboard.press("Enter");
    assert.deepEqual((await state(page, "Call")).Retry, [
      { ErrorEquals: ["Lambda.TooManyRequestsException"], IntervalSeconds: 1, MaxAttempts: 5, BackoffRate: 1.5, JitterStrategy: "FULL" },
    ]);
    await undone(page, 6);
    await finish(page);
  });
}

test("a catcher gets a target, a path for the error, and a name", async () => {
  const page = await opened();
  await select(page, "Call");
  await page.locator('[data-add-field="Catch"]').click();
  await field(page, "Catch.0.Next").selectOption("Hold");
  await field(page, "Catch.0.ResultPath").fill("$.error");
  await page.locator('[data-add-item="Catch"]').click();
  assert.deepEqual((await state(page, "Call")).Catch, [
    { ErrorEquals: ["States.TaskFailed"], Next: "Bad" },
    { ErrorEquals: ["States.ALL"], Next: "Hold", ResultPath: "$.error" },
  ]);
  await undone(page, 4);
  await finish(page);
});

for (const [locale, words] of [
  ["en-US", { rule: "Rule 1", about: '($.n is a number and $.n > 100) or $.vip is not present', retry: "Lambda.TooManyRequestsException, States.Timeout 5 retries" }],
  ["es-ES", { rule: "Regla 1", about: '($.n es un número y $.n > 100) o $.vip no existe', retry: "Lambda.TooManyRequestsException, States.Timeout 5 reintentos" }],
]) {
  test(`cards fold to a line, by keyboard too, and follow where they are moved (${locale})`, async () => {
    const read = JSON.parse(machine);
    const rule = { Or: [{ And: [{ Variable: "$.n", IsNumeric: true }, { Variable: "$.n", NumericGreaterThan: 100 }] }, { Variable: "$.vip", IsPresent: false }], Next: "Hold" };
    read.States.Which.Choices.unshift(rule);
    read.States.Call.Retry = [{ ErrorEquals: ["Lambda.TooManyRequestsException", "States.Timeout"], MaxAttempts: 5 }];
    read.States.Call.Catch = [{ ErrorEquals: ["States.ALL"], Next: "Bad" }];
    const text = JSON.stringify(read, null, 2);
    const page = await opened(text, { locale });
    await select(page, "Which");
    const cards = page.locator('[data-card-of="Choices"]');
    const folds = page.getByRole("button", { name: words.rule, exact: true });
    assert.equal(await folds.getAttribute("aria-expanded"), "true", "two rules start open");
    await folds.focus();
    await page.keyboard.press("Enter");
    assert.equal(await folds.getAttribute("aria-expanded"), "false");
    assert.equal((await cards.first().locator(".card-summary").innerText()).replace(/\s+/gu, " "), `${words.about} → Hold`);
    await page.waitForTimeout(200);
    assert.deepEqual(await violations(page), []);
    // Where it goes, it stays folded; the other one stays open.
    await cards.first().locator('[data-card="down"]').click();
    await cards.nth(1).locator(".card-summary").waitFor();
    assert.equal(await cards.first().locator(".card-fold").getAttribute("aria-expanded"), "true");
    await field(page, "Choices.0.NumericEquals").fill("2");
    assert.equal(await cards.nth(1).locator(".card-fold").getAttribute("aria-expanded"), "false", "other changes leave it folded");
    // The line is a button as a whole.
    await cards.nth(1).locator(".card-summary").click({ force: true });
    await field(page, "Choices.1.Next").waitFor();
    await undone(page, 2, text);
    await select(page, "Call");
    await page.locator('[data-card-of="Retry"] .card-fold').click();
    await page.locator('[data-card-of="Catch"] .card-fold').click();
    const line = async (list) => (await page.locator(`[data-card-of="${list}"] .card-summary`).innerText()).replace(/\s+/gu, " ");
    assert.equal(await line("Retry"), words.retry);
    assert.equal(await line("Catch"), "States.ALL → Bad");
    await finish(page);
  });
}

test("many cards start folded, tell of their problems, and a new one is open", async () => {
  const read = JSON.parse(machine);
  read.States.Which.Choices = Array.from({ length: 6 }, (_, n) => ({ Variable: "$.a", NumericEquals: n, Next: n === 2 ? "Gone" : "Hold" }));
  const page = await opened(JSON.stringify(read, null, 2));
  await checked(page);
  await select(page, "Which");
  const cards = page.locator('[data-card-of="Choices"]');
  assert.equal(await page.locator('[data-card-of="Choices"].is-folded').count(), 6);
  await cards.nth(2).locator(".badge", { hasText: "1" }).waitFor();
  await page.locator('[data-add-item="Choices"]').click();
  await field(page, "Choices.6.Next").waitFor();
  assert.equal(await page.locator('[data-card-of="Choices"].is-folded').count(), 6);
  await cards.nth(0).locator('[data-card="remove"]').click();
  await field(page, "Choices.5.Next").waitFor();
  assert.equal(await page.locator('[data-card-of="Choices"].is-folded').count(), 5);
  await finish(page);
});

test("a Wait goes from seconds to a moment", async () => {
  const page = await opened(machine, {});
  await select(page, "Hold");
  await page.locator('[data-way="Seconds"]').selectOption({ label: "Timestamp: date and time" });
  assert.deepEqual(await state(page, "Hold"), { Type: "Wait", Timestamp: "2030-01-01T00:00:00Z", Next: "All" });
  await field(page, "Timestamp").fill("2031-05-01T10:00:00Z");
  const shown = await page.locator('[data-local-time="Timestamp"]').inputValue();
  assert.equal(await page.evaluate((text) => new Date(text).toISOString(), shown), "2031-05-01T10:00:00.000Z");
  await page.locator('[data-local-time="Timestamp"]').fill("2032-06-07T08:09:10");
  const { Timestamp } = await state(page, "Hold");
  assert.equal(new Date(Timestamp).getTime(), await page.evaluate(() => new Date("2032-06-07T08:09:10").getTime()));
  await undone(page, 3);
  await finish(page);
});

test("the reader of a Map asks for what its input needs", async () => {
  const page = await opened();
  await select(page, "All");
  assert.equal(await field(page, "ItemReader.ReaderConfig.CSVHeaderLocation").count(), 0);
  await field(page, "ItemReader.ReaderConfig.InputType").selectOption("CSV");
  await field(page, "ItemReader.ReaderConfig.CSVHeaderLocation").selectOption("GIVEN");
  await field(page, "ItemReader.ReaderConfig.CSVHeaders").fill("id, name");
  await page.keyboard.press("Enter");
  await field(page, "ItemReader.Parameters.Bucket").fill("orders");
  await page.locator('[data-way="ItemReader.Parameters.Key"]').selectOption({ label: "Path" });
  await page.locator('[data-add-field="ItemBatcher"]').click();
  await field(page, "ItemBatcher.MaxItemsPerBatch").fill("25");
  const map = await state(page, "All");
  assert.deepEqual(map.ItemReader, {
    Resource: "arn:aws:states:::s3:getObject",
    Parameters: { Bucket: "orders", "Key.$": "$.key" },
    ReaderConfig: { InputType: "CSV", CSVHeaderLocation: "GIVEN", CSVHeaders: ["id", "name"] },
  });
  assert.deepEqual(map.ItemBatcher, { MaxItemsPerBatch: 25 });
  await undone(page, 7);
  await finish(page);
});

test("a state gets another type and keeps what fits", async () => {
  const page = await opened();
  await select(page, "Call");
  await page.locator("#state-type").selectOption("Pass");
  await page.locator(".notice", { hasText: "Resource, TimeoutSeconds" }).waitFor();
  assert.deepEqual(await state(page, "Call"), { Type: "Pass", Parameters: { FunctionName: "f", "Payload.$": "$" }, Next: "Which" });
  await undone(page, 1);
  await finish(page);
});

test("branches are listed, added, and lead to their first state", async () => {
  const page = await opened();
  await select(page, "Both");
  await page.locator('[data-add-item="Branches"]').click();
  assert.equal((await state(page, "Both")).Branches.length, 2);
  await entry(page, "Branches.0.StartAt").locator("[data-go-to]").click();
  await page.locator('[data-state="X"].is-selected').waitFor();
  await undone(page, 1);
  await finish(page);
});

test("JSON is edited in the code editor; what is no JSON yet is not applied", async () => {
  const page = await opened();
  await select(page, "Call");
  await page.locator('[data-command="arguments-as-json"]').click();
  const code = page.locator('[data-field="Parameters"] .cm-content');
  await code.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText('{"FunctionName": ');
  await page.locator(".field-error", { hasText: "not valid JSON" }).waitFor();
  assert.equal(await exported(page), machine);
  await code.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText('{\n  "FunctionName": "g",\n  "n": 1.0\n}');
  assert.equal(await page.locator(".field-error").count(), 0);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.closest('[data-field="Parameters"]')), null, "Tab leaves");
  const text = await exported(page);
  assert.ok(text.includes('        "n": 1.0\n      },'), text);
  await code.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("[1, 2]");
  await page.keyboard.press("Escape");
  assert.equal(await exported(page), text, "Escape puts back what was there");
  await undone(page, 1);
  await finish(page);
});

for (const locale of ["en-US", "es-ES"]) {
  test(`a JSON field tells of the data and completes its paths, before it is right (${locale})`, async () => {
    const page = await opened(machine, { locale });
    await page.locator("#tab-run").click();
    await page.locator("#run-input").fill('{"order": {"id": 7, "lines": []}}');
    await page.locator("#tab-inspector").click();
    await select(page, "Call");
    await page.locator('[data-command="arguments-as-json"]').click();
    const code = page.locator('[data-field="Parameters"] .cm-content');
    const names = page.locator(".cm-tooltip-autocomplete li");
    await code.click();
    await page.keyboard.press("Control+a");
    // No JSON yet: the quotes and the brace are still open.
    await page.keyboard.type('{"é": 1,\n"id.$": "$.order.l');
    await names.filter({ hasText: "lines" }).waitFor();
    await page.keyboard.press("Escape");
    await names.first().waitFor({ state: "detached" });
    assert.ok((await code.textContent()).includes("$.order.l"), "Escape hides the names first");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Control+Space");
    await names.filter({ hasText: "id" }).waitFor();
    await page.waitForTimeout(100);
    await page.keyboard.press("Enter");
    await page.keyboard.type('"}');
    assert.deepEqual((await state(page, "Call")).Parameters, { é: 1, "id.$": "$.order.id" });
    const box = await code.locator("span", { hasText: "$.order.id" }).last().boundingBox();
    await page.mouse.move(box.x + box.width - 12, box.y + box.height / 2);
    await page.locator(".cm-data dd", { hasText: "number" }).waitFor();
    assert.equal(await page.locator(".cm-data dt").textContent(), "$.order.id");
    await page.mouse.move(5, 5);
    // A field that the state does not have yet.
    await page.locator('[data-add-field="Assign"]').click();
    await page.locator('[data-field="Assign"] .cm-content').click();
    await page.keyboard.press("Control+a");
    await page.keyboard.type('{"n.$": "$.');
    await names.first().waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    assert.deepEqual((await state(page, "Call")).Assign, {});
    await undone(page, 2);
    await finish(page);
  });
}

test("expressions of JSONata have a control of their own", async () => {
  const page = await opened(jsonata);
  await select(page, "Call");
  await page.locator('[data-way="TimeoutSeconds"]').selectOption({ label: "Expression" });
  await field(page, "TimeoutSeconds").fill("$states.input.limit");
  await page.locator('[data-add-field="Output"]').click();
  await page.locator('[data-field="Output"]:focus').waitFor();
  await page.keyboard.type("$states.result.Payload");
  assert.equal((await state(page, "Call")).TimeoutSeconds, "{% $states.input.limit %}");
  assert.equal((await state(page, "Call")).Output, "{% $states.result.Payload %}");
  await select(page, "Which");
  await field(page, "Choices.0.Condition").fill("{% $states.input.a > 1 %}");
  assert.equal((await state(page, "Which")).Choices[0].Condition, "{% $states.input.a > 1 %}");
  await undone(page, 4, jsonata);
  await finish(page);
});

for (const [locale, message] of [["en-US", "Al"], ["es-ES", "No hay ningún estado llamado «Al»"]]) {
  test(`a problem stands beside its field, and goes when it is mended (${locale})`, async () => {
    const wrong = machine.replace('"Default": "All"', '"Default": "Al"').replace('"Seconds": 10', '"Secs": 10');
    const page = await opened(wrong, { locale });
    await checked(page);
    await select(page, "Which");
    const problem = entry(page, "Default").locator("[data-field-problem]");
    await problem.first().waitFor();
    assert.ok((await problem.first().textContent()).includes(message));
    assert.equal(await field(page, "Default").getAttribute("aria-invalid"), "true");
    await field(page, "Default").selectOption("All");
    await problem.first().waitFor({ state: "detached" });
    // A field that is missing is told of where it would stand; an unknown one is listed and can go.
    await select(page, "Hold");
    await entry(page, "Seconds").locator("[data-field-problem]").first().waitFor();
    await entry(page, "Secs").locator("[data-field-problem]").first().waitFor();
    await page.locator('[data-remove-field="Secs"]').click();
    await entry(page, "Secs").waitFor({ state: "detached" });
    await field(page, "Seconds").fill("10");
    await entry(page, "Seconds").locator("[data-field-problem]").first().waitFor({ state: "detached" });
    assert.equal((await state(page, "Hold")).Seconds, 10);
    await undone(page, 3, wrong);
    await finish(page);
  });
}

test("a path that cannot be read is said while it is typed", async () => {
  const page = await opened();
  await select(page, "Call");
  await page.locator('[data-add-field="InputPath"]').click();
  await page.locator('[data-field="InputPath"]:focus').waitFor();
  await page.keyboard.type("$.a[");
  await entry(page, "InputPath").locator(".field-note, [data-field-problem]").first().waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await exported(page), machine);
  await finish(page);
});

test("what null means is said where it is written, and a long name leaves the form as wide as it was", async () => {
  const name = "A state whose name is longer than the inspector is wide, and has to be cut";
  const states = { Which: { Type: "Pass", InputPath: null, ResultPath: null, Next: name }, [name]: { Type: "Succeed" } };
  const page = await opened(JSON.stringify({ StartAt: "Which", States: states }, null, 2));
  await select(page, "Which");
  await entry(page, "InputPath").locator(".null-value", { hasText: "an empty object" }).waitFor();
  await entry(page, "ResultPath").locator(".null-value", { hasText: "the input goes on" }).waitFor();
  await select(page, name);
  assert.ok(await page.locator(".inspector").evaluate((body) => body.scrollWidth <= body.clientWidth));
  await finish(page);
});

test("without a selection the fields of the machine are shown", async () => {
  const page = await opened();
  await page.locator("#panel-inspector h2", { hasText: "State machine" }).waitFor();
  await field(page, "Comment").fill("For tests");
  await field(page, "StartAt").selectOption("Which");
  await page.locator('[data-add-field="TimeoutSeconds"]').click();
  await field(page, "TimeoutSeconds").fill("900");
  const read = JSON.parse(await exported(page));
  assert.deepEqual([read.Comment, read.StartAt, read.TimeoutSeconds], ["For tests", "Which", 900]);
  await undone(page, 3);
  await finish(page);
});

for (const [locale, words] of [
  ["en-US", { title: "Conversion to JSONata", only: "Only change QueryLanguage" }],
  ["es-ES", { title: "Conversión a JSONata", only: "Cambiar solo QueryLanguage" }],
]) {
  test(`setting QueryLanguage to JSONata offers to convert what is in JSONPath (${locale})`, async () => {
    const page = await opened(machine, { locale });
    const dialog = page.getByRole("dialog", { name: words.title });
    await select(page, "Call");
    await page.locator('[data-add-field="QueryLanguage"]').click();
    await page.locator('[data-field="QueryLanguage"]:focus').waitFor();
    // Escape leaves everything as it is, and the control shows what counts.
    await field(page, "QueryLanguage").selectOption("JSONata");
    await dialog.waitFor();
    await page.waitForTimeout(200);
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    assert.equal(await field(page, "QueryLanguage").inputValue(), "");
    assert.equal(await exported(page), machine);
    // The field alone: what it leaves behind is told.
    await field(page, "QueryLanguage").focus();
    await page.keyboard.press("End");
    await dialog.waitFor();
    await page.getByRole("button", { name: words.only }).press("Enter");
    await dialog.waitFor({ state: "hidden" });
    assert.deepEqual((await state(page, "Call")).Parameters, { FunctionName: "f", "Payload.$": "$" });
    await page.locator(".others [data-entry='Parameters']").waitFor();
    await undone(page, 1);
    // All of it.
    await field(page, "QueryLanguage").selectOption("JSONata");
    await page.locator('[data-command="apply-conversion"]').click();
    await dialog.waitFor({ state: "hidden" });
    const { QueryLanguage, Arguments } = await state(page, "Call");
    assert.deepEqual([QueryLanguage, Arguments], ["JSONata", { FunctionName: "f", Payload: "{% $states.input %}" }]);
    assert.equal(await field(page, "QueryLanguage").inputValue(), "JSONata");
    await undone(page, 1);
    await finish(page);
  });
}

test("the QueryLanguage of a machine converts its states, and nothing is asked where nothing else changes", async () => {
  const page = await opened();
  await field(page, "QueryLanguage").selectOption("JSONata");
  await page.locator('[data-command="apply-conversion"]').click();
  const read = JSON.parse(await exported(page));
  assert.equal(read.QueryLanguage, "JSONata");
  assert.deepEqual(read.States.Which.Choices, [{ Condition: "{% $states.input.a = 1.5 %}", Next: "Hold" }]);
  await undone(page, 1);
  await select(page, "Bad");
  await page.locator('[data-add-field="QueryLanguage"]').click();
  await field(page, "QueryLanguage").selectOption("JSONata");
  await page.locator('[data-field="QueryLanguage"] option[value="JSONata"]:checked').waitFor({ state: "attached" });
  assert.deepEqual(await state(page, "Bad"), { QueryLanguage: "JSONata", Type: "Fail", Error: "E" });
  await finish(page);
});

for (const [locale, fails, note] of [
  ["en-US", "Fail, as before", "it is now left out"],
  ["es-ES", "Fallar, como antes", "ahora se omite"],
]) {
  test(`whoever converts chooses what becomes of paths that find nothing (${locale})`, async () => {
    const text = JSON.stringify({ StartAt: "Which", States: { Which: { Type: "Pass", Parameters: { "n.$": "$.a" }, ResultPath: "$.made", End: true } } }, null, 2);
    const page = await opened(text, { locale });
    await field(page, "QueryLanguage").selectOption("JSONata");
    const dialog = page.getByRole("dialog");
    await dialog.locator(".conversion-note", { hasText: note }).waitFor();
    await dialog.getByRole("radio", { checked: true }).focus();
    await page.keyboard.press("ArrowRight");
    await dialog.locator(".is-after", { hasText: "$assert" }).waitFor();
    assert.equal(await dialog.getByRole("radio", { name: fails }).isChecked(), true);
    assert.equal(await dialog.locator(".conversion-note", { hasText: note }).count(), 0);
    await page.waitForTimeout(200);
    assert.deepEqual(await violations(page), []);
    await page.locator('[data-command="apply-conversion"]').click();
    assert.match((await state(page, "Which")).Output, /\$assert\(\$exists\(\$states\.input\.a\)\)/u);
    await undone(page, 1, text);
    await finish(page);
  });
}

test("help opens under its field and groups fold away", async () => {
  const page = await opened(machine, { locale: "es-ES" });
  await select(page, "Call");
  await entry(page, "Resource").locator(".help-button").click();
  await page.locator(".field-help", { hasText: "Lo que llama la tarea" }).waitFor();
  const group = page.locator('[data-group="configuration"]');
  await group.locator(".group-head").click();
  await field(page, "Resource").waitFor({ state: "hidden" });
  await select(page, "Hold");
  assert.equal(await group.locator(".group-head").getAttribute("aria-expanded"), "false", "it stays folded for other states");
  await group.locator(".group-head").click();
  await field(page, "Seconds").waitFor();
  await finish(page);
});

test("every field that a state can have is shown or offered", async () => {
  const page = await opened();
  const task = ["Resource", "Next", "Comment", "QueryLanguage", "TimeoutSeconds", "HeartbeatSeconds", "Credentials", "Parameters", "InputPath", "ResultSelector", "ResultPath", "OutputPath", "Assign", "Retry", "Catch"];
  await select(page, "Call");
  const offered = await page.locator("[data-add-field]").evaluateAll((all) => all.map((one) => one.dataset.addField));
  const shown = await page.locator("[data-entry]").evaluateAll((all) => all.map((one) => one.dataset.entry));
  assert.deepEqual([...offered, ...shown].filter((name) => !name.includes(".")).sort(), task.sort());
  // All of them at once: each has its control, and none of them harms another.
  while (await page.locator("[data-add-field]:visible").count()) await page.locator("[data-add-field]:visible").first().click();
  for (const name of task.filter((name) => name !== "Next")) await entry(page, name).waitFor();
  await finish(page);
});

test("Tab leads from control to control, without a mouse", async () => {
  const page = await opened();
  await select(page, "Hold");
  await page.locator("#state-name").focus();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "state-type");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.field), "Seconds");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.way), "Seconds");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator(".field-help").waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "next-state");
  await page.locator('[data-add-field="Comment"]').focus();
  await page.keyboard.press("Enter");
  await page.locator('[data-field="Comment"]:focus').waitFor();
  await page.keyboard.type("No hurry");
  await page.keyboard.press("Tab");
  assert.equal((await state(page, "Hold")).Comment, "No hurry");
  await undone(page, 1);
  await finish(page);
});

test("the last retrier takes its field along", async () => {
  const page = await opened();
  await select(page, "Call");
  await page.locator('[data-add-field="Retry"]').click();
  await page.locator('[data-card-of="Retry"] [data-card="remove"]').click();
  await page.locator('[data-add-field="Retry"]:focus').waitFor();
  assert.equal(await exported(page), machine);
  await finish(page);
});

test("a scope of 2,000 states does not make the form slow", async () => {
  const states = {};
  for (let n = 0; n < 2000; n += 1) states[`S${n}`] = { Type: "Pass", ...(n < 1999 ? { Next: `S${n + 1}` } : { End: true }) };
  states.Which = { Type: "Choice", Choices: Array.from({ length: 30 }, (_, n) => ({ Variable: "$.a", NumericEquals: n, Next: `S${n}` })), Default: "S0" };
  const page = await opened(JSON.stringify({ StartAt: "Which", States: states }, null, 2));
  await select(page, "Which");
  await page.locator('[data-card-of="Choices"]').nth(29).locator(".card-fold").click();
  await field(page, "Choices.29.Next").waitFor();
  assert.equal(await page.locator(".card-body .condition").count(), 1, "a folded card has no form yet");
  await page.locator('[data-fold-all="Choices"]').click();
  await field(page, "Choices.29.Next").waitFor({ state: "hidden" });
  await page.locator('[data-fold-all="Choices"]').click();
  await field(page, "Choices.0.Next").waitFor();
  assert.ok((await page.locator("#panel-inspector option").count()) < 2000, "choices come when somebody goes there");
  await field(page, "Choices.29.Next").focus();
  await field(page, "Choices.29.Next").selectOption("S1500");
  assert.equal((await state(page, "Which")).Choices[29].Next, "S1500");
  await finish(page);
});

test("no accessibility violations in any form", async () => {
  for (const [width, height, theme, locale] of [
    [1440, 900, "light", "en-US"],
    [1440, 900, "dark", "es-ES"],
    [390, 844, "dark", "en-US"],
  ]) {
    const page = await opened(machine, { width, height, theme, locale });
    for (const name of [null, "Call", "Which", "Hold", "All", "Both", "Bad"]) {
      if (width < 1000) await page.locator("#tab-graph").click();
      if (name) await select(page, name);
      if (width < 1000) await page.locator("#tab-inspector").click();
      if (name === "Call") {
        for (const field of ["Retry", "Catch"]) await page.locator(`[data-add-field="${field}"]`).click();
        await entry(page, "Resource").locator(".help-button").click();
      }
      if (name === "Which") {
        await page.locator('[data-condition-at="Choices.0"] [data-condition="or"]').click();
        await page.locator('[data-condition-at="Choices.0.Or.1"] [data-condition="not"]').click();
      }
      if (name === "Hold") await page.locator('[data-way="Seconds"]').selectOption("1");
      await checked(page);
      await page.waitForTimeout(200);
      assert.deepEqual(await violations(page), [], `${name} ${width} ${theme}`);
    }
    await finish(page);
  }
});

test("deleting twice in the inspector deletes one state, and several selected states are told (es)", async () => {
  const page = await open(session, { locale: "es-ES" });
  await openExample(page, "order");
  await page.locator('[data-state="Ship order"] > button').click();
  await page.locator('#panel-inspector [data-command="delete"]').dblclick();
  await page.locator('[data-state="Ship order"]').waitFor({ state: "detached" });
  await page.waitForTimeout(200);
  assert.equal(await page.locator(".canvas [data-state]").count(), 6);
  assert.ok(await page.evaluate(() => Boolean(document.activeElement?.closest(".canvas"))), "the focus is in the graph");
  await page.locator('[data-state="Check stock"] > button').click();
  await page.locator('[data-state="Charge card"] > button').click({ modifiers: ["Control"] });
  await page.locator('[data-selected="2"]', { hasText: "Hay 2 estados seleccionados" }).waitFor();
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a retrier that is added gets the focus, and on a phone a form begins at its top", async () => {
  const page = await open(session, { width: 390, height: 844, touch: true });
  await openExample(page, "order");
  await page.locator('[data-state="Check stock"] > button').click();
  const tab = (name) => page.locator('[role="tab"]', { hasText: name }).click();
  await tab("Inspector");
  await page.locator('#panel-inspector [data-add-field="Retry"]').click();
  await page.waitForFunction(() => document.activeElement?.closest('[data-group="error-handling"]'));
  await page.locator("#panel-inspector .inspector").evaluate((body) => body.scrollTo(0, 500));
  await tab("Graph");
  await page.locator('[data-state="Charge card"] > button').click();
  await tab("Inspector");
  await page.waitForFunction(() => document.querySelector("#panel-inspector .inspector").scrollTop === 0);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
