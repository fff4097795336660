import type { Point } from "#shared/model/records.ts";
import { pointOnCurve } from "../curve.ts";
import { jointBox, linkMetrics } from "../link-metrics.ts";
import { Occupied } from "./occupied.ts";
import type { MapScene, SceneLink } from "./scene.ts";

/** Steps that a word may go along its line, and stems of an argument that are tried. */
const steps = 12;
const maxStems = 4;

/**
 * Lines with their words where they can be read: on a screen a word that a card hides is found by pointing at its line, in a
 * picture it is lost. So it goes along the line to where there is room, unless another line ends at it. O(links).
 */
export function placeWords({ cards, links }: Pick<MapScene, "cards" | "links">): readonly SceneLink[] {
  const taken = new Occupied();
  for (const { rect } of cards) taken.add(rect);
  const targets = new Set<string>(links.map(({ to }) => to));
  for (const { key, geometry } of links) if (targets.has(key)) taken.add(jointBox(geometry.label));
  return links.map((link) => {
    if (targets.has(link.key)) return link;
    const at = wordPoints(link).find((point) => taken.isFree(jointBox(point)));
    const label = at ?? link.geometry.label;
    taken.add(jointBox(label));
    return label === link.geometry.label ? link : { ...link, geometry: { ...link.geometry, label } };
  });
}

/** Where it stands, then along the line, what is nearer first; on the line rather than beside it. */
function wordPoints({ geometry }: SceneLink): readonly Point[] {
  const { label } = geometry;
  const points = [...alongLine(geometry)];
  return [
    label,
    ...points,
    ...points.flatMap(([x, y]): Point[] => [
      [x - asidePx, y],
      [x + asidePx, y],
    ]),
  ];
}

/** So far to the side, a word still touches its line. */
const asidePx = linkMetrics.chip.widthPx / 2 - 8;

function* alongLine(geometry: SceneLink["geometry"]): Iterable<Point> {
  if (!("stems" in geometry)) {
    for (let step = 1; step < steps / 2; step += 1) {
      yield pointOnCurve(geometry.path, 0.5 - step / steps);
      yield pointOnCurve(geometry.path, 0.5 + step / steps);
    }
    return;
  }
  for (let step = 1; step < steps; step += 1) yield pointOnCurve(geometry.arrow, (0.9 * step) / steps);
  for (const stem of geometry.stems.slice(0, maxStems))
    for (let step = 1; step < steps; step += 1) yield pointOnCurve(stem, 1 - step / steps);
}
