// Not a test: measures the layout of Pasos beside dagre and elkjs on the same graphs, and prints a table.
// Usage: node tests/e2e/layout-quality.mjs <folder of definitions> <folder with node_modules> [--each]
//   npm install --prefix /tmp/layouts @dagrejs/dagre elkjs
//   node tests/e2e/layout-quality.mjs ../shared/definitions/valid /tmp/layouts
//
// All three lay out each scope by itself from the inside out, a frame being one box in the scope around it, with the same
// distances. Figures are sums over all scopes of all definitions:
//   crossings   two lines that cross in a point inside of both; lines that run together do not count
//   length      of all lines, in pixels; lines that run together count for each edge
//   bends       corners of all lines
//   area        of the whole drawings, in millions of square pixels
//   node/node, label/node, label/label, line/node   overlaps; a line of an edge may touch only its own two nodes
//   ink         length of what is drawn: parts that several edges share count once (orthogonal lines only)
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [folder, packages] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const each = process.argv.includes("--each");
if (!folder || !packages) throw new Error("usage: node tests/e2e/layout-quality.mjs <definitions> <folder with node_modules>");
const require = createRequire(resolve(packages, "package.json"));
const dagre = require("@dagrejs/dagre");
const ELK = require("elkjs");

// As in src/layout/options.rs.
const gaps = { node: 40, layer: 48, edge: 16, scope: 20, frame: 12, between: 12, least: [96, 56] };

const output = (direction) =>
  execFileSync("cargo", ["bench", "--quiet", "--no-default-features", "--bench", "layout", "--", resolve(folder), direction], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
const read = (direction) => output(direction).split("\n").filter(Boolean).map((line) => JSON.parse(line));

/** Lays a graph out scope by scope with `layScope(nodes, edges)`, which gives size, boxes, lines and labels of one scope. */
async function layOut(graph, layScope) {
  const inner = graph.nodes.map(() => []);
  graph.scopes.forEach((scope, index) => scope.parent !== null && inner[scope.parent].push(index));
  const placed = { nodes: [], edges: [], width: 0, height: 0 };
  // Scopes come with outer ones first.
  const sizes = [];
  const results = [];
  for (let index = graph.scopes.length - 1; index >= 0; index -= 1) {
    const nodes = graph.nodes.flatMap((node, at) => (node.scope === index ? [at] : []));
    const sized = nodes.map((at) => ({ at, size: frameSize(graph.nodes[at].size, inner[at].map((scope) => sizes[scope])) }));
    const edges = graph.edges.flatMap((edge, at) => (graph.nodes[edge.from].scope === index ? [{ ...edge, at }] : []));
    const result = await layScope(sized, edges);
    results[index] = result;
    sizes[index] = [
      Math.max(result.width, gaps.least[0]) + 2 * gaps.scope,
      Math.max(result.height, gaps.least[1]) + 2 * gaps.scope + graph.scopes[index].title,
    ];
  }
  placed.scopes = results;
  [placed.width, placed.height] = sizes[0] ?? [0, 0];
  return placed;
}

function frameSize(header, scopes) {
  if (scopes.length === 0) return header;
  const wide = scopes.reduce((sum, scope) => sum + scope[0], 0) + gaps.between * (scopes.length - 1) + 2 * gaps.frame;
  return [Math.max(header[0], wide), header[1] + Math.max(...scopes.map((scope) => scope[1])) + gaps.frame];
}

async function withDagre(nodes, edges) {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: "TB", nodesep: gaps.node, ranksep: gaps.layer, edgesep: gaps.edge });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { at, size } of nodes) graph.setNode(String(at), { width: size[0], height: size[1] });
  for (const edge of edges) {
    const label = edge.label ? { width: edge.label[0], height: edge.label[1], labelpos: "c" } : {};
    graph.setEdge(String(edge.from), String(edge.to), label, String(edge.at));
  }
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width: Number.isFinite(width) ? width : 0,
    height: Number.isFinite(height) ? height : 0,
    boxes: new Map(nodes.map(({ at }) => [at, centred(graph.node(String(at)))])),
    lines: edges.map((edge) => {
      const found = graph.edge(String(edge.from), String(edge.to), String(edge.at));
      return { ...edge, points: found.points.map(({ x, y }) => [x, y]), labelRect: edge.label ? centred(found) : null };
    }),
  };
}

const centred = ({ x, y, width, height }) => [x - width / 2, y - height / 2, width, height];

const elk = new ELK();
async function withElk(nodes, edges) {
  if (nodes.length === 0) return { width: 0, height: 0, boxes: new Map(), lines: [] };
  const root = await elk.layout({
    id: "root",
    layoutOptions: {
      "elk.algorithm": "layered",
      "elk.direction": "DOWN",
      "elk.edgeRouting": "ORTHOGONAL",
      "elk.padding": "[top=0,left=0,bottom=0,right=0]",
      "elk.spacing.nodeNode": String(gaps.node),
      "elk.layered.spacing.nodeNodeBetweenLayers": String(gaps.layer),
      "elk.spacing.edgeEdge": String(gaps.edge),
      "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
    },
    children: nodes.map(({ at, size }) => ({ id: String(at), width: size[0], height: size[1] })),
    edges: edges.map((edge) => ({
      id: `e${edge.at}`,
      sources: [String(edge.from)],
      targets: [String(edge.to)],
      labels: edge.label ? [{ id: `l${edge.at}`, text: "label", width: edge.label[0], height: edge.label[1], layoutOptions: { "elk.edgeLabels.inline": "true" } }] : [],
    })),
  });
  const lines = new Map(root.edges.map((edge) => [edge.id, edge]));
  return {
    width: root.width,
    height: root.height,
    boxes: new Map(root.children.map((node) => [Number(node.id), [node.x, node.y, node.width, node.height]])),
    lines: edges.map((edge) => {
      const { sections = [], labels = [] } = lines.get(`e${edge.at}`);
      const points = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]);
      const label = labels[0];
      return { ...edge, points: points.map(({ x, y }) => [x, y]), labelRect: label ? [label.x, label.y, label.width, label.height] : null };
    }),
  };
}

/** What the program itself laid out, in the same form. */
function ours(graph) {
  const scopes = graph.scopes.map((_, index) => ({
    boxes: new Map(graph.nodes.flatMap((node, at) => (node.scope === index ? [[at, node.rect]] : []))),
    lines: graph.edges.flatMap((edge, at) => (graph.nodes[edge.from].scope === index ? [{ ...edge, at }] : [])),
  }));
  return { scopes, width: graph.width, height: graph.height };
}

const touch = 0.75;
const overlap = (a, b) =>
  a[0] + touch < b[0] + b[2] && b[0] + touch < a[0] + a[2] && a[1] + touch < b[1] + b[3] && b[1] + touch < a[1] + a[3];

/** Whether a straight part runs through the inside of a box. */
function runsThrough([x1, y1], [x2, y2], [x, y, width, height]) {
  let low = 0;
  let high = 1;
  for (const [start, delta, least, most] of [
    [x1, x2 - x1, x + touch, x + width - touch],
    [y1, y2 - y1, y + touch, y + height - touch],
  ]) {
    if (Math.abs(delta) < 1e-9) {
      if (start <= least || start >= most) return false;
      continue;
    }
    const [a, b] = [(least - start) / delta, (most - start) / delta];
    low = Math.max(low, Math.min(a, b));
    high = Math.min(high, Math.max(a, b));
  }
  return low < high;
}

const side = ([ax, ay], [bx, by], [cx, cy]) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
/** Whether two straight parts cross in a point inside of both. */
function crosses(a, b, c, d) {
  const least = 1e-6;
  const [p, q, r, s] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  return ((p > least && q < -least) || (p < -least && q > least)) && ((r > least && s < -least) || (r < -least && s > least));
}

const parts = (points) => points.slice(1).map((point, at) => [points[at], point]);

function measure(placed) {
  const sum = { crossings: 0, length: 0, ink: 0, bends: 0, area: (placed.width * placed.height) / 1e6 };
  const overlaps = { "node/node": 0, "label/node": 0, "label/label": 0, "line/node": 0 };
  for (const { boxes, lines } of placed.scopes) {
    const rects = [...boxes];
    const labels = lines.filter((line) => line.labelRect);
    const isFrame = () => false;
    for (const [at, [, a]] of rects.entries()) {
      for (const [, b] of rects.slice(at + 1)) overlaps["node/node"] += overlap(a, b) && !isFrame();
      for (const label of labels) overlaps["label/node"] += overlap(a, label.labelRect);
    }
    for (const [at, a] of labels.entries()) {
      for (const b of labels.slice(at + 1)) overlaps["label/label"] += overlap(a.labelRect, b.labelRect);
    }
    const spans = new Map();
    for (const [at, line] of lines.entries()) {
      const own = parts(line.points);
      for (const [index, [a, b]] of own.entries()) {
        sum.length += Math.hypot(b[0] - a[0], b[1] - a[1]);
        const before = own[index - 1];
        if (before && Math.abs(side(before[0], a, b)) > 1e-3) sum.bends += 1;
        const [axis, place] = Math.abs(a[0] - b[0]) < 1e-6 ? [1, `x${a[0].toFixed(1)}`] : [0, `y${a[1].toFixed(1)}`];
        if (!spans.has(place)) spans.set(place, []);
        spans.get(place).push([Math.min(a[axis], b[axis]), Math.max(a[axis], b[axis])]);
        for (const [node, box] of rects) {
          if (node !== line.from && node !== line.to) overlaps["line/node"] += runsThrough(a, b, box);
        }
      }
      for (const other of lines.slice(at + 1)) {
        for (const [a, b] of own) for (const [c, d] of parts(other.points)) sum.crossings += crosses(a, b, c, d);
      }
    }
    for (const list of spans.values()) {
      let end = -Infinity;
      for (const [low, high] of list.sort((a, b) => a[0] - b[0])) {
        sum.ink += Math.max(0, high - Math.max(low, end));
        end = Math.max(end, high);
      }
    }
  }
  return { ...sum, ...overlaps };
}

const add = (total, figures) => {
  for (const [key, value] of Object.entries(figures)) total[key] = (total[key] ?? 0) + value;
};
const rounded = (figures) => Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, Math.round(value * 100) / 100]));

const graphs = read("top-to-bottom");
const totals = { Pasos: {}, "Pasos, left to right": {}, dagre: {}, elkjs: {} };
const times = { Pasos: NaN, dagre: 0, elkjs: 0 };
for (const graph of read("left-to-right")) add(totals["Pasos, left to right"], measure(ours(graph)));
for (const graph of graphs) {
  const timed = async (key, layScope) => {
    const began = performance.now();
    const placed = await layOut(graph, layScope);
    times[key] += performance.now() - began;
    return measure(placed);
  };
  const found = { Pasos: measure(ours(graph)), dagre: await timed("dagre", withDagre), elkjs: await timed("elkjs", withElk) };
  for (const [key, figures] of Object.entries(found)) add(totals[key], figures);
  if (each) console.log(graph.name, JSON.stringify(Object.fromEntries(Object.entries(found).map(([key, value]) => [key, rounded(value)]))));
}
console.log(`${graphs.length} definitions, ${graphs.reduce((sum, graph) => sum + graph.nodes.length, 0)} nodes, ${graphs.reduce((sum, graph) => sum + graph.edges.length, 0)} edges`);
console.table(Object.fromEntries(Object.entries(totals).map(([key, value]) => [key, rounded(value)])));
console.log(`time in Node: dagre ${times.dagre.toFixed(0)} ms, elkjs ${times.elkjs.toFixed(0)} ms`);
