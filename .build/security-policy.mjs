// Puts the content security policy into the release page.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes it into the page in `staging`, which is as it is published but for that. */
export function policy(staging) {
  const page = join(staging, "index.html");
  const html = readFileSync(page, "utf8");
  const hashes = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, body]) => `'sha256-${createHash("sha256").update(body).digest("base64")}'`,
  );
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' ${hashes.join(" ")}`,
    // The code editor makes its style sheets at run time; it has no other way to do so in a page without a nonce.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "worker-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  writeFileSync(page, html.replace("<head>", `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`));
}
