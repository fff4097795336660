import type { CardKind } from "#shared/model/records.ts";
import { pathItem, stroked } from "./items.ts";
import type { PathSegment, PicturePath } from "./picture.ts";
import type { PictureStanding } from "./picture-words.ts";

/** What is said by a sign: the kind of a card, how it is held, how it fares, and what a word on a line means. */
type Sign = CardKind | PictureStanding | "granted" | "linked" | "conflict";

/** How far the handles of a quarter of a circle reach, as a part of its radius. */
const quarter = 0.5523;

/** The icons of the page, on a square of 24 with strokes 2 wide. */
const drawn: Readonly<Record<Sign, readonly PathSegment[]>> = {
  question: [
    ...circle(12, 12, 10),
    ["M", 9, 9.5],
    ["C", 9, 8.12, 10.34, 7, 12, 7],
    ["C", 13.66, 7, 15, 8.12, 15, 9.5],
    ["C", 15, 11.5, 13, 11.5, 12, 13],
    ["M", 12, 17],
    ["L", 12.01, 17],
  ],
  claim: [
    ["M", 5, 3],
    ["L", 19, 3],
    ["C", 20.1, 3, 21, 3.9, 21, 5],
    ["L", 21, 15],
    ["C", 21, 16.1, 20.1, 17, 19, 17],
    ["L", 8, 17],
    ["L", 3, 21],
    ["L", 3, 5],
    ["C", 3, 3.9, 3.9, 3, 5, 3],
    ["M", 7, 7],
    ["L", 15, 7],
    ["M", 7, 11],
    ["L", 17, 11],
  ],
  evidence: [
    ["M", 12, 6],
    ["L", 12, 20],
    ["M", 12, 6],
    ["C", 10, 4, 6, 4, 3, 5],
    ["L", 3, 18],
    ["C", 6, 17, 10, 17, 12, 20],
    ["C", 14, 17, 18, 17, 21, 18],
    ["L", 21, 5],
    ["C", 18, 4, 14, 4, 12, 6],
  ],
  granted: [
    ["M", 4, 13],
    ["L", 9, 18],
    ["L", 20, 6],
  ],
  linked: [
    ["M", 9, 17],
    ["L", 7, 17],
    ["C", 4.24, 17, 2, 14.76, 2, 12],
    ["C", 2, 9.24, 4.24, 7, 7, 7],
    ["L", 9, 7],
    ["M", 15, 7],
    ["L", 17, 7],
    ["C", 19.76, 7, 22, 9.24, 22, 12],
    ["C", 22, 14.76, 19.76, 17, 17, 17],
    ["L", 15, 17],
    ["M", 8, 12],
    ["L", 16, 12],
  ],
  conflict: [["M", 13, 2], ["L", 4, 14], ["L", 11, 14], ["L", 10, 22], ["L", 19, 10], ["L", 12, 10], ["Z"]],
  stands: [
    ["M", 4, 13],
    ["L", 9, 18],
    ["L", 20, 6],
  ],
  refuted: [
    ["M", 6, 6],
    ["L", 18, 18],
    ["M", 18, 6],
    ["L", 6, 18],
  ],
  contested: [
    ["M", 3, 12],
    ["L", 21, 12],
    ["M", 7, 8],
    ["L", 3, 12],
    ["L", 7, 16],
    ["M", 17, 8],
    ["L", 21, 12],
    ["L", 17, 16],
  ],
  undecided: [
    ["M", 5, 12],
    ["L", 19, 12],
  ],
  unsupported: circle(12, 12, 7),
};
/** The sign of a standing on a square of 24, for strokes with round ends. */
export function standingSign(standing: PictureStanding): readonly PathSegment[] {
  return drawn[standing];
}

const squarePx = 24;
const strokePx = 2;

/** A sign with its top left corner at a place. */
export function signItem(sign: Sign, x: number, y: number, sizePx: number, color: string): PicturePath {
  const scale = sizePx / squarePx;
  const placed = drawn[sign].map((segment) => scaled(segment, x, y, scale));
  return pathItem(placed, stroked(color, strokePx * scale));
}

function scaled(segment: PathSegment, x: number, y: number, by: number): PathSegment {
  switch (segment[0]) {
    case "M":
    case "L":
      return [segment[0], x + segment[1] * by, y + segment[2] * by];
    case "C":
      return [
        "C",
        x + segment[1] * by,
        y + segment[2] * by,
        x + segment[3] * by,
        y + segment[4] * by,
        x + segment[5] * by,
        y + segment[6] * by,
      ];
    case "Z":
      return segment;
  }
}

/** A circle as four curves. */
export function circle(x: number, y: number, radius: number): readonly PathSegment[] {
  const reach = radius * quarter;
  return [
    ["M", x + radius, y],
    ["C", x + radius, y + reach, x + reach, y + radius, x, y + radius],
    ["C", x - reach, y + radius, x - radius, y + reach, x - radius, y],
    ["C", x - radius, y - reach, x - reach, y - radius, x, y - radius],
    ["C", x + reach, y - radius, x + radius, y - reach, x + radius, y],
    ["Z"],
  ];
}
