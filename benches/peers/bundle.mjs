// Bundles peers for the browser, in memory, as a page that uses them would.
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));

/**
 * What reads YAML, or speaks with an editor's process, in `amazon-states-language-service` needs Node, and nothing of it is called
 * for JSON: a page leaves it out, too.
 */
const withoutNode = {
  name: "without-node",
  setup(bundler) {
    const empty = ({ path }) => ({ path, namespace: "empty" });
    bundler.onResolve({ filter: /yaml-language-server|aslYamlLanguageService|^vscode-languageserver(\/.*)?$|^request-light$|^prettier/ }, empty);
    bundler.onResolve({ filter: /^(node:.*|fs|path|os|net|child_process|crypto|util|url|assert|http|https|stream|zlib)$/ }, empty);
    const contents = "module.exports = new Proxy({}, { get: (_, name) => (name === '__esModule' ? false : function () {}) });";
    bundler.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents, loader: "js" }));
  },
};

/** One of the programs of the page, `entry` from the project's root: script and style as text. */
export async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    outdir: "out",
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "es2022",
    mainFields: ["browser", "module", "main"],
    nodePaths: [`${folder}node_modules`],
    define: { "process.env.NODE_ENV": '"production"', "process.env": "{}", global: "globalThis" },
    loader: { ".eot": "empty", ".ttf": "empty", ".woff": "dataurl", ".woff2": "dataurl", ".svg": "dataurl" },
    legalComments: "none",
    logLevel: "error",
    plugins: [withoutNode],
  });
  const part = (ending) => outputFiles.find((file) => file.path.endsWith(ending))?.text ?? "";
  return { script: part(".js"), style: part(".css") };
}
