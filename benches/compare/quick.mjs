// `make bench-quick`, in two minutes at most: with which power of the size the works of Pasos grow, and the bytes of the first load.
// No times: they depend on the machine. No peers: nothing is installed.
import { start } from "./chromium.mjs";
import { Limits } from "./limits.mjs";
import { Report } from "./report.mjs";
import { simulations } from "./simulations.js";
import { growth, median } from "./statistics.js";
import { inTurn } from "./in_turn.mjs";
import { bytes } from "./works/bytes.mjs";
import { inPage } from "./works/in_page.mjs";
import { opening } from "./works/opening.mjs";

/** Below that, what does not grow counts for too much. */
const SIZES = [100, 1_000, 10_000];
const ROUNDS = 5;
/** Another program may come between a measurement; not between so many. */
const ATTEMPTS = 3;

const limits = new Limits();
const session = await start({ alone: "benches/compare/page/alone.js" });

/** Measures how a work grows, again where it seems to grow too fast. */
async function growsSlowly(work, measure) {
  const most = limits.mayGrow(work);
  let least = Infinity;
  for (let attempt = 0; attempt < ATTEMPTS && least > most; attempt += 1) {
    const points = [];
    for (const size of SIZES) {
      const { Pasos: times } = await measure(size);
      if (!Array.isArray(times)) return limits.complain(`${work} ${size}: ${times}`);
      points.push([size, median(times)]);
    }
    least = Math.min(least, growth(points));
  }
  console.log(`${work}: grows with the size to the power of ${least.toFixed(2)} (at most ${most})`);
  if (least > most) limits.complain(`${work} grows with the size to the power of ${least.toFixed(2)}, not ${most}`);
}

async function opened(size) {
  const { once, close } = await opening(session, size);
  const results = await inTurn({ Pasos: once }, { rounds: ROUNDS, warmUp: 1 });
  await close();
  return results;
}

try {
  await growsSlowly("check", (size) => inPage(session, "alone", "check", size, { rounds: ROUNDS }));
  await growsSlowly("layout", opened);
  for (const name of Object.keys(simulations)) {
    await growsSlowly(name, (size) => inPage(session, "alone", "simulate", size, { name, rounds: ROUNDS }));
  }
  const report = new Report(limits);
  for (const [part, figures] of Object.entries(await bytes(session))) report.bytes(part, figures);
} finally {
  await session.stop();
}
process.exitCode = limits.finish();
