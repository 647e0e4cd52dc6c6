// What the program outside calls in a page that measures: `window.bench`.
import { productWorks } from "./product_works.js";

/** `peerWorks` may be empty: then Pasos is measured alone. */
export function setUp(peerWorks) {
  let sides = {};
  window.bench = {
    /** Makes the work of a comparison ready; the answer has the names of its sides. */
    async prepare(work, size, name) {
      sides = { ...(productWorks[work] && { Pasos: await productWorks[work](size, name) }), ...peerWorks[work]?.(size, name) };
      return Object.keys(sides);
    },
    /** Does the work of one side once; the answer is the time in milliseconds. */
    async once(name) {
      const before = performance.now();
      await sides[name]();
      return performance.now() - before;
    },
  };
}
