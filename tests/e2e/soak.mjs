// Not a test: ends the browser's process at random moments of typing, dragging, undoing, opening and extracting, and looks after
// each start whether the work is there. `make soak`; ROUNDS and SEED in the environment.
//
// What counts as lost: a machine that was opened, or a text typed, a second or more before the end and is not there afterwards.
import assert from "node:assert/strict";
import { start } from "./harness.mjs";
import { newProfile } from "./killable.mjs";

const rounds = Number(process.env.ROUNDS ?? 100);
let seed = Number(process.env.SEED ?? 1);
const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
const pick = (list) => list[Math.floor(random() * list.length)];
const GRACE = 1000;

const session = await start();
const profile = newProfile();
/** What was done: when it was over, and what must be there if that was long enough ago. */
const done = [];
const note = (what) => done.push({ at: Date.now(), ...what });
let number = 0;

const chain = (name) =>
  JSON.stringify({
    StartAt: `${name} a`,
    States: Object.fromEntries(
      ["a", "b", "c"].map((step, index, all) => [
        `${name} ${step}`,
        { Type: "Pass", ...(index + 1 < all.length ? { Next: `${name} ${all[index + 1]}` } : { End: true }) },
      ]),
    ),
  }, null, 2);

const deeds = {
  async type(page) {
    await page.locator("#tab-run").click();
    for (let key = 0; key < 10; key += 1) {
      number += 1;
      await page.locator("#run-input").fill(String(number));
      note({ machine: await page.locator("#machine-name").inputValue(), typed: number });
    }
  },
  async open(page) {
    number += 1;
    const name = `m${number}`;
    await page.locator('header input[type="file"]').setInputFiles({ name: `${name}.asl.json`, mimeType: "application/json", buffer: Buffer.from(chain(name)) });
    await page.locator(`[data-state="${name} a"]`).waitFor();
    note({ opened: name });
  },
  async drag(page) {
    const node = page.locator(".node[data-state]").first();
    const box = await node.boundingBox();
    if (!box) return;
    await page.mouse.move(box.x + box.width / 2, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 40, box.y + 160, { steps: 5 });
    await page.mouse.up();
  },
  async undo(page) {
    const undo = page.locator('[data-command="undo"]');
    // What was typed may be taken back by it: it is not asked for from then on. The end may come before the click returns.
    note({ undone: await page.locator("#machine-name").inputValue() });
    if (await undo.isEnabled()) await undo.click();
  },
  async extract(page) {
    const node = page.locator(".node[data-state] > button").first();
    await node.click({ button: "right" });
    const item = page.locator('.context-menu [data-entry="extract"]');
    if (await item.isEnabled()) await item.click();
    else await page.keyboard.press("Escape");
    note({});
  },
};

/** What must be there after the process ended at `end`. */
function expected(end) {
  const sure = done.filter((deed) => deed.at <= end - GRACE);
  const machines = [...new Set(sure.filter((deed) => deed.opened).map((deed) => deed.opened))];
  const typed = new Map();
  for (const deed of done) {
    if (deed.undone) typed.delete(deed.undone);
    else if (deed.typed && deed.at <= end - GRACE) typed.set(deed.machine, deed.typed);
  }
  return { machines, typed };
}

const losses = [];
let end = 0;
for (let round = 0; round <= rounds; round += 1) {
  const context = await profile.start();
  const page = await context.newPage();
  await page.goto(session.url);
  await page.locator(".node").first().waitFor();
  await page.locator("#machine-name").waitFor();
  if (end > 0) {
    const { machines, typed } = expected(end);
    await page.locator('[data-command="machines"]').click();
    await page.locator(".shelf-card").first().waitFor();
    const names = await page.locator(".shelf-card").evaluateAll((cards) => cards.map((card) => card.dataset.machine));
    await page.keyboard.press("Escape");
    for (const name of machines) if (!names.includes(name)) losses.push(`round ${round}: machine ${name}`);
    const name = await page.locator("#machine-name").inputValue();
    if (typed.has(name)) {
      await page.locator("#tab-run").click();
      const value = Number(await page.locator("#run-input").inputValue());
      if (!(value >= typed.get(name))) losses.push(`round ${round}: ${name} has ${value}, typed was ${typed.get(name)}`);
    }
  }
  if (round === rounds) break;
  let isOver = false;
  const work = (async () => {
    while (!isOver) await deeds[pick(Object.keys(deeds))](page).catch(() => {});
  })();
  await new Promise((resolve) => setTimeout(resolve, 300 + random() * 3000));
  isOver = true;
  end = Date.now();
  await profile.kill();
  await work;
  // What was done in the last second before this end may be lost, and is asked for at no later one either; what was taken
  // back then may be gone all the same.
  const isAskedFor = (deed) => deed.at <= end - GRACE || deed.undone;
  done.splice(0, done.length, ...done.filter(isAskedFor));
}
await profile.kill();
profile.remove();
await session.stop();
console.log(`${rounds} ends of the process, ${done.length} deeds, ${losses.length} losses`);
for (const loss of losses) console.log(loss);
assert.equal(losses.length, 0);
