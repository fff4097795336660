import type { Motion } from "../../view/motion.ts";
import { type Box, overlapOf } from "./boxes.ts";

/**
 * Whether what is drawn stands in for elements: while the view moves, and they would show nothing that is not drawn
 * just as well.
 */
export class StandIn {
  readonly #motion: Motion;
  readonly #onChange: (isStandIn: boolean) => void;
  #isOn = false;
  /** The movement has been faster than drawing. */
  #isBehind = false;

  constructor(motion: Motion, onChange: (isStandIn: boolean) => void) {
    this.#motion = motion;
    this.#onChange = onChange;
  }

  /**
   * Looks again after a movement of what is drawn as large as it is shown: `seen` is on the screen, `stale` not drawn
   * yet, `damaged` drawn, but otherwise; that does not end it, since it is drawn in the next frame.
   */
  follow(seen: Box, stale: readonly Box[], damaged: readonly Box[]): void {
    const isSeen = (box: Box) => overlapOf(box, seen);
    const isUndrawn = stale.some(isSeen);
    this.#isBehind ||= this.#isOn && isUndrawn;
    // A fine screen shows elements finer than what is drawn on the way, however finely that is drawn at rest.
    const isGood = this.#motion.isMoving && !isUndrawn && window.devicePixelRatio <= 1;
    // Every change costs a frame, so after giving up it takes the whole margin, not only what is seen for a moment.
    const isWhole = this.#isBehind ? stale.length === 0 : !damaged.some(isSeen);
    this.#set(isGood && (this.#isOn || isWhole));
  }

  /** Elements show themselves again, since the view rests or nothing is drawn any more. */
  end(): void {
    this.#isBehind = false;
    this.#set(false);
  }

  #set(isOn: boolean): void {
    if (this.#isOn === isOn) return;
    this.#isOn = isOn;
    this.#onChange(isOn);
  }
}
