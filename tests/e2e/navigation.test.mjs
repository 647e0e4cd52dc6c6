// Finding and going without a mouse: commands, search, outline, arrow keys, breadcrumbs, the list of keys.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checked, exported, open, openExample, openFile, start, violations } from "./harness.mjs";

let session;
before(async () => (session = await start()));
after(() => session.stop());

const nested = JSON.stringify({
  StartAt: "Ask",
  States: {
    Ask: { Type: "Choice", Choices: [{ Variable: "$.a", IsNull: true, Next: "Yes" }], Default: "No" },
    Yes: { Type: "Pass", Next: "Both" },
    No: { Type: "Task", Resource: "arn:aws:states:::lambda:invoke", Parameters: { FunctionName: "cobro-rápido" }, Next: "Both" },
    Both: {
      Type: "Parallel",
      End: true,
      Branches: [
        { StartAt: "Left", States: { Left: { Type: "Pass", End: true } } },
        { StartAt: "Right", States: { Right: { Type: "Map", End: true, ItemProcessor: { StartAt: "Deep", States: { Deep: { Type: "Pass", End: true } } } } } },
      ],
    },
  },
});

async function openNested(options) {
  const page = await open(session, options);
  await openFile(page, "nested.json", nested);
  await page.locator('[data-state="Deep"]').waitFor();
  return page;
}

const selected = (page, name) => page.locator(`.canvas [data-state="${name}"].is-selected`).waitFor();
const focused = (page, name) =>
  page.waitForFunction((name) => document.activeElement?.closest("[data-state]")?.dataset.state === name, name);

for (const [locale, typed, themed] of [["en-US", "zoom sel", "dark"], ["es-ES", "acercar selecc", "oscuro"]]) {
  test(`every action is found by a few letters and done with Enter (${locale})`, async () => {
    const page = await openNested({ locale });
    await page.locator('[data-state="Yes"] button').first().click();
    await page.keyboard.press("Control+k");
    const field = page.locator("dialog.commands input");
    await field.waitFor();
    assert.deepEqual(await violations(page), []);
    await field.fill(typed);
    const first = page.locator('[role="option"][aria-selected="true"]');
    assert.equal(await first.getAttribute("data-entry"), "action-fit-selection");
    assert.equal(await first.locator("kbd").textContent(), "2");
    await field.fill(themed);
    await page.locator('[data-entry="action-theme-dark"][aria-selected="true"]').waitFor();
    await page.keyboard.press("Enter");
    await page.locator('html[data-theme="dark"]').waitFor();
    assert.equal(await page.locator("dialog.commands[open]").count(), 0);
    await focused(page, "Yes");
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("a state is found in the dialog of commands with the arrow keys, inside a folded frame too", async () => {
  const page = await openNested();
  await page.locator('[data-state="Both"] .frame-fold').click();
  await page.locator('[data-state="Deep"]').waitFor({ state: "detached" });
  await page.keyboard.press("Control+k");
  await page.locator("dialog.commands input").fill("e");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowDown");
  await page.locator("dialog.commands input").fill("deep");
  await page.locator('[data-entry^="state-"][aria-selected="true"]', { hasText: "Deep" }).waitFor();
  await page.keyboard.press("Enter");
  await selected(page, "Deep");
  await focused(page, "Deep");
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Escape");
  await focused(page, "Deep");
  await page.keyboard.press("Control+k");
  await page.locator("dialog.commands input").fill("zzzz");
  assert.equal(await page.locator('dialog.commands [data-entry]').count(), 0);
  assert.deepEqual(await violations(page), []);
  await page.context().close();
});

for (const [locale, prefix, status] of [["en-US", "type", "1 of 2"], ["es-ES", "tipo", "1 de 2"]]) {
  test(`states are found by name, type, resource and text (${locale})`, async () => {
    const page = await openNested({ locale });
    await page.keyboard.press("Control+f");
    const field = page.locator(".find-bar input");
    await field.waitFor();
    await field.fill("RAPIDO");
    await page.locator('[data-state="No"].is-match').waitFor();
    assert.equal(await page.locator(".is-match").count(), 1);
    await field.fill("resource:lambda");
    assert.equal(await page.locator("[data-found]").getAttribute("data-found"), "1");
    await field.fill(`${prefix}:map`);
    await page.locator('[data-state="Right"].is-match').waitFor();
    await field.fill("name:t");
    await page.locator('[data-found="3"]').waitFor();
    await field.fill(`${prefix}:pass ght`);
    await page.locator('[data-found="0"]').waitFor();
    await field.fill("$.a");
    await page.locator('[data-found="1"]').waitFor();
    await field.fill("name:e");
    await page.locator('[data-found="3"]').waitFor();
    await field.fill("name:ft");
    await field.fill("name:h");
    await page.locator('[data-found="2"]').waitFor();
    await page.keyboard.press("Enter");
    await selected(page, "Both");
    assert.equal(await page.locator(".find-status").textContent(), status);
    await page.keyboard.press("Enter");
    await selected(page, "Right");
    await page.keyboard.press("Enter");
    await selected(page, "Both");
    await page.keyboard.press("Shift+Enter");
    await selected(page, "Right");
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("Escape");
    await page.locator(".find-bar").waitFor({ state: "detached" });
    assert.equal(await page.locator(".is-match").count(), 0);
    await focused(page, "Right");
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("the code editor keeps its own search, and text fields their letters", async () => {
  const page = await openNested();
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+f");
  await page.locator(".cm-search").waitFor();
  assert.equal(await page.locator(".find-bar").count(), 0);
  await page.locator('[data-state="Yes"] button').first().click();
  const before = await exported(page);
  await page.locator("#state-name").focus();
  await page.keyboard.type("?o+");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  await page.keyboard.press("Escape");
  await page.locator("#state-name").fill("Yes");
  assert.equal(await exported(page), before);
  await page.context().close();
});

test("the arrow keys follow the edges, and the graph is one tab stop", async () => {
  const page = await openNested();
  assert.equal(await page.locator('.world [tabindex="0"]').count(), 1);
  await page.locator('.world [tabindex="0"]').focus();
  await focused(page, "Ask");
  for (const [key, name] of [
    ["ArrowDown", "Yes"],
    ["ArrowDown", "Both"],
    ["ArrowDown", "Left"],
    ["ArrowRight", "Right"],
    ["ArrowDown", "Deep"],
    ["ArrowUp", "Right"],
    ["ArrowUp", "Both"],
    ["ArrowUp", "Yes"],
    ["Home", "Ask"],
  ]) {
    await page.keyboard.press(key);
    await focused(page, name);
    await selected(page, name);
  }
  assert.equal(await page.locator('.world [tabindex="0"]').count(), 1);
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.equal(outline, "solid");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "state-name");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("the first presses of Tab skip to the graph and to the outline (es)", async () => {
  const page = await openNested({ locale: "es-ES" });
  const link = (text) => page.waitForFunction((text) => document.activeElement?.textContent === text, text);
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("Tab");
  await link("Ir al grafo");
  await page.keyboard.press("Enter");
  await focused(page, "Ask");
  await page.locator(".saved-state", { hasText: "Guardado" }).waitFor({ state: "attached" });
  await page.reload();
  await page.locator('[data-state="Deep"]').waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await link("Ir al esquema");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.closest("#outline-tree"));
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a state is added, duplicated and deleted by key alone", async () => {
  const page = await openNested();
  await page.locator('.world [tabindex="0"]').focus();
  await page.keyboard.press("ArrowDown");
  await focused(page, "Yes");
  await page.keyboard.press("a");
  await page.locator('.type-picker [data-type="Wait"]').focus();
  await page.keyboard.press("Enter");
  await selected(page, "Wait");
  assert.equal(JSON.parse(await exported(page)).States.Yes.Next, "Wait");
  await page.keyboard.press("Control+z");
  await page.locator('[data-state="Wait"]').waitFor({ state: "detached" });
  await page.locator('[data-state="Yes"] button').first().focus();
  await page.keyboard.press("Delete");
  await page.locator('[data-state="Yes"]').waitFor({ state: "detached" });
  await focused(page, "Ask");
  await page.keyboard.press("Control+z");
  await page.locator('[data-state="Yes"]').waitFor();
  await page.context().close();
});

for (const [locale, ways, ends] of [
  ["en-US", "if $.a is null leads to Yes; otherwise leads to No", "ends its branch"],
  ["es-ES", "si $.a es null lleva a Yes; en otro caso lleva a No", "termina su rama"],
]) {
  test(`the outline says what the graph shows (${locale})`, async () => {
    const page = await openNested({ locale });
    await page.locator("#tab-outline").click();
    const tree = page.getByRole("tree");
    await tree.waitFor();
    const lines = await page.locator('[role="treeitem"]').evaluateAll((items) => items.map((item) => [item.dataset.line, Number(item.ariaLevel)]));
    const branch = locale === "es-ES" ? "Rama" : "Branch";
    assert.deepEqual(lines, [["Ask", 1], ["Yes", 1], ["No", 1], ["Both", 1], [`${branch} 1`, 2], ["Left", 3], [`${branch} 2`, 2], ["Right", 3], ["Deep", 4]]);
    assert.ok((await page.locator('[data-line="Ask"]').textContent()).includes(ways));
    assert.ok((await page.locator('[data-line="Deep"]').textContent()).includes(ends));
    assert.deepEqual(await violations(page), []);

    await tree.focus();
    await page.keyboard.press("End");
    await selected(page, "Deep");
    await page.keyboard.press("ArrowLeft");
    await selected(page, "Right");
    await page.keyboard.press("ArrowLeft");
    await page.locator('[data-line="Right"][aria-expanded="false"]').waitFor();
    assert.equal(await page.locator('[data-line="Deep"]').count(), 0);
    await page.keyboard.press("Home");
    await selected(page, "Ask");
    await page.keyboard.press("n");
    await selected(page, "No");
    await page.locator('[data-line="No"][aria-selected="true"]').waitFor();

    // What is selected on the canvas is unfolded and selected here.
    await page.locator('.canvas [data-state="Deep"] button').first().click();
    await page.locator('[data-line="Deep"][aria-selected="true"]').waitFor();
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("the outline shows problems, and stays quick with many states", async () => {
  const page = await open(session);
  const States = Object.fromEntries(
    Array.from({ length: 3000 }, (_, index) => [`S${index}`, index < 2999 ? { Type: "Pass", Next: `S${index + 1}` } : { Type: "Pass", Next: "Gone" }]),
  );
  await openFile(page, "long.json", JSON.stringify({ StartAt: "S0", States }));
  await page.locator('[data-state="S0"]').waitFor();
  await page.locator("#tab-outline").click();
  await page.locator('[data-line="S0"]').waitFor();
  assert.ok((await page.locator('[role="treeitem"]').count()) < 200, "only what is seen is mounted");
  await page.getByRole("tree").focus();
  await page.keyboard.press("End");
  await page.locator('[data-line="S2999"][aria-selected="true"]').waitFor();
  assert.equal(await page.locator('[data-line="S2999"]').getAttribute("aria-setsize"), "3000");
  await checked(page);
  await page.locator('[data-line="S2999"] .is-error').waitFor();
  await page.context().close();
});

for (const [locale, machine, branch] of [["en-US", "State machine", "Branch 2"], ["es-ES", "Máquina de estados", "Rama 2"]]) {
  test(`breadcrumbs lead out of nested frames (${locale})`, async () => {
    const page = await openNested({ locale });
    await page.locator('[data-state="Yes"] button').first().click();
    assert.equal(await page.locator(".breadcrumbs").count(), 0);
    await page.locator('[data-state="Deep"] button').first().click();
    const parts = page.locator(".breadcrumbs button");
    assert.deepEqual(await parts.allTextContents(), [machine, "Both", branch, "Right", "Deep"]);
    assert.deepEqual(await violations(page), []);
    await parts.nth(2).click();
    await selected(page, "Right");
    await parts.nth(1).click();
    await selected(page, "Both");
    assert.equal(await page.locator(".breadcrumbs").count(), 0);
    await page.context().close();
  });

  test(`the list of keys comes with "?" and letters can be switched off (${locale})`, async () => {
    const page = await openNested({ locale });
    await page.locator('[data-state="Yes"] button').first().click();
    await page.keyboard.press("?");
    await page.locator("dialog.keys[open]").waitFor();
    assert.deepEqual(await page.locator('[data-action="redo"] kbd').allTextContents(), locale === "es-ES" ? ["Ctrl+Mayús+Z", "Ctrl+Y"] : ["Ctrl+Shift+Z", "Ctrl+Y"]);
    assert.deepEqual(await violations(page), []);
    await page.locator('.keys input[type="checkbox"]').uncheck();
    assert.equal(await page.locator('.keys [data-action="fit"]').count(), 0);
    await page.keyboard.press("Escape");
    await page.locator("dialog.keys[open]").waitFor({ state: "detached" });
    await page.keyboard.press("?");
    await page.waitForTimeout(150);
    assert.equal(await page.locator("dialog[open]").count(), 0);
    await page.keyboard.press("Control+k");
    await page.locator("dialog.commands[open]").waitFor();
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("menus and tooltips tell the keys, on a Mac its own", async () => {
  const page = await open(session);
  assert.ok((await page.locator('[data-command="undo"]').getAttribute("title")).includes("(Ctrl+Z)"));
  await page.locator('[data-menu="export"]').click();
  assert.equal(await page.locator('[data-export="download"] kbd').textContent(), "Ctrl+S");
  await page.context().close();
  const context = await session.browser.newContext({
    userAgent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/150.0 Safari/537.36",
    locale: "en-US",
  });
  const mac = await open(session, { context });
  assert.ok((await mac.locator('[data-command="undo"]').getAttribute("title")).includes("(⌘Z)"));
  await mac.keyboard.press("Meta+k");
  await mac.locator("dialog.commands[open]").waitFor();
  await context.close();
});

test("on a phone the outline and the commands are within reach", async () => {
  const page = await open(session, { width: 390, height: 844, touch: true });
  await openExample(page, "order");
  await page.locator("#tab-outline").tap();
  await page.locator('[data-line="Charge card"]').tap();
  await page.locator('[data-line="Charge card"][aria-selected="true"]').waitFor();
  await page.locator('[data-command="commands"]').tap();
  await page.locator("dialog.commands input").fill("charge");
  await page.locator('[data-entry^="state-"]').first().tap();
  await page.locator('.canvas [data-state="Charge card"].is-selected').waitFor({ state: "visible" });
  assert.deepEqual(await violations(page), []);
  await page.context().close();
});
