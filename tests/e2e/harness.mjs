// Starts Chromium and opens the page; whatever the page complains of fails the test.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

/** Where Chromium is. */
export function browserPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("which", [name], { encoding: "utf8" }).trim();
    } catch {
      // Not this one.
    }
  }
  throw new Error("Chromium is missing: install it or name one in CHROMIUM");
}

/** What it is started with: no sandbox, as tests may run as root, and no word to other hosts. */
export const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A server and a browser for one test file. */
export async function start() {
  if (!existsSync("dist/index.html")) throw new Error("dist/ is missing: run `make dist`");
  const server = await serve("dist");
  const browser = await chromium.launch({
    executablePath: browserPath(),
    args: browserArguments,
  });
  return {
    browser,
    url: server.url,
    async stop() {
      await browser.close();
      server.close();
    },
  };
}

/** A page in a fresh profile. `page.complaints` lists console errors, page errors and requests to other hosts. */
export async function open(session, options = {}) {
  const context =
    options.context ??
    (await session.browser.newContext({
      viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
      locale: options.locale ?? "en-US",
      colorScheme: options.theme ?? "light",
      reducedMotion: "reduce",
      hasTouch: options.touch ?? false,
      acceptDownloads: true,
      permissions: options.permissions ?? ["clipboard-read", "clipboard-write"],
    }));
  const page = await context.newPage();
  page.complaints = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") page.complaints.push(message.text());
  });
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(session.url) && !/^(blob|data):/.test(url)) page.complaints.push(`request to ${url}`);
  });
  if (options.before) await options.before(page);
  await page.goto(session.url);
  await page.locator(".node").first().waitFor();
  await complete(page);
  return page;
}

/** Waits until the page can do what it can: the drawing is there before. */
export async function complete(page) {
  await page.locator('header [data-menu="export"]').waitFor();
}

/** The text of the JSON panel, as the document has it: what Export gives. */
export async function exported(page) {
  await page.locator('[data-menu="export"]').click();
  const download = page.waitForEvent("download");
  await page.locator('[data-export="download"]').click();
  const stream = await (await download).createReadStream();
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** Opens a file as a person does who chooses it in the file dialog. */
export async function openFile(page, name, text) {
  await page.locator('header input[type="file"]').setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
}

/** Opens an example of the gallery. */
export async function openExample(page, id) {
  await page.locator('[data-menu="examples"]').click();
  await page.locator(`[data-example="${id}"]`).click();
}

/** Waits until the problems are those of the present text. */
export async function checked(page) {
  await page.locator('[data-checking="false"]').first().waitFor({ state: "attached" });
}

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** Waits until nothing has changed for a moment: axe cannot name an element that the page replaces while it looks. */
async function rest(page) {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const observer = new MutationObserver(() => wait());
        const end = () => {
          observer.disconnect();
          resolve();
        };
        let timer;
        const wait = () => {
          clearTimeout(timer);
          timer = setTimeout(end, 200);
        };
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        wait();
        // A page that never rests is looked at as it is.
        setTimeout(end, 5_000);
      }),
  );
}

/** What axe finds on the page, a line for each rule. */
export async function violations(page) {
  await rest(page);
  // The policy of the page forbids script elements; the tools of the browser are not bound by it.
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document));
  return result.violations.map(
    (found) => `${found.id}: ${found.nodes.map((node) => `${node.target} (${node.failureSummary.split("\n").at(-1).trim()})`).join(" | ")}`,
  );
}
