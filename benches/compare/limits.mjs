// The committed figures (limits.json), and holding new ones against them. `PASOS_REWRITE=1` writes the new ones instead.
import { readFileSync, writeFileSync } from "node:fs";

const path = new URL("limits.json", import.meta.url);
const isRewrite = process.env.PASOS_REWRITE === "1";

/** A ratio may be worse than the committed one by half: less than that is the machine's mood. */
const RATIO_MARGIN = 1.5;
/** Bytes may grow by a hundredth, which is what another release of a compiler makes; more is committed, or mended. */
const SIZE_MARGIN = 1.01;
/** When a browser cleans up is its own affair. */
const MEMORY_MARGIN = 1.25;

const rounded = (number) => Number(number.toPrecision(3));

/** What goes wrong is collected, so that one run tells all of it. */
export class Limits {
  #file = JSON.parse(readFileSync(path, "utf8"));
  #complaints = [];

  complain(text) {
    this.#complaints.push(text);
  }

  /** The goal for a figure; `undefined` where none was set. */
  goal(kind, name) {
    return this.#file[kind]?.[name]?.goal;
  }

  #hold(kind, name, figure, margin, present) {
    const entry = (this.#file[kind][name] ??= {});
    if (isRewrite) entry.present = present;
    else if (entry.present === undefined) this.complain(`${kind}: ${name} is ${present}; nothing is committed, PASOS_REWRITE=1 writes it`);
    else if (figure > entry.present * margin) this.complain(`${kind}: ${name} is ${present}, committed are ${entry.present}`);
  }

  /** Time of Pasos divided by that of a peer. */
  ratio(name, ratio) {
    this.#hold("ratios", name, ratio, RATIO_MARGIN, rounded(ratio));
  }

  /** Bytes of a part of the first load. */
  bytes(name, bytes) {
    this.#hold("bytes", name, bytes, SIZE_MARGIN, bytes);
  }

  /** Megabytes in the browser. */
  memory(name, megabytes) {
    this.#hold("memory", name, megabytes, MEMORY_MARGIN, rounded(megabytes));
  }

  /** With which power of the size a work may grow. */
  mayGrow(work) {
    return this.#file.growth[work] ?? this.#file.growth.all;
  }

  /** Says what is wrong, or writes the file anew; the answer is the exit code. */
  finish() {
    for (const complaint of this.#complaints) console.error(`✗ ${complaint}`);
    if (isRewrite) writeFileSync(path, `${JSON.stringify(this.#file, null, 2)}\n`);
    return this.#complaints.length > 0 ? 1 : 0;
  }
}
