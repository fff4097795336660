/** React Flow with nothing on it: what a frame costs before anything is drawn. */
import "@xyflow/react/dist/style.css";
import { Background, ReactFlow } from "@xyflow/react";
import { createRoot } from "react-dom/client";

const none = [];

createRoot(document.getElementById("root")).render(
  <ReactFlow
    defaultNodes={none}
    defaultEdges={none}
    minZoom={0.01}
    panOnScroll
    onInit={(flow) => {
      window.bench = {
        setView: (zoom) => void flow.setViewport({ x: 0, y: 0, zoom: zoom === "fit" ? 0.1 : zoom }),
        view: () => flow.getViewport(),
        placeOf: () => undefined,
        startEdits: () => undefined,
        stopEdits: () => undefined,
      };
    }}
  >
    <Background gap={24} />
  </ReactFlow>,
);
