/** tldraw with filled geo shapes that hold text, and arrows bound to them. */
import "tldraw/tldraw.css";
import { getAssetUrlsByImport } from "@tldraw/assets/imports.vite";
import { createRoot } from "react-dom/client";
import { createBindingId, createShapeId, Tldraw, toRichText } from "tldraw";
import { cardWidth, makeScene } from "../../canvas/scene.ts";

const scene = makeScene(Number(new URLSearchParams(location.search).get("cards")));
const startingZoom = 0.6;
const options = { maxShapesPerPage: 100_000 };
const assetUrls = getAssetUrlsByImport();

function fill(editor) {
  editor.run(
    () => {
      editor.createShapes(
        scene.cards.map(({ id, text, x, y, height }) => ({
          id: createShapeId(id),
          type: "geo",
          x,
          y,
          props: {
            geo: "rectangle",
            w: cardWidth,
            h: height,
            richText: toRichText(text),
            size: "s",
            font: "sans",
            fill: "solid",
            dash: "solid",
            align: "start",
          },
        })),
      );
      editor.createShapes(
        scene.links.map(({ id, supports }) => ({
          id: createShapeId(id),
          type: "arrow",
          props: { color: supports ? "green" : "red", size: "s", dash: "solid" },
        })),
      );
      editor.createBindings(scene.links.flatMap(bindingsOf));
    },
    { history: "ignore" },
  );
}

function bindingsOf({ id, from, to }) {
  const end = (terminal, card) => ({
    id: createBindingId(`${id}-${terminal}`),
    type: "arrow",
    fromId: createShapeId(id),
    toId: createShapeId(card),
    props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false },
  });
  return [end("start", from), end("end", to)];
}

function benchOf(editor) {
  let timer;
  let step = 0;
  const setCamera = (zoom) => {
    const { w, h } = editor.getViewportScreenBounds();
    editor.setCamera(
      { x: w / 2 / zoom - scene.width / 2, y: h / 2 / zoom - scene.height / 2, z: zoom },
      { immediate: true },
    );
  };
  return {
    setView(zoom) {
      const { w, h } = editor.getViewportScreenBounds();
      setCamera(zoom === "fit" ? 0.95 * Math.min(w / scene.width, h / scene.height) : zoom);
    },
    view() {
      const { x, y, z } = editor.getCamera();
      const { x: left, y: top } = editor.getViewportScreenBounds();
      return { x: x * z + left, y: y * z + top, zoom: z };
    },
    placeOf(id) {
      const { x, y } = editor.getShape(createShapeId(id));
      return { x, y };
    },
    startEdits(near, perSecond) {
      timer = setInterval(() => {
        step++;
        const ids = step % 4 < 2 ? near : scene.cards.map(({ id }) => id);
        const id = createShapeId(ids[(step * 7919) % ids.length]);
        const shape = editor.getShape(id);
        const text = scene.cards[step % scene.cards.length].text;
        editor.store.mergeRemoteChanges(() =>
          editor.updateShape(
            step % 2 === 0
              ? { ...shape, x: shape.x + (step % 8) - 3 }
              : { ...shape, props: { ...shape.props, richText: toRichText(text) } },
          ),
        );
      }, 1000 / perSecond);
    },
    stopEdits: () => clearInterval(timer),
  };
}

createRoot(document.getElementById("root")).render(
  <div style={{ position: "fixed", inset: 0 }}>
    <Tldraw
      options={options}
      assetUrls={assetUrls}
      // The least zoom lets the largest scene be seen whole.
      cameraOptions={{ zoomSteps: [0.01, 0.1, 0.25, 0.5, 1, 2, 4] }}
      onMount={(editor) => {
        fill(editor);
        window.bench = benchOf(editor);
        window.bench.setView(startingZoom);
      }}
    />
  </div>,
);
