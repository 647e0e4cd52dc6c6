// Prints comparisons as lines of a table, and hands what is to be held to the limits.
import { growth, median } from "./statistics.js";

const milliseconds = (time) => `${time.toPrecision(3)} ms`;

export class Report {
  #limits;
  /** By work and side: `[size, median]`. */
  #points = {};

  constructor(limits) {
    this.#limits = limits;
    this.#line("work", "size", "Pasos", "peer", "", "n", "ratio", "goal");
  }

  #line(work, size, product, peer, peerName, n, ratio, goal) {
    const cells = [work.padEnd(22), String(size).padStart(7), product.padStart(12), peer.padStart(22), peerName.padEnd(32), n.padStart(5), ratio.padStart(8), goal];
    console.log(cells.join("  ").trimEnd());
  }

  /** The results of a comparison: by side the times, or why it failed. Without a size it is one that does not grow. */
  comparison(work, size, results) {
    const name = size === undefined ? work : `${work} ${size}`;
    const { Pasos: product, ...peers } = results;
    const n = Array.isArray(product) ? String(product.length) : "";
    const figure = (times) => (Array.isArray(times) ? milliseconds(median(times)) : times);
    if (!Array.isArray(product)) this.#limits.complain(`${name}: Pasos failed: ${product}`);
    for (const [side, times] of Object.entries(results)) {
      if (Array.isArray(times) && size !== undefined) ((this.#points[work] ??= {})[side] ??= []).push([size, median(times)]);
    }
    for (const [peer, times] of Object.entries(peers)) {
      const ratio = Array.isArray(product) && Array.isArray(times) ? median(product) / median(times) : undefined;
      const key = `${name} / ${peer}`;
      if (ratio !== undefined) this.#limits.ratio(key, ratio);
      const goal = this.#limits.goal("ratios", key);
      this.#line(work, size ?? "", figure(product), figure(times), peer, n, ratio?.toFixed(3) ?? "–", goal === undefined ? "" : `≤ ${goal}`);
    }
    if (Object.keys(peers).length === 0) this.#line(work, size ?? "", figure(product), "", "", n, "", "");
  }

  /** With which power of the size each side of a work grows. */
  growth(work) {
    const sides = Object.entries(this.#points[work] ?? {}).map(([side, points]) => [side, growth(points)?.toFixed(2)]);
    console.log(`${work}: grows with the size to the power of ${sides.map(([side, power]) => `${power ?? "–"} (${side})`).join(", ")}`);
  }

  /** Sizes of a part of the first load. */
  bytes(part, { raw, gzip, brotli, files }) {
    const goal = this.#limits.goal("bytes", `${part}, brotli`);
    this.#limits.bytes(`${part}, brotli`, brotli);
    console.log(`${part}: ${raw} bytes, gzip ${gzip}, brotli ${brotli}${goal ? ` (goal ${goal})` : ""}: ${files.join(" ")}`);
  }

  /** Megabytes in the browser. */
  memory(name, megabytes) {
    this.#limits.memory(name, megabytes);
    console.log(`${name}: ${megabytes.toFixed(1)} MB (goal ${this.#limits.goal("memory", name)})`);
  }
}
