// Menus, the selection of several states, keys, and where the focus goes.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { exported, open, openFile, start, violations } from "./harness.mjs";

let session;
before(async () => (session = await start()));
after(() => session.stop());

const pass = (next) => ({ Type: "Pass", ...(next ? { Next: next } : { End: true }) });
const definition = JSON.stringify(
  {
    StartAt: "A",
    States: {
      A: pass("B"),
      B: pass("Both"),
      Both: {
        Type: "Parallel",
        Branches: [
          { StartAt: "Left", States: { Left: pass() } },
          { StartAt: "Right", States: { Right: pass() } },
        ],
        Next: "Z",
      },
      Z: { Type: "Succeed" },
    },
  },
  null,
  2,
);

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844, touch: true },
  { width: 390, height: 500, touch: true, locale: "es-ES" },
];
const node = (page, name) => page.locator(`.canvas [data-state="${name}"] > button`).first();
const entry = (page, name) => page.locator(`.context-menu [data-entry="${name}"]`);
const machine = async (page) => JSON.parse(await exported(page));
const selected = (page) => page.locator(".is-selected").evaluateAll((all) => all.map((one) => one.dataset.state).sort());
const said = (page, text) => page.locator("[data-said]", { hasText: text }).waitFor({ state: "attached" });
const focused = (page, name) => page.locator(`.canvas [data-state="${name}"] > button:focus`).first().waitFor();
const focus = async (page, name) => {
  await node(page, name).click();
  await node(page, name).focus();
};

async function openDefinition(options = {}) {
  const page = await open(session, options);
  await openFile(page, "menu.json", definition);
  await node(page, "Both").waitFor();
  await page.locator('[data-action="fit"]').click();
  await page.waitForFunction(() => {
    const canvas = document.querySelector(".canvas").getBoundingClientRect();
    const last = document.querySelector('[data-state="Z"]').getBoundingClientRect();
    return last.bottom < canvas.bottom;
  });
  return page;
}

/** A finger that rests on a place, and goes up there. */
async function press(page, { x, y }, meanwhile = async () => {}) {
  const client = await page.context().newCDPSession(page);
  await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
  await page.locator(".context-menu").waitFor();
  await meanwhile();
  await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

async function middle(locator) {
  const box = await locator.boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

for (const size of sizes) {
  test(`a menu keeps within the window, whatever it holds (${size.width} × ${size.height})`, async () => {
    const page = await openDefinition(size);
    const box = await node(page, "Both").boundingBox();
    await node(page, "Both").click({ button: "right", position: { x: box.width - 40, y: 12 } });
    const menu = page.locator(".context-menu");
    await page.locator(".context-menu [data-entry]:focus").waitFor();
    const { x, y, width, height } = await menu.boundingBox();
    assert.ok(x >= 0 && y >= 0 && x + width <= size.width && y + height <= size.height, JSON.stringify({ x, y, width, height }));
    await page.keyboard.press("End");
    await page.locator('[data-entry="delete"]:focus').waitFor();
    const last = await entry(page, "delete").boundingBox();
    assert.ok(last.y >= 0 && last.y + last.height <= size.height, "the last entry is seen");
    await page.context().close();
  });
}

test("a finger that rests opens the menu, and presses nothing when it goes up", async () => {
  const page = await openDefinition({ width: 390, height: 844, touch: true });
  const at = await middle(node(page, "B"));
  // Near the border the menu comes under the finger.
  await press(page, { x: 380, y: at.y });
  await page.waitForTimeout(400);
  await page.locator('.context-menu [data-entry="palette"]:focus').waitFor();
  await page.keyboard.press("Escape");
  await press(page, at);
  await page.waitForTimeout(400);
  await page.locator('.context-menu [data-entry="rename"]:focus').waitFor();
  assert.deepEqual(await selected(page), ["B"]);
  // A click that no press led to is not meant.
  await page.keyboard.press("Escape");
  await page.locator(".context-menu").waitFor({ state: "detached" });
  await focused(page, "B");
  await page.evaluate(() => {
    const at = { clientX: 200, clientY: 400, bubbles: true, cancelable: true };
    document.querySelector('[data-state="B"] > button').dispatchEvent(new MouseEvent("contextmenu", { ...at, button: 2 }));
  });
  await page.locator('.context-menu [data-entry="duplicate"]').waitFor();
  await page.evaluate(() => {
    const entry = document.querySelector('.context-menu [data-entry="duplicate"]');
    entry.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail: 1 }));
  });
  assert.equal(await page.locator(".context-menu").count(), 1, "nothing was pressed");
  await entry(page, "duplicate").tap();
  assert.equal(Object.keys((await machine(page)).States).length, 5);
  await page.context().close();
});

test("Escape closes the menu wherever the focus is, and selects nothing else", async () => {
  const page = await openDefinition();
  await node(page, "Both").click({ button: "right", position: { x: 60, y: 12 } });
  await page.locator('[data-entry="rename"]:focus').waitFor();
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("Escape");
  await page.locator(".context-menu").waitFor({ state: "detached" });
  assert.deepEqual(await selected(page), ["Both"]);
  await focused(page, "Both");
  await page.context().close();
});

for (const [locale, expected] of [
  ["en-US", ["Add…N", "Select allCtrl+A", "Fit to view1", "Turn the drawing"]],
  ["es-ES", ["Agregar…N", "Seleccionar todoCtrl+A", "Ver todo1", "Girar el dibujo"]],
]) {
  test(`the background has a menu (${locale})`, async () => {
    const page = await openDefinition({ locale });
    await page.locator(".canvas").click({ button: "right", position: { x: 30, y: 300 } });
    await page.locator('[data-entry="palette"]:focus').waitFor();
    assert.deepEqual(await page.locator(".context-menu [data-entry]").allTextContents(), expected);
    await entry(page, "select-all").click();
    assert.deepEqual(await selected(page), ["A", "B", "Both", "Z"]);
    await focused(page, "Z");
    await page.keyboard.press("Control+c");
    await page.locator(".canvas").click({ button: "right", position: { x: 30, y: 300 } });
    await entry(page, "paste").click();
    assert.equal(Object.keys((await machine(page)).States).length, 8);
    await page.context().close();
  });
}

test("what menus offer is found by its name, and does the same", async () => {
  const page = await openDefinition();
  await focus(page, "B");
  const command = async (typed, id) => {
    await page.keyboard.press("Control+k");
    await page.keyboard.type(typed);
    await page.locator(`[data-entry="action-${id}"][aria-selected="true"]`).waitFor();
    await page.keyboard.press("Enter");
  };
  await command("wrap in a map", "wrap-map");
  await focused(page, "Map");
  assert.equal((await machine(page)).States.Map.Type, "Map");
  await command("take out", "unwrap");
  assert.ok((await machine(page)).States.B);
  await focus(page, "B");
  await command("change the type", "convert-type");
  await page.locator('.context-menu [data-convert]:focus').waitFor();
  await page.keyboard.press("w");
  await page.locator('[data-convert="Wait"]:focus').waitFor();
  await page.keyboard.press("Enter");
  assert.equal((await machine(page)).States.B.Type, "Wait");
  await page.keyboard.press("?");
  for (const id of ["cut", "copy", "paste", "duplicate", "select-all", "toggle-selected", "extend-down"]) {
    assert.equal(await page.locator(`.keys-line[data-action="${id}"] kbd`).count() > 0, true, id);
  }
  await page.context().close();
});

test("several states are selected by keys alone", async () => {
  const page = await openDefinition();
  await focus(page, "A");
  await page.keyboard.press("Shift+ArrowDown");
  await focused(page, "B");
  assert.deepEqual(await selected(page), ["A", "B"]);
  await said(page, "2 states selected");
  await page.keyboard.press("Shift+ArrowUp");
  await focused(page, "A");
  assert.deepEqual(await selected(page), ["A"]);
  await page.keyboard.press("Shift+ArrowDown");
  await focused(page, "B");
  await page.keyboard.press("Control+Space");
  assert.deepEqual(await selected(page), ["A"]);
  await page.keyboard.press("Space");
  assert.deepEqual(await selected(page), ["A", "B"]);
  await page.keyboard.press("ArrowDown");
  await focused(page, "Both");
  assert.deepEqual(await selected(page), ["Both"]);
  await page.keyboard.press("Control+a");
  assert.deepEqual(await selected(page), ["A", "B", "Both", "Z"]);
  await said(page, "4 states selected");
  await page.keyboard.press("Delete");
  assert.deepEqual(Object.keys((await machine(page)).States), []);
  await page.context().close();
});

test("several states are selected by taps", async () => {
  const page = await openDefinition({ width: 390, height: 844, touch: true });
  await press(page, await middle(node(page, "A")));
  await entry(page, "select-several").tap();
  await node(page, "B").tap();
  await page.locator(".line-hint", { hasText: "2 states selected" }).waitFor();
  await node(page, "A").tap();
  await node(page, "Z").tap();
  assert.deepEqual(await selected(page), ["B", "Z"]);
  await page.locator('[data-command="selection-menu"]').tap();
  await entry(page, "delete").tap();
  assert.deepEqual(Object.keys((await machine(page)).States), ["A", "Both"]);
  await page.locator('[data-command="selection-done"]').waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".line-hint.is-empty").waitFor({ state: "attached" });
  await page.context().close();
});

test("a menu is walked by Home, End and letters, and its entries say their names and keys apart", async () => {
  const page = await openDefinition();
  await focus(page, "B");
  await page.keyboard.press("Shift+F10");
  await page.locator('[data-entry="rename"]:focus').waitFor();
  for (const [key, id] of [["End", "delete"], ["Home", "rename"], ["ArrowUp", "delete"], ["c", "connect"], ["c", "cut"]]) {
    await page.keyboard.press(key);
    await page.locator(`.context-menu [data-entry="${id}"]:focus`).waitFor();
  }
  await page.getByRole("menuitem", { name: "Edit or rename", exact: true }).waitFor();
  assert.equal(await entry(page, "cut").getAttribute("aria-keyshortcuts"), "Control+X");
  assert.equal(await page.locator(".context-menu kbd").evaluateAll((all) => all.filter((one) => !one.textContent).length), 0);
  const signs = await page.locator(".context-menu [data-entry] path").evaluateAll((all) => all.map((one) => one.getAttribute("d")));
  assert.equal(new Set(signs).size, signs.length, "each has a sign of its own");
  await page.context().close();
});

for (const [locale, words] of [
  ["en-US", "Choose the state that A leads to."],
  ["es-ES", "Elige el estado al que lleva A."],
]) {
  test(`what waits for the end of a line is cancelled by a button and by the background (${locale})`, async () => {
    const page = await openDefinition({ width: 390, height: 844, touch: true, locale });
    const begin = async () => {
      await press(page, await middle(node(page, "A")));
      await entry(page, "connect").tap();
      await page.locator(".line-hint", { hasText: words }).waitFor();
    };
    const isOver = () => page.locator(".line-hint.is-empty").waitFor({ state: "attached" });
    await begin();
    const [hint, add] = [await page.locator(".line-hint").boundingBox(), await page.locator(".palette-button").boundingBox()];
    assert.ok(hint.y >= add.y + add.height, "the button that adds is not covered");
    await page.locator('[data-command="cancel-pending"]').tap();
    await isOver();
    await begin();
    await page.touchscreen.tap(20, 500);
    await isOver();
    assert.equal((await machine(page)).States.A.Next, "B");
    await page.context().close();
  });
}

test("the way to a state and the history leave room for what is there", async () => {
  for (const size of sizes) {
    const page = await openDefinition(size);
    await node(page, "Left").click();
    const [way, add] = [page.locator(".breadcrumbs"), page.locator(".palette-button")];
    await way.waitFor();
    const [a, b] = [await way.boundingBox(), await add.boundingBox()];
    assert.ok(a.x >= b.x + b.width || a.y >= b.y + b.height, `the way covers the button that adds at ${size.width}`);
    await page.locator('[data-menu="history"]').click();
    const list = await page.locator(".menu-list").boundingBox();
    assert.ok(list.x >= 0 && list.x + list.width <= size.width, `the history leaves the window at ${size.width}`);
    await page.context().close();
  }
});

test("what was done is said", async () => {
  const page = await openDefinition();
  await focus(page, "B");
  await page.keyboard.press("Control+d");
  await said(page, "Duplicate B");
  await page.keyboard.press("Control+z");
  await said(page, "Undone: Duplicate B");
  await page.keyboard.press("Control+Shift+z");
  await said(page, "Done again: Duplicate B");
  await focus(page, "Both");
  await page.keyboard.press("f");
  await said(page, "Both collapsed");
  await page.keyboard.press("f");
  await said(page, "Both expanded");
  await page.keyboard.press("Delete");
  await said(page, "Delete Both");
  await page.context().close();
});

test("after the name was edited the focus goes back to the state", async () => {
  const page = await openDefinition();
  for (const [key, typed, end, name] of [["F2", "Ask", "Enter", "Ask"], ["Enter", "Other", "Escape", "Ask"]]) {
    await focus(page, name === "Ask" && key === "F2" ? "B" : name);
    await page.keyboard.press(key);
    await page.locator("#state-name:focus").waitFor();
    await page.keyboard.type(typed);
    await page.keyboard.press(end);
    await focused(page, name);
    assert.deepEqual(Object.keys((await machine(page)).States), ["A", "Ask", "Both", "Z"]);
  }
  // Who clicked into the field stays there.
  await page.locator("#state-name").click();
  await page.keyboard.press("Enter");
  await page.waitForTimeout(100);
  assert.equal(await page.locator("#state-name:focus").count(), 1);
  await page.context().close();
});

test("the focus comes back from a conversion, applied or not", async () => {
  const page = await open(session);
  const path = { StartAt: "A", States: { A: { Type: "Pass", Parameters: { "n.$": "$.id" }, End: true } } };
  await openFile(page, "path.json", JSON.stringify(path, null, 2));
  await node(page, "A").waitFor();
  for (const command of ["cancel-conversion", "apply-conversion"]) {
    await node(page, "A").click({ button: "right" });
    await entry(page, "to-jsonata").click();
    await page.locator(`[data-command="${command}"]`).click();
    await focused(page, "A");
  }
  await page.context().close();
});

test("the key of the graph leads to what begins an empty machine", async () => {
  const page = await openDefinition();
  await page.locator('[data-command="new"], header button:has-text("New")').first().click();
  await page.locator(".canvas [data-state]").first().waitFor({ state: "detached" });
  await page.keyboard.press("g");
  await page.locator(".canvas :is(.marker.is-empty, .canvas-empty button):focus").waitFor();
  await page.context().close();
});

test("no accessibility violations with the menus and the bar open", async () => {
  for (const theme of ["light", "dark"]) {
    const page = await openDefinition({ theme, width: 390, height: 844, touch: true });
    await press(page, { x: 30, y: 500 });
    assert.deepEqual(await violations(page), []);
    await entry(page, "select-several").tap();
    await node(page, "A").tap();
    assert.deepEqual(await violations(page), []);
    await page.locator('[data-command="selection-menu"]').tap();
    await entry(page, "convert-type").tap();
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});
