// A document that changes under a gesture ends the gesture without a trace, and what was taken is the only thing that moves.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { exported, open, openFile, start } from "./harness.mjs";

let session;
before(async () => (session = await start()));
after(() => session.stop());

const states = {
  A: { Type: "Pass", Next: "B" },
  B: { Type: "Pass", Next: "C" },
  C: { Type: "Task", Resource: "arn:aws:states:::sqs:sendMessage", Next: "D" },
  D: { Type: "Pass", Next: "E" },
  E: { Type: "Succeed" },
};
const chain = JSON.stringify({ StartAt: "A", States: states }, null, 2);

const node = (page, name) => page.locator(`[data-state="${name}"] > button`).first();
const middle = async (locator) => {
  const box = await locator.boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
/** A page with the chain, in which a step can be undone: B was copied. */
const openChain = async () => {
  const page = await open(session);
  await openFile(page, "chain.json", chain);
  await node(page, "E").waitFor();
  await node(page, "A").click();
  await page.keyboard.press("Control+d");
  await node(page, "A (2)").waitFor();
  return page;
};
/** Presses on something, and moves onto a place without letting go. */
const hold = async (page, from, to, keys = []) => {
  for (const key of keys) await page.keyboard.down(key);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
};
const letGo = async (page) => {
  await page.mouse.move(700, 500, { steps: 2 });
  await page.mouse.up();
};
/** Nothing is shown of a gesture any more. */
const assertIdle = async (page) => {
  assert.equal(await page.locator(".held, [data-landing], .drawn-line, .marquee, .canvas.is-dragging").count(), 0);
};

const changes = {
  "Ctrl+Z": (page) => page.keyboard.press("Control+z"),
  "Ctrl+D": (page) => page.keyboard.press("Control+d"),
  Delete: (page) => page.keyboard.press("Delete"),
  "another text": (page) =>
    page.evaluate(
      (text) => {
        const data = new DataTransfer();
        data.setData("text/plain", text);
        document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
      },
      JSON.stringify({ StartAt: "D", States: { D: { Type: "Pass", Next: "X" }, X: { Type: "Pass", Next: "Y" }, Y: { Type: "Succeed" } } }),
    ),
};

const gestures = {
  "a state that is dragged": async (page) => {
    await hold(page, await middle(node(page, "D")), await middle(page.locator(".edge-add").first()));
    await page.locator(".held").waitFor();
  },
  "a state that is placed by hand": async (page) => {
    const at = await middle(node(page, "D"));
    await hold(page, at, { x: at.x + 160, y: at.y - 40 }, ["Alt"]);
    await page.locator(".held").waitFor();
    await page.keyboard.up("Alt");
  },
  "a line from a port": async (page) => {
    await node(page, "D").hover();
    await hold(page, await middle(page.locator('[data-ports="D"] > .port')), await middle(node(page, "B")));
    await page.locator(".drawn-line").waitFor();
  },
  "the end of a line": async (page) => {
    await hold(page, await middle(page.locator('[data-handle^="end-of-next"]').nth(2)), await middle(node(page, "E")));
    await page.locator(".drawn-line").waitFor();
  },
};

for (const [held, begin] of Object.entries(gestures)) {
  for (const [change, make] of Object.entries(changes)) {
    test(`${change} under ${held} ends it: what is let go moves nothing`, async () => {
      const page = await openChain();
      await node(page, "D").click();
      await begin(page);
      const before = await page.locator(".canvas").getAttribute("data-states");
      await make(page);
      await page.waitForFunction((before) => document.querySelector(".canvas").dataset.states !== before, before);
      const changed = await page.locator(".world").evaluate(() => [...document.querySelectorAll("[data-state]")].map((node) => node.dataset.state));
      await assertIdle(page);
      await letGo(page);
      await assertIdle(page);
      // What the change alone makes of the same machine.
      const text = await exported(page);
      const alone = await openChain();
      await node(alone, "D").click();
      await make(alone);
      await alone.waitForFunction((n) => document.querySelector(".canvas").dataset.states === String(n), changed.length);
      assert.equal(text, await exported(alone));
      assert.equal(await page.locator(".node-badge.is-placed").count(), 0);
      assert.deepEqual(page.complaints, []);
      await page.context().close();
      await alone.context().close();
    });
  }
}

test("the list of types, a menu and a line that was begun by a key close when the document changes under them", async () => {
  const page = await openChain();
  const undo = () => page.evaluate(() => document.querySelector('[data-command="undo"]').click());
  const redo = () => page.evaluate(() => document.querySelector('[data-command="redo"]').click());
  await page.locator('[data-edge="next-3"]').click();
  await page.locator(".type-picker").waitFor();
  await undo();
  await page.locator(".type-picker").waitFor({ state: "detached" });
  await redo();
  await node(page, "D").click({ button: "right" });
  await page.locator(".context-menu").waitFor();
  await undo();
  await page.locator(".context-menu").waitFor({ state: "detached" });
  await redo();
  await node(page, "D").click();
  await page.keyboard.press("c");
  await page.locator('[data-command="cancel-pending"]').waitFor();
  await undo();
  await page.locator('[data-command="cancel-pending"]').waitFor({ state: "detached" });
  await node(page, "B").click();
  assert.equal(await exported(page), chain, "a click is a click again");
  await page.context().close();
});

test("the preview of a conversion closes when the document changes under it, and nothing is converted", async () => {
  const page = await openChain();
  await node(page, "C").click({ button: "right" });
  await page.locator('[data-entry="to-jsonata"]').click();
  await page.locator("dialog.conversion[open]").waitFor();
  await page.evaluate(() => document.querySelector('[data-command="undo"]').click());
  await page.locator("dialog.conversion[open]").waitFor({ state: "detached" });
  assert.equal(await exported(page), chain);
  await page.context().close();
});

test("of two states with one name, the one that was clicked is selected and deleted", async () => {
  const page = await open(session);
  const twins = { StartAt: "B", States: { B: { Type: "Pass", Comment: "second", End: true } } };
  const text = JSON.stringify({
    StartAt: "P",
    States: { P: { Type: "Parallel", Branches: [{ StartAt: "A", States: { A: { Type: "Pass", Next: "B" }, B: { Type: "Pass", Comment: "first", End: true } } }, twins], End: true } },
  });
  await openFile(page, "twins.json", text);
  const second = page.locator('[data-state="B"][data-nth="1"] > button');
  await second.click();
  assert.equal(await second.getAttribute("aria-pressed"), "true");
  assert.equal(await page.locator('[data-state="B"][data-nth="0"] > button').getAttribute("aria-pressed"), "false");
  await page.keyboard.press("Delete");
  await second.waitFor({ state: "detached" });
  const { Branches } = JSON.parse(await exported(page)).States.P;
  assert.deepEqual([Branches[0].States.B.Comment, Object.keys(Branches[1].States)], ["first", []]);
  await page.context().close();
});
