// Parquet and ZSTD: what reads them is loaded when such a file is attached, and gives what the terminal program gives.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { open, openFile, start } from "./harness.mjs";

let session;
before(async () => (session = await start()));
after(() => session.stop());

const FOLDER = "tests/data_files";
const content = (name) => readFileSync(`${FOLDER}/${name}`);
const press = (page, name) => page.locator(`[data-run="${name}"]`).click();
const ended = (page, status) => page.locator(`.transport [data-status="${status}"]`).waitFor({ timeout: 30_000 });
const output = async (page) => JSON.parse(await page.locator("#run-output").textContent());

/** A machine whose output is the items of a file. */
const reading = (key, config) =>
  JSON.stringify({
    StartAt: "Each",
    States: {
      Each: {
        Type: "Map",
        ItemReader: {
          Resource: "arn:aws:states:::s3:getObject",
          ReaderConfig: config,
          Parameters: { Bucket: "my-bucket", Key: key },
        },
        ItemProcessor: {
          ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "EXPRESS" },
          StartAt: "Item",
          States: { Item: { Type: "Pass", End: true } },
        },
        End: true,
      },
    },
  });

/** The requests for the program that reads such files. */
function loads(page) {
  const found = [];
  page.on("request", (request) => {
    if (/reader.*\.wasm$/.test(request.url())) found.push(request.url());
  });
  return found;
}

async function attach(page, files) {
  await page.locator("#tab-run").click();
  if ((await page.locator("[data-attachments][open]").count()) === 0) await page.locator("[data-attachments] summary").click();
  await page.locator("#attach-files").setInputFiles(
    files.map(([name, buffer]) => ({ name, mimeType: "application/octet-stream", buffer })),
  );
  for (const [name] of files) await page.locator(`[data-object="s3://my-bucket/${name}"]`).waitFor();
}

test("a file of each writer is read as it was written, and read once", async () => {
  const page = await open(session);
  const loaded = loads(page);
  for (const name of ["pyarrow-types.v2.parquet", "duckdb-types.v2.parquet", "pyarrow-int96.whole.parquet.gz", "pyarrow-int96.whole.parquet.zst"]) {
    await openFile(page, "read.asl.json", reading(name, { InputType: "PARQUET" }));
    await attach(page, [[name, content(name)]]);
    const before = loaded.length;
    await press(page, "run");
    await ended(page, "SUCCEEDED");
    // As texts, so that 64-bit numbers count to the last digit.
    const numbers = /-?\d{16,}/g;
    const text = await page.locator("#run-output").textContent();
    const put_in = content(`${name.split(".")[0]}.json`).toString();
    assert.deepEqual(JSON.parse(text), JSON.parse(put_in), name);
    assert.deepEqual(text.match(numbers)?.sort(), put_in.match(numbers)?.sort(), name);
    assert.equal(loaded.length, before + 1, name);
    await press(page, "restart");
    await press(page, "run");
    await ended(page, "SUCCEEDED");
    assert.equal(loaded.length, before + 1, `${name} is read again`);
  }
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a file of lines in ZSTD is read, and it stays the person's own", async () => {
  const page = await open(session);
  const name = "pyarrow-lines.jsonl.zst";
  await openFile(page, "lines.asl.json", reading(name, { InputType: "JSONL" }));
  await attach(page, [[name, content(name)]]);
  assert.ok((await page.locator(`[data-object="s3://my-bucket/${name}"]`).textContent()).includes(String(content(name).length)));
  await press(page, "run");
  await ended(page, "SUCCEEDED");
  assert.deepEqual(await output(page), JSON.parse(content("pyarrow-lines.json")));
  await page.locator('[data-saved="saved"]').waitFor({ state: "attached" });
  await page.reload();
  await page.locator('[data-state="Each"]').waitFor();
  await press(page, "run");
  await ended(page, "SUCCEEDED");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("nothing is loaded for other files", async () => {
  const page = await open(session);
  const loaded = loads(page);
  await openFile(page, "lines.asl.json", reading("a.csv", { InputType: "CSV", CSVHeaderLocation: "FIRST_ROW" }));
  await attach(page, [["a.csv", Buffer.from("a\n1\n")]]);
  await press(page, "run");
  await ended(page, "SUCCEEDED");
  assert.deepEqual(await output(page), [{ a: "1" }]);
  assert.deepEqual(loaded, []);
  await page.context().close();
});

for (const [locale, missing] of [["en-US", /could not be loaded/], ["es-ES", /No se pudo cargar/]]) {
  test(`a broken file fails its Map, and a reader that does not come is told (${locale})`, async () => {
    const page = await open(session, { locale });
    const name = "pyarrow-rows.zstd-1.parquet";
    const broken = Buffer.from(content(name));
    broken.fill(0x5a, 100, broken.length / 2);
    await openFile(page, "read.asl.json", reading(name, { InputType: "PARQUET" }));
    await attach(page, [[name, broken]]);
    await press(page, "run");
    await ended(page, "FAILED");
    assert.match(await page.locator("[data-outcome]").textContent(), /The Parquet file/);
    await page.route(/reader.*\.wasm$/, (route) => route.abort());
    await attach(page, [[name, content(name)]]);
    await press(page, "run");
    await page.locator(".notice", { hasText: missing }).waitFor();
    await page.unroute(/reader.*\.wasm$/);
    await press(page, "run");
    await ended(page, "SUCCEEDED");
    await page.context().close();
  });
}

test("what comes to too much is told in the person's language", async () => {
  const page = await open(session, { locale: "es-ES" });
  // 40 MB of nothing, as `zstd` packs them: one block of a repeated byte after the other.
  const block = Buffer.from([0x02 | ((131072 << 3) & 0xff), (131072 << 3) >> 8 & 0xff, (131072 << 3) >> 16, 0x78]);
  const blocks = Array.from({ length: 320 }, () => block);
  blocks.push(Buffer.from([0x01, 0x00, 0x00]));
  const packed = Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38]), ...blocks]);
  await openFile(page, "read.asl.json", reading("large.csv.zst", { InputType: "CSV", CSVHeaderLocation: "FIRST_ROW" }));
  await attach(page, [["large.csv.zst", packed]]);
  await press(page, "run");
  await page.locator(".notice", { hasText: "pasa de 32 MB" }).waitFor();
  await ended(page, "FAILED");
  await page.context().close();
});
