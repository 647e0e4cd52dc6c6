// Layout libraries: from the text of a definition to coordinates. They draw nothing.
import * as dagre from "@dagrejs/dagre";
import ELK from "elkjs/lib/elk.bundled.js";
import { flatGraph, nestedGraph } from "./drawing.js";

const { Graph } = dagre.graphlib;
const elk = new ELK();

export const layouts = {
  elkjs: (text) => elk.layout(nestedGraph(JSON.parse(text))),
  "@dagrejs/dagre": (text) => {
    const { nodes, edges } = flatGraph(JSON.parse(text));
    const graph = new Graph({ compound: true, multigraph: true }).setGraph({ rankdir: "TB", nodesep: 40, ranksep: 50 });
    for (const { id, width, height } of nodes) graph.setNode(id, { width, height });
    for (const { id, parent } of nodes) if (parent) graph.setParent(id, parent);
    edges.forEach(([from, to], at) => graph.setEdge(from, to, {}, String(at)));
    dagre.layout(graph);
    return graph;
  },
};
