// A peer as a whole process of Node. Usage: node benches/peers/run.mjs check FILE | run FILE INPUT
import { readFileSync } from "node:fs";

const [task, file, input] = process.argv.slice(2);
const text = (path) => readFileSync(path, "utf8");
if (task === "check") {
  const { checkers } = await import("./check.js");
  const found = await checkers["amazon-states-language-service"](text(file));
  process.stdout.write(`${found.length} found\n`);
} else if (task === "run") {
  const { simulate } = await import("./simulate.js");
  process.stdout.write(`${await simulate({ text: text(file), input: text(input), files: {} })} events\n`);
} else {
  throw new Error("check or run");
}
