import { describe, expect, test } from "vitest";
import {
  aCard,
  aConflict,
  anArgument,
  card,
  mapOf,
  onArgument,
  onCard,
} from "../../../tests/fixtures/model/build.ts";
import { jointBox } from "../link-metrics.ts";
import { rectsOverlap } from "../rect.ts";
import { defaultPictureOptions } from "./index.ts";
import { mapScene } from "./map-scene.ts";
import { schemePlaces } from "./scheme-places.ts";

/** A card lies over the joint that two arguments share; another step is objected to. */
const crowded = mapOf(
  [
    aCard("left"),
    aCard("right"),
    aCard("cover"),
    aCard("low"),
    aCard("high"),
    aCard("doubt"),
    anArgument("a1", ["left"], onCard("right"), { scheme: "sign" }),
    anArgument("a2", ["left"], onCard("right"), { polarity: "oppose", scheme: "expert-opinion" }),
    anArgument("a3", ["low"], onCard("high"), { scheme: "values" }),
    anArgument("a4", ["doubt"], onArgument("a3"), { polarity: "oppose" }),
    aConflict("k", "right", "high"),
  ],
  {
    left: [0, 300],
    right: [900, 300],
    cover: [260, 290],
    low: [0, 600],
    high: [900, 600],
    doubt: [300, 800],
  },
);

describe("words on lines", () => {
  const scene = mapScene(crowded, { type: "map" });
  const boxes = new Map(scene.links.map(({ key, geometry }) => [key, jointBox(geometry.label)]));

  test("stand where no card hides them", () => {
    for (const box of boxes.values())
      expect(scene.cards.filter(({ rect }) => rectsOverlap(rect, box, -3))).toEqual([]);
  });

  test("take along the lines that end at them", () => {
    const covered = mapScene(
      { ...crowded, positions: new Map([...crowded.positions, [card("cover"), [260, 590]]]) },
      { type: "map" },
    );
    const geometryOf = (key: string) => covered.links.find((link) => link.key === key)?.geometry;
    const step = geometryOf("a3");
    expect(step && "joint" in step && step.label).not.toEqual(step && "joint" in step && step.joint);
    const box = jointBox(step?.label ?? [0, 0]);
    const [tip] = geometryOf("a4")?.head ?? [[0, 0]];
    expect(rectsOverlap({ x: tip[0], y: tip[1], width: 0, height: 0 }, box, 1)).toBe(true);
  });

  test("do not cover each other", () => {
    const all = [...boxes.values()];
    for (const box of all)
      expect(all.filter((other) => other !== box && rectsOverlap(box, other))).toEqual([]);
  });

  test("have the kind of inference beside them, off cards and other words", () => {
    const places = schemePlaces(scene, defaultPictureOptions);
    expect([...places.keys()]).toEqual(["a1", "a2", "a3"]);
    const taken = [...boxes.values(), ...scene.cards.map(({ rect }) => rect)];
    for (const { box } of places.values())
      expect(taken.filter((other) => rectsOverlap(other, box))).toEqual([]);
    expect(schemePlaces(scene, { ...defaultPictureOptions, withSchemes: false }).size).toBe(0);
  });
});
