// Puts a compressed copy beside each file of the release page, for servers that hand those out: a host that compresses by
// itself does so at a lower level, and some do not compress WebAssembly at all.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** What is text or code. The models of services are compressed already. */
const COMPRESSIBLE = /\.(html|js|css|svg|wasm)$/;

/** Compresses the files in `folder`, as Brotli and as gzip. */
export async function compress(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => COMPRESSIBLE.test(name));
  await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const body = readFileSync(path);
      writeFileSync(`${path}.br`, await promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }));
      writeFileSync(`${path}.gz`, await promisify(gzip)(body, { level: 9 }));
    }),
  );
}
