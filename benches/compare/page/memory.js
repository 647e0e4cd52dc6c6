// The program of the page whose worker keeps a long run.
import { longRun } from "../simulations.js";
import { simulate, startWorker } from "./product.js";

window.bench = {
  /** Starts a worker and lets it run 25,000 events; the answer is the bytes of its linear memory. */
  async keepRun() {
    const worker = await startWorker("./watched_worker.js");
    await simulate(worker, longRun());
    // What nobody refers to would be cleaned up.
    window.kept = worker;
    const channel = new BroadcastChannel("linear memory");
    return new Promise((resolve) => {
      channel.onmessage = ({ data }) => resolve(data);
      channel.postMessage("?");
    });
  },
};
