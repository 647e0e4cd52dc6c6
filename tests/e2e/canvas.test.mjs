// The canvas: large graphs, folding, direction, overview, keys, touch.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { exported, open, openExample, openFile, start, violations } from "./harness.mjs";

let session;
before(async () => (session = await start()));
after(() => session.stop());

/** A chain of Pass states. */
function chain(n) {
  const states = {};
  for (let at = 0; at < n; at += 1) states[`State ${at}`] = { Type: "Pass", ...(at + 1 < n ? { Next: `State ${at + 1}` } : { End: true }) };
  return JSON.stringify({ StartAt: "State 0", States: states }, null, 2);
}

const ready = (page, n) => page.locator(`.canvas[data-states="${n}"]`).waitFor({ state: "attached" });
const state = (page, name) => page.locator(`[data-state="${name}"]`);
const transform = (page) => page.locator(".world").evaluate((world) => world.style.transform);
const scale = async (page) => Number(/scale\(([\d.e-]+)\)/.exec(await transform(page))[1]);

test("of a large graph only what is near is mounted, and the rest when one goes there", async () => {
  const page = await open(session);
  await openFile(page, "large.json", chain(5000));
  await ready(page, 5000);
  await state(page, "State 0").waitFor();
  assert.ok((await page.locator("[data-state]").count()) < 100);
  assert.ok((await page.locator("path.edge").count()) < 100);
  // To the end, by the overview.
  const box = await page.locator(".minimap canvas").boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height - 1);
  await page.waitForFunction(() => {
    const shown = [...document.querySelectorAll("[data-state]")].map((node) => Number(node.dataset.state.split(" ")[1]));
    // The state by which the keyboard enters the graph stays.
    const near = shown.filter((number) => number !== 0);
    return near.length > 0 && near.every((number) => number > 4900);
  });
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a small graph is mounted as a whole, wherever one looks", async () => {
  const page = await open(session);
  await openFile(page, "small.json", chain(290));
  await ready(page, 290);
  await state(page, "State 289").waitFor({ state: "attached" });
  assert.equal(await page.locator("[data-state]").count(), 290);
  await page.context().close();
});

test("a large graph is painted from far, and a click selects what was painted", async () => {
  const page = await open(session);
  await openFile(page, "large.json", chain(1000));
  await ready(page, 1000);
  await state(page, "State 0").waitFor();
  await page.mouse.click(400, 300);
  for (let press = 0; press < 6; press += 1) await page.keyboard.press("-");
  await page.locator("canvas.painted").waitFor();
  // Only the state by which the keyboard enters the graph stays.
  assert.ok((await page.locator("[data-state]").count()) <= 1);
  const found = await page.locator("canvas.painted").evaluate((canvas) => {
    const { data, width } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const ratio = canvas.width / canvas.getBoundingClientRect().width;
    const pass = getComputedStyle(document.documentElement).getPropertyValue("--pass").trim();
    const wanted = [1, 3, 5].map((at) => parseInt(pass.slice(at, at + 2), 16));
    for (let at = 0; at < data.length; at += 4) {
      if (wanted.every((value, index) => Math.abs(data[at + index] - value) < 3)) return [((at / 4) % width) / ratio + 4, Math.floor(at / 4 / width) / ratio + 4];
    }
    return null;
  });
  assert.ok(found, "no state is painted");
  const box = await page.locator(".canvas").boundingBox();
  await page.mouse.click(box.x + found[0], box.y + found[1]);
  await page.locator("#state-name").waitFor();
  assert.match(await page.locator("#state-name").inputValue(), /^State \d+$/);
  await page.keyboard.press("2");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a keystroke that changes nothing of the drawing touches nothing of it", async () => {
  const page = await open(session);
  await openExample(page, "order");
  await state(page, "Charge card").waitFor();
  await page.locator(".cm-content").click();
  await page.waitForTimeout(200);
  await page.evaluate(() => {
    window.touched = 0;
    new MutationObserver((changes) => (window.touched += changes.length)).observe(document.querySelector(".world"), {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ["style", "d", "class"],
    });
  });
  await page.locator(".cm-line", { hasText: '"Comment"' }).first().click();
  await page.keyboard.press("End");
  await page.evaluate(() => (window.touched = 0));
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("abc");
  await page.waitForTimeout(400);
  assert.equal(await page.evaluate(() => window.touched), 0);
  await page.context().close();
});

for (const locale of ["en-US", "es-ES"]) {
  test(`a frame folds and unfolds by its button (${locale})`, async () => {
    const page = await open(session, { locale });
    await openExample(page, "video-pipeline");
    const frame = state(page, "Process");
    await frame.waitFor();
    const height = (await frame.boundingBox()).height;
    const fold = frame.locator(".frame-fold");
    assert.equal(await fold.getAttribute("aria-label"), locale === "es-ES" ? "Ocultar lo que hay dentro de «Process»" : "Hide what is inside Process");
    await fold.click();
    await state(page, "Transcode").waitFor({ state: "detached" });
    assert.ok((await frame.boundingBox()).height < height / 2);
    assert.match(await frame.locator(".node-detail").textContent(), locale === "es-ES" ? /3 estados dentro/ : /3 states inside/);
    assert.equal(await fold.getAttribute("aria-expanded"), "false");
    assert.deepEqual(await violations(page), []);
    await fold.focus();
    await page.keyboard.press("Enter");
    await state(page, "Transcode").waitFor();
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("the drawing turns, and the page remembers it", async () => {
  const page = await open(session);
  await openExample(page, "vending-machine");
  await state(page, "Idle").waitFor();
  const start = () => page.locator(".marker.is-start").first().boundingBox();
  const end = () => page.locator(".marker.is-end").first().boundingBox();
  assert.ok((await end()).y > (await start()).y + 100);
  await page.getByRole("button", { name: "Draw from left to right" }).click();
  await page.waitForFunction(() => {
    const [start, end] = [".is-start", ".is-end"].map((name) => document.querySelector(`.marker${name}`).getBoundingClientRect());
    return end.x > start.x + 100;
  });
  await page.reload();
  await page.getByRole("button", { name: "Draw from top to bottom" }).waitFor();
  await page.context().close();
});

test("keys scale the view, show all, and show the selected state; not while one types", async () => {
  const page = await open(session);
  await openExample(page, "order");
  await state(page, "Charge card").locator("button").first().click();
  await page.waitForTimeout(100);
  await page.keyboard.press("0");
  assert.equal(await scale(page), 1);
  await page.keyboard.press("+");
  assert.equal(await scale(page), 1.25);
  await page.keyboard.press("-");
  assert.equal(await scale(page), 1);
  await page.keyboard.press("1");
  const [canvas, first, last] = await Promise.all([".canvas", ".marker.is-start", ".marker.is-end"].map((name) => page.locator(name).first().boundingBox()));
  assert.ok(first.y >= canvas.y && last.y + last.height <= canvas.y + canvas.height);
  await page.keyboard.press("2");
  assert.equal(await scale(page), 1.25);
  const box = await state(page, "Charge card").boundingBox();
  assert.ok(Math.abs(box.x + box.width / 2 - canvas.x - canvas.width / 2) < 2);
  await page.locator("#state-name").focus();
  const before = await transform(page);
  await page.keyboard.press("1");
  assert.equal(await transform(page), before);
  await page.context().close();
});

test("states move to their new places, but jump where motion is not wanted", async () => {
  for (const reducedMotion of ["no-preference", "reduce"]) {
    const page = await open(session);
    await page.emulateMedia({ reducedMotion });
    await openExample(page, "order");
    await state(page, "Charge card").waitFor();
    await page.locator(".world:not(.is-moving)").waitFor({ state: "attached" });
    await page.evaluate(() => {
      window.moved = false;
      const world = document.querySelector(".world");
      new MutationObserver(() => (window.moved ||= world.classList.contains("is-moving"))).observe(world, { attributes: true });
    });
    await page.keyboard.press("1");
    await page.locator(".edge-add").first().click({ force: true });
    const n_states = await page.locator("[data-state]").count();
    await page.locator('[data-type="Pass"]').click();
    await page.waitForFunction((n_states) => document.querySelectorAll("[data-state]").length > n_states, n_states);
    await page.waitForTimeout(300);
    await page.locator(".world:not(.is-moving)").waitFor({ state: "attached" });
    assert.equal(await page.evaluate(() => window.moved), reducedMotion === "no-preference");
    await page.context().close();
  }
});

test("a finger that rests on a state asks for its menu; one that moves does not", async () => {
  const page = await open(session, { touch: true, width: 390, height: 844 });
  assert.equal(await page.locator(".minimap").count(), 0);
  await page.evaluate(() => {
    window.asked = [];
    document.querySelector(".canvas").addEventListener("contextmenu", (event) => window.asked.push(event.target.closest("[data-state]")?.dataset.state));
  });
  const touch = (type, x, y) =>
    page.evaluate(
      ({ type, x, y }) => {
        const options = { bubbles: true, cancelable: true, pointerId: 7, pointerType: "touch", isPrimary: true, clientX: x, clientY: y };
        document.elementFromPoint(x, y).dispatchEvent(new PointerEvent(type, options));
      },
      { type, x, y },
    );
  const box = await state(page, "StartState").boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await touch("pointerdown", x, y);
  await touch("pointermove", x + 30, y + 30);
  await page.waitForTimeout(700);
  await touch("pointerup", x + 30, y + 30);
  assert.deepEqual(await page.evaluate(() => window.asked), []);
  const moved = await state(page, "StartState").boundingBox();
  await touch("pointerdown", moved.x + 20, moved.y + 20);
  await page.waitForFunction(() => window.asked.length > 0);
  assert.deepEqual(await page.evaluate(() => window.asked), ["StartState"]);
  await page.context().close();
});

test("two fingers scale the view", async () => {
  const page = await open(session, { touch: true, width: 390, height: 844 });
  const before = await scale(page);
  await page.evaluate(() => {
    const canvas = document.querySelector(".canvas");
    const send = (type, pointerId, clientX, clientY) =>
      canvas.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId, pointerType: "touch", clientX, clientY }));
    send("pointerdown", 1, 150, 400);
    send("pointerdown", 2, 250, 400);
    send("pointermove", 2, 300, 400);
    send("pointerup", 1, 150, 400);
    send("pointerup", 2, 300, 400);
  });
  await page.waitForTimeout(100);
  assert.ok(Math.abs((await scale(page)) / before - 1.5) < 0.01);
  await page.context().close();
});

test("the view stays as it was when another panel was looked at on a phone, and a document that is opened is seen", async () => {
  const page = await open(session, { width: 390, height: 844, touch: true });
  const transform = () => page.locator(".world").evaluate((world) => world.style.transform);
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  const before = await transform();
  await page.locator('[role="tab"]', { hasText: "JSON" }).click();
  await page.locator("#panel-graph").waitFor({ state: "hidden" });
  await page.locator('[role="tab"]', { hasText: "Graph" }).click();
  await page.locator("#panel-graph").waitFor({ state: "visible" });
  await page.waitForTimeout(200);
  assert.equal(await transform(), before);
  await page.locator('[role="tab"]', { hasText: "JSON" }).click();
  await openExample(page, "vending-machine");
  await page.locator("#panel-graph").waitFor({ state: "visible" });
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("the lines of the selected state stand out in the text, however it was selected, and Tab leaves the editor", async () => {
  const page = await open(session);
  const marked = (text) => page.locator(".cm-state", { hasText: text }).first().waitFor();
  const [first, second] = await page.locator("[data-state]").evaluateAll((nodes) => nodes.map((node) => node.dataset.state));
  await page.locator(`[data-state="${first}"] > button`).click();
  await marked(`"${first}": {`);
  await page.locator(`[data-state="${second}"] > button`).click({ button: "right" });
  await page.keyboard.press("Escape");
  await marked(`"${second}": {`);
  await page.keyboard.press("Delete");
  await page.locator(".cm-state", { hasText: `"${second}": {` }).waitFor({ state: "detached" });
  await page.locator('[data-command="undo"]').click();
  await page.locator(".canvas").click({ position: { x: 20, y: 300 } });
  await page.locator(".cm-state").first().waitFor({ state: "detached" });
  const text = await exported(page);
  await page.locator(".cm-content").first().focus();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => Boolean(document.activeElement?.closest(".cm-content"))), false);
  assert.equal(await exported(page), text);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("the state with the focus says where its ways lead (es)", async () => {
  const page = await open(session, { locale: "es-ES" });
  await openExample(page, "order");
  await page.locator('[data-state="Check stock"]').waitFor();
  await page.locator('.world [tabindex="0"]').focus();
  const told = () => page.evaluate(() => document.getElementById(document.activeElement.getAttribute("aria-describedby")).textContent.trim());
  assert.match(await told(), /lleva a Charge card/);
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.activeElement?.closest("[data-state]")?.dataset.state === "Charge card");
  assert.match(await told(), /ante CardDeclined lleva a Tell customer/);
  await page.context().close();
});

for (const [locale, told] of [["en-US", "Remove this line"], ["es-ES", "Quitar esta línea"]]) {
  test(`a line is selected by a click and removed by key or button (${locale})`, async () => {
    const page = await open(session, { locale });
    await openExample(page, "order");
    const before = JSON.parse(await exported(page));
    const press = async (text) => {
      // On its label a line is easy to hit.
      const box = await page.locator(".edge-label", { hasText: text }).boundingBox();
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await page.locator(".edge.is-selected").waitFor({ state: "attached" });
    };
    await press("CardDeclined");
    await page.keyboard.press("Escape");
    await page.locator(".edge.is-selected").waitFor({ state: "detached" });
    await press("CardDeclined");
    await page.keyboard.press("Delete");
    await page.locator(".edge-label", { hasText: "CardDeclined" }).waitFor({ state: "detached" });
    await press("States.ALL");
    await page.locator('[data-command="remove-line"]').click();
    await page.locator(".edge-label", { hasText: "States.ALL" }).waitFor({ state: "detached" });
    assert.equal(JSON.parse(await exported(page)).States["Charge card"].Catch, undefined);
    for (let step = 0; step < 2; step += 1) await page.locator('[data-command="undo"]').click();
    assert.deepEqual(JSON.parse(await exported(page)), before);
    await press("CardDeclined");
    assert.match(await page.locator('[data-command="remove-line"]').getAttribute("title"), new RegExp(told));
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}
