// Nothing is ever lost: typing and a process that ends, a full or forbidden storage, two tabs, whatever is opened or dropped.
// Rows of gestures are in stale-gestures.test.mjs (7, 13) and ports.test.mjs (8, 9); of inputs, runs and the worker in
// survive.test.mjs (10, 11, 12).
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { exported, open, openExample, openFile, start } from "./harness.mjs";
import { newProfile } from "./killable.mjs";

let session;
before(async () => (session = await start()));
after(() => session.stop());

const machine = (name) => JSON.stringify({ StartAt: name, States: { [name]: { Type: "Succeed" } } }, null, 2);
const saved = (page) => page.locator('[data-saved="saved"]').waitFor({ state: "attached" });
const name = (page) => page.locator("#machine-name").inputValue();

/** Opens a file and waits until it is the machine that is shown. */
async function opened(page, file, text) {
  await openFile(page, file, text);
  await page.waitForFunction((file) => document.querySelector(".file-name").textContent === file, file);
}

async function setInput(page, text) {
  await page.locator("#tab-run").click();
  await page.locator("#run-input").fill(text);
}

/** The names on the shelf. */
async function shelf(page) {
  await page.locator('[data-command="machines"]').click();
  const names = await page.locator(".shelf-card").evaluateAll((cards) => cards.map((card) => card.dataset.machine));
  await page.keyboard.press("Escape");
  return names.sort();
}

test("keys typed in a row are kept when the browser's process ends at once (row 1)", async () => {
  const profile = newProfile();
  try {
    const context = await profile.start();
    const page = await context.newPage();
    await page.goto(session.url);
    await opened(page, "typed.json", machine("A"));
    await page.locator("#tab-run").click();
    await page.locator("#run-input").focus();
    for (let key = 0; key < 200; key += 1) {
      await page.keyboard.insertText("7");
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    await profile.kill();
    const again = await (await profile.start()).newPage();
    await again.goto(session.url);
    await again.locator('[data-state="A"]').waitFor();
    await again.locator("#tab-run").click();
    const kept = (await again.locator("#run-input").inputValue()).length;
    // 30 ms a key, and at the most a second lost.
    assert.ok(kept >= 200 - 1000 / 30, `${kept} of 200 keys are there`);
  } finally {
    await profile.kill().catch(() => {});
    profile.remove();
  }
});

test("one change and a reload 30 ms later: it is there (row 1)", async () => {
  const page = await open(session);
  await opened(page, "a.json", machine("A"));
  await saved(page);
  await page.locator("#tab-run").click();
  await page.locator("#run-input").fill('{"late": true}');
  await new Promise((resolve) => setTimeout(resolve, 30));
  await page.reload();
  await page.locator('[data-state="A"]').waitFor();
  await page.locator("#tab-run").click();
  assert.equal(await page.locator("#run-input").inputValue(), '{"late": true}');
  await page.context().close();
});

test("a database without room is told as such, or what it does not take is stored elsewhere (row 2)", async () => {
  const page = await open(session);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Storage.overrideQuotaForOrigin", { origin: new URL(session.url).origin, quotaSize: 100_000 });
  const large = JSON.stringify({ StartAt: "A", States: { A: { Type: "Pass", Result: "x".repeat(140_000), End: true } } });
  await opened(page, "large.json", large);
  const state = page.locator(".saved-state");
  await page.waitForFunction(() => document.querySelector("[data-saved]").dataset.saved !== "saving");
  if ((await state.getAttribute("data-saved")) === "saved") {
    await page.reload();
    await page.locator('[data-state="A"]').waitFor();
    assert.equal(await exported(page), large);
  } else {
    await page.locator(".notice.is-error").waitFor();
  }
  await page.context().close();
});

test("neither store takes it: that is said, the download is offered, and leaving is guarded (row 2)", async () => {
  const page = await open(session, {
    before: (page) =>
      page.addInitScript(() => {
        Object.defineProperty(window, "indexedDB", { get: () => undefined });
        Storage.prototype.setItem = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
      }),
  });
  await opened(page, "only-here.json", machine("A"));
  await page.locator('[data-saved="failed"]').waitFor({ state: "attached" });
  // What was open before is still in this tab.
  assert.deepEqual(await shelf(page), ["only-here", "two-tasks"]);
  await page.locator("#machine-name").click();
  const asked = page.waitForEvent("dialog");
  page.reload().catch(() => {});
  const dialog = await asked;
  assert.equal(dialog.type(), "beforeunload");
  await dialog.accept();
  await page.context().close();
});

test("the newest revision counts, wherever it lies (row 3)", async () => {
  const page = await open(session);
  await opened(page, "a.json", machine("Old"));
  await saved(page);
  const context = page.context();
  await page.close();
  const forbidden = await open(session, {
    context,
    before: (page) => page.addInitScript(() => (IDBDatabase.prototype.transaction = () => { throw new Error("refused"); })),
  });
  await opened(forbidden, "b.json", machine("New"));
  await saved(forbidden);
  await forbidden.close();
  const third = await open(session, { context });
  await third.locator('[data-state="New"]').waitFor();
  assert.ok((await shelf(third)).includes("b"));
  await context.close();
});

test("two tabs with a machine each: after a reload both are there (row 4)", async () => {
  const first = await open(session);
  const second = await open(session, { context: first.context() });
  await opened(first, "one.json", machine("One"));
  await opened(second, "two.json", machine("Two"));
  await saved(first);
  await saved(second);
  await first.reload();
  await second.reload();
  await first.locator('[data-state="One"]').waitFor();
  await second.locator('[data-state="Two"]').waitFor();
  const names = await shelf(first);
  assert.ok(names.includes("one") && names.includes("two"), names.join());
  await first.context().close();
});

test("two tabs with one machine: one edits, the other follows live, takes over, or makes a copy (row 4)", async () => {
  const first = await open(session);
  await opened(first, "shared.json", machine("A"));
  await saved(first);
  const second = await open(session, { context: first.context() });
  await second.locator(".followed").waitFor();
  await setInput(first, '{"n": 1}');
  await second.locator("#tab-run").click();
  await second.waitForFunction(() => document.querySelector("#run-input").value === '{"n": 1}');
  // The follower changes nothing by itself.
  await second.locator("#run-input").fill("[]");
  await second.locator(".notice.is-warning").first().waitFor();
  await second.locator('[data-followed="take"]').click();
  await second.locator(".followed").waitFor({ state: "detached" });
  await first.locator(".followed").waitFor();
  await second.locator("#run-input").fill('{"n": 2}');
  await first.waitForFunction(() => document.querySelector("#run-input").value === '{"n": 2}');
  await first.locator('[data-followed="copy"]').click();
  await first.locator(".followed").waitFor({ state: "detached" });
  assert.equal(await name(first), "shared (2)");
  await saved(first);
  assert.deepEqual((await shelf(second)).filter((name) => name.startsWith("shared")), ["shared", "shared (2)"]);
  // A tab that is closed hands over to the one that follows.
  const third = await open(session, { context: first.context() });
  await third.locator(".followed").waitFor();
  await first.context().close();
});

for (const [what, act] of [
  ["New", (page) => page.locator("header button", { hasText: "New" }).first().click()],
  ["Open", (page) => openFile(page, "other.json", machine("Other"))],
  ["an example", (page) => openExample(page, "order")],
]) {
  test(`${what} adds to the shelf; undo leads back to the whole project, also after a reload (row 5)`, async () => {
    const page = await open(session);
    await opened(page, "mine.json", machine("Mine"));
    await setInput(page, '{"mine": true}');
    await page.locator('button[data-execution-type="Express"]').click();
    await act(page);
    await page.locator('[data-state="Mine"]').waitFor({ state: "detached" });
    await saved(page);
    await page.reload();
    await page.locator('[data-state="Mine"]').waitFor({ state: "detached" });
    assert.ok((await shelf(page)).includes("mine"));
    await page.locator('[data-command="undo"]').click();
    await page.locator('[data-state="Mine"]').waitFor();
    assert.equal(await name(page), "mine");
    await page.locator("#tab-run").click();
    assert.equal(await page.locator("#run-input").inputValue(), '{"mine": true}');
    assert.equal(await page.locator('[data-execution-type="Express"]').getAttribute("aria-pressed"), "true");
    await page.locator('[data-command="redo"]').click();
    await page.locator('[data-state="Mine"]').waitFor({ state: "detached" });
    await page.context().close();
  });
}

test("what is dropped decides: a word is refused, data is attached, a definition opens (row 5)", async () => {
  const page = await open(session);
  await opened(page, "mine.json", machine("Mine"));
  const drop = (files, text) =>
    page.evaluate(
      ([files, text]) => {
        const data = new DataTransfer();
        for (const [name, content] of files) data.items.add(new File([content], name));
        if (text) data.setData("text/plain", text);
        window.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      [files, text],
    );
  await drop([], "hello");
  await page.locator(".notice.is-warning").first().waitFor();
  assert.equal(await name(page), "mine");
  await drop([["rows.csv", "id\n1\n"]]);
  await page.locator(".notice", { hasText: "s3://my-bucket/rows.csv" }).waitFor();
  assert.equal(await name(page), "mine");
  await page.locator('[data-command="undo"]').click();
  await page.locator("#tab-run").click();
  assert.equal(await page.locator("[data-object]").count(), 0);
  await drop([["photo.zip", "PK\0\0"]]);
  await page.locator(".notice", { hasText: "not text" }).waitFor();
  assert.equal(await name(page), "mine");
  await drop([["dropped.asl.json", machine("Dropped")]]);
  await page.locator('[data-state="Dropped"]').waitFor();
  assert.deepEqual(await shelf(page), ["dropped", "mine", "two-tasks"]);
  await page.context().close();
});

test("every change of the project is taken back as a whole, and outlives a reload (row 5)", async () => {
  const page = await open(session);
  await openExample(page, "order");
  await page.locator('[data-state="Charge card"]').waitFor();
  await page.locator("#machine-name").fill("pedidos");
  await page.locator("#machine-name").press("Enter");
  await setInput(page, "[1]");
  await page.locator('button[data-execution-type="Express"]').click();
  await saved(page);
  await page.reload();
  await page.locator('[data-state="Charge card"]').waitFor();
  assert.equal(await name(page), "pedidos");
  for (let step = 0; step < 3; step += 1) await page.locator('[data-command="undo"]').click();
  assert.equal(await name(page), "order");
  await page.locator("#tab-run").click();
  assert.notEqual(await page.locator("#run-input").inputValue(), "[1]");
  assert.equal(await page.locator('[data-execution-type="Standard"]').getAttribute("aria-pressed"), "true");
  await page.context().close();
});

test("an extracted machine is on the shelf, opens from its caller, and runs (row 6)", async () => {
  const page = await open(session);
  const chain = {
    StartAt: "Cobrar el pedido",
    States: {
      "Cobrar el pedido": { Type: "Pass", Result: { pagado: true }, Next: "Fin" },
      Fin: { Type: "Succeed" },
    },
  };
  await opened(page, "pedidos.json", JSON.stringify(chain, null, 2));
  await page.locator('[data-state="Cobrar el pedido"] > button').click({ button: "right" });
  await page.locator('.context-menu [data-entry="extract"]').click();
  await page.locator('.canvas [data-state="Cobrar el pedido"].is-task').waitFor();
  await saved(page);
  assert.deepEqual(await shelf(page), ["Cobrar-el-pedido", "pedidos", "two-tasks"]);
  await page.locator('[data-state="Cobrar el pedido"] > button').dblclick();
  await page.locator('.canvas [data-state="Cobrar el pedido"].is-pass').waitFor();
  assert.equal(await name(page), "Cobrar-el-pedido");
  await page.locator("[data-back-to-machine]").click();
  await page.locator('.canvas [data-state="Cobrar el pedido"].is-task').waitFor();
  await page.locator('[data-run="run"]').click();
  await page.locator(".transport", { hasText: "Succeeded" }).waitFor();
  // Taking it back takes the link back; the machine stays on the shelf.
  await page.locator('[data-command="undo"]').click();
  await page.locator('.canvas [data-state="Cobrar el pedido"].is-pass').waitFor();
  assert.ok((await shelf(page)).includes("Cobrar-el-pedido"));
  await page.context().close();
});

test("the shelf renames, duplicates, finds, deletes with a way back, and downloads all as one file that opens again", async () => {
  const page = await open(session);
  await opened(page, "máquina.json", machine("A"));
  await saved(page);
  await page.locator('[data-command="machines"]').click();
  const card = (name) => page.locator(`.shelf-card[data-machine="${name}"]`);
  await card("máquina").locator('[data-deed="duplicate"]').click();
  await card("máquina (2)").waitFor();
  await card("máquina (2)").locator('[data-deed="rename"]').click();
  await page.locator(".shelf-card input").fill("../x");
  await page.locator(".shelf-card input").press("Enter");
  await card("../x").waitFor();
  await page.locator("#shelf-search").fill("MAQUINA");
  await card("../x").waitFor({ state: "detached" });
  await page.locator("#shelf-search").fill("");
  const download = page.waitForEvent("download");
  await page.locator('[data-shelf="download"]').click();
  const file = await download;
  const stream = await file.createReadStream();
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  const backup = Buffer.concat(chunks).toString("utf8");
  await card("../x").locator('[data-deed="delete"]').click();
  await page.locator('[data-deleted="../x"] [data-deed="bring-back"]').click();
  await card("../x").waitFor();
  await card("../x").locator('[data-deed="delete"]').click();
  await page.locator('[data-deleted="../x"] [data-deed="delete-for-good"]').click();
  await page.locator('[data-deleted="../x"]').waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
  await openFile(page, "backup.json", backup);
  await card("../x").waitFor();
  await page.context().close();
});

test("records of an older version are taken over, and those that cannot be read are kept and told", async () => {
  const page = await open(session, {
    before: (page) =>
      page.addInitScript(() => {
        const old = {
          version: 3, name: "antiguo.asl.json", text: '{"StartAt": "Viejo", "States": {"Viejo": {"Type": "Succeed"}}}',
          input: '{"a": 1}', mocks: { states: {} }, machines: { Otro: { text: '{"StartAt": "O", "States": {"O": {"Type": "Succeed"}}}' } },
        };
        if (!localStorage.getItem("seeded")) {
          localStorage.setItem("seeded", "1");
          localStorage.setItem("project", JSON.stringify(old));
        }
      }),
  });
  await page.locator('[data-state="Viejo"]').waitFor();
  assert.deepEqual(await shelf(page), ["Otro", "antiguo"]);
  await page.locator("#tab-run").click();
  assert.equal(await page.locator("#run-input").inputValue(), '{"a": 1}');
  await page.context().close();
});

test("a stored record that is broken opens as far as it goes, and what was stored is offered", async () => {
  const page = await open(session);
  await opened(page, "mine.json", machine("Mine"));
  await saved(page);
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open("pasos");
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const transaction = request.result.transaction("records", "readwrite");
          const store = transaction.objectStore("records");
          store.openCursor().onsuccess = (event) => {
            const cursor = event.target.result;
            if (!cursor) return;
            if (cursor.key.startsWith("base/")) cursor.update(cursor.value.slice(0, -60));
            cursor.continue();
          };
          transaction.oncomplete = () => resolve(request.result.close());
        };
      }),
  );
  await page.reload();
  await page.locator('[data-state="Mine"]').waitFor();
  await page.locator(".notice.is-error", { hasText: "mine" }).waitFor();
  await page.context().close();
});

test("each machine of the shelf has its picture and its problems, however short it was open", async () => {
  const page = await open(session);
  const one = (name, extra) => JSON.stringify({ StartAt: name, States: { [name]: { Type: "Pass", ...extra } } });
  await openFile(page, "right.json", one("A", { End: true }));
  await page.locator('[data-state="A"]').waitFor();
  await openFile(page, "wrong.json", one("B", { Next: "Nowhere" }));
  await page.locator('[data-state="B"]').waitFor();
  await openFile(page, "last.json", one("C", { End: true }));
  await page.locator('[data-state="C"]').waitFor();
  await page.locator('[data-command="machines"]').click();
  for (const [name, problems] of [["right", "No problems found"], ["wrong", "2 problems"], ["two-tasks", "No problems found"]]) {
    const card = page.locator(`.shelf-card[data-machine="${name}"]`);
    await card.locator(".shelf-graph rect").first().waitFor();
    await card.locator(".shelf-problems", { hasText: problems }).waitFor();
  }
  await page.context().close();
});
