// The work of each comparison as Pasos does it: functions that do it once.
import { mixed } from "../definitions.js";
import { longRun, simulations } from "../simulations.js";
import { check, look, simulate, startWorker } from "./product.js";

export const productWorks = {
  check: async (size) => {
    const [worker, text] = [await startWorker(), mixed(size)];
    return () => check(worker, text);
  },
  simulate: async (size, name) => {
    const [worker, simulation] = [await startWorker(), simulations[name](size)];
    return () => simulate(worker, simulation);
  },
  // What a person does who goes back and forth in a run of 25,000 events: by turns far away, and one step back.
  jump: async () => {
    const worker = await startWorker();
    const { n_steps } = await simulate(worker, longRun());
    let jumps = 0;
    return () => {
      const far = ((jumps >> 1) * 7_919) % (n_steps - 1);
      const step = jumps % 2 === 0 ? far + 1 : far;
      jumps += 1;
      return look(worker, step);
    };
  },
};
