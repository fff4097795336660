/** Excalidraw with ready-made elements: filled rectangles that hold text, arrows bound to them. */
import "@excalidraw/excalidraw/index.css";
import { CaptureUpdateAction, Excalidraw, newElementWith } from "@excalidraw/excalidraw";
import { createRoot } from "react-dom/client";
import { cardWidth, makeScene } from "../../canvas/scene.ts";

// Else the fonts would be asked of a server elsewhere.
window.EXCALIDRAW_ASSET_PATH = "./node_modules/@excalidraw/excalidraw/dist/prod/";

const scene = makeScene(Number(new URLSearchParams(location.search).get("cards")));
const startingZoom = 0.6;
const fontSize = 14;
const charsPerLine = 30;
const paddingPx = 12;
const screen = { width: innerWidth, height: innerHeight };
const cardOf = new Map(scene.cards.map((card) => [card.id, card]));

const common = {
  angle: 0,
  strokeWidth: 1,
  strokeStyle: "solid",
  fillStyle: "solid",
  roughness: 0,
  opacity: 100,
  groupIds: [],
  frameId: null,
  seed: 1,
  version: 1,
  versionNonce: 1,
  isDeleted: false,
  updated: 1,
  link: null,
  locked: false,
};

function elements() {
  const bound = new Map(scene.cards.map(({ id }) => [id, [{ type: "text", id: `${id}-text` }]]));
  for (const { id, from, to } of scene.links) {
    bound.get(from).push({ type: "arrow", id });
    bound.get(to).push({ type: "arrow", id });
  }
  const cards = scene.cards.flatMap(({ id, text, x, y, height }) => {
    const lines = linesOf(text);
    const textHeight = lines.length * fontSize * 1.25;
    return [
      {
        ...common,
        id,
        type: "rectangle",
        x,
        y,
        width: cardWidth,
        height,
        strokeColor: "#8a8f98",
        backgroundColor: "#ffffff",
        roundness: { type: 3 },
        boundElements: bound.get(id),
      },
      {
        ...common,
        id: `${id}-text`,
        type: "text",
        x: x + paddingPx,
        y: y + (height - textHeight) / 2,
        width: cardWidth - 2 * paddingPx,
        height: textHeight,
        strokeColor: "#1e1e1e",
        backgroundColor: "transparent",
        roundness: null,
        boundElements: [],
        text: lines.join("\n"),
        originalText: text,
        fontSize,
        fontFamily: 2,
        textAlign: "left",
        verticalAlign: "middle",
        containerId: id,
        lineHeight: 1.25,
        autoResize: true,
      },
    ];
  });
  return [...scene.links.map(arrowOf), ...cards];
}

function arrowOf({ id, from, to, supports }) {
  const [start, end] = [cardOf.get(from), cardOf.get(to)];
  const [x, y] = [start.x + cardWidth / 2, start.y];
  const [dx, dy] = [end.x + cardWidth / 2 - x, end.y + end.height - y];
  return {
    ...common,
    id,
    type: "arrow",
    x,
    y,
    width: Math.abs(dx),
    height: Math.abs(dy),
    strokeColor: supports ? "#2f7d4f" : "#b3403a",
    backgroundColor: "transparent",
    roundness: { type: 2 },
    boundElements: [],
    points: [
      [0, 0],
      [dx, dy],
    ],
    lastCommittedPoint: null,
    startBinding: { elementId: from, focus: 0, gap: 1 },
    endBinding: { elementId: to, focus: 0, gap: 1 },
    startArrowhead: null,
    endArrowhead: "arrow",
    elbowed: false,
  };
}

function linesOf(text) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== "" && last.length + word.length >= charsPerLine) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}

function centred(zoom) {
  return {
    zoom: { value: zoom },
    scrollX: screen.width / 2 / zoom - scene.width / 2,
    scrollY: screen.height / 2 / zoom - scene.height / 2,
  };
}

function benchOf(api) {
  let timer;
  let step = 0;
  const place = (id) => api.getSceneElements().find((element) => element.id === id);
  const replace = (ids, change) =>
    api.updateScene({
      elements: api
        .getSceneElementsIncludingDeleted()
        .map((element) => (ids.includes(element.id) ? newElementWith(element, change(element)) : element)),
      // As what comes from other people is taken in.
      captureUpdate: CaptureUpdateAction.NEVER,
    });
  return {
    setView(zoom) {
      const fit = 0.95 * Math.min(screen.width / scene.width, screen.height / scene.height);
      // Excalidraw goes no further out than a tenth.
      api.updateScene({ appState: centred(zoom === "fit" ? Math.max(0.1, fit) : zoom) });
    },
    view() {
      const { zoom, scrollX, scrollY } = api.getAppState();
      return { x: scrollX * zoom.value, y: scrollY * zoom.value, zoom: zoom.value };
    },
    placeOf: (id) => {
      const { x, y } = place(id);
      return { x, y };
    },
    startEdits(near, perSecond) {
      timer = setInterval(() => {
        step++;
        const ids = step % 4 < 2 ? near : scene.cards.map(({ id }) => id);
        const id = ids[(step * 7919) % ids.length];
        if (step % 2 === 0) replace([id, `${id}-text`], ({ x }) => ({ x: x + (step % 8) - 3 }));
        else replace([`${id}-text`], ({ text }) => ({ text: turned(text), originalText: turned(text) }));
      }, 1000 / perSecond);
    },
    stopEdits: () => clearInterval(timer),
  };
}

function turned(text) {
  return text.endsWith("…") ? text.slice(0, -1) : `${text}…`;
}

createRoot(document.getElementById("root")).render(
  <Excalidraw
    initialData={{
      elements: elements(),
      appState: { ...centred(startingZoom), viewBackgroundColor: "#f5f4ef" },
    }}
    excalidrawAPI={(api) => {
      window.bench = benchOf(api);
    }}
  />,
);
