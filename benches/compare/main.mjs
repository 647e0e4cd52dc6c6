// `make bench`: Pasos beside everything a person would pick instead, in Chromium and natively. What is compared, and what each side
// does for it, says each file of `works/`. Ends with an error when a ratio is worse than the committed one by half.
// Usage: node benches/compare/main.mjs [parts, of: native,check,simulate,jump,layout,first-picture,keystroke,bytes,memory]
import { start } from "./chromium.mjs";
import { Limits } from "./limits.mjs";
import { Report } from "./report.mjs";
import { simulations } from "./simulations.js";
import { bytes, sizes as compressed } from "./works/bytes.mjs";
import { firstPicture } from "./works/first_picture.mjs";
import { inPage } from "./works/in_page.mjs";
import { keystroke } from "./works/keystroke.mjs";
import { memory } from "./works/memory.mjs";
import { native } from "./works/native.mjs";
import { layout } from "./works/opening.mjs";
import { timeTravel } from "./works/time_travel.mjs";

const SIZES = [10, 100, 1_000, 10_000];
const limits = new Limits();
const report = new Report(limits);

/** Measures a work at all sizes; who failed at one is not asked at a larger one. */
async function atSizes(work, measure) {
  const failed = [];
  for (const size of SIZES) {
    const results = await measure(size, failed);
    report.comparison(work, size, results);
    failed.push(...Object.keys(results).filter((side) => !Array.isArray(results[side])));
  }
  report.growth(work);
}

const parts = {
  async native() {
    await native((...comparison) => report.comparison(...comparison), SIZES);
    for (const work of ["process: check", "process: Choice loop"]) report.growth(work);
  },
  check: (session) => atSizes("check", (size, without) => inPage(session, "with_peers", "check", size, { without })),
  async simulate(session) {
    for (const name of Object.keys(simulations)) {
      await atSizes(name, (size, without) => inPage(session, "with_peers", "simulate", size, { name, without }));
    }
  },
  async jump(session) {
    report.comparison("jump: worker", undefined, await inPage(session, "with_peers", "jump"));
    report.comparison("jump: to the picture", undefined, await timeTravel(session));
  },
  layout: (session) => atSizes("layout", (size, without) => layout(session, size, without)),
  "first-picture": async (session) => report.comparison("first picture", undefined, await firstPicture(session)),
  keystroke: (session) => atSizes("key to problems", (size) => keystroke(session, size)),
  async bytes(session) {
    for (const [part, figures] of Object.entries(await bytes(session))) report.bytes(part, figures);
    for (const peer of ["bpmn", "flow"]) {
      const files = Object.keys(session.files).filter((name) => name.startsWith(`${peer}.`));
      const { raw, gzip, brotli } = compressed(files.map((name) => session.files[name]));
      console.log(`page of ${peer}: ${raw} bytes, gzip ${gzip}, brotli ${brotli}`);
    }
  },
  async memory(session) {
    for (const [name, megabytes] of Object.entries(await memory(session))) report.memory(name, megabytes);
  },
};

const chosen = process.argv[2]?.split(",") ?? Object.keys(parts);
const session = await start({
  with_peers: "benches/compare/page/with_peers.js",
  memory: "benches/compare/page/memory.js",
  watched_worker: "benches/compare/page/watched_worker.js",
  linear_memory: "benches/compare/page/linear_memory.js",
  bpmn: "benches/peers/bpmn.js",
  flow: "benches/peers/flow.js",
});
try {
  for (const part of chosen) await parts[part](session);
} finally {
  await session.stop();
}
process.exitCode = limits.finish();
