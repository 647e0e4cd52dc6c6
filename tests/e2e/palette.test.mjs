// The palette and what it puts in: by a press, by a drag, by a finger, by key; where it goes and what is said of it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { exported, open, openFile, start } from "./harness.mjs";

let session;
before(async () => (session = await start()));
after(() => session.stop());

const definition = (states, start = Object.keys(states)[0]) => JSON.stringify({ StartAt: start, States: states }, null, 2);
const pass = (next) => ({ Type: "Pass", ...(next ? { Next: next } : { End: true }) });
const chain = definition({ A: pass("B"), B: pass("C"), C: pass() });
const branches = definition({
  P: {
    Type: "Parallel",
    Branches: [
      { StartAt: "I", States: { I: pass("J"), J: pass() } },
      { StartAt: "K", States: { K: pass() } },
    ],
    End: true,
  },
});

const head = (page, name) => page.locator(`[data-state="${name}"] > button`).first();
const machine = async (page) => JSON.parse(await exported(page));
const names = async (page) => Object.keys((await machine(page)).States);
const item = (page, id) => page.locator(`.palette [data-item="${id}"]`);
const opened = async (text = chain, options) => {
  const page = await open(session, options);
  await openFile(page, "machine.json", text);
  await head(page, Object.keys(JSON.parse(text).States).at(-1)).waitFor();
  return page;
};
const openPalette = async (page) => {
  await page.locator('[data-command="palette"]').click();
  await item(page, "state:Wait").waitFor();
};
const middle = async (locator) => {
  const box = await locator.boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
const hold = async (page, from, to) => {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
};
const transform = (page) => page.locator(".world").evaluate((world) => world.style.transform);
/** The finger of a real touch screen: the browser decides itself whether it scrolls. */
const finger = async (page) => {
  const client = await page.context().newCDPSession(page);
  const send = (type, points) => client.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  return {
    down: (at) => send("touchStart", [at]),
    up: () => send("touchEnd", []),
    move: async (from, to, steps = 8) => {
      for (let step = 1; step <= steps; step++) {
        const share = step / steps;
        await send("touchMove", [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }]);
      }
    },
  };
};

test("a press on an item adds it once, whatever of the drawing lies under the palette", async () => {
  const page = await opened();
  await openPalette(page);
  for (const id of ["state:Wait", "state:Pass"]) {
    await item(page, id).click();
  }
  assert.deepEqual(await names(page), ["A", "B", "C", "Wait", "Pass"]);
  // The drawing is pulled under the palette, and pressed through it.
  const at = await middle(item(page, "state:Task"));
  const under = await middle(head(page, "B"));
  await page.mouse.move(700, 800);
  await page.mouse.wheel(under.x - at.x, under.y - at.y);
  await page.mouse.click(at.x, at.y);
  assert.equal((await names(page)).length, 6);
  await page.context().close();
});

test("arrow keys lead through the list of the palette, and Escape back to what opened it", async () => {
  const page = await opened();
  await openPalette(page);
  await page.locator("#palette-search:focus").waitFor();
  const focused = () => page.evaluate(() => document.activeElement.dataset.item ?? document.activeElement.tagName);
  // Groups that are folded are passed over, and can be unfolded.
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), "SUMMARY");
  await page.keyboard.press("ArrowUp");
  assert.equal(await focused(), "SUMMARY");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  assert.match(await focused(), /^state:/u);
  await page.locator("#palette-search").fill("sqs");
  await page.locator('.palette [data-item="sqs:sendMessage"]').waitFor();
  const ids = await page.locator(".palette [data-item]").evaluateAll((items) => items.map((item) => item.dataset.item));
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), ids[0]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), ids[2]);
  await page.keyboard.press("ArrowUp");
  assert.equal(await focused(), ids[1]);
  await page.keyboard.press("Escape");
  await page.locator('[data-command="palette"]:focus').waitFor();
  await page.context().close();
});

test("on a phone the palette goes, and the focus to what was added", async () => {
  const page = await opened(chain, { width: 390, height: 844 });
  await openPalette(page);
  await page.locator("#palette-search").fill("espera");
  await item(page, "state:Wait").click();
  await page.locator('[data-state="Wait"] > button:focus').waitFor();
  await page.context().close();
});

test("nothing lies over the menu of types", async () => {
  const page = await opened(chain, { width: 640, height: 600 });
  await head(page, "A").focus();
  await page.keyboard.press("a");
  await page.locator("#insert-search:focus").waitFor();
  const covered = await page.locator(".type-picker").evaluate((picker) => {
    const { left, top, right, bottom } = picker.getBoundingClientRect();
    for (let x = left + 4; x < right; x += 8) {
      for (let y = top + 4; y < bottom; y += 8) {
        if (!document.elementFromPoint(x, y)?.closest(".type-picker")) return `${x}, ${y}`;
      }
    }
    return null;
  });
  assert.equal(covered, null);
  await page.context().close();
});

test("nothing is dropped through the palette, and back on it an item is not put in", async () => {
  const page = await opened();
  await openPalette(page);
  const at = await middle(item(page, "state:Wait"));
  await hold(page, at, await middle(head(page, "B")));
  await page.locator("[data-landing]").waitFor();
  await page.mouse.move(at.x, at.y, { steps: 3 });
  await page.locator("[data-landing]").waitFor({ state: "detached" });
  await page.mouse.up();
  assert.equal(await exported(page), chain);
  await page.context().close();
});

test("Escape ends the drag of an item and leaves the palette, the view and the definition as they were", async () => {
  const page = await opened();
  await openPalette(page);
  await page.locator("#palette-search").fill("wait");
  const before = await transform(page);
  const canvas = await page.locator(".canvas").boundingBox();
  await hold(page, await middle(item(page, "state:Wait")), await middle(page.locator('[data-edge="next-1"]')));
  await page.locator('[data-landing="allowed"]').waitFor();
  await page.mouse.move(canvas.x + canvas.width - 8, canvas.y + 300, { steps: 3 });
  await page.waitForFunction((before) => document.querySelector(".world").style.transform !== before, before);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".held").count(), 0);
  assert.equal(await transform(page), before);
  await page.mouse.up();
  assert.ok(await item(page, "state:Wait").isVisible());
  assert.equal(await page.locator("#palette-search").inputValue(), "wait");
  assert.equal(await exported(page), chain);
  await page.context().close();
});

test("the palette stands beside the drawing, and the view goes back when it is closed", async () => {
  for (const width of [1440, 1024]) {
    const page = await opened(chain, { width });
    const before = await transform(page);
    await openPalette(page);
    const palette = await page.locator(".palette").boundingBox();
    const node = await head(page, "B").boundingBox();
    assert.ok(node.x > palette.x + palette.width, `${width}`);
    await page.locator('[data-command="palette"]').click();
    await page.locator(".palette").waitFor({ state: "detached" });
    assert.equal(await transform(page), before);
    await page.context().close();
  }
});

test("the list shows its best match after every letter, and Enter takes it", async () => {
  const page = await opened();
  await openPalette(page);
  await page.locator("#palette-search:focus").waitFor();
  await page.locator(".palette summary").nth(2).click();
  await page.locator(".palette-list").evaluate((list) => (list.scrollTop = 4000));
  assert.ok((await page.locator(".palette-list").evaluate((list) => list.scrollTop)) > 0);
  await page.locator("#palette-search").fill("e");
  await page.locator("#palette-search").fill("espera");
  assert.equal(await page.locator(".palette-list").evaluate((list) => list.scrollTop), 0);
  await page.keyboard.press("Enter");
  await page.locator('[data-state="Wait"] > button:focus').waitFor();
  assert.equal((await machine(page)).States.C.Next, "Wait");
  const clipped = await page.locator("#palette-search").evaluate((field) => {
    field.value = field.placeholder;
    return field.scrollWidth > field.clientWidth;
  });
  assert.ok(!clipped);
  await page.context().close();
});

for (const [locale, said, label, loose] of [
  ["en-US", "Wait was added after A.", "Add Wait", /Nothing leads to Fail yet/u],
  ["es-ES", "Se agregó Wait después de A.", "Agregar Wait", /Nada lleva todavía a Fail/u],
]) {
  test(`what is added by key has the focus, is announced, and named in the history (${locale})`, async () => {
    const page = await opened(chain, { locale });
    await head(page, "A").click();
    await head(page, "A").focus();
    await page.keyboard.press("a");
    await page.locator("#insert-search:focus").waitFor();
    await page.keyboard.type("wait");
    await page.locator('.type-picker [data-item="state:Wait"]').waitFor();
    await page.keyboard.press("Enter");
    await page.locator('[data-state="Wait"] > button:focus').waitFor();
    assert.equal(await page.locator("[data-said]").textContent(), said);
    const undo = page.locator('[data-command="undo"]');
    assert.match(`${await undo.getAttribute("title")} ${await undo.getAttribute("aria-label")}`, new RegExp(label, "u"));
    await page.context().close();
  });

  test(`what nothing leads to is said to hang loose (${locale})`, async () => {
    const page = await opened(chain, { locale });
    await openPalette(page);
    const canvas = await page.locator(".canvas").boundingBox();
    await hold(page, await middle(item(page, "state:Fail")), { x: canvas.x + canvas.width - 60, y: canvas.y + 80 });
    await page.mouse.up();
    await page.locator(".notice").filter({ hasText: loose }).waitFor();
    await page.context().close();
  });
}

test("without a selection an item goes to the end of the main chain, into an empty machine as its first state", async () => {
  const page = await opened(definition({ A: pass("S"), S: { Type: "Succeed" } }));
  await openPalette(page);
  await item(page, "state:Wait").click();
  const found = await machine(page);
  assert.deepEqual([found.States.A.Next, found.States.Wait.Next], ["Wait", "S"]);
  assert.equal(await page.locator(".notice").filter({ hasText: "Nothing leads" }).count(), 0);
  await openFile(page, "empty.json", '{\n  "StartAt": "",\n  "States": {}\n}\n');
  await page.locator(".marker.is-empty").waitFor();
  await item(page, "state:Wait").click();
  const filled = '{\n  "StartAt": "Wait",\n  "States": {\n    "Wait": {\n      "Type": "Wait",\n      "Seconds": 5,\n      "End": true\n    }\n  }\n}\n';
  assert.equal(await exported(page), filled);
  await page.context().close();
});

test("let go anywhere in a branch with one end, a state is appended there", async () => {
  const page = await opened(branches);
  await openPalette(page);
  const branch = await page.locator(".branch-frame").first().boundingBox();
  await hold(page, await middle(item(page, "state:Wait")), { x: branch.x + 5, y: branch.y + branch.height - 5 });
  await page.locator('[data-landing="allowed"].is-point').waitFor();
  await page.mouse.up();
  const [first] = (await machine(page)).States.P.Branches;
  assert.deepEqual([first.States.J.Next, first.States.Wait.End], ["Wait", true]);
  await page.context().close();
});

test("of what a Choice or a pattern puts in, the first state is selected; its states speak Spanish", async () => {
  const page = await opened(chain, { locale: "es-ES" });
  await openPalette(page);
  await item(page, "state:Choice").click();
  await page.locator('[data-state="Choice"].is-selected').waitFor();
  assert.equal(await page.locator(".node.is-selected").count(), 1);
  assert.equal(await page.locator("#state-name").inputValue(), "Choice");
  const states = await names(page);
  assert.ok(states.includes("Se cumple la regla") && states.includes("En otro caso"));
  await page.context().close();
});

test("the picker of types puts in the same as the palette", async () => {
  const page = await opened();
  await page.locator('[data-edge="next-1"]').focus();
  await page.keyboard.press("Enter");
  await page.locator('.type-picker [data-type="Task"]').focus();
  await page.keyboard.press("Enter");
  await page.locator('[data-state="Task"] > button:focus').waitFor();
  const text = await exported(page);
  assert.equal(JSON.parse(text).States.Task.Retry.length, 1);
  assert.match(text, /\n {4}"Task": \{\n {6}"Type": "Task",\n/u);
  await page.context().close();
});

test("a finger drags an item that it has held, adds one that it taps, and scrolls the list otherwise", async () => {
  const page = await opened(chain, { touch: true, width: 390, height: 844 });
  const touch = await finger(page);
  await openPalette(page);
  const at = await middle(item(page, "state:Wait"));
  await touch.down(at);
  await touch.move(at, { x: at.x, y: at.y - 150 });
  await touch.up();
  await page.waitForFunction(() => document.querySelector(".palette-list").scrollTop > 20);
  assert.equal(await exported(page), chain);
  // A list that is still on its way takes the next finger as a stop.
  await page.locator(".palette-list").evaluate(async (list) => {
    for (let last = -1; last !== list.scrollTop; ) {
      last = list.scrollTop;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    list.scrollTop = 0;
  });
  await touch.down(at);
  await page.locator(".held").waitFor();
  const target = await middle(page.locator('[data-edge="next-1"]'));
  await touch.move(at, target);
  await page.locator(".palette.is-away").waitFor({ state: "attached" });
  await page.locator('[data-landing="allowed"]').waitFor();
  await touch.up();
  await page.locator(".palette").waitFor({ state: "detached" });
  assert.equal((await machine(page)).States.B.Next, "Wait");
  await openPalette(page);
  await item(page, "state:Pass").tap();
  await page.locator('[data-state="Pass"]').waitFor();
  assert.equal((await names(page)).length, 5);
  assert.ok(await page.locator("#panel-graph").isVisible());
  await page.context().close();
});

test("a finger that has rested on a state drags it, and its menu goes", async () => {
  const page = await opened(chain, { touch: true, width: 390, height: 844 });
  const touch = await finger(page);
  const at = await middle(head(page, "A"));
  await touch.down(at);
  await page.locator(".context-menu").waitFor();
  const before = await transform(page);
  await touch.move(at, await middle(page.locator('[data-edge="next-1"]')));
  await page.locator('[data-landing="allowed"]').waitFor();
  assert.equal(await page.locator(".context-menu").count(), 0);
  assert.equal(await transform(page), before);
  await touch.up();
  const found = await machine(page);
  assert.deepEqual([found.StartAt, found.States.B.Next, found.States.A.Next], ["B", "A", "C"]);
  await page.context().close();
});

test("on a phone a state added by the plus stays in view, and the plus is as large as a finger", async () => {
  const page = await opened(chain, { touch: true, width: 390, height: 844 });
  for (let step = 0; step < 2; step++) await page.locator('[data-action="zoom-out"]').click();
  const plus = page.locator('[data-edge="next-1"]');
  const { x, y } = await middle(plus);
  for (const [dx, dy] of [[11, 0], [-11, 0], [0, 11], [0, -11]]) {
    const name = await page.evaluate(([x, y]) => document.elementFromPoint(x, y).closest("[data-edge]")?.dataset.edge, [x + dx, y + dy]);
    assert.equal(name, "next-1", `${dx}, ${dy}`);
  }
  await plus.tap();
  await page.locator('.type-picker [data-type="Pass"]').tap();
  await page.locator('[data-state="Pass"]').waitFor();
  assert.ok(await page.locator("#panel-graph").isVisible());
  assert.ok(!(await page.locator("#panel-inspector").isVisible()));
  await page.context().close();
});

test("a drag that starts in the header selects no text", async () => {
  const page = await opened();
  await page.mouse.move(60, 20);
  await page.mouse.down();
  await page.mouse.move(700, 400, { steps: 6 });
  await page.mouse.up();
  assert.equal(await page.evaluate(() => getSelection().toString().trim()), "");
  await page.context().close();
});
