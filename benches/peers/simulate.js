// Simulators: from the texts of definition and input to the result, with the log of events read, which a page that shows a run
// needs. Nothing is checked before.
import { StateMachine } from "aws-local-stepfunctions";
import jsonata from "jsonata";

/** Runs a machine of `benches/compare/simulations.js`; the answer is the number of events. */
async function withLog(definition, input) {
  const execution = new StateMachine(definition, { validationOptions: { noValidate: true } }).run(input);
  let n_events = 0;
  for await (const _ of execution.eventLogs) n_events += 1;
  await execution.result;
  return n_events;
}

/** It reads no files: it gets an inline Map over the rows, which are cut at their commas here, with nothing else of CSV. */
function rowsAsItems(definition, csv) {
  const [names, ...rows] = csv.trim().split("\n").map((line) => line.split(","));
  const items = rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
  const { ItemReader, Label, ...map } = definition.States.Each;
  return [{ ...definition, States: { Each: { ...map, ItemsPath: "$.items" } } }, { items }];
}

/** It knows no JSONata: the reference implementation evaluates the expressions of each state, read once, and no machine runs. */
async function expressionsAlone(definition, input) {
  let n = 0;
  for (const state of Object.values(definition.States)) {
    for (const text of Object.values(state.Assign.out)) {
      await jsonata(text.slice(2, -2)).evaluate(undefined, { states: { input } });
      n += 1;
    }
  }
  return n;
}

const isJsonata = (definition) => definition.QueryLanguage === "JSONata";

/** Which peer runs a machine. */
export const simulatorOf = (name) => (name === "JSONata" ? "jsonata" : "aws-local-stepfunctions");

export async function simulate({ text, input, files }) {
  const definition = JSON.parse(text);
  if (isJsonata(definition)) return expressionsAlone(definition, JSON.parse(input));
  const [csv] = Object.values(files).flatMap((bucket) => Object.values(bucket));
  return csv === undefined ? withLog(definition, JSON.parse(input)) : withLog(...rowsAsItems(definition, csv));
}
