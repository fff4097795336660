import type { CanvasNode } from "./projection.ts";
import type { CanvasScene } from "./scene/canvas-scene.ts";

/**
 * Moves the elements of what is in the hand straight on the page: React and React Flow hear of a card's new place when
 * it is dropped, not at every step of the way. A move costs what moves.
 */
export class HeldElements {
  readonly #scene: Pick<CanvasScene, "inHand" | "placeOf">;
  readonly #elementOf: (key: string) => HTMLElement | null;
  /** As they stand on the page. */
  #nodes: readonly CanvasNode[] = [];
  #byKey: ReadonlyMap<string, CanvasNode> | undefined;
  /** The elements that are shown elsewhere than their nodes say. */
  readonly #moved = new Map<string, HTMLElement>();

  constructor(
    scene: Pick<CanvasScene, "inHand" | "placeOf">,
    elementOf: (key: string) => HTMLElement | null,
  ) {
    this.#scene = scene;
    this.#elementOf = elementOf;
  }

  /** These nodes have come to the page; to be called before it is painted. */
  committed(nodes: readonly CanvasNode[]): void {
    this.#nodes = nodes;
    this.#byKey = undefined;
    for (const key of [...this.#moved.keys()]) this.#align(key);
  }

  /** Something may lie elsewhere. What was let go of stays where it is shown until its node has come. */
  follow(): void {
    const { inHand } = this.#scene;
    for (const key of inHand.keys()) this.#align(key);
    for (const key of [...this.#moved.keys()]) {
      const [dx, dy] = this.#wayOf(key) ?? [0, 0];
      if (!inHand.has(key) && dx === 0 && dy === 0) this.#align(key);
    }
  }

  #align(key: string): void {
    const way = this.#wayOf(key);
    const element = this.#moved.get(key) ?? (way ? this.#elementOf(key) : null);
    if (!element) return;
    const [dx, dy] = way ?? [0, 0];
    const isElsewhere = dx !== 0 || dy !== 0;
    element.style.translate = isElsewhere ? `${dx}px ${dy}px` : "";
    // What is in the hand is nowhere drawn: its element is all that is seen of it.
    element.toggleAttribute("data-held", isElsewhere);
    if (isElsewhere) this.#moved.set(key, element);
    else this.#moved.delete(key);
  }

  /** From where the node says that it is to where it is; undefined where there is no such node or place. */
  #wayOf(key: string): readonly [dx: number, dy: number] | undefined {
    this.#byKey ??= new Map(this.#nodes.map((node) => [node.id, node]));
    const position = this.#byKey.get(key)?.position;
    const place = this.#scene.placeOf(key);
    return position && place ? [place.x - position.x, place.y - position.y] : undefined;
  }
}
