// A page that survives: nothing that a definition does, that does not load, or that breaks takes a person's work away.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { checked, complete, open, openFile, start, violations } from "./harness.mjs";

let session;
before(async () => (session = await start()));
after(() => session.stop());

const press = (page, name) => page.locator(`[data-run="${name}"]`).click();
const text = async (download) => readFile(await (await download).path(), "utf8");
const show = async (page, machine) => {
  await openFile(page, "machine.asl.json", JSON.stringify(machine));
  await page.locator(`[data-state="${machine.StartAt}"]`).waitFor();
  await page.locator("#tab-run").click();
};

const reads = {
  StartAt: "Read",
  States: {
    Read: { Type: "Pass", InputPath: "$.detail", Parameters: { "id.$": "$.id" }, Next: "Check" },
    Check: { Type: "Succeed" },
  },
};

for (const [locale, words] of [["en-US", "Use an example input"], ["es-ES", "Usar una entrada de ejemplo"]]) {
  test(`an input that nobody gave is no example, and one is offered (${locale})`, async () => {
    const page = await open(session, { locale });
    await show(page, reads);
    await checked(page);
    assert.equal(await page.locator("[data-problems]").getAttribute("data-problems"), "0");
    assert.equal(await page.locator("#run-input").inputValue(), "");
    assert.equal(await page.locator("#run-input").getAttribute("placeholder"), "{}");
    await page.locator("#panel-run [data-command='example-input']", { hasText: words }).click();
    assert.deepEqual(JSON.parse(await page.locator("#run-input").inputValue()), { detail: { id: "example" } });
    await page.locator("[data-example-input]").first().waitFor({ state: "detached" });
    await press(page, "run");
    await page.locator('.transport [data-status="SUCCEEDED"]').waitFor();
    assert.deepEqual(JSON.parse(await page.locator("#run-output").textContent()), { id: "example" });
    await page.locator("#run-input").fill("{}");
    await page.locator('[data-problems="1"][data-checking="false"]').waitFor();
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("a run without an input starts with an empty object", async () => {
  const page = await open(session);
  await show(page, { StartAt: "A", States: { A: { Type: "Pass", End: true } } });
  await press(page, "run");
  await page.locator('.transport [data-status="SUCCEEDED"]').waitFor();
  assert.equal(await page.locator("#run-output").textContent(), "{}");
  assert.equal(await page.locator("[data-example-input]").count(), 0, "a machine that reads nothing needs none");
  await page.context().close();
});

const endless = "{% $sum([1..2000].($x := $; $sum([1..2000].($y := $; $sum([1..2000].($x * $y * $)))))) %}";

for (const [locale, words] of [["en-US", "An expression of “Heavy” did not come back"], ["es-ES", "Una expresión de «Heavy» no terminó"]]) {
  test(`an expression that does not come back is told, and the steps before it are kept (${locale})`, async () => {
    const page = await open(session, { locale });
    const heavy = { Type: "Pass", Output: endless, End: true };
    const first = { Type: "Pass", Output: { n: 1 }, Next: "Second" };
    const second = { Type: "Pass", Output: { n: 2 }, Next: "Heavy" };
    await show(page, { QueryLanguage: "JSONata", StartAt: "First", States: { First: first, Second: second, Heavy: heavy } });
    await press(page, "run");
    await page.locator('[data-stalled="Heavy"]', { hasText: words }).waitFor({ timeout: 30_000 });
    const last = Number(await page.locator("[data-step]").getAttribute("data-step"));
    assert.ok(last >= 4, `only ${last} steps are there`);
    await page.locator('[data-visit="Second"] summary').first().click();
    const output = page.locator('[data-visit="Second"] [data-part="output"]');
    assert.deepEqual(JSON.parse(await output.textContent()), { n: 2 });
    await press(page, "back");
    await page.locator(`[data-step="${last - 1}"]`).waitFor();
    await press(page, "step");
    await page.locator(`[data-step="${last}"]`).waitFor();
    assert.equal(await page.locator("[data-engine-failure]").count(), 0, "once is no failure of the engine");
    await page.context().close();
  });
}

test("a run that makes progress is never ended, however long it takes", async () => {
  const page = await open(session);
  const work = "{% $sum([1..@].($x := $; $sum([1..100].($x * $)))) %}";
  const machine = (size) => ({
    QueryLanguage: "JSONata",
    StartAt: "Each",
    States: {
      Each: {
        Type: "Map",
        Items: "{% [1..300] %}",
        ItemSelector: { sum: work.replace("@", size) },
        ItemProcessor: { StartAt: "Item", States: { Item: { Type: "Pass", Output: work.replace("@", size), End: true } } },
        End: true,
      },
    },
  });
  // Heavier each time, until it takes longer than one answer may.
  let took = 0;
  for (let size = 20; took < 9_000; size = Math.ceil(size * Math.max(2, Math.min(20, 14_000 / took)))) {
    await show(page, machine(size));
    const began = Date.now();
    await press(page, "run");
    await page.locator('.transport [data-status="SUCCEEDED"]').waitFor({ timeout: 180_000 });
    took = Date.now() - began;
  }
  const told = JSON.parse(await page.locator("#run-output").textContent());
  assert.equal(told.length, 300);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

/** Keeps the worker's program from being loaded, as a network or a filter does. */
const withoutWorker = (pattern, times) => async (page) => {
  let n_refused = 0;
  await page.context().route(pattern, (route) => {
    n_refused += 1;
    return n_refused > times ? route.fallback() : route.fulfill({ status: 404, body: "" });
  });
};

for (const [locale, words, unchecked] of [
  ["en-US", "Checking and running do not work right now", "Not checked"],
  ["es-ES", "Por ahora no se puede revisar ni ejecutar", "Sin revisar"],
]) {
  for (const file of ["engine_loader.js", "engine_bg.wasm"]) {
    test(`without ${file} a person is told, can try again, and can take the work away (${locale})`, async () => {
      const page = await open(session, { locale, before: withoutWorker(new RegExp(file.replace("_bg", ".*_bg")), 2) });
      const failure = page.locator("[data-engine-failure]", { hasText: words });
      await failure.waitFor({ timeout: 20_000 });
      await page.locator(".problem-status", { hasText: unchecked }).waitFor();
      const download = page.waitForEvent("download");
      await failure.locator('[data-command="rescue-download"]').click();
      assert.equal(JSON.parse(await text(download)).StartAt, "StartState");
      await failure.locator('[data-command="try-again"]').click();
      await failure.waitFor({ state: "detached" });
      await page.locator('[data-unchecked="false"][data-checking="false"]').waitFor({ timeout: 20_000 });
      await press(page, "run");
      await page.locator('.transport [data-status="SUCCEEDED"]').waitFor();
      await page.context().close();
    });
  }
}

test("a worker that does not load at first is tried again by itself", async () => {
  const page = await open(session, { before: withoutWorker(/engine_loader\.js/, 1) });
  await checked(page);
  assert.equal(await page.locator("[data-engine-failure]").count(), 0);
  await press(page, "run");
  await page.locator('.transport [data-status="SUCCEEDED"]').waitFor();
  await page.context().close();
});

for (const [locale, words] of [["en-US", "failed three times in a row"], ["es-ES", "falló tres veces seguidas"]]) {
  test(`a worker that keeps failing is left alone, and a person is told (${locale})`, async () => {
    const body = 'postMessage("ready"); onmessage = () => { throw new Error("broken"); };';
    const before = (page) =>
      page.context().route(/engine_loader\.js/, (route) => route.fulfill({ contentType: "text/javascript", body }));
    const page = await open(session, { locale, before });
    await page.locator('[data-unchecked="true"]').first().waitFor();
    for (let time = 2; time <= 3; time += 1) {
      await press(page, "run");
      await page.locator('[data-run="run"]').waitFor();
    }
    await page.locator("[data-engine-failure]", { hasText: words }).waitFor();
    assert.deepEqual(await violations(page), []);
    await page.context().close();
  });
}

/** Ends the program of the page as a browser tells of it. */
const trap = (page) =>
  page.evaluate(() => {
    const error = new WebAssembly.RuntimeError("unreachable");
    window.dispatchEvent(new ErrorEvent("error", { error, message: String(error) }));
  });

for (const [locale, words] of [["en-US", "Pasos has stopped"], ["es-ES", "Pasos se detuvo"]]) {
  test(`a page that fails says so and gives the work (${locale})`, async () => {
    const page = await open(session, { locale });
    await show(page, reads);
    await trap(page);
    const failure = page.locator('[role="alertdialog"]', { hasText: words });
    await failure.waitFor();
    const download = page.waitForEvent("download");
    await failure.locator('[data-page-failure="download"]').click();
    assert.deepEqual(JSON.parse(await text(download)), reads);
    assert.equal((await download).suggestedFilename(), "machine.asl.json");
    assert.deepEqual(await violations(page), []);
    await failure.locator('[data-page-failure="reload"]').click();
    await page.locator('[data-state="Read"]').waitFor();
    await page.context().close();
  });
}

for (const [locale, words, again] of [["en-US", "Pasos could not be loaded", "Load again"], ["es-ES", "No se pudo cargar Pasos", "Volver a cargar"]])
  for (const missing of [/\/app-.*\.wasm$/, /\/app-.*\.js$/]) {
    test(`without ${missing.source.slice(-5, -1)} of the page a person is told, and can load it again (${locale})`, async () => {
      const context = await session.browser.newContext({ locale });
      const page = await context.newPage();
      await page.route(missing, (route) => route.fulfill({ status: 404, body: "" }));
      await page.goto(session.url);
      await page.getByRole("alert").filter({ hasText: words }).waitFor();
      assert.deepEqual(await violations(page), []);
      await page.unroute(missing);
      await page.getByRole("button", { name: again }).click();
      await page.locator(".node").first().waitFor();
      assert.equal(await page.getByRole("alert").filter({ hasText: words }).count(), 0);
      await context.close();
    });
  }

for (const [locale, words, again] of [["en-US", "A part of Pasos did not arrive", "Try again"], ["es-ES", "No llegó una parte de Pasos", "Reintentar"]]) {
  test(`without the rest of the page the machine is drawn, a person is told, and can try again (${locale})`, async () => {
    const context = await session.browser.newContext({ locale });
    const page = await context.newPage();
    const rest = /\/rest-.*\.wasm$/;
    await page.route(rest, (route) => route.abort());
    await page.goto(session.url);
    await page.locator(".node").first().waitFor();
    const told = page.getByRole("alert").filter({ hasText: words });
    await told.waitFor();
    assert.deepEqual(await violations(page), []);
    // In vain, at first.
    await told.getByRole("button", { name: again }).click();
    await told.waitFor();
    await page.unroute(rest);
    await told.getByRole("button", { name: again }).click();
    await complete(page);
    assert.equal(await told.count(), 0);
    await show(page, reads);
    await context.close();
  });
}

test("a panic of the page is told, with the work", async () => {
  const page = await open(session);
  await show(page, reads);
  // What the page takes for granted of a browser fails once: it panics at the next element that it makes.
  await page.evaluate(() => {
    const fail = (owner, name) => {
      const original = owner[name];
      owner[name] = function (...values) {
        owner[name] = original;
        throw new Error(`${name} is broken (${values.length})`);
      };
    };
    fail(Document.prototype, "createElement");
    fail(Document.prototype, "createElementNS");
    fail(Node.prototype, "cloneNode");
  });
  // It may have failed already, and then nothing of it can be pressed any more.
  await page.locator('[data-run="run"]').dispatchEvent("click");
  const failure = page.locator('[role="alertdialog"]', { hasText: "Pasos has stopped" });
  await failure.locator(".page-failure-reason", { hasText: "panicked at" }).waitFor();
  const download = page.waitForEvent("download");
  await failure.locator('[data-page-failure="download"]').click();
  assert.deepEqual(JSON.parse(await text(download)), reads);
  await page.context().close();
});
