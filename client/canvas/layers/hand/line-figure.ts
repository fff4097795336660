import { type Arrowhead, type Curve, curvesOf } from "#shared/diagram/index.ts";
import type { PlacedLink } from "../../scene/canvas-scene.ts";
import { headsOf, type Stroke } from "../bitmap/draw-links.ts";

const namespace = "http://www.w3.org/2000/svg";

/** Makes the drawing that line figures stand in: it speaks canvas pixels and reaches as far as they do. */
export function createDrawing(): SVGSVGElement {
  return document.createElementNS(namespace, "svg");
}

/** One line with its heads, as the bitmap draws it. Touches the page only where something differs. */
export class LineFigure {
  readonly #element = document.createElementNS(namespace, "g");
  readonly #line = document.createElementNS(namespace, "path");
  readonly #heads = document.createElementNS(namespace, "path");
  #stroke = "";
  #geometry: PlacedLink["geometry"] | undefined;

  constructor(parent: SVGSVGElement) {
    this.#line.setAttribute("fill", "none");
    this.#line.setAttribute("stroke-linecap", "round");
    this.#element.append(this.#line, this.#heads);
    parent.append(this.#element);
  }

  show(geometry: PlacedLink["geometry"], stroke: Stroke): void {
    this.#look(stroke);
    if (geometry === this.#geometry) return;
    this.#geometry = geometry;
    this.#line.setAttribute("d", curvesOf(geometry).map(pathOf).join(""));
    this.#heads.setAttribute("d", headsOf(geometry).map(outlineOf).join(""));
  }

  remove(): void {
    this.#element.remove();
  }

  #look({ color, widthPx, dash, opacity, hasHeads }: Stroke): void {
    const look = `${color} ${widthPx} ${dash} ${opacity} ${hasHeads}`;
    if (look === this.#stroke) return;
    this.#stroke = look;
    this.#line.setAttribute("stroke", color);
    this.#line.setAttribute("stroke-width", `${widthPx}`);
    this.#line.setAttribute("stroke-dasharray", dash.join(" "));
    // Of the parts, not of the group, which would be drawn aside first.
    this.#line.setAttribute("stroke-opacity", `${opacity}`);
    this.#heads.setAttribute("fill", color);
    this.#heads.setAttribute("fill-opacity", `${hasHeads ? opacity : 0}`);
  }
}

function pathOf({ from, control1, control2, to }: Curve): string {
  return `M${at(from)}C${at(control1)} ${at(control2)} ${at(to)}`;
}

function outlineOf([tip, left, right]: Arrowhead): string {
  return `M${at(tip)}L${at(left)} ${at(right)}Z`;
}

/** To a hundredth of a pixel: finer cannot be seen, and longer text takes longer to read. */
function at([x, y]: readonly [number, number]): string {
  return `${Math.round(x * 100) / 100},${Math.round(y * 100) / 100}`;
}
