// What a first visit loads, by what the page asks for: the bytes of each file as they are, with gzip and with brotli. What comes
// after the first picture, and the worker with what it fetches, stand apart.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { checked, open } from "../../../tests/e2e/harness.mjs";
import { dist } from "../chromium.mjs";

const measures = {
  raw: (bytes) => bytes.length,
  gzip: (bytes) => gzipSync(bytes, { level: 9 }).length,
  brotli: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length,
};

/** The three sizes of files together. */
export const sizes = (files) =>
  Object.fromEntries(Object.entries(measures).map(([name, size]) => [name, files.reduce((sum, file) => sum + size(Buffer.from(file)), 0)]));

const isLater = (name) => /^(rest-|code-editor)/.test(name);
const isOfWorker = (name) => /^(engine|services\/)/.test(name);

/** The names of the files that a first visit loads, the code editor included, by who asks for them. */
async function firstLoad(session) {
  const asked = new Set();
  const page = await open(session, { before: (page) => page.context().on("request", (request) => asked.add(request.url())) });
  await page.locator(".cm-content").waitFor();
  await checked(page);
  await page.waitForLoadState("networkidle");
  await page.context().close();
  const names = [...asked].filter((url) => url.startsWith(session.url)).map((url) => url.slice(session.url.length).split(/[?#]/)[0] || "index.html");
  return { page: names.filter((name) => !isOfWorker(name) && !isLater(name)), later: names.filter(isLater), worker: names.filter(isOfWorker) };
}

/** The sizes of page, what comes later, and worker, and of which files they are. */
export async function bytes(session) {
  const loaded = await firstLoad(session);
  return Object.fromEntries(
    Object.entries(loaded).map(([part, names]) => [part, { ...sizes(names.map((name) => readFileSync(join(dist, name)))), files: names.sort().map((name) => basename(name)) }]),
  );
}
