// Bundles what esbuild can join: the code editor (CodeMirror and our boundary to it) into one ES module, and the style
// sheets into one. Takes the table of services apart, so that the page's worker can fetch the part of one. Trunk calls it
// before each build.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { deflateRawSync, inflateRawSync } from "node:zlib";

const isRelease = process.env.TRUNK_PROFILE === "release";

let esbuild;
try {
  esbuild = await import("esbuild");
} catch {
  console.error("The npm packages are missing. Run `make serve` once, or `npm ci`.");
  process.exit(1);
}

/** Written only when it changed, so that `trunk serve` does not see its own output as a change. */
async function bundle(entry, output, options) {
  const result = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    target: "es2022",
    minify: isRelease,
    legalComments: "none",
    write: false,
    ...options,
  });
  const built = result.outputFiles[0].text;
  let before = "";
  try {
    before = readFileSync(output, "utf8");
  } catch {
    mkdirSync(".build/output", { recursive: true });
  }
  if (built !== before) writeFileSync(output, built);
}

await bundle("src/ui/code/editor.js", ".build/output/code-editor.js", { format: "esm" });
// What the browsers of es2022 know is left as it is written.
await bundle("style/index.css", ".build/output/style.css", { target: ["chrome111", "firefox113", "safari16.4"] });

/**
 * The parts of the table (`src/services/archive.rs` has its format), each in a file of its own, and the index; and the names
 * of all actions, which are searched as a whole.
 */
function takeServicesApart(table, folder) {
  const bytes = readFileSync(table);
  const indexEnd = 4 + bytes.readUInt32LE(0);
  const index = bytes.subarray(4, indexEnd);
  mkdirSync(folder, { recursive: true });
  // As above: what did not change is not written.
  const file = (name) => `${folder}/${name}.bin`;
  try {
    if (readFileSync(file("index")).equals(index) && readFileSync(file("actions")).length > 0) return;
  } catch {
    // The first time.
  }
  const actions = [];
  let start = indexEnd;
  for (const line of inflateRawSync(index).toString().trim().split("\n").slice(1)) {
    const [name, length] = line.split(" ");
    const part = bytes.subarray(start, start + Number(length));
    writeFileSync(file(name), part);
    // A part begins with a line of its own, then a line for each action up to an empty one (`src/services/model.rs`).
    const [head] = inflateRawSync(part).toString().split("\n\n");
    const names = head.split("\n").slice(1).map((line) => line.split(" ")[0]);
    actions.push([name, ...names].join(" "));
    start += Number(length);
  }
  writeFileSync(file("actions"), deflateRawSync(actions.join("\n"), { level: 9 }));
  writeFileSync(file("index"), index);
}

takeServicesApart("src/services/models.bin", ".build/output/services");
