// The page of @xyflow/react as its first example has it, with as many nodes as the first machine of Pasos has.
import { Background, Controls, MiniMap, ReactFlow } from "@xyflow/react";
import "@xyflow/react/dist/style.css";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

const names = ["StartState", "FinalState"];
const nodes = names.map((label, at) => ({ id: label, position: { x: 0, y: at * 100 }, data: { label } }));
const edges = [{ id: "edge", source: names[0], target: names[1] }];
const parts = [Controls, MiniMap, Background].map((part) => createElement(part, { key: part.displayName ?? part.name }));
createRoot(document.getElementById("root")).render(createElement(ReactFlow, { nodes, edges, fitView: true }, ...parts));
