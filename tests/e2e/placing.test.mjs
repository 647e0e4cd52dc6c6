// Places by hand: given by dragging with the alt key, by pointing and by keys; kept with the project, never in the definition.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { exported, open, openFile, start } from "./harness.mjs";

let session;
before(async () => (session = await start()));
after(() => session.stop());

const chain = JSON.stringify(
  { StartAt: "A", States: { A: { Type: "Pass", Next: "B" }, B: { Type: "Pass", Next: "C" }, C: { Type: "Pass", End: true } } },
  null,
  2,
);
const node = (page, name) => page.locator(`[data-state="${name}"]`).first();
const head = (page, name) => page.locator(`[data-state="${name}"] > button`).first();
const middle = async (locator) => {
  const box = await locator.boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
/** How far B stands from A, and C from A: free of where the view is. */
const offsets = async (page) => {
  const [a, b, c] = [await middle(node(page, "A")), await middle(node(page, "B")), await middle(node(page, "C"))];
  return [b.x - a.x, b.y - a.y, c.x - a.x, c.y - a.y].map(Math.round);
};
const opened = async (options) => {
  const page = await open(session, options);
  await openFile(page, "chain.json", chain);
  await node(page, "C").waitFor();
  // As large as life, so that pixels of the screen are pixels of the drawing.
  await page.keyboard.press("0");
  return page;
};
const saved = (page) => page.locator(".saved-state").filter({ hasText: /Saved|Guardado/ }).waitFor();

test("a state dragged with the alt key stays there, the definition as it is, and undo puts it back", async () => {
  const page = await opened();
  const [bx, by, cx, cy] = await offsets(page);
  const from = await middle(head(page, "B"));
  await page.keyboard.down("Alt");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 90, from.y + 10, { steps: 4 });
  await page.mouse.move(from.x + 240, from.y + 30, { steps: 4 });
  await page.locator('[data-landing="place"]').waitFor();
  await page.mouse.up();
  await page.keyboard.up("Alt");
  await page.locator(".node-badge.is-placed").waitFor();
  assert.deepEqual(await offsets(page), [bx + 240, by + 30, cx, cy]);
  assert.equal(await exported(page), chain);
  await page.locator('[data-command="undo"]').click();
  await page.locator(".node-badge.is-placed").waitFor({ state: "detached" });
  assert.deepEqual(await offsets(page), [bx, by, cx, cy]);
  await page.locator('[data-command="redo"]').click();
  await page.locator(".node-badge.is-placed").waitFor();
  assert.deepEqual(await offsets(page), [bx + 240, by + 30, cx, cy]);
  await page.context().close();
});

test("Escape while a state is being placed leaves no trace", async () => {
  const page = await opened();
  const before = await offsets(page);
  const from = await middle(head(page, "B"));
  await page.keyboard.down("Alt");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 200, from.y, { steps: 4 });
  await page.locator('[data-landing="place"]').waitFor();
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await page.keyboard.up("Alt");
  assert.equal(await page.locator("[data-landing], .node-badge.is-placed").count(), 0);
  assert.deepEqual(await offsets(page), before);
  await page.context().close();
});

test("keys place a state, many presses are one step, and the menu gives it back to the layout", async () => {
  const page = await opened();
  const before = await offsets(page);
  await head(page, "B").focus();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press("Alt+ArrowRight");
  await page.locator(".node-badge.is-placed").waitFor();
  assert.deepEqual(await offsets(page), [before[0] + 80, ...before.slice(1)]);
  await page.keyboard.press("Control+z");
  await page.locator(".node-badge.is-placed").waitFor({ state: "detached" });
  assert.deepEqual(await offsets(page), before);
  await page.keyboard.press("Control+Shift+z");
  await page.locator(".node-badge.is-placed").waitFor();
  await head(page, "B").click({ button: "right" });
  await page.locator('[data-entry="place-automatically"]').click();
  await page.locator(".node-badge.is-placed").waitFor({ state: "detached" });
  assert.deepEqual(await offsets(page), before);
  await page.context().close();
});

test("a finger chooses a place by the menu (es)", async () => {
  const page = await opened({ locale: "es-ES", touch: true, width: 390, height: 844 });
  const before = await offsets(page);
  await head(page, "B").click({ button: "right" });
  await page.locator('[data-entry="place-by-hand"]').click();
  await page.locator(".line-hint", { hasText: "Señala dónde debe quedar B" }).waitFor();
  const at = await middle(node(page, "B"));
  await page.touchscreen.tap(at.x + 60, at.y + 230);
  await page.locator(".node-badge.is-placed").waitFor();
  const after = await offsets(page);
  assert.deepEqual([after[0] - before[0], after[2] - before[2]], [60, 0]);
  assert.ok(after[1] > before[1] + 100, "below the others");
  await page.context().close();
});

test("a place by hand is kept with the project and follows a new name", async () => {
  const page = await opened();
  await head(page, "B").focus();
  for (let press = 0; press < 4; press += 1) await page.keyboard.press("Alt+ArrowLeft");
  await page.locator(".node-badge.is-placed").waitFor();
  const before = await offsets(page);
  await page.keyboard.press("F2");
  await page.locator("#state-name").fill("B");
  await page.keyboard.press("Escape");
  await saved(page);
  await page.reload();
  await node(page, "B").waitFor();
  await page.locator(".node-badge.is-placed").waitFor();
  const [x, y] = await offsets(page);
  const scale = y / before[1];
  assert.ok(Math.abs(x - before[0] * scale) <= 1, `${x} and ${before[0]} at ${scale}`);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
