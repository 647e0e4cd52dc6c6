// Whole processes: the terminal program of Pasos, and Node with a peer, from the start of the process to its end. Both read files.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mixed } from "../definitions.js";
import { LIMIT, inTurn } from "../in_turn.mjs";
import { simulations } from "../simulations.js";

const pasos = `${process.env.CARGO_TARGET_DIR ?? "target"}/release/pasos`;
const peer = (...parameters) => [process.execPath, "benches/peers/run.mjs", ...parameters];

/** The exit codes of a check: it may find errors, as a definition of 10,000 states is larger than AWS takes. */
const CHECKED = [0, 1];

/** The time that a process takes, whose output nobody reads, and which ends with one of these codes. */
function processTime([program, ...parameters], codes) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const running = spawn(program, parameters, { stdio: "ignore", timeout: LIMIT });
    running.on("error", reject);
    running.on("exit", (code) => {
      if (codes.includes(code)) resolve(performance.now() - began);
      else reject(new Error(code === null ? `more than ${LIMIT / 1000} s` : `ended with ${code}`));
    });
  });
}

function timed(commands, codes) {
  const sides = Object.entries(commands).map(([name, command]) => [name, () => processTime(command, codes)]);
  return inTurn(Object.fromEntries(sides), { warmUp: 1 });
}

/** Gives `report` the name, the size and the results of each comparison. */
export async function native(report, sizes) {
  if (!existsSync(pasos)) throw new Error(`${pasos} is missing: run \`make cli\``);
  const folder = mkdtempSync(join(tmpdir(), "pasos-bench-"));
  const write = (name, text) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  try {
    for (const size of sizes) {
      const file = write(`mixed-${size}.asl.json`, mixed(size));
      const commands = { Pasos: [pasos, "check", file], "amazon-states-language-service": peer("check", file) };
      report("process: check", size, await timed(commands, CHECKED));
    }
    for (const size of [2_000, 20_000, 200_000]) {
      const { text, input } = simulations["Choice loop"](size);
      const files = [write("loop.asl.json", text), write("input.json", input)];
      const command = [pasos, "run", files[0], "--input", files[1], "--type", "EXPRESS"];
      report("process: Choice loop", size, await timed({ Pasos: command, "aws-local-stepfunctions": peer("run", ...files) }, [0]));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
