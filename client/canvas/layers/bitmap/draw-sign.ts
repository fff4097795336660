import type { CardKind } from "#shared/model/index.ts";

/** What is said of a card by a sign: its kind, and how it is held. */
export type Sign = CardKind | "granted" | "pinned";

/** Much as the page's icons, on a square of 24 with round strokes 2 wide. */
const paths: Readonly<Record<Sign, string>> = {
  question: "M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20M9 9.5a3 2.5 0 0 1 6 0c0 2-2 2-3 3.5M12 17h.01",
  claim: "M5 3h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H8l-5 4V5a2 2 0 0 1 2-2M7 7h8M7 11h10",
  evidence: "M12 6v14M12 6c-2-2-6-2-9-1v13c3-1 7-1 9 2c2-3 6-3 9-2V5c-3-1-7-1-9 1",
  granted: "M4 13l5 5L20 6",
  pinned: "M12 16v6M7 3h10M9 3v7l-3 4v2h12v-2l-3-4V3",
};
const squarePx = 24;
const made = new Map<Sign, Path2D>();

function pathOf(sign: Sign): Path2D {
  const known = made.get(sign);
  if (known) return known;
  const path = new Path2D(paths[sign]);
  made.set(sign, path);
  return path;
}

/** Draws a sign in the stroke colour that is set, with its top left corner at a place. */
export function drawSign(
  context: CanvasRenderingContext2D,
  sign: Sign,
  x: number,
  y: number,
  sizePx: number,
): void {
  context.save();
  context.translate(x, y);
  context.scale(sizePx / squarePx, sizePx / squarePx);
  context.lineWidth = 2;
  context.lineCap = "round";
  context.stroke(pathOf(sign));
  context.restore();
}
