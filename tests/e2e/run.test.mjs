// Point 4: machines run, step by step and to the end, forwards and back; and nothing they do stops the page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, openExample, openFile, start, violations } from "./harness.mjs";

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
  await page.locator("[data-mock-kind]").selectOption("result");
  await page.locator('[data-mock-field="result"]').fill('{"answer": 42}');
  await page.locator('[data-mock-field="result"]').blur();
  await press(page, "run");
  await ended(page, "SUCCEEDED");
  assert.deepEqual(await output(page), { answer: 42 });
  await page.locator("[data-mock-kind]").selectOption("error");
  await page.locator('[data-mock-field="error"]').fill("Broken");
  await page.locator('[data-mock-field="error"]').blur();
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
  // A Standard execution would end at 25,000 events, a Wait at the five minutes of an Express one.
  const work = "{% $sum([1..500]) %}";
  const states = { A: { Type: "Pass", Output: work, Next: "B" }, B: { Type: "Pass", Output: work, Next: "A" } };
  const machine = { QueryLanguage: "JSONata", StartAt: "A", States: states };
  await openFile(page, "endless.json", JSON.stringify(machine));
  await page.locator('[data-state="B"]').waitFor();
  await page.locator("#tab-run").click();
  await page.locator('[data-execution-type="Express"]').click();
  await press(page, "run");
  await page.locator('[data-step]:not([data-step="0"])').waitFor();
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
  await page.locator(".notice", { hasText: "Una expresión de «A» no terminó" }).waitFor({ timeout: 20_000 });
  await openExample(page, "two-tasks");
  await page.locator('[data-state="StartState"]').waitFor();
  await press(page, "run");
  await ended(page, "SUCCEEDED");
  await page.context().close();
});

const steps = async (page, count) => {
  for (let step = 1; step <= count; step += 1) {
    await press(page, "step");
    await at(page, step);
  }
};
const show = async (page, machine) => {
  await openFile(page, "machine.json", JSON.stringify(machine));
  await page.locator(`[data-state="${Object.keys(machine.States)[0]}"]`).waitFor();
  await page.locator("#tab-run").click();
};
const invoke = (more) => ({ Type: "Task", Resource: "arn:aws:states:::lambda:invoke", ...more });

test("a task token is sent back by hand: result, error, heartbeat and time", async () => {
  const page = await open(session);
  const send = {
    Type: "Task",
    Resource: "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
    Parameters: { QueueUrl: "https://sqs.us-east-1.amazonaws.com/111111111111/q", "MessageBody.$": "$$.Task.Token" },
    HeartbeatSeconds: 10,
    TimeoutSeconds: 60,
    End: true,
  };
  await show(page, { StartAt: "Ask", States: { Ask: send } });
  await press(page, "run");
  await page.locator("[data-callbacks]").waitFor();
  assert.ok(await page.locator('[data-run="step"]').isDisabled(), "only the callback or time goes on");
  await page.locator('[data-callback="heartbeat"]').click();
  await page.locator('[data-callback-field="output"]').fill('{"approved": true}');
  await page.locator('[data-callback="success"]').click();
  await ended(page, "SUCCEEDED");
  assert.deepEqual(await output(page), { approved: true });

  await press(page, "restart");
  await press(page, "run");
  await page.locator('[data-callback-field="error"]').fill("Rejected");
  await page.locator('[data-callback="failure"]').click();
  await ended(page, "FAILED");
  assert.ok((await page.locator("[data-outcome]").textContent()).includes("Rejected"));

  await press(page, "restart");
  await press(page, "run");
  await page.locator('[data-callback="time"]').click();
  await ended(page, "FAILED");
  assert.ok((await page.locator("[data-outcome]").textContent()).includes("States.Timeout"));
  assert.ok((await page.locator(".transport-status").textContent()).includes("10.0 s"));
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("answers differ from call to call: an error, then a computed result; retries wait on the virtual clock", async () => {
  const page = await open(session);
  const retry = [{ ErrorEquals: ["Busy"], IntervalSeconds: 5 }];
  await show(page, { StartAt: "Call", States: { Call: invoke({ Parameters: { FunctionName: "double", "Payload.$": "$" }, Retry: retry, End: true }) } });
  await page.locator('[data-state="Call"] button').click();
  await page.locator("[data-mock-kind]").selectOption("error");
  await page.locator('[data-mock-field="error"]').fill("Busy");
  await page.locator('[data-mock-field="error"]').blur();
  await page.locator("[data-mock-add]").click();
  await page.locator("[data-answer] [data-mock-kind]").nth(1).selectOption("compute");
  await page.locator('[data-mock-field="compute"]').fill('{% {"Payload": $states.input.Payload.n * 2} %}');
  await page.locator('[data-mock-field="compute"]').blur();
  await page.locator("#run-input").fill('{"n": 21}');
  await steps(page, 2);
  assert.ok((await page.locator('[data-active="Call"]').textContent()).includes("5.0 s"), "the retry waits");
  await press(page, "run");
  await ended(page, "SUCCEEDED");
  assert.equal((await output(page)).Payload, 42);
  assert.equal((await output(page)).ExecutedVersion, "$LATEST");
  await page.context().close();
});

test("a failed run is redriven once its mock is mended", async () => {
  const page = await open(session);
  const first = { Type: "Pass", Result: { n: 1 }, Next: "Call" };
  await show(page, { StartAt: "First", States: { First: first, Call: invoke({ End: true }) } });
  await page.locator('[data-state="Call"] button').click();
  await page.locator("[data-mock-kind]").selectOption("error");
  await page.locator("[data-mock-add]").click();
  await press(page, "run");
  await ended(page, "FAILED");
  await page.locator('[data-run="redrive"]').click();
  await press(page, "run");
  await ended(page, "SUCCEEDED");
  assert.equal(await page.locator('[data-event="ExecutionRedriven"]').count(), 1);
  assert.equal(await page.locator('[data-event="PassStateEntered"]').count(), 1, "what had succeeded is not run again");
  await page.context().close();
});

test("variables stand by scope, and the data of a state stage by stage", async () => {
  const page = await open(session);
  const inner = { Type: "Pass", Assign: { "seen.$": "$.v" }, Next: "Last" };
  const map = {
    Type: "Map",
    ItemsPath: "$.list",
    MaxConcurrency: 1,
    ItemSelector: { "v.$": "$$.Map.Item.Value" },
    ItemProcessor: { StartAt: "Keep", States: { Keep: inner, Last: { Type: "Pass", End: true } } },
    End: true,
  };
  const start = { Type: "Pass", Assign: { "total.$": "States.ArrayLength($.list)" }, Next: "Each" };
  await show(page, { StartAt: "Count", States: { Count: start, Each: map } });
  await page.locator("#run-input").fill('{"list": ["a", "b"]}');
  await steps(page, 5);
  const scopes = page.locator("[data-variables] [data-scope]");
  assert.equal(await scopes.count(), 2);
  assert.deepEqual(JSON.parse(await scopes.nth(0).locator("pre").textContent()), { total: 2 });
  assert.deepEqual(JSON.parse(await scopes.nth(1).locator("pre").textContent()), { seen: "a" });
  assert.ok((await scopes.nth(1).textContent()).includes("Each #1"));
  const stages = page.locator('[data-visit="Each"] .stages');
  await stages.locator("summary").click();
  assert.deepEqual(
    await stages.locator("[data-stage]").evaluateAll((list) => list.map((item) => item.dataset.stage)),
    ["afterInputPath", "afterItemsPath", "afterItemSelector"],
  );
  await page.context().close();
});

/** A distributed Map over the rows of an object in the bucket `class`. */
const eachRow = (key, config) => ({
  StartAt: "Each",
  States: {
    Each: {
      Type: "Map",
      ItemReader: { Resource: "arn:aws:states:::s3:getObject", ReaderConfig: config, Parameters: { Bucket: "class", Key: key } },
      ItemProcessor: {
        ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
        StartAt: "Row",
        States: { Row: { Type: "Pass", End: true } },
      },
      End: true,
    },
  },
});

for (const [locale, summary] of [["en-US", "Files and other machines"], ["es-ES", "Archivos y otras máquinas"]]) {
  test(`an attached file is read as an S3 object, and children open one by one (${locale})`, async () => {
    const page = await open(session, { locale });
    await show(page, eachRow("data/grades.csv", { InputType: "CSV", CSVHeaderLocation: "FIRST_ROW" }));
    await page.locator("[data-attachments] summary", { hasText: summary }).click();
    await page.locator("#attach-bucket").fill("class");
    await page.locator("#attach-prefix").fill("data/");
    const csv = { name: "grades.csv", mimeType: "text/csv", buffer: Buffer.from("name,grade\nAna,9\nLuis,7\n") };
    await page.locator("#attach-files").setInputFiles(csv);
    await page.locator('[data-object="s3://class/data/grades.csv"]').waitFor();
    await press(page, "run");
    await ended(page, "SUCCEEDED");
    assert.deepEqual(await output(page), [{ name: "Ana", grade: "9" }, { name: "Luis", grade: "7" }]);
    const child = page.locator('[data-child="Each #2"]');
    await child.locator("summary").click();
    await child.locator('[data-event="ExecutionSucceeded"]').waitFor();
    await page.locator('[data-saved="saved"]').waitFor();
    await page.reload();
    await page.locator('[data-state="Each"]').waitFor();
    await page.locator("#tab-run").click();
    await page.locator("[data-attachments] summary").click();
    assert.equal(await page.locator('[data-object="s3://class/data/grades.csv"]').count(), 1, "the file is kept");
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

for (const locale of ["en-US", "es-ES"]) {
  test(`a run that lacks a file says which, and leads to where it is attached (${locale})`, async () => {
    const page = await open(session, { locale });
    await show(page, eachRow("data/grades.jsonl", { InputType: "JSONL" }));
    await press(page, "run");
    await ended(page, "FAILED");
    await page.locator("[data-needed-file] code", { hasText: "s3://class/data/grades.jsonl" }).waitFor();
    await page.locator('[data-run="attach"]').click();
    await page.locator("#attach-files:focus").waitFor();
    assert.equal(await page.locator("#attach-bucket").inputValue(), "class");
    assert.equal(await page.locator("#attach-prefix").inputValue(), "data/");
    const file = { name: "grades.jsonl", mimeType: "text/plain", buffer: Buffer.from('{"n":1}\n') };
    await page.locator("#attach-files").setInputFiles(file);
    await page.locator('[data-object="s3://class/data/grades.jsonl"]').waitFor();
    await press(page, "run");
    await ended(page, "SUCCEEDED");
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("a long cause leaves the panel of the run as wide as it was", async () => {
  const page = await open(session);
  const fail = { Type: "Fail", Error: "E", Cause: "x".repeat(400) };
  await show(page, { StartAt: "Stop", States: { Stop: fail } });
  await press(page, "run");
  await ended(page, "FAILED");
  await page.locator("[data-outcome]").scrollIntoViewIfNeeded();
  const [inner, outer] = await page.locator("#panel-run .panel-body").evaluate((panel) => [panel.scrollWidth, panel.clientWidth]);
  assert.ok(inner <= outer, `${inner} in ${outer}`);
  await page.context().close();
});

test("a warning about the start time goes once it is mended", async () => {
  const page = await open(session);
  await show(page, { StartAt: "A", States: { A: { Type: "Pass", End: true } } });
  await page.locator("#run-start-time").fill("yesterday");
  await press(page, "run");
  await page.locator(".notice.is-warning").waitFor();
  await page.locator("#run-start-time").fill("2026-03-01T08:00:00Z");
  await page.locator(".notice.is-warning").waitFor({ state: "detached", timeout: 2000 });
  await page.context().close();
});

test("another machine of the workspace runs inside this one", async () => {
  const page = await open(session);
  const arn = "arn:aws:states:us-east-1:111111111111:stateMachine:doubler";
  const nested = {
    Type: "Task",
    Resource: "arn:aws:states:::states:startExecution.sync:2",
    Parameters: { StateMachineArn: arn, "Input.$": "$" },
    OutputPath: "$.Output",
    End: true,
  };
  await show(page, { StartAt: "Start", States: { Start: nested } });
  await page.locator("[data-attachments] summary").click();
  const double = { Type: "Pass", Output: "{% $states.input.n * 2 %}", End: true };
  const machine = { QueryLanguage: "JSONata", StartAt: "Double", States: { Double: double } };
  const file = { name: "doubler.asl.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(machine)) };
  await page.locator("#attach-machines").setInputFiles(file);
  await page.locator('[data-machine="doubler"]').waitFor();
  await page.locator("#run-input").fill('{"n": 4}');
  await press(page, "run");
  await ended(page, "SUCCEEDED");
  assert.equal(await output(page), 8);
  assert.equal(await page.locator('[data-child="doubler"]').count(), 1);
  await page.context().close();
});

test("a mock follows the new name of its state, and one without a state is said", async () => {
  const page = await open(session);
  const last = { Type: "Pass", End: true };
  await show(page, { StartAt: "Call", States: { Call: invoke({ Next: "Last" }), Last: last } });
  await page.locator('[data-state="Call"] button').click();
  await page.locator("[data-mock-kind]").selectOption("result");
  await page.locator("#tab-inspector").click();
  await page.locator("#state-name").fill("Ask");
  await page.locator("#state-name").blur();
  await page.locator('[data-state="Ask"]').waitFor();
  await press(page, "run");
  await ended(page, "SUCCEEDED");
  await page.locator("#tab-run").click();
  assert.equal((await output(page)).result, "ok");
  assert.equal(await page.locator("[data-strays]").count(), 0);
  await page.locator('[data-state="Ask"] button').focus();
  await page.keyboard.press("Delete");
  await page.locator("[data-strays]").waitFor({ timeout: 5_000 });
  await page.locator("[data-strays] button").click();
  assert.equal(await page.locator("[data-strays]").count(), 0);
  await page.context().close();
});

for (const theme of ["light", "dark"]) {
  for (const locale of ["en-US", "es-ES"]) {
    test(`the run panel has no accessibility violations (${theme}, ${locale})`, async () => {
      const page = await open(session, { theme, locale });
      const ask = { ...invoke({ Next: "Each", HeartbeatSeconds: 10 }), Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken" };
      const row = { StartAt: "Row", States: { Row: { Type: "Pass", End: true } } };
      const config = { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" };
      const each = { Type: "Map", Items: [1, 2], ItemProcessor: { ProcessorConfig: config, ...row }, Next: "Last" };
      const start = { Type: "Pass", Assign: { n: 1 }, Next: "Ask" };
      const last = { Type: "Fail", Error: "Broken" };
      await show(page, { QueryLanguage: "JSONata", StartAt: "Start", States: { Start: start, Ask: ask, Each: each, Last: last } });
      await page.locator("[data-attachments] summary").click();
      const file = { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("a\n1\n") };
      await page.locator("#attach-files").setInputFiles(file);
      await page.locator('[data-state="Ask"] button').click();
      await page.locator("#tab-run").click();
      await press(page, "run");
      await page.locator("[data-callbacks]").waitFor();
      assert.deepEqual(await violations(page), []);
      await page.locator('[data-callback="success"]').click();
      await page.locator("[data-mock-kind]").selectOption("error");
      await press(page, "run");
      await ended(page, "FAILED");
      await page.locator("[data-mock-add]").click();
      await press(page, "run");
      await ended(page, "FAILED");
      for (const details of await page.locator(".visit summary").all()) await details.click();
      assert.deepEqual(await violations(page), []);
      await page.context().close();
    });
  }
}

for (const [locale, words] of [["en-US", "not a time"], ["es-ES", "no tiene la forma"]]) {
  test(`a run starts at the given time, or now (${locale})`, async () => {
    const page = await open(session, { locale });
    const machine = {
      QueryLanguage: "JSONata",
      StartAt: "W",
      States: {
        W: { Type: "Wait", Seconds: 60, Next: "J" },
        J: { Type: "Pass", Output: "{% $states.context.Execution.StartTime %}", Next: "P" },
        P: {
          Type: "Pass",
          QueryLanguage: "JSONPath",
          Parameters: { "jsonata.$": "$", "jsonpath.$": "$$.Execution.StartTime", "entered.$": "$$.State.EnteredTime" },
          End: true,
        },
      },
    };
    await openFile(page, "start.json", JSON.stringify(machine));
    await page.locator("#tab-run").click();
    const field = page.locator("#run-start-time");
    await field.fill("2031-02-03T04:05:06Z");
    await press(page, "run");
    await ended(page, "SUCCEEDED");
    const started = "2031-02-03T04:05:06.000Z";
    assert.deepEqual(await output(page), { jsonata: started, jsonpath: started, entered: "2031-02-03T04:06:06.000Z" });
    // It is the project's, with undo and reload.
    await page.locator('[data-saved="saved"]').waitFor({ state: "attached" });
    await page.reload();
    await page.locator("#tab-run").click();
    assert.equal(await field.inputValue(), "2031-02-03T04:05:06Z");
    await field.fill("noon");
    await page.locator(".field-error", { hasText: words }).waitFor();
    await press(page, "run");
    await page.locator(".notice", { hasText: words }).waitFor();
    await field.fill("");
    const earliest = Date.now();
    await press(page, "run");
    await ended(page, "SUCCEEDED");
    const now = Date.parse((await output(page)).jsonpath);
    assert.ok(earliest <= now && now <= Date.now(), String(now));
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}
