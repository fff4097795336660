import type { Rect } from "#shared/diagram/index.ts";
import type { Point } from "#shared/model/index.ts";
import type { CanvasTools } from "../canvas-context.tsx";
import { closest, type Heading, nearest } from "../navigation.ts";
import { bringIntoView } from "../view/bring-into-view.ts";
import { newCardPlace } from "../view/new-card-place.ts";
import { alongTheArgument } from "./along-the-argument.ts";
import { currentKey } from "./current.ts";
import { type MapCommand, plain, withAlt, withCommand, withShift } from "./map-command.ts";

/** How far around the focused thing the next one is looked for, in canvas pixels. */
const reachPx = 2_400;

const headings: Readonly<Record<string, Heading>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};
const arrows = Object.keys(headings);
const steps: Readonly<Record<Heading, Point>> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

/** The card or link that lies next in that direction. */
function nextIn(tools: CanvasTools, heading: Heading): string | undefined {
  const { scene, view } = tools;
  const key = currentKey(tools);
  const from = key === undefined ? undefined : scene.placeOf(key);
  const [x, y] = from ? [from.x, from.y] : newCardPlace(view, scene);
  const around = { x: x - reachPx, y: y - reachPx, width: 2 * reachPx, height: 2 * reachPx };
  const { cards, links } = scene.inView(around);
  const candidates = [...cards, ...links].flatMap((id): readonly (readonly [string, Rect])[] => {
    const place = id === key ? undefined : scene.placeOf(id);
    return place ? [[id, place]] : [];
  });
  return from ? nearest(from, heading, candidates) : closest([x, y], candidates);
}

function moveFocus(tools: CanvasTools, heading: Heading): void {
  const next = nextIn(tools, heading);
  if (next !== undefined) goTo(tools, next);
}

function extendSelection(tools: CanvasTools, heading: Heading): void {
  const next = nextIn(tools, heading);
  if (next === undefined) return;
  tools.ui.getState().extendTo(next);
  bringIntoView(tools.view, tools.scene, next);
}

function goTo({ ui, view, scene }: CanvasTools, key: string): void {
  ui.getState().focus(key);
  bringIntoView(view, scene, key);
}

/** A step along the structure of the argument, wherever the next thing lies. */
function along(way: keyof typeof alongTheArgument): Pick<MapCommand, "isFor" | "run"> {
  const next = (tools: CanvasTools) => {
    const key = currentKey(tools);
    return key === undefined ? undefined : alongTheArgument[way](tools.session.doc, key);
  };
  return {
    isFor: (tools) => next(tools) !== undefined,
    run: (tools) => {
      const key = next(tools);
      if (key !== undefined) goTo(tools, key);
    },
  };
}

function leave({ ui }: CanvasTools): void {
  const { connecting, stopConnecting, clearSelection } = ui.getState();
  if (connecting) stopConnecting();
  else clearSelection();
}

/** Where the keyboard goes, and what it takes along. */
export const moveCommands: readonly MapCommand[] = [
  {
    id: "moveFocus",
    group: "move",
    keys: plain(...arrows),
    isKeyOnly: true,
    run: (tools, key) => moveFocus(tools, headings[key] ?? "right"),
  },
  {
    id: "extendSelection",
    group: "move",
    keys: withShift(...arrows),
    isKeyOnly: true,
    run: (tools, key) => extendSelection(tools, headings[key] ?? "right"),
  },
  { id: "toTarget", group: "move", keys: plain("t"), ...along("toTarget") },
  { id: "toReasons", group: "move", keys: plain("r"), ...along("toReasons") },
  { id: "toNextSibling", group: "move", keys: plain("."), ...along("toNextSibling") },
  { id: "toPreviousSibling", group: "move", keys: plain(","), ...along("toPreviousSibling") },
  {
    id: "nudge",
    group: "move",
    keys: withAlt(...arrows),
    isKeyOnly: true,
    changes: true,
    run: ({ actions }, key) => actions.arrange.nudge(...steps[headings[key] ?? "right"]),
  },
  {
    id: "selectAll",
    group: "move",
    keys: withCommand("a"),
    run: ({ actions }) => actions.selectAll(),
  },
  { id: "leave", group: "move", keys: plain("Escape"), isKeyOnly: true, run: leave },
];
