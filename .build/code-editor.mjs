// Bundles the code editor (CodeMirror and our boundary to it) into one ES module. Trunk calls it before each build.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const output = ".build/output/code-editor.js";
const isRelease = process.env.TRUNK_PROFILE === "release";

let esbuild;
try {
  esbuild = await import("esbuild");
} catch {
  console.error("The npm packages are missing. Run `make serve` once, or `npm ci`.");
  process.exit(1);
}

const result = await esbuild.build({
  entryPoints: ["src/ui/code/editor.js"],
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: isRelease,
  legalComments: "none",
  write: false,
});

// Written only when it changed, so that `trunk serve` does not see its own output as a change.
const built = result.outputFiles[0].text;
let before = "";
try {
  before = readFileSync(output, "utf8");
} catch {
  mkdirSync(".build/output", { recursive: true });
}
if (built !== before) writeFileSync(output, built);
