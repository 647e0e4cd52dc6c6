// Ports: a line from each port of each type does what the port's tooltip says, and takes nothing away.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { exported, open, openFile, start } from "./harness.mjs";

let session;
before(async () => (session = await start()));
after(() => session.stop());

const inner = { StartAt: "I", States: { I: { Type: "Pass", End: true } } };
const rule = (number, next) => ({ Variable: "$.n", NumericEquals: number, Next: next });

/** A state A of a type, with all the ways that it can have, and B and C to lead to. */
const machineOf = (state) => ({ StartAt: "A", States: { A: state, B: { Type: "Pass", End: true }, C: { Type: "Succeed" } } });
const catches = [{ ErrorEquals: ["Own"], Next: "B" }];
const types = {
  Task: { Type: "Task", Resource: "arn:aws:states:::sqs:sendMessage", Catch: catches, Next: "B" },
  Pass: { Type: "Pass", Next: "B" },
  Wait: { Type: "Wait", Seconds: 1, Next: "B" },
  Choice: { Type: "Choice", Choices: [rule(1, "B"), rule(2, "B")], Default: "B" },
  Parallel: { Type: "Parallel", Branches: [inner], Catch: catches, Next: "B" },
  Map: { Type: "Map", ItemProcessor: inner, Catch: catches, Next: "B" },
};

const node = (page, name) => page.locator(`[data-state="${name}"] > button`).first();
const port = (page, name, kind) => page.locator(`[data-ports="${name}"] > .port.is-${kind}`);
const machine = async (page) => JSON.parse(await exported(page));
const middle = async (locator) => {
  const box = await locator.boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** Opens a machine of which all is seen. */
const openMachine = async (definition, options) => {
  const page = await open(session, options);
  await openFile(page, "machine.json", JSON.stringify(definition, null, 2));
  await node(page, "C").waitFor();
  await page.keyboard.press("Escape");
  await page.locator('.corner [data-action="fit"]').click();
  return page;
};

/** Presses on a port and moves; the state is hovered before, as a person does who looks for its ports. */
const take = async (page, from, to) => {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
};
const draw = async (page, name, kind, to) => {
  await node(page, name).hover();
  await take(page, await middle(port(page, name, kind)), to);
  await page.mouse.up();
};

/** What a line to C from each port adds to A. */
const added = {
  next: (state) => ({ ...state, Next: "C" }),
  rule: (state) => ({ ...state, Choices: [...state.Choices, { Variable: "$.value", IsPresent: true, Next: "C" }] }),
  default: (state) => ({ ...state, Default: "C" }),
  catch: (state) => ({ ...state, Catch: [...state.Catch, { ErrorEquals: ["States.ALL"], Next: "C" }] }),
};
const ports = { Task: ["next", "catch"], Pass: ["next"], Wait: ["next"], Choice: ["rule", "default"], Parallel: ["next", "catch"], Map: ["next", "catch"] };

for (const [type, kinds] of Object.entries(ports)) {
  for (const kind of kinds) {
    test(`the ${kind} port of a ${type} state that has all its ways leads on as it says`, async () => {
      const page = await openMachine(machineOf(types[type]));
      await draw(page, "A", kind, await middle(node(page, "C")));
      assert.deepEqual(await machine(page), machineOf(added[kind](types[type])));
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  }
}

test("Succeed and Fail have no ports", async () => {
  const page = await openMachine({ StartAt: "A", States: { A: { Type: "Pass", Next: "C" }, B: { Type: "Fail" }, C: { Type: "Succeed" } } });
  assert.equal(await page.locator(':is([data-ports="B"], [data-ports="C"]) > .port').count(), 0);
  await page.context().close();
});

test("the rule port adds a rule to a Choice without Default too, and its condition is asked for in the inspector", async () => {
  for (const n_rules of [1, 6]) {
    const state = { Type: "Choice", Choices: Array.from({ length: n_rules }, (_, index) => rule(index, "B")) };
    const page = await openMachine(machineOf(state));
    await draw(page, "A", "rule", await middle(node(page, "C")));
    await page.locator(`#card-Choices-${n_rules}-body :focus`).waitFor();
    assert.match(await page.locator('[data-state="A"]').getAttribute("class"), /is-selected/);
    assert.deepEqual(await machine(page), machineOf(added.rule(state)));
    await page.context().close();
  }
});

test("a line from the rule port or the port of errors that is let go on nothing asks for a state at its end", async () => {
  for (const [type, kind, way] of [["Choice", "rule", (state) => state.Choices], ["Task", "catch", (state) => state.Catch]]) {
    const page = await openMachine(machineOf(types[type]));
    const canvas = await page.locator(".canvas").boundingBox();
    await draw(page, "A", kind, { x: canvas.x + 60, y: canvas.y + canvas.height - 120 });
    await page.locator('.type-picker [data-type="Pass"]').click();
    const { A, ...others } = (await machine(page)).States;
    const name = Object.keys(others).find((name) => !["B", "C"].includes(name));
    assert.deepEqual(others[name], { Type: "Pass", End: true });
    const before = way(types[type]);
    assert.deepEqual(way(A).slice(0, before.length), before, "what was there stays");
    assert.deepEqual(way(A).slice(before.length).map((added) => added.Next), [name]);
    assert.deepEqual([A.Next, A.Default], [types[type].Next, types[type].Default]);
    await page.context().close();
  }
});

test("no handle of a line covers a port, and each port is what lies under its own middle", async () => {
  for (const direction of ["down", "right"]) {
    for (const state of Object.values(types)) {
      const page = await openMachine(machineOf(state));
      if (direction === "right") await page.locator('.corner [data-action="turn"]').click();
      const covered = await page.evaluate(() => {
        const found = [];
        for (const port of document.querySelectorAll(".ports > .port")) {
          const { x, y, width, height } = port.getBoundingClientRect();
          // The middle, and the four points halfway to the border.
          for (const [dx, dy] of [[0, 0], [1, 0], [-1, 0], [0, 1], [0, -1]]) {
            const top = document.elementFromPoint(x + width * (0.5 + dx / 4), y + height * (0.5 + dy / 4));
            if (top !== port) found.push(`${port.className}: ${top?.className}`);
          }
        }
        return found;
      });
      assert.deepEqual(covered, [], `${state.Type} ${direction}`);
      await page.context().close();
    }
  }
});

test("a line that is picked up starts where its port is", async () => {
  for (const [type, kind] of [["Choice", "rule"], ["Choice", "default"], ["Map", "next"], ["Parallel", "catch"]]) {
    const page = await openMachine(machineOf(types[type]));
    await node(page, "A").hover();
    const from = await middle(port(page, "A", kind));
    await take(page, from, await middle(node(page, "C")));
    const began = await page.locator(".drawn-line path").evaluate((path) => {
      const at = path.getPointAtLength(0).matrixTransform(path.getScreenCTM());
      return { x: at.x, y: at.y };
    });
    assert.ok(Math.abs(began.x - from.x) < 1 && Math.abs(began.y - from.y) < 1, `${type} ${kind}: ${JSON.stringify([began, from])}`);
    await page.keyboard.press("Escape");
    await page.mouse.up();
    assert.deepEqual(await machine(page), machineOf(types[type]));
    await page.context().close();
  }
});

test("the ports of a frame are seen when its head has the pointer, and dragging them moves nothing", async () => {
  const page = await openMachine(machineOf(types.Map));
  await page.locator('[data-state="A"] > .frame-head').hover();
  for (const kind of ["next", "catch"]) assert.equal(await port(page, "A", kind).evaluate((port) => getComputedStyle(port).opacity), "1");
  const world = () => page.locator(".world").evaluate((world) => world.style.transform);
  const before = await world();
  await take(page, await middle(port(page, "A", "next")), await middle(node(page, "B")));
  assert.equal(await world(), before);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await page.context().close();
});

test("the keys C and E draw the lines of the ports: a rule for a Choice, the flow and errors of a frame", async () => {
  for (const [type, key, kind] of [["Choice", "c", "rule"], ["Map", "c", "next"], ["Parallel", "e", "catch"], ["Pass", "c", "next"], ["Wait", "c", "next"], ["Task", "e", "catch"]]) {
    const page = await openMachine(machineOf(types[type]));
    await node(page, "A").click();
    await node(page, "A").focus();
    await page.keyboard.press(key);
    await page.locator('[data-command="cancel-pending"]').waitFor();
    await node(page, "C").focus();
    await page.keyboard.press("Enter");
    assert.deepEqual(await machine(page), machineOf(added[kind](types[type])), `${key} on ${type}`);
    await page.context().close();
  }
});
