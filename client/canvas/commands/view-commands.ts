import type { StepLayer } from "#shared/model/index.ts";
import type { CanvasTools } from "../canvas-context.tsx";
import { flight } from "../view/flight.ts";
import { showAll } from "../view/show-all.ts";
import { type MapCommand, plain } from "./map-command.ts";

function toggleLayer({ layer, showLayer }: CanvasTools, wanted: StepLayer): void {
  showLayer(layer === wanted ? "none" : wanted);
}

const zoomStep = 1.2;
const zoomMs = 120;

/** Where one looks, and from how far. */
export const viewCommands: readonly MapCommand[] = [
  {
    id: "zoomIn",
    group: "view",
    keys: plain("+", "="),
    run: ({ view }) => view.zoomBy(zoomStep, flight(zoomMs)),
  },
  {
    id: "zoomOut",
    group: "view",
    keys: plain("-"),
    run: ({ view }) => view.zoomBy(1 / zoomStep, flight(zoomMs)),
  },
  {
    id: "fit",
    group: "view",
    keys: plain("0"),
    run: ({ view, scene }) => showAll(view, scene),
  },
  {
    id: "zoomToSelection",
    group: "view",
    keys: plain("1"),
    isFor: ({ ui }) => ui.getState().selection.size > 0,
    run: ({ view, scene, ui }) => showAll(view, scene, ui.getState().selection),
  },
  {
    id: "useHand",
    group: "view",
    keys: plain("d"),
    run: ({ ui }) => ui.getState().chooseTool("hand"),
  },
  {
    id: "useSelect",
    group: "view",
    keys: plain("v"),
    run: ({ ui }) => ui.getState().chooseTool("select"),
  },
  {
    id: "useLasso",
    group: "view",
    keys: plain("y"),
    run: ({ ui }) => ui.getState().chooseTool("lasso"),
  },
  {
    id: "outline",
    group: "view",
    keys: plain("\\"),
    run: ({ ui }) => {
      const { outline, placeOutline } = ui.getState();
      placeOutline(outline === "none" ? "beside" : "none");
    },
  },
  {
    id: "standings",
    group: "view",
    keys: plain("F"),
    run: (tools) => toggleLayer(tools, "standing"),
  },
  {
    id: "strengths",
    group: "view",
    run: (tools) => toggleLayer(tools, "strength"),
  },
  {
    id: "help",
    group: "view",
    keys: plain("?"),
    run: ({ openDialog }) => openDialog("keyboard"),
  },
];
