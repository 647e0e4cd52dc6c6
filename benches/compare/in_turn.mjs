// Measures the sides of a comparison in turn, so that whatever else the machine does touches all of them alike.

/** How often each side is measured: at least, and at most while it takes less than `ENOUGH` milliseconds together. */
const AT_LEAST = 10;
const AT_MOST = 40;
const ENOUGH = 2_000;
/** How often each side runs before it is measured, once where that is long: the compilers of the browser wait for that. */
const WARM_UP = 3;
/** Who takes longer than this for the work once, in milliseconds, has failed at it. */
export const LIMIT = 30_000;

const within = (promise, limit) => {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`more than ${limit / 1000} s`)), limit);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

/**
 * `sides` are functions by name that do the work once and give the time it took in milliseconds. The answer has, by name, the
 * times, or in words why a side failed; a side that failed is not asked again. `rounds` measures exactly so often, `warmUp` says
 * how often not to count, and `recover` is called after a side that failed, or did not come back.
 */
export async function inTurn(sides, { rounds, warmUp = WARM_UP, recover = async () => {} } = {}) {
  const results = Object.fromEntries(Object.keys(sides).map((name) => [name, []]));
  const began = performance.now();
  const isLong = () => performance.now() - began > ENOUGH;
  const isEnough = (round) => (rounds ? round >= rounds : round >= AT_LEAST && (round >= AT_MOST || isLong()));
  const next = (round) => (round < 0 && isLong() ? 0 : round + 1);
  for (let round = -warmUp; round < 0 || !isEnough(round); round = next(round)) {
    for (const [name, run] of Object.entries(sides)) {
      if (!Array.isArray(results[name])) continue;
      try {
        const time = await within(run(), LIMIT);
        if (round >= 0) results[name].push(time);
      } catch (error) {
        await recover();
        results[name] = error.message.replace(/^page\.evaluate: (Error: )?/, "").split("\n")[0].slice(0, 80);
      }
    }
  }
  return results;
}
