// Takes the program of the release page apart: what draws the first picture, and the rest (`src/ui/rest.rs`). That has to be
// done before wasm-bindgen, and Trunk has no place for it: so this does again what Trunk did to the page as one module.
import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";

const run = promisify(execFile);
const work = ".build/output/split";

const hashed = (name, body, extension) => `${name}-${createHash("sha256").update(body).digest("hex").slice(0, 16)}.${extension}`;

/** Where cargo builds, which a person may have set. */
function targetFolder() {
  const told = execFileSync("cargo", ["metadata", "--no-deps", "--format-version", "1"], { encoding: "utf8", maxBuffer: 64 << 20 });
  return JSON.parse(told).target_directory;
}

/** Puts the parts of the page in `staging` where the page as one module is. */
export async function split(staging) {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const whole = join(targetFolder(), "wasm32-unknown-unknown/web/app.wasm");
  await run("wasm-split-cli", [whole, work, "--out-name", "app"]);
  const bindgen = ["--out-dir", work, "--out-name", "app", "--target", "web", "--no-typescript", "--keep-lld-exports", "--no-demangle"];
  await run("wasm-bindgen", [join(work, "app.wasm"), ...bindgen]);

  const parts = readdirSync(work).filter((name) => /^(app_bg|split_.*|chunk_.*)\.wasm$/.test(name));
  const names = new Map();
  const write = (name, body) => writeFileSync(join(staging, name), body);
  for (const part of parts) {
    const path = join(work, part);
    await run("wasm-opt", ["-Oz", path, "-o", path]);
    const body = readFileSync(path);
    const name = hashed(part === "app_bg.wasm" ? "app" : part.replace(/^split_|\.wasm$/g, ""), body, "wasm");
    write(name, body);
    names.set(part, name);
  }

  // One file for what wasm-bindgen, the splitter and the page itself have in JavaScript: each would be a request.
  for (const script of ["app.js", "__wasm_split.js"]) {
    let text = readFileSync(join(work, script), "utf8");
    for (const [part, name] of names) text = text.replaceAll(new RegExp(`(["'])(\\./)?${part}\\1`, "g"), `"./${name}"`);
    writeFileSync(join(work, script), text);
  }
  const bundled = await build({ entryPoints: [join(work, "app.js")], bundle: true, format: "esm", target: "es2022", minify: true, write: false });
  const script = bundled.outputFiles[0].contents;
  const scriptName = hashed("app", script, "js");
  write(scriptName, script);

  // Trunk's own give way to them.
  const page = join(staging, "index.html");
  const html = readFileSync(page, "utf8");
  const [, stem] = html.match(/\.\/(app-[0-9a-f]+)_bg\.wasm/);
  rmSync(join(staging, `${stem}.js`));
  rmSync(join(staging, `${stem}_bg.wasm`));
  rmSync(join(staging, "snippets"), { recursive: true, force: true });
  const changed = html
    .replaceAll(`${stem}_bg.wasm`, names.get("app_bg.wasm"))
    .replaceAll(`${stem}.js`, scriptName)
    .replace(/<link rel="modulepreload" href="\.\/snippets\/[^>]*>/g, "");
  writeFileSync(page, changed);
}
