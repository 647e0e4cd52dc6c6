// Point 2: the machine is drawn; a file, pasted text or an example replaces it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, openExample, openFile, start } from "./harness.mjs";

let session;
before(async () => (session = await start()));
after(() => session.stop());

const names = (page) => page.locator("[data-state]").evaluateAll((nodes) => nodes.map((node) => node.dataset.state));

for (const locale of ["en-US", "es-ES"]) {
  test(`the first machine is drawn (${locale})`, async () => {
    const page = await open(session, { locale });
    assert.deepEqual(await names(page), ["StartState", "FinalState"]);
    const markers = await page.locator(".marker").allTextContents();
    assert.deepEqual(markers, locale === "es-ES" ? ["Inicio", "Fin"] : ["Start", "End"]);
    assert.equal(await page.locator("path.edge").count(), 3);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("all five examples are drawn, with every type of state between them", async () => {
  const page = await open(session);
  const types = new Set();
  for (const id of ["vending-machine", "user-registration", "video-pipeline", "order", "file-lines"]) {
    await openExample(page, id);
    await page.waitForFunction((name) => document.querySelector(".file-name").textContent === name, `${id}.asl.json`);
    for (const detail of await page.locator(".node-detail").allTextContents()) types.add(detail.split(" · ")[0]);
    const boxes = await page.locator(".node").evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().toJSON()));
    for (const [index, a] of boxes.entries()) {
      for (const b of boxes.slice(index + 1)) {
        const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        assert.ok(apart, `states overlap in ${id}`);
      }
    }
  }
  assert.deepEqual([...types].sort(), ["Choice", "Fail", "Map", "Parallel", "Pass", "Succeed", "Task", "Wait"]);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("loops back, rules and catchers are marked", async () => {
  const page = await open(session);
  await openExample(page, "vending-machine");
  await page.locator('[data-state="Idle"]').waitFor();
  assert.equal(await page.locator("path.edge.is-back").count(), 2);
  assert.ok((await page.locator(".edge-label").allTextContents()).includes("$.credit ≥ $.price"));
  await openExample(page, "order");
  await page.locator('[data-state="Charge card"]').waitFor();
  assert.ok((await page.locator(".edge-label.is-catch").allTextContents()).includes("CardDeclined"));
  await page.context().close();
});

test("branches and iterators stand inside their frames", async () => {
  const page = await open(session);
  await openExample(page, "video-pipeline");
  await page.locator('[data-state="Transcode"]').waitFor();
  // In one look: between two the view may still move to the machine that was just opened.
  const [outer, frame, inner] = await page.evaluate(() =>
    ["Process", "Transcode each resolution", "Transcode"].map((name) =>
      document.querySelector(`[data-state="${name}"]`).getBoundingClientRect().toJSON(),
    ),
  );
  for (const [around, inside] of [[outer, frame], [frame, inner]]) {
    assert.ok(around.x < inside.x && around.y < inside.y);
    assert.ok(around.x + around.width > inside.x + inside.width && around.y + around.height > inside.y + inside.height);
  }
  assert.equal(await page.locator(".branch-frame").count(), 2);
  await page.context().close();
});

test("a pasted and a dropped definition are drawn", async () => {
  const page = await open(session);
  const machine = (name) => JSON.stringify({ StartAt: name, States: { [name]: { Type: "Succeed" } } });
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
  }, machine("Pasted"));
  await page.locator('[data-state="Pasted"]').waitFor();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "dropped.asl.json", { type: "application/json" }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, machine("Dropped"));
  await page.locator('[data-state="Dropped"]').waitFor();
  assert.equal(await page.locator(".file-name").textContent(), "dropped.asl.json");
  await page.context().close();
});

test("names that look like code are only names", async () => {
  const page = await open(session);
  for (const name of ["<img src=x onerror=alert(1)>", "__proto__", "😀"]) {
    const text = `{"StartAt": ${JSON.stringify(name)}, "States": {${JSON.stringify(name)}: {"Type": "Succeed"}}}`;
    await openFile(page, "strange.json", text);
    await page.waitForFunction((name) => document.querySelector(".node-name")?.textContent === name, name);
    assert.equal(await page.locator(".canvas img").count(), 0);
  }
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
