// A static server for the tests: serves a folder on this machine only, as any web server would.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
};

/**
 * Serves `folder` under `/pasos/`, so that a page that needs the root of its host fails; beside it `files`, texts by name, and
 * `headers` with everything.
 */
export async function serve(folder, { files = {}, headers = {} } = {}) {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, "http://localhost").pathname);
    const name = path.replace(/^\/pasos\//, "") || "index.html";
    try {
      if (!path.startsWith("/pasos/")) throw new Error("outside");
      const body = files[name] ?? (await readFile(join(folder, name)));
      response.writeHead(200, { "content-type": types[extname(name)] ?? "application/octet-stream", ...headers });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/pasos/`, close: () => server.close() };
}
