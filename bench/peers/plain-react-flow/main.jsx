/** React Flow as its documentation has one use it: all cards as nodes, all links as edges. */
import "@xyflow/react/dist/style.css";
import "./card.css";
import { Background, Handle, Position, ReactFlow, useEdgesState, useNodesState } from "@xyflow/react";
import { createRoot } from "react-dom/client";
import { cardWidth, makeScene } from "../../canvas/scene.ts";

const scene = makeScene(Number(new URLSearchParams(location.search).get("cards")));
const centre = { x: scene.width / 2, y: scene.height / 2 };
const startingNodes = scene.cards.map(({ id, text, x, y }) => ({
  id,
  type: "card",
  position: { x, y },
  data: { text },
}));
const startingEdges = scene.links.map(({ id, from, to, supports }) => ({
  id,
  source: from,
  target: to,
  style: { stroke: supports ? "#2f7d4f" : "#b3403a", strokeWidth: 1.75 },
}));

function Card({ data }) {
  return (
    <div className="card" style={{ width: cardWidth }}>
      <Handle type="source" position={Position.Top} />
      <div className="head">Claim</div>
      <div>{data.text}</div>
      <Handle type="target" position={Position.Bottom} />
    </div>
  );
}

const nodeTypes = { card: Card };

function App() {
  const [nodes, setNodes, onNodesChange] = useNodesState(startingNodes);
  const [edges, , onEdgesChange] = useEdgesState(startingEdges);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      nodeTypes={nodeTypes}
      minZoom={0.01}
      panOnScroll
      onInit={(flow) => {
        window.bench = benchOf(flow, setNodes);
        void flow.setCenter(centre.x, centre.y, { zoom: 0.6 });
      }}
    >
      <Background gap={24} />
    </ReactFlow>
  );
}

function benchOf(flow, setNodes) {
  let timer;
  let step = 0;
  const change = (id, edit) =>
    setNodes((nodes) => nodes.map((node) => (node.id === id ? { ...node, ...edit(node) } : node)));
  return {
    setView: (zoom) =>
      void (zoom === "fit" ? flow.fitView({ padding: 0.05 }) : flow.setCenter(centre.x, centre.y, { zoom })),
    view: () => flow.getViewport(),
    placeOf: (id) => flow.getNode(id)?.position,
    startEdits: (near, perSecond) => {
      timer = setInterval(() => {
        step++;
        const ids = step % 4 < 2 ? near : scene.cards.map(({ id }) => id);
        const id = ids[(step * 7919) % ids.length];
        if (step % 2 === 0)
          change(id, ({ position: { x, y } }) => ({ position: { x: x + (step % 8) - 3, y } }));
        else change(id, ({ data }) => ({ data: { text: turned(data.text) } }));
      }, 1000 / perSecond);
    },
    stopEdits: () => clearInterval(timer),
  };
}

function turned(text) {
  return text.endsWith("…") ? text.slice(0, -1) : `${text}…`;
}

createRoot(document.getElementById("root")).render(<App />);
