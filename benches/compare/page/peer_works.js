// The work of each comparison as the peers do it, by their names: functions that do it once.
import { checkers } from "../../peers/check.js";
import { layouts } from "../../peers/layout.js";
import { simulate, simulatorOf } from "../../peers/simulate.js";
import { mixed } from "../definitions.js";
import { simulations } from "../simulations.js";
import { ruler } from "./ruler.js";

/** Binds the text of a size to each function. */
const ofText = (functions, size) => {
  const text = mixed(size);
  return Object.fromEntries(Object.entries(functions).map(([name, run]) => [name, () => run(text)]));
};

export const peerWorks = {
  check: (size) => ofText(checkers, size),
  layout: (size) => ofText(layouts, size),
  simulate: (size, name) => {
    const simulation = simulations[name](size);
    return { [simulatorOf(name)]: () => simulate(simulation) };
  },
  // No peer keeps a run to go back in.
  jump: () => ({ ruler }),
};
