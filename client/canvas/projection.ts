import type { Rect } from "#shared/diagram/index.ts";
import { jointBox } from "#shared/diagram/index.ts";
import type { CardFlowNode } from "./nodes/card-node.tsx";
import type { ChipFlowNode } from "./nodes/chip-node.tsx";
import type { CanvasScene, InView } from "./scene/canvas-scene.ts";

export type CanvasNode = CardFlowNode | ChipFlowNode;

/**
 * Turns what is in view into React Flow's nodes. Whatever has not moved, grown or changed its place in the selection
 * keeps its node object, so React Flow leaves it alone; so does what is in the hand, see `HeldElements`. Costs what is
 * in view.
 */
export class Projection {
  #nodes = new Map<string, CanvasNode>();
  #list: readonly CanvasNode[] = [];

  project(
    { cards, links }: InView,
    scene: CanvasScene,
    selection: ReadonlySet<string>,
  ): readonly CanvasNode[] {
    const nodes = new Map<string, CanvasNode>();
    for (const id of cards) {
      // While the view moves, elements stay that are not wanted; of one that is hidden a box may stand in its place.
      const rect = scene.isHidden(id) ? undefined : scene.rectOf(id);
      if (rect) nodes.set(id, this.#node(id, "card", rect, selection.has(id), scene.inHand.has(id)));
    }
    for (const key of links) {
      const placed = scene.linkOf(key);
      if (!placed) continue;
      const rect = jointBox(placed.geometry.label);
      nodes.set(key, this.#node(key, "chip", rect, selection.has(key), scene.inHand.has(key)));
    }
    const list = [...nodes.values()];
    const isSame =
      list.length === this.#list.length && list.every((node, index) => node === this.#list[index]);
    this.#nodes = nodes;
    if (!isSame) this.#list = list;
    return this.#list;
  }

  #node(
    id: string,
    type: CanvasNode["type"] & string,
    rect: Rect,
    selected: boolean,
    isHeld: boolean,
  ): CanvasNode {
    const known = this.#nodes.get(id);
    if (
      known &&
      (isHeld || (known.position.x === rect.x && known.position.y === rect.y)) &&
      known.width === rect.width &&
      known.height === rect.height &&
      known.selected === selected
    ) {
      return known;
    }
    const { x, y, width, height } = rect;
    const size = { width, height };
    // Laid instead of transformed: every transformed element costs the browser time in every frame of a movement.
    const style = { left: x, top: y, transform: "none" };
    const position = { x, y };
    const common = { id, position, style, ...size, measured: size, selected, focusable: false, data: {} };
    return type === "card"
      ? { ...common, type, zIndex: 2 }
      : { ...common, type: "chip", draggable: false, zIndex: 1 };
  }
}
