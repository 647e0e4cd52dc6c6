// Editing on the graph: dragging, connecting, selecting several, menus, the palette, the clipboard, the history.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { exported, open, openFile, start } from "./harness.mjs";

let session;
before(async () => (session = await start()));
after(() => session.stop());

const chain = JSON.stringify(
  {
    StartAt: "A",
    States: {
      A: { Type: "Pass", Next: "B" },
      B: { Type: "Pass", Next: "C" },
      C: { Type: "Task", Resource: "arn:aws:states:::sqs:sendMessage", Parameters: { QueueUrl: "q", MessageBody: "m" }, Next: "D" },
      D: { Type: "Succeed" },
    },
  },
  null,
  2,
);

const node = (page, name) => page.locator(`[data-state="${name}"] > button`).first();
const machine = async (page) => JSON.parse(await exported(page));
const openChain = async (options) => {
  const page = await open(session, options);
  await openFile(page, "chain.json", chain);
  await node(page, "D").waitFor();
  return page;
};
const middle = async (locator) => {
  const box = await locator.boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
const drag = async (page, from, to, keys = []) => {
  for (const key of keys) await page.keyboard.down(key);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
};
const menu = async (page, name, entry) => {
  await node(page, name).click({ button: "right" });
  await page.locator(`[data-entry="${entry}"]`).click();
};

test("a state is dragged onto an edge with a preview, and one undo puts it back", async () => {
  const page = await openChain();
  await drag(page, await middle(node(page, "A")), await middle(page.locator('[data-edge="next-2"]')));
  await page.locator('[data-landing="allowed"]').waitFor();
  await page.mouse.up();
  const moved = await machine(page);
  assert.deepEqual([moved.StartAt, moved.States.C.Next, moved.States.A.Next], ["B", "A", "D"]);
  await page.locator('[data-command="undo"]').click();
  assert.equal(await exported(page), chain);
  await page.context().close();
});

test("Escape in the middle of a drag leaves no trace", async () => {
  const page = await openChain();
  await drag(page, await middle(node(page, "A")), await middle(page.locator('[data-edge="next-2"]')));
  await page.locator('[data-landing="allowed"]').waitFor();
  await page.keyboard.press("Escape");
  await page.mouse.up();
  assert.equal(await page.locator("[data-landing]").count(), 0);
  assert.equal(await exported(page), chain);
  assert.ok(await page.locator('[data-command="undo"]').isEnabled(), "only the opening can be undone");
  await page.context().close();
});

test("a line is drawn from a port to another state", async () => {
  const page = await openChain();
  await node(page, "A").hover();
  await drag(page, await middle(page.locator('[data-ports="A"] > .port')), await middle(node(page, "C")));
  await page.mouse.up();
  assert.equal((await machine(page)).States.A.Next, "C");
  await node(page, "C").hover();
  await drag(page, await middle(page.locator('[data-ports="C"] > .port.is-catch')), await middle(node(page, "D")));
  await page.mouse.up();
  assert.deepEqual((await machine(page)).States.C.Catch.map((catcher) => catcher.Next), ["D"]);
  await page.context().close();
});

test("a line is drawn by keys alone, and Escape leaves it", async () => {
  const page = await openChain();
  await node(page, "A").focus();
  await page.keyboard.press("Enter");
  await page.locator("#state-name:focus").waitFor();
  await node(page, "A").focus();
  await page.keyboard.press("c");
  await page.locator(".line-hint", { hasText: "A" }).waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".line-hint.is-empty").waitFor({ state: "attached" });
  await node(page, "A").focus();
  await page.keyboard.press("c");
  await node(page, "D").focus();
  await page.keyboard.press("Enter");
  assert.equal((await machine(page)).States.A.Next, "D");
  await page.context().close();
});

test("the end of a line is led elsewhere", async () => {
  const page = await openChain();
  await drag(page, await middle(page.locator('[data-handle="end-of-next-0"]')), await middle(node(page, "D")));
  await page.mouse.up();
  assert.equal((await machine(page)).States.A.Next, "D");
  await page.context().close();
});

test("several states are selected by a rectangle, by the path and one by one", async () => {
  const page = await openChain();
  const selected = () => page.locator(".node.is-selected").count();
  const a = await page.locator('[data-state="A"]').boundingBox();
  const b = await page.locator('[data-state="B"]').boundingBox();
  await drag(page, { x: a.x - 20, y: a.y - 6 }, { x: b.x + b.width + 20, y: b.y + b.height + 4 }, ["Shift"]);
  await page.mouse.up();
  await page.keyboard.up("Shift");
  assert.equal(await selected(), 2);
  await node(page, "A").click();
  assert.equal(await selected(), 1);
  await node(page, "C").click({ modifiers: ["Shift"] });
  assert.equal(await selected(), 3);
  await node(page, "D").click({ modifiers: ["Control"] });
  assert.equal(await selected(), 4);
  await node(page, "D").click({ modifiers: ["Control"] });
  await page.keyboard.press("Delete");
  assert.deepEqual(Object.keys((await machine(page)).States), ["D"]);
  await page.context().close();
});

test("states are wrapped, unwrapped, extracted, and converted by the menu", async () => {
  const page = await openChain();
  await menu(page, "B", "wrap-map");
  let found = await machine(page);
  const frame = Object.keys(found.States).find((name) => found.States[name].Type === "Map");
  assert.deepEqual(Object.keys(found.States[frame].ItemProcessor.States), ["B"]);
  await page.locator(`[data-state="${frame}"] > button`).first().click({ button: "right" });
  await page.locator('[data-entry="unwrap"]').click();
  assert.equal((await machine(page)).States.B.Type, "Pass");
  await node(page, "B").click({ button: "right" });
  await page.locator('[data-entry="convert-type"]').click();
  await page.locator('[data-convert="Wait"]').click();
  assert.equal((await machine(page)).States.B.Type, "Wait");
  await menu(page, "C", "extract");
  // Newer news, as of the download, take its place.
  await page.locator(".notice", { hasText: "machine of its own" }).waitFor();
  found = await machine(page);
  assert.ok(Object.values(found.States).some((state) => state.Resource?.includes("states:startExecution.sync:2")));
  await page.context().close();
});

test("the menu opens by its key and is walked by arrows", async () => {
  const page = await openChain();
  await node(page, "B").focus();
  await page.keyboard.press("Shift+F10");
  await page.locator('[role="menu"] [data-entry="rename"]:focus').waitFor();
  await page.keyboard.press("ArrowDown");
  await page.locator('[data-entry="add-after"]:focus').waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator('[role="menu"]').count(), 0);
  await page.locator('[data-state="B"] > button:focus').waitFor();
  await page.context().close();
});

for (const [locale, query, name] of [
  ["en-US", "send message sqs", "SQS"],
  ["es-ES", "enviar mensaje cola", "SQS"],
]) {
  test(`an action is found by typing and added behind a state (${locale})`, async () => {
    const page = await openChain({ locale });
    await node(page, "A").click();
    await node(page, "A").focus();
    await page.keyboard.press("a");
    await page.locator("#insert-search:focus").waitFor();
    await page.keyboard.type(query);
    await page.locator('.type-picker [data-item^="sqs:sendMessage"]').first().waitFor();
    await page.keyboard.press("Enter");
    const found = await machine(page);
    assert.match(found.States[found.States.A.Next].Resource, /:sqs:sendMessage/u, name);
    assert.equal(found.States[found.States.A.Next].Next, "B");
    await page.context().close();
  });
}

test("an item of the palette is dragged onto an edge, and another added by a press", async () => {
  const page = await openChain();
  await page.locator('[data-command="palette"]').click();
  await page.locator("#palette-search").fill("wait");
  const item = page.locator('.palette [data-item="state:Wait"]');
  await drag(page, await middle(item), await middle(page.locator('[data-edge="next-2"]')));
  await page.locator('[data-landing="allowed"]').waitFor();
  await page.mouse.up();
  const found = await machine(page);
  assert.equal(found.States[found.States.C.Next].Type, "Wait");
  await page.locator("#palette-search").fill("saga");
  await page.locator('.palette [data-item="pattern:saga"]').click();
  assert.ok(Object.keys((await machine(page)).States).length > 8);
  await page.context().close();
});

test("states go to and come from the clipboard as plain ASL", async () => {
  const page = await openChain();
  await node(page, "B").click();
  await node(page, "B").focus();
  await page.keyboard.press("Control+c");
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.deepEqual(JSON.parse(text), { StartAt: "B", States: { B: { Type: "Pass", End: true } } });
  await page.keyboard.press("Control+v");
  const found = await machine(page);
  assert.equal(Object.keys(found.States).length, 5);
  assert.notEqual(found.States.B.Next, "C");
  await page.keyboard.press("Control+x");
  assert.equal(Object.keys((await machine(page)).States).length, 4);
  await page.context().close();
});

test("the history goes back to any step", async () => {
  const page = await openChain();
  await node(page, "A").click();
  await node(page, "A").focus();
  await page.keyboard.press("Control+d");
  await page.keyboard.press("Control+d");
  await page.locator('[data-menu="history"]').click();
  assert.ok((await page.locator(".history-step").count()) === 3);
  await page.locator(".history-step").nth(2).click();
  assert.equal(await exported(page), chain);
  await page.locator('[data-menu="history"]').click();
  await page.locator(".history-step").first().click();
  assert.equal(Object.keys((await machine(page)).States).length, 6);
  await page.context().close();
});

for (const [locale, change] of [
  ["en-US", "What changes"],
  ["es-ES", "Qué cambia"],
]) {
  test(`a state is converted to JSONata after a look at what changes (${locale})`, async () => {
    const page = await open(session, { locale });
    const path = { StartAt: "A", States: { A: { Type: "Pass", Parameters: { "n.$": "$.order.id" }, End: true } } };
    await openFile(page, "path.json", JSON.stringify(path, null, 2));
    await node(page, "A").waitFor();
    await menu(page, "A", "to-jsonata");
    await page.locator(".conversion", { hasText: change }).waitFor();
    await page.locator('[data-command="apply-conversion"]').click();
    const found = (await machine(page)).States.A;
    assert.deepEqual(found.Output, { n: "{% $states.input.order.id %}" });
    await page.context().close();
  });
}

test("no accessibility violations with the palette, the menu, the history and a conversion open", async () => {
  const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
  for (const theme of ["light", "dark"]) {
    const page = await openChain({ theme });
    const hold = async (what) => {
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
      assert.deepEqual(violations.map((found) => [what, found.id, found.nodes.map((each) => each.html.slice(0, 200))]), []);
    };
    await page.locator('[data-command="palette"]').click();
    await page.locator('.palette [data-item="state:Wait"]').waitFor();
    await hold("palette");
    await page.locator('[data-command="palette"]').click();
    await node(page, "B").click({ button: "right" });
    await page.locator('[data-entry="rename"]').waitFor();
    await hold("menu");
    await page.keyboard.press("Escape");
    await page.locator('[data-menu="history"]').click();
    await page.locator(".history-step").first().waitFor();
    await hold("history");
    await page.keyboard.press("Escape");
    await menu(page, "C", "to-jsonata");
    await page.locator(".conversion[open]").waitFor();
    await hold("conversion");
    await page.context().close();
  }
});
