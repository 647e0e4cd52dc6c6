// A definition as what layout libraries take: nodes with sizes, frames around the states of Parallel and Map, edges.

const inner = (state) => [...(state.Branches ?? []), ...(state.ItemProcessor ? [state.ItemProcessor] : [])];
const size = (name) => ({ width: Math.min(260, Math.max(80, name.length * 7 + 40)), height: 44 });

/** Where a state leads to. */
const targets = (state) =>
  [state.Next, state.Default, ...(state.Choices ?? []).map((rule) => rule.Next), ...(state.Catch ?? []).map((handler) => handler.Next)].filter(Boolean);

/** For ELK: frames hold their nodes and the edges between them. */
export function nestedGraph(definition) {
  const options = { "elk.algorithm": "layered", "elk.direction": "DOWN" };
  const frame = { ...options, "elk.padding": "[top=44,left=12,bottom=12,right=12]" };
  const scope = (machine) => {
    const children = [];
    const edges = [];
    for (const [name, state] of Object.entries(machine.States)) {
      const parts = inner(state).map(scope);
      const held = { children: parts.flatMap((part) => part.children), edges: parts.flatMap((part) => part.edges), layoutOptions: frame };
      children.push({ id: name, ...(parts.length > 0 ? held : size(name)) });
      for (const target of targets(state)) edges.push({ id: `${name}→${target}→${edges.length}`, sources: [name], targets: [target] });
    }
    return { children, edges };
  };
  return { id: "machine", layoutOptions: options, ...scope(definition) };
}

/** For dagre, where no edge may end at a frame: each frame holds a node where it begins and one where it ends. */
export function flatGraph(definition) {
  const nodes = [];
  const edges = [];
  const isFrame = (machine, name) => inner(machine.States[name] ?? {}).length > 0;
  const start = (machine, name) => (isFrame(machine, name) ? `${name}→` : name);
  const end = (machine, name) => (isFrame(machine, name) ? `→${name}` : name);
  const scope = (machine, parent) => {
    for (const [name, state] of Object.entries(machine.States)) {
      if (isFrame(machine, name)) {
        nodes.push({ id: name, parent }, { id: `${name}→`, parent: name, ...size(name) }, { id: `→${name}`, parent: name, width: 16, height: 16 });
        for (const part of inner(state)) {
          edges.push([`${name}→`, start(part, part.StartAt)]);
          const lasts = Object.keys(part.States).filter((last) => targets(part.States[last]).length === 0);
          edges.push(...lasts.map((last) => [end(part, last), `→${name}`]));
          scope(part, name);
        }
      } else {
        nodes.push({ id: name, parent, ...size(name) });
      }
      edges.push(...targets(state).map((target) => [end(machine, name), start(machine, target)]));
    }
  };
  scope(definition);
  return { nodes, edges };
}
