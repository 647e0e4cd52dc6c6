// How often `pasos query` answers otherwise than the reference implementation, the package `jsonata` of npm:
//
//     node tests/jsonata/generate.mjs --seed 1 > questions.jsonl
//     pasos query --language jsonata --batch questions.jsonl > answers.jsonl
//     node tests/jsonata/compare.mjs questions.jsonl answers.jsonl [--show 20]
//
// A value must be the same, an error have the same code. Where the host language of the reference fails, any error will
// do. Needs the packages of package.json (npm ci).

import { readFileSync } from "node:fs";
import { isDeepStrictEqual, parseArgs } from "node:util";
import jsonata from "jsonata";

const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: { show: { type: "string", default: "20" } },
});
const lines = (path) => readFileSync(path, "utf8").trim().split("\n").map((line) => JSON.parse(line));
const [questions, answers] = positionals.map(lines);

/** The answer of the reference in the words of `pasos query`. */
async function reference({ expression, input, variables }) {
  try {
    const value = await jsonata(expression).evaluate(input, variables);
    const text = JSON.stringify(value, (_, member) => (isFunction(member) ? "" : member));
    return value === undefined || isFunction(value) ? { undefined: true } : { result: JSON.parse(text) };
  } catch (error) {
    return { error: error.code ?? "" };
  }
}

function isFunction(value) {
  return typeof value === "function" || value?._jsonata_function === true || value?._jsonata_lambda === true;
}

const short = (value) => JSON.stringify(value)?.slice(0, 160);
let differing = 0;
const codes = new Map();
for (const [index, question] of questions.entries()) {
  const wanted = await reference(question);
  const answer = answers[index];
  const given = answer.error ? { error: answer.error.code } : answer;
  const isSame = wanted.error === "" ? "error" in given : isDeepStrictEqual(wanted, given);
  if (isSame) continue;
  differing += 1;
  const kind = `${wanted.error ?? "value"} / ${given.error ?? "value"}`;
  codes.set(kind, (codes.get(kind) ?? 0) + 1);
  if (differing <= Number(options.show)) {
    console.log(`${question.expression}\n    reference ${short(wanted)}\n    pasos     ${short(answer)}`);
  }
}
for (const [kind, count] of [...codes].sort((left, right) => right[1] - left[1])) console.log(`${count}  ${kind}`);
console.log(`${differing} of ${questions.length} differ`);
