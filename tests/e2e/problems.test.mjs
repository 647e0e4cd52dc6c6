// Point 3, and bad input: problems are found, said in both languages, and lead to their place.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { checked, exported, open, openFile, start } from "./harness.mjs";

let session;
before(async () => (session = await start()));
after(() => session.stop());

const wrong = `{
  "StartAt": "First",
  "States": {
    "First": { "Type": "Pass", "Next": "Secnd" },
    "Second": { "Type": "Pass", "End": true }
  }
}`;

for (const [locale, message, advice, place] of [
  ["en-US", "There is no state called Secnd", "Did you mean Second?", "line 4, column 40"],
  ["es-ES", "No hay ningún estado llamado «Secnd»", "¿Quisiste decir «Second»?", "línea 4, columna 40"],
]) {
  test(`a problem is said and shown (${locale})`, async () => {
    const page = await open(session, { locale });
    await openFile(page, "wrong.json", wrong);
    const problem = page.locator('[data-rule="missing-target"]');
    await problem.waitFor();
    const text = await problem.textContent();
    for (const part of [message, advice, place]) assert.ok(text.includes(part), `${part} in ${text}`);
    await problem.click();
    await page.locator('[data-state="First"].is-selected').waitFor();
    await page.locator(".cm-shown", { hasText: "Secnd" }).waitFor();
    await page.locator('[data-state="First"] .node-badge.is-problem').waitFor();
    await page.context().close();
  });
}

for (const [name, text, rule] of [
  ["a truncated file", '{"StartAt": "A", "States": {"A": {"Type": "Pa', "json-syntax"],
  ["duplicate keys", '{"StartAt": "A", "StartAt": "A", "States": {"A": {"Type": "Succeed"}}}', "json-syntax"],
  ["2,000 levels", '{"States":'.repeat(2000), "json-syntax"],
]) {
  test(`${name}: said, nothing lost, the page alive`, async () => {
    const page = await open(session);
    await openFile(page, "bad.json", text);
    await page.locator(`[data-rule="${rule}"]`).first().waitFor();
    assert.equal(await exported(page), text);
    await page.locator('[data-command="undo"]').click();
    await page.locator('[data-state="StartState"]').waitFor();
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

for (const [name, text, words] of [
  ["not JSON", "hello", "no state machine"],
  ["a list", "[1, 2]", "not a state machine"],
]) {
  test(`${name}: refused with a word, and nothing is changed`, async () => {
    const page = await open(session);
    const before = await exported(page);
    await openFile(page, "bad.json", text);
    await page.locator(".notice.is-warning", { hasText: words }).waitFor();
    assert.equal(await exported(page), before);
    assert.ok(await page.locator('[data-command="undo"]').isDisabled());
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("a byte order mark and Windows line ends are no problem and stay", async () => {
  const page = await open(session);
  const text = '\ufeff{\r\n  "StartAt": "A",\r\n  "States": {\r\n    "A": { "Type": "Succeed" }\r\n  }\r\n}\r\n';
  await openFile(page, "windows.json", text);
  await page.locator('[data-state="A"]').waitFor();
  await checked(page);
  await page.waitForFunction(() => document.querySelector("[data-problems]").dataset.problems === "0");
  assert.equal(await exported(page), text);
  await page.context().close();
});

test("a definition of 1 MB is drawn and checked", async () => {
  const page = await open(session);
  const states = {};
  const filling = "x".repeat(2000);
  for (let n = 0; n < 500; n += 1) states[`S${n}`] = { Type: "Pass", Comment: filling, ...(n < 499 ? { Next: `S${n + 1}` } : { End: true }) };
  await openFile(page, "large.json", JSON.stringify({ StartAt: "S0", States: states }, null, 2));
  // Of a large graph only what is near is mounted.
  await page.locator('.canvas[data-states="500"]').waitFor({ timeout: 30_000 });
  await page.locator('[data-state="S0"]').waitFor();
  await page.waitForFunction(() => document.querySelector("[data-checking]").dataset.checking === "false");
  assert.equal(await page.locator("[data-problems]").getAttribute("data-problems"), "0");
  await page.context().close();
});

const many = JSON.stringify(
  {
    StartAt: "First",
    States: {
      First: { Type: "Pass", Coment: "c", Next: "Secnd" },
      Second: { Type: "Pass" },
      Lost: { Type: "Pass", Whatever: 1, Next: "Secon" },
    },
  },
  null,
  2,
);

const row = (page, rule) => page.locator(`.problem-item:has([data-rule="${rule}"])`).first();
const action = (page, rule, name) => row(page, rule).locator(`[data-problem-action="${name}"]`);

for (const [locale, words] of [
  ["en-US", { group: "Errors (", fix: "Lead to Second", undo: "Reconnect First", off: "For the state Lost" }],
  ["es-ES", { group: "Errores (", fix: "Llevar a «Second»", undo: "Reconectar «First»", off: "Para el estado «Lost»" }],
]) {
  test(`a problem is mended by click and the mending undone (${locale})`, async () => {
    const page = await open(session, { locale });
    await openFile(page, "many.json", many);
    await row(page, "missing-target").waitFor();
    assert.ok((await page.locator(".problem-group").first().textContent()).includes(words.group));
    await action(page, "missing-target", "fix").click();
    assert.ok((await row(page, "missing-target").locator('[data-fix="0"]').textContent()).includes(words.fix));
    await row(page, "missing-target").locator('[data-fix="0"]').click();
    await page.locator(".problem-item", { hasText: "Secnd" }).waitFor({ state: "detached" });
    assert.equal(await exported(page), many.replace("Secnd", "Second"));
    assert.ok((await page.locator('[data-command="undo"]').getAttribute("title")).includes(words.undo));
    await page.locator('[data-command="undo"]').click();
    await page.locator(".problem-item", { hasText: "Secnd" }).first().waitFor();
    assert.equal(await exported(page), many);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test(`a rule is switched off at a state, stays off after a reload, and comes back (${locale})`, async () => {
    const page = await open(session, { locale });
    await openFile(page, "many.json", many);
    const lost = page.locator(".problem-item", { hasText: "Whatever" });
    await lost.locator('[data-problem-action="switch-off"]').click();
    assert.ok((await lost.locator('[data-silence="state"]').textContent()).includes(words.off));
    await lost.locator('[data-silence="state"]').click();
    await lost.waitFor({ state: "detached" });
    await page.locator('.problem-item:has([data-rule="unknown-field"])').first().waitFor();
    await page.waitForTimeout(1200);
    await page.reload();
    await page.locator(".node").first().waitFor();
    await page.locator('.problem-item:has([data-rule="unknown-field"])').first().waitFor();
    assert.equal(await lost.count(), 0);
    assert.equal(await exported(page), many);
    await page.locator(".problem-silenced summary").click();
    await page.locator('[data-switch-on="unknown-field"]').click();
    await lost.waitFor();
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("F8 and Shift+F8 lead through the problems, and Ctrl+. mends them, without a mouse", async () => {
  const page = await open(session);
  await openFile(page, "many.json", many);
  await row(page, "missing-target").waitFor();
  await checked(page);
  await page.keyboard.press("F8");
  await page.locator("#problem-0:focus").waitFor();
  const total = await page.locator(".problem-item").count();
  assert.match(await page.locator("[data-walk]").textContent(), new RegExp(`^Problem 1 of ${total}: .*line \\d+`));
  await page.keyboard.press("F8");
  await page.locator("#problem-1:focus").waitFor();
  await page.keyboard.press("Shift+F8");
  await page.keyboard.press("Shift+F8");
  await page.locator(`#problem-${total - 1}:focus`).waitFor();
  for (let step = 0; !(await page.locator('[data-rule="missing-target"]:focus').count()); step += 1) {
    assert.ok(step < total, "the walk never comes to the missing target");
    await page.keyboard.press("F8");
    await page.waitForTimeout(80);
  }
  await page.keyboard.press("Control+.");
  await page.locator("[data-fix]:focus").waitFor();
  const before = await exported(page);
  await page.locator("[data-fix]").first().focus();
  await page.keyboard.press("Enter");
  await page.locator(`[data-problems="${total - 1}"]`).waitFor();
  assert.notEqual(await exported(page), before);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("F8 in the code editor moves the cursor and leaves the focus there", async () => {
  const page = await open(session);
  await openFile(page, "wrong.json", wrong);
  await row(page, "missing-target").waitFor();
  await page.locator(".cm-content").click();
  await page.keyboard.press("F8");
  await page.locator(".cm-shown", { hasText: "Secnd" }).waitFor();
  assert.ok(await page.evaluate(() => document.activeElement.closest(".cm-editor") !== null));
  await page.context().close();
});

test("Ctrl+. in the code editor offers what mends the line of the cursor", async () => {
  const page = await open(session);
  await openFile(page, "wrong.json", wrong);
  await row(page, "missing-target").waitFor();
  await checked(page);
  await page.locator(".cm-line", { hasText: "Secnd" }).click();
  await page.keyboard.press("Control+.");
  await page.locator("[data-fix]:focus").waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".cm-line", { hasText: "Secnd" }).waitFor({ state: "detached" });
  await page.context().close();
});

test("what is unfolded at the end of the list is seen", async () => {
  const page = await open(session, { height: 700 });
  await openFile(page, "many.json", many);
  await row(page, "missing-target").waitFor();
  await checked(page);
  const why = page.locator('[data-problem-action="why"]').last();
  await why.scrollIntoViewIfNeeded();
  await why.click();
  await page.locator(".problem-why .explanation").waitFor();
  const fixes = page.locator('[data-problem-action="fix"]').last();
  await fixes.click();
  await page.locator("[data-fix]").first().waitFor();
  await page.waitForTimeout(200);
  const [bottom, end] = await page.locator("[data-fix]").last().evaluate((fix) => [
    fix.getBoundingClientRect().bottom,
    fix.closest(".problem-list").getBoundingClientRect().bottom,
  ]);
  assert.ok(bottom <= end + 1, `${bottom} under ${end}`);
  await page.context().close();
});

for (const [locale, typed] of [["en-US", "rules"], ["en-US", "checker"], ["es-ES", "reglas"], ["es-ES", "revisor"]]) {
  test(`the dialog of commands finds the catalogue by "${typed}", where it says which rules are off`, async () => {
    const page = await open(session, { locale });
    await page.keyboard.press("Control+k");
    await page.keyboard.type(typed);
    await page.locator("dialog[open] [role=option]").first().waitFor();
    await page.keyboard.press("Enter");
    await page.locator('[data-catalogue="executions-not-logged"] [data-off]').waitFor();
    assert.equal(await page.locator("[data-off]").count(), 2);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("everything safe is mended in one step", async () => {
  const page = await open(session);
  await openFile(page, "many.json", many);
  await page.locator('[data-command="fix-all"]').click();
  await page.locator('[data-command="fix-all"]').waitFor({ state: "detached" });
  const fixed = JSON.parse(await exported(page));
  assert.equal(fixed.States.First.Next, "Second");
  assert.equal(fixed.States.First.Comment, "c");
  assert.equal(fixed.States.Lost.Whatever, 1, "what may hold work stays");
  await page.locator('[data-command="undo"]').click();
  assert.equal(await exported(page), many);
  await page.context().close();
});

test("the list is filtered by message, rule and state", async () => {
  const page = await open(session);
  await openFile(page, "many.json", many);
  await row(page, "missing-target").waitFor();
  const filter = page.locator("#problem-filter");
  for (const wanted of ["coment", "UNKNOWN-FIELD", "lost"]) {
    await filter.fill(wanted);
    await page.waitForTimeout(100);
    const texts = await page.locator(".problem-item").count();
    assert.ok(texts > 0 && texts < Number(await page.locator("[data-problems]").getAttribute("data-problems")), wanted);
  }
  await filter.fill("no such thing");
  await page.getByText("Nothing matches.").first().waitFor();
  await page.context().close();
});

test("counts stand on the states of the graph and, where there is one, on the tab", async () => {
  const page = await open(session, { width: 1024, height: 768 });
  await openFile(page, "many.json", many);
  await page.locator('#tab-problems [data-count="ERROR"]').waitFor();
  await page.locator('[data-state="First"] .node-badge.is-problem.is-error', { hasText: "2" }).waitFor();
  await page.context().close();
});

for (const [locale, title] of [["en-US", "All rules of the checker"], ["es-ES", "Todas las reglas del revisor"]]) {
  test(`rules are explained beside the problem and in the catalogue (${locale})`, async () => {
    const page = await open(session, { locale });
    await openFile(page, "many.json", many);
    await action(page, "missing-target", "why").click();
    await row(page, "missing-target").locator(".explanation code", { hasText: "missing-target" }).waitFor();
    await page.locator('[data-command="catalogue"]').click();
    await page.getByRole("dialog", { name: title }).waitFor();
    await page.locator('[data-catalogue="unreachable-state"]').waitFor();
    const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
    await page.evaluate(axe);
    const found = await page.evaluate(() => window.axe.run(document));
    assert.deepEqual(found.violations.map((violation) => `${violation.id} ${violation.nodes.map((node) => node.target)}`), []);
    const all = await page.locator("[data-catalogue]").count();
    await page.locator("#catalogue-search").fill("missing-target");
    await page.waitForFunction((all) => document.querySelectorAll("[data-catalogue]").length < all, all);
    await page.locator('[data-catalogue="missing-target"]').click();
    await page.locator('.catalogue .explanation code', { hasText: "missing-target" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("a rule that fails is told, left out, and silences no other", async () => {
  const page = await open(session, {
    before: (page) =>
      // A worker whose rule `missing-target` fails: it says so and answers no more, as after a panic.
      page.addInitScript(() => {
        const Real = window.Worker;
        window.Worker = class extends Real {
          postMessage(message, transfer) {
            const request = message instanceof Uint8Array ? JSON.parse(new TextDecoder().decode(message)) : {};
            const silenced = request.Check?.options.silenced ?? [];
            if (request.Check && !silenced.some((silence) => silence.rule === "missing-target")) {
              const failed = new TextEncoder().encode('{"RuleFailed":"missing-target"}');
              setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data: failed })), 5);
              return;
            }
            super.postMessage(message, transfer);
          }
        };
      }),
  });
  await page.locator(".notice", { hasText: "missing-target" }).waitFor();
  await openFile(page, "many.json", many);
  await row(page, "unknown-field").waitFor();
  assert.equal(await page.locator('[data-rule="missing-target"]').count(), 0);
  await page.locator(".problem-silenced summary").click();
  await page.locator(".switched-off", { hasText: "missing-target" }).waitFor();
  await page.context().close();
});

test("no accessibility violations with fixes, an explanation and switched-off rules open", async () => {
  const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
  for (const [width, height] of [[1440, 900], [390, 844]]) {
    for (const theme of ["light", "dark"]) {
      const page = await open(session, { width, height, theme });
      await openFile(page, "many.json", many);
      if (width < 1000) await page.locator("#tab-problems").click();
      for (const name of ["fix", "why", "switch-off"]) {
        await action(page, "unknown-field", name).click();
        await page.waitForTimeout(200);
        await page.evaluate(axe);
        const found = await page.evaluate(() => window.axe.run(document));
        const said = found.violations.map((violation) => `${violation.id} ${violation.nodes.map((node) => node.target)}`);
        assert.deepEqual(said, [], `${name} ${width} ${theme}`);
      }
      await page.context().close();
    }
  }
});

for (const [locale, nothing, before] of [
  ["en-US", "nothing", "Input"],
  ["es-ES", "nada", "Entrada"],
]) {
  test(`the shape of the data is told where the pointer is, and completes a path (${locale})`, async () => {
    const page = await open(session, { locale });
    const states = {
      First: { Type: "Pass", Parameters: { "id.$": "$.order.id", "gone.$": "$.missing" }, ResultPath: "$.made", Next: "Last" },
      Last: { Type: "Succeed" },
    };
    await openFile(page, "shape.json", JSON.stringify({ StartAt: "First", States: states }, null, 2));
    await page.locator("#tab-run").click();
    await page.locator("#run-input").fill('{"order": {"id": 7, "lines": []}}');
    const word = (line, text) => page.locator(".cm-line", { hasText: line }).locator("span", { hasText: text }).last();
    const told = page.locator(".cm-data");
    await checked(page);
    await page.locator(".problem-item").first().waitFor();
    const point = async (locator, right) => {
      const box = await locator.boundingBox();
      await page.mouse.move(box.x + (right ? box.width - 12 : 12), box.y + box.height / 2);
    };
    await point(word("$.order.id", "$.order.id"), true);
    await told.locator("dd", { hasText: "number" }).waitFor();
    await point(word("$.missing", "$.missing"), true);
    await told.locator("dd", { hasText: nothing }).waitFor();
    await point(word('"Last": {', '"Last"'), false);
    await told.locator("dt", { hasText: before }).waitFor();
    assert.match(await told.textContent(), /made: \{gone: any, id: number\}, order: \{id: number/u);
    await page.mouse.move(5, 5);
    await word("$.order.id", "$.order.id").click();
    await page.keyboard.press("End");
    for (let n = 0; n < 4; n += 1) await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("l");
    await page.locator(".cm-tooltip-autocomplete li", { hasText: "lines" }).waitFor();
    await page.keyboard.press("Escape");
    await page.context().close();
  });
}

for (const [locale, words] of [["en-US", "A template fills in ${Delay}"], ["es-ES", "${Delay} lo rellena una plantilla"]]) {
  test(`what a template fills in is no mistake (${locale})`, async () => {
    const page = await open(session, { locale });
    const text = `{
  "StartAt": "Pause",
  "States": {
    "Pause": { "Type": "Wait", "Seconds": \${Delay}, "Next": "Tell" },
    "Tell": { "Type": "Task", "Resource": "\${Function}", "Next": "Gone" }
  }
}
`;
    await openFile(page, "template.asl.json", text);
    await page.locator('[data-rule="missing-target"]').waitFor();
    await checked(page);
    assert.equal(await page.locator('[data-rule="json-syntax"]').count(), 0);
    assert.equal(await page.locator(".node").count() >= 2, true);
    await page.locator('[data-run="run"]').click();
    await page.locator(".notice", { hasText: words }).waitFor();
    assert.equal(await exported(page), text);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}
