// Chromium with the release page of Pasos and, beside it, the pages that measure: all on one host of this machine.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { browserArguments, browserPath } from "../../tests/e2e/harness.mjs";
import { serve } from "../../tests/e2e/server.mjs";
import { bundle } from "../peers/bundle.mjs";

/** The folder with the release page. */
export const dist = process.env.PASOS_DIST ?? "dist";

/** With these a page has a clock of 5 µs instead of 100, and may ask for its memory. */
const headers = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

const html = (style) => `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="${style}"><body><div id="root"></div>`;

/** Serves `dist`, and the programs of `entries` (address and entry) as pages of their own. */
export async function start(entries) {
  if (!existsSync(`${dist}/index.html`)) throw new Error(`${dist}/ is missing: run \`make dist\``);
  const files = {};
  for (const [name, entry] of Object.entries(entries)) {
    const { script, style } = await bundle(entry);
    files[`${name}.css`] = `#root { width: 100vw; height: 100vh } body { margin: 0 } ${style}`;
    files[`${name}.js`] = script;
    files[`${name}.html`] = `${html(`${name}.css`)}<script src="${name}.js"></script>`;
  }
  const server = await serve(dist, { files, headers });
  const browser = await chromium.launch({ executablePath: browserPath(), args: browserArguments });
  return {
    browser,
    url: server.url,
    files,
    async stop() {
      await browser.close();
      server.close();
    },
  };
}

/** A page of `entries` in an empty profile. */
export async function openBench(session, name) {
  const context = await session.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${session.url}${name}.html`);
  await page.waitForFunction(() => window.bench);
  return page;
}
