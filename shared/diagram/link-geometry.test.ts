import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ArgumentId, CardId } from "#shared/model/ids.ts";
import type { Argument, Point, Ref } from "#shared/model/records.ts";
import { argumentGeometry } from "./argument-geometry.ts";
import { curveBounds, pointOnCurve } from "./curve.ts";
import { geometryOf, jointOf, type LinkLookup } from "./joint.ts";
import { conflictGeometry, linkGeometry } from "./link-geometry.ts";
import { isLongLink, jointBox, linkMetrics } from "./link-metrics.ts";
import { type Rect, rectsOverlap } from "./rect.ts";

const target: Rect = { x: 0, y: 0, width: 248, height: 100 };
const onCard = { type: "card", box: target } as const;
const right = (y: number): Rect => ({ x: 360, y, width: 248, height: 80 });

describe("argumentGeometry", () => {
  test("the joint sits in the gap, level with the premise, with room for its chip", () => {
    const { joint, arrow, head } = argumentGeometry([right(200)], onCard);
    expect(joint).toEqual([248 + 56, 240]);
    expect(rectsOverlap(jointBox(joint), right(200))).toBe(false);
    expect(rectsOverlap(jointBox(joint), target)).toBe(false);
    expect(head[0][0]).toBe(248);
    expect(arrow.control1[1]).toBe(240);
  });

  test("premises that work together share one joint", () => {
    const { stems, joint } = argumentGeometry([right(0), right(100)], onCard);
    expect(stems.map((stem) => stem.from)).toEqual([
      [360, 40],
      [360, 140],
    ]);
    expect(stems.every((stem) => stem.to === joint)).toBe(true);
  });

  test("several reasons for one card end apart, in the order of their premises, on its border", () => {
    const tips = [-400, -100, 0, 100, 900].map((y) => argumentGeometry([right(y)], onCard).head[0]);
    const heights = tips.map(([, y]) => y);
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(new Set(heights).size).toBe(heights.length);
    for (const y of heights) {
      expect(y).toBeGreaterThanOrEqual(linkMetrics.cornerPx);
      expect(y).toBeLessThanOrEqual(100 - linkMetrics.cornerPx);
    }
  });

  test.each<[string, Rect, Point]>([
    ["right", { x: 400, y: 0, width: 248, height: 80 }, [248, 0]],
    ["left", { x: -400, y: 0, width: 248, height: 80 }, [0, 0]],
    ["above", { x: 0, y: -300, width: 248, height: 80 }, [0, 0]],
    ["below", { x: 0, y: 300, width: 248, height: 80 }, [0, 100]],
  ])("a premise to the %s is linked to the facing side", (side, box, [x, y]) => {
    const [tip] = argumentGeometry([box], onCard).head;
    if (side === "left" || side === "right") expect(tip[0]).toBe(x);
    else expect(tip[1]).toBe(y);
  });

  test("an objection to a step below its premises runs up the gutter to the joint", () => {
    const attacked = argumentGeometry([right(0)], onCard).joint;
    const { joint, head } = argumentGeometry([right(120)], { type: "joint", at: attacked });
    expect(joint[0]).toBe(attacked[0]);
    expect(head[0]).toEqual([attacked[0], attacked[1] + linkMetrics.chip.heightPx / 2]);
    const own = argumentGeometry([right(120)], onCard).joint;
    expect(rectsOverlap(jointBox(joint), jointBox(own))).toBe(false);
  });
});

describe("what hangs on a head", () => {
  const hanging: Rect = { x: 40, y: 400, width: 248, height: 80 };

  test("an answer's link runs down the indent, clear of what stands between", () => {
    const { path, head } = linkGeometry(hanging, target);
    expect(head[0]).toEqual([20, 100]);
    const between: Rect = { x: 40, y: 150, width: 248, height: 200 };
    for (let t = 0; t <= 1; t += 0.05) {
      const [x, y] = pointOnCurve(path, t);
      expect(rectsOverlap(between, { x, y, width: 0, height: 0 })).toBe(false);
    }
  });

  test("an answer's word stands in the least room that there is above it", () => {
    const { label, path } = linkGeometry(hanging, target);
    const word = jointBox(label);
    expect(rectsOverlap(word, hanging)).toBe(false);
    expect(hanging.y - word.y).toBeLessThanOrEqual(32);
    expect(word.x).toBe(target.x);
    expect(word.x + word.width).toBeGreaterThan(path.to[0]);
    const below: Rect = { ...target, y: 700 };
    expect(rectsOverlap(jointBox(linkGeometry(hanging, below).label), hanging)).toBe(false);
  });

  test("a reason's chip stands above its premise", () => {
    const { joint, head, stems } = argumentGeometry([hanging], onCard);
    expect(rectsOverlap(jointBox(joint), hanging)).toBe(false);
    expect(joint[1]).toBeLessThan(hanging.y);
    expect(stems[0]?.from[1]).toBe(hanging.y);
    expect(head[0]).toEqual([20, 100]);
  });
});

test("a premise that serves a near and a far conclusion shows both chips", () => {
  const near = argumentGeometry([right(0)], onCard).joint;
  const far = argumentGeometry([right(0)], { type: "card", box: { ...target, x: -900, y: 900 } }).joint;
  expect(rectsOverlap(jointBox(near), jointBox(far))).toBe(false);
});

describe("links without a joint", () => {
  test("an answer ends at its question", () => {
    const { head, tail, label } = linkGeometry(right(0), target);
    expect(head[0][0]).toBe(248);
    expect(tail).toBeNull();
    expect(label[0]).toBeCloseTo(304, -1);
  });

  test("a conflict points both ways", () => {
    const { head, tail } = conflictGeometry(target, right(0));
    expect(head[0][0]).toBe(360);
    expect(tail?.[0][0]).toBe(248);
  });
});

test("a link across the canvas is long, one along a gutter is not", () => {
  expect(isLongLink(argumentGeometry([right(0)], onCard))).toBe(false);
  expect(isLongLink(argumentGeometry([right(2_000)], onCard))).toBe(false);
  expect(isLongLink(argumentGeometry([{ ...right(0), x: 1_500 }], onCard))).toBe(true);
});

describe("any boxes", () => {
  const box = fc.record({
    x: fc.integer({ min: -2_000, max: 2_000 }),
    y: fc.integer({ min: -2_000, max: 2_000 }),
    width: fc.integer({ min: 1, max: 400 }),
    height: fc.integer({ min: 1, max: 900 }),
  });

  test("give finite curves within their bounds, wherever the boxes are", () => {
    fc.assert(
      fc.property(box, box, box, (a, b, c) => {
        const geometry = argumentGeometry([a, b], { type: "card", box: c });
        for (const curve of [...geometry.stems, geometry.arrow, conflictGeometry(a, c).path]) {
          expect(curve.d).not.toMatch(/NaN|Infinity/u);
          const bounds = curveBounds(curve);
          for (const t of [0, 0.3, 0.7, 1]) {
            const [x, y] = pointOnCurve(curve, t);
            expect(x).toBeGreaterThanOrEqual(bounds.x - 1e-6);
            expect(y).toBeLessThanOrEqual(bounds.y + bounds.height + 1e-6);
          }
        }
      }),
    );
  });
});

describe("jointOf", () => {
  const boxes = new Map<string, Rect>([
    ["t", target],
    ["p", right(0)],
    ["u", right(120)],
    ["v", right(240)],
  ]);

  test("an argument about a step is resolved through that step's joint", () => {
    const lookup = lookupOf(
      argument("a", "p", card("t")),
      argument("b", "u", step("a")),
      argument("c", "v", step("b")),
    );
    const a = jointOf("a" as ArgumentId, lookup);
    expect(a).toEqual([304, 40]);
    expect(jointOf("c" as ArgumentId, lookup)).toEqual([304, 252]);
    expect(geometryOf("b" as ArgumentId, lookup)?.head[0]).toEqual([304, 52]);
  });

  test("arguments about each other rest beside their premises, and meet each other's joints", () => {
    const lookup = lookupOf(
      argument("a", "p", step("b")),
      argument("b", "u", step("a")),
      argument("c", "v", step("c")),
    );
    for (const [id, other] of [
      ["a", "b"],
      ["b", "a"],
      ["c", "c"],
    ] as const) {
      const geometry = geometryOf(id as ArgumentId, lookup);
      expect(geometry?.joint).toEqual(jointOf(id as ArgumentId, lookup));
      const [x] = jointOf(other as ArgumentId, lookup) ?? [0];
      expect(Math.abs((geometry?.head[0][0] ?? Number.NaN) - x)).toBeLessThanOrEqual(
        linkMetrics.chip.widthPx / 2,
      );
    }
  });

  test("what is missing is not drawn", () => {
    const lookup = lookupOf(
      argument("a", "p", card("gone")),
      argument("b", "gone", card("t")),
      argument("c", "u", step("x")),
    );
    for (const id of ["a", "b", "c", "d"]) expect(geometryOf(id as ArgumentId, lookup)).toBeUndefined();
  });

  function lookupOf(...all: readonly Argument[]): LinkLookup {
    const byId = new Map(all.map((one) => [one.id, one]));
    return { argument: (id) => byId.get(id), cardBox: (id) => boxes.get(id) };
  }
});

function card(id: string): Ref {
  return { type: "card", id: id as CardId };
}

function step(id: string): Ref {
  return { type: "argument", id: id as ArgumentId };
}

function argument(id: string, premise: string, to: Ref): Argument {
  return {
    type: "argument",
    id: id as ArgumentId,
    polarity: "support",
    premises: [premise as CardId],
    target: to,
    scheme: "none",
    note: "",
    base: null,
    author: "",
    createdAt: 0,
  };
}

describe("in trees that run down or up", () => {
  const parent = { x: 0, y: 0, width: 248, height: 80 };
  const { uprightPx, sidewaysPx } = linkMetrics.tidyGap;

  test("links a level apart run up and down, however far to the side", () => {
    for (const x of [200, 300, 448, 2_000]) {
      const below = argumentGeometry([{ x, y: 80 + uprightPx, width: 248, height: 60 }], {
        type: "card",
        box: parent,
      });
      expect(below.joint[1]).toBe(80 + uprightPx / 2);
      expect(below.head[0][1]).toBe(80);
    }
  });

  test("links a level of a tree to the right apart run sideways, even where they are a level lower too", () => {
    const beside = { x: 248 + sidewaysPx, y: 80 + uprightPx, width: 248, height: 60 };
    expect(argumentGeometry([beside], { type: "card", box: parent }).head[0][0]).toBe(248);
  });

  test("what stands above a card and in from its edge hangs on its upper border", () => {
    const above = { x: 40, y: -200, width: 248, height: 60 };
    const { joint, head } = argumentGeometry([above], { type: "card", box: parent });
    expect(joint[1]).toBeGreaterThan(-140);
    expect(head[0]).toEqual([20, 0]);
    expect(linkGeometry(above, parent).head[0]).toEqual([20, 0]);
  });

  test("an objection to the step beside it runs along the gutter between the levels", () => {
    const joint: Point = [124, 128];
    const objector = { x: 268, y: 176, width: 248, height: 60 };
    const geometry = argumentGeometry([objector], { type: "joint", at: joint });
    expect(geometry.joint[1]).toBe(joint[1]);
    expect(geometry.joint[0]).toBeGreaterThan(268);
    expect(geometry.head[0]).toEqual([joint[0] + linkMetrics.chip.widthPx / 2, joint[1]]);
  });
});
