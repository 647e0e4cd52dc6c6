// The page itself: languages, themes, sizes, accessibility, policy and budget.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { after, before, test } from "node:test";
import { open, openExample, openFile, start, violations } from "./harness.mjs";

let session;
before(async () => (session = await start()));
after(() => session.stop());

test("the language is the browser's, can be switched, and is kept", async () => {
  const page = await open(session, { locale: "es-AR" });
  assert.equal(await page.locator("html").getAttribute("lang"), "es");
  assert.ok((await page.locator(".header").textContent()).includes("Ejemplos"));
  await page.locator('[data-language="en"]').click();
  assert.ok((await page.locator(".header").textContent()).includes("Examples"));
  await page.reload();
  await page.locator(".node").first().waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await page.context().close();
});

for (const [width, height] of [[1440, 900], [1024, 768], [390, 844]]) {
  for (const theme of ["light", "dark"]) {
    for (const locale of ["en-US", "es-ES"]) {
      test(`no accessibility violations at ${width}, ${theme}, ${locale}`, async () => {
        const page = await open(session, { width, height, theme, locale });
        await openExample(page, "order");
        await page.locator('[data-state="Charge card"]').waitFor();
        assert.deepEqual(await violations(page), []);
        for (const tab of await page.locator('[role="tab"]').all()) {
          await tab.click();
          await page.waitForTimeout(150);
          assert.deepEqual(await violations(page), [], await tab.textContent());
        }
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(overflow <= 0, "the page is wider than the window");
        await page.context().close();
      });
    }
  }
}

test("no accessibility violations with problems, a menu and a run", async () => {
  const page = await open(session);
  await openFile(page, "wrong.json", '{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}}}');
  await page.locator("[data-rule]").first().waitFor();
  assert.deepEqual(await violations(page), []);
  await openExample(page, "user-registration");
  for (let step = 0; step < 5; step += 1) await page.locator('[data-run="step"]').click();
  // At rest: axe cannot name an element that the page has just replaced.
  await page.locator('[data-run="step"]:not([disabled])').waitFor();
  await page.locator('[data-checking="false"]').first().waitFor({ state: "attached" });
  await page.locator('[data-edge^="next"]').first().focus();
  await page.keyboard.press("Enter");
  await page.locator(".type-picker").waitFor();
  assert.deepEqual(await violations(page), []);
  await page.context().close();
});

test("the release page has a strict policy and asks no other host", async () => {
  const html = readFileSync("dist/index.html", "utf8");
  const policy = html.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)[1];
  assert.ok(policy.includes("default-src 'self'") && policy.includes("object-src 'none'"));
  assert.ok(!/script-src[^;]*'unsafe-(inline|eval)'/.test(policy));
  const page = await open(session);
  await page.locator(".cm-content").waitFor();
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("the first visit stays within its budget of bytes and requests", async () => {
  const page = await open(session);
  await page.locator(".cm-content").waitFor();
  const requests = await page.evaluate(() => performance.getEntriesByType("resource").map((entry) => new URL(entry.name).pathname));
  assert.ok(requests.length <= 8, `${requests.length} requests: ${requests.join(" ")}`);
  const files = readdirSync("dist", { recursive: true }).map((name) => join("dist", name)).filter((name) => statSync(name).isFile());
  const size = (pattern, pack = gzipSync) => files.filter((name) => pattern.test(name)).reduce((sum, name) => sum + pack(readFileSync(name)).length, 0);
  const first = size(/(app|style)-.*\.(wasm|js|css)$/, brotliCompressSync);
  assert.ok(first < 450_000, `before the first picture ${first} bytes are loaded, as brotli`);
  // What it is today, so that it does not grow unseen.
  assert.ok(size(/rest-.*\.wasm$/) < 970_000, `the rest of the page has ${size(/rest-.*\.wasm$/)} bytes`);
  assert.ok(size(/engine.*\.(wasm|js)$/) < 960_000, `the worker has ${size(/engine.*\.(wasm|js)$/)} bytes`);
  assert.ok(size(/code-editor\.js$/) < 140_000, `the editor has ${size(/code-editor\.js$/)} bytes`);
  await page.context().close();
});

test("at no width the page is wider than the window", async () => {
  for (const locale of ["en-US", "es-ES"]) {
    const page = await open(session, { locale });
    for (const width of [320, 390, 600, 720, 768, 844, 960, 961, 1024, 1180, 1200, 1260, 1301, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      const found = await page.evaluate(() => {
        const last = document.querySelector("header").lastElementChild.getBoundingClientRect();
        return { page: document.documentElement.scrollWidth, header: Math.ceil(last.right) };
      });
      assert.ok(found.page <= width && found.header <= width, `${locale} ${width}: ${JSON.stringify(found)}`);
    }
    await page.context().close();
  }
});
