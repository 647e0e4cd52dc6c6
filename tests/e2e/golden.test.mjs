// The worker, which is WebAssembly, gives the histories that the golden traces have from the native build.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { after, before, test } from "node:test";
import { open, start } from "./harness.mjs";

const ROOT = "tests/sim";
const LAST = 4294967295;

let session;
before(async () => (session = await start()));
after(() => session.stop());

const text = (path) => readFileSync(path, "utf8");
const json = (path, otherwise) => (existsSync(path) ? JSON.parse(text(path)) : otherwise);

/** `files/<bucket>/<key>` as the worker wants it: base64 by bucket and key. */
function attached(folder) {
  const buckets = {};
  if (!existsSync(folder)) return { buckets };
  for (const path of readdirSync(folder, { recursive: true }).map((name) => join(folder, name))) {
    if (statSync(path).isDirectory()) continue;
    const [bucket, ...key] = relative(folder, path).split(sep);
    (buckets[bucket] ??= {})[key.join("/")] = readFileSync(path).toString("base64");
  }
  return { buckets };
}

/** The answers of a state in turn; the last one stays. */
const inTurn = (answers) => ({
  answers: answers.map((answer, index) => [index, index === answers.length - 1 ? LAST : index, answer]),
});

function request(folder) {
  const mocks = Object.entries(json(join(folder, "mocks.json"), {}));
  const machines = Object.entries(json(join(folder, "machines.json"), {}));
  return {
    Start: {
      run: 1,
      text: text(join(folder, "definition.asl.json")),
      input: text(join(folder, "input.json")),
      surroundings: {
        mocks: { states: Object.fromEntries(mocks.map(([state, answers]) => [state, inTurn(answers)])) },
        files: attached(join(folder, "files")),
        machines: Object.fromEntries(machines.map(([name, machine]) => [name, { text: JSON.stringify(machine) }])),
        execution_type: existsSync(join(folder, "express")) ? "Express" : "Standard",
        seed: 0,
        is_interactive: false,
      },
    },
  };
}

/** An event of the worker in AWS's form, without the name of the member that holds the details. */
const ours = (event) => ({
  id: event.id,
  previousEventId: event.previous_event_id,
  type: event.event_type,
  timestamp: new Date(event.timestamp).toISOString(),
  details: event.details,
});

const recorded = (event) => ({
  id: event.id,
  previousEventId: event.previousEventId,
  type: event.type,
  timestamp: event.timestamp,
  details: Object.entries(event).find(([name]) => name.endsWith("EventDetails"))?.[1] ?? {},
});

test("the worker gives the golden histories, event for event", async () => {
  const page = await open(session);
  const names = readdirSync(ROOT).filter((name) => existsSync(join(ROOT, name, "history.json")));
  assert.ok(names.length > 200, `${names.length} golden cases`);
  const results = await page.evaluate(async (requests) => {
    const worker = new Worker("./engine_loader.js", { type: "module" });
    await new Promise((resolve) => (worker.onmessage = resolve));
    const ask = (message) =>
      new Promise((resolve) => {
        worker.onmessage = ({ data }) => {
          const answer = JSON.parse(new TextDecoder().decode(data));
          // It says by itself when it knows more of the services, and when a step takes long.
          if (answer !== "ServicesLoaded" && !answer.Busy) resolve(answer);
        };
        worker.postMessage(new TextEncoder().encode(JSON.stringify(message)));
      });
    const results = [];
    for (const message of requests) {
      const run = { events: [], n_inner_events: 0, outcome: null };
      let answer = await ask(message);
      while (answer.Advanced && answer.Advanced.goes_on && !answer.Advanced.outcome) {
        answer = await ask({ Advance: { run: 1, steps: 1000, lets_time_pass: false } });
      }
      if (answer.Advanced) {
        const { outcome, view } = answer.Advanced;
        const history = await ask({ Events: { run: 1, path: [], from: 0, to: view.n_events } });
        run.outcome = outcome;
        run.events = history.Events;
        run.n_inner_events = view.children.reduce((sum, child) => sum + child.n_events, 0);
      }
      results.push(run);
    }
    worker.terminate();
    return results;
  }, names.map((name) => request(join(ROOT, name))));
  const different = [];
  results.forEach((result, index) => {
    const golden = json(join(ROOT, names[index], "history.json"));
    const inner = (golden.children ?? []).reduce((sum, child) => sum + child.events.length, 0);
    try {
      assert.equal(result.outcome?.status.toUpperCase().replace("TIMEDOUT", "TIMED_OUT"), golden.status);
      assert.deepEqual(result.events.map(ours), golden.events.map(recorded));
      assert.equal(result.n_inner_events, inner);
    } catch (error) {
      different.push(`${names[index]}: ${error.message.slice(0, 300)}`);
    }
  });
  assert.deepEqual(different, []);
  await page.context().close();
});
