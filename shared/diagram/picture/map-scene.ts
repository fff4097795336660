import { excerptOf } from "#shared/model/copy.ts";
import type { CardId, GroupId, SourceId } from "#shared/model/ids.ts";
import { type PlainMap, recordsOf, resolveMap, viewOf } from "#shared/model/plain-map.ts";
import type { Argument } from "#shared/model/records.ts";
import { cardBox } from "../card-box.ts";
import { geometryOf, type LinkLookup } from "../joint.ts";
import { conflictGeometry, linkGeometry } from "../link-geometry.ts";
import { jointBox } from "../link-metrics.ts";
import { boundsOf, type Rect } from "../rect.ts";
import type { RelationTone } from "../tokens.ts";
import { moveGeometry, moveRect } from "./move.ts";
import type { PictureScope } from "./picture-options.ts";
import { placeWords } from "./place-words.ts";
import { inReadingOrder, type MapScene, type SceneCard, type SceneGroup, type SceneLink } from "./scene.ts";

/** Room between the outermost cards and the border of their region; on top also for its name. */
const region = { paddingPx: 20, headPx: 30 } as const;

/** Puts the part of a map in scope in its places; cards without one are left out. O(map log map). */
export function mapScene(whole: PlainMap, scope: PictureScope): MapScene {
  const map = inScope(resolveMap(whole), scope);
  const sourceTitleOf = (id: SourceId) => {
    const source = map.records.get(id);
    return source?.type === "source" ? source.title : undefined;
  };
  const rects = new Map<CardId, Rect>();
  const cards: SceneCard[] = [];
  for (const card of recordsOf(map, "card")) {
    const at = map.positions.get(card.id);
    if (!at) continue;
    const box = cardBox(card, sourceTitleOf);
    const rect = { x: at[0], y: at[1], width: box.width, height: box.height };
    rects.set(card.id, rect);
    cards.push({ card, box, rect });
  }
  cards.sort((a, b) => inReadingOrder(a.rect, b.rect));
  return sceneOf(
    map,
    cards,
    placeWords({ cards, links: linksOf(map, (id) => rects.get(id)) }),
    groupsOf(map, cards),
  );
}

/** The same scene elsewhere. O(scene). */
export function moveScene({ map, cards, links, groups }: MapScene, dx: number, dy: number): MapScene {
  return sceneOf(
    map,
    cards.map((card) => ({ ...card, rect: moveRect(card.rect, dx, dy) })),
    links.map((link) => ({ ...link, geometry: moveGeometry(link.geometry, dx, dy) })),
    groups.map((group) => ({ ...group, region: moveRect(group.region, dx, dy) })),
  );
}

/** The box around all that is drawn, but for what stands out a little from cards and words; a point where nothing is. */
export function sceneBounds({ cards, links, groups }: MapScene, others: Iterable<Rect>): Rect {
  const bounds = boundsOf([
    ...cards.map(({ rect }) => rect),
    ...links.flatMap(({ geometry }) => [geometry.bounds, jointBox(geometry.label)]),
    ...groups.map(({ region: box }) => box),
    ...others,
  ]);
  return bounds ?? { x: 0, y: 0, width: 0, height: 0 };
}

function sceneOf(
  map: PlainMap,
  cards: readonly SceneCard[],
  links: readonly SceneLink[],
  groups: readonly SceneGroup[],
): MapScene {
  const byId = new Map(cards.map((card) => [card.card.id, card]));
  return { map, cards, cardOf: (id) => byId.get(id), links, groups };
}

function inScope(map: PlainMap, scope: PictureScope): PlainMap {
  switch (scope.type) {
    case "map":
      return map;
    case "cards":
      return excerptOf(viewOf(map), scope.ids);
    case "group": {
      const members = recordsOf(map, "card").filter(({ group }) => group === scope.id);
      return excerptOf(
        viewOf(map),
        members.map(({ id }) => id),
      );
    }
  }
}

function linksOf(map: PlainMap, rectOf: (id: CardId) => Rect | undefined): readonly SceneLink[] {
  const lookup: LinkLookup = {
    argument: (id) => {
      const record = map.records.get(id);
      return record?.type === "argument" ? record : undefined;
    },
    cardBox: rectOf,
  };
  const links: SceneLink[] = [];
  const between = (tone: "answer" | "part", from: CardId, to: CardId) => {
    const [a, b] = [rectOf(from), rectOf(to)];
    if (a && b)
      links.push({
        key: `${from}.${to}`,
        tone,
        record: null,
        from: [from],
        to,
        geometry: linkGeometry(a, b),
      });
  };
  for (const { id, answers, parent } of recordsOf(map, "card")) {
    if (parent) between("part", id, parent);
    for (const question of answers) between("answer", id, question);
  }
  for (const record of recordsOf(map, "conflict")) {
    const [first, second] = record.members;
    const [a, b] = [rectOf(first), rectOf(second)];
    if (!a || !b) continue;
    const geometry = conflictGeometry(a, b);
    links.push({ key: record.id, tone: "conflict", record, from: [first], to: second, geometry });
  }
  for (const record of recordsOf(map, "argument")) {
    const geometry = geometryOf(record.id, lookup);
    if (!geometry) continue;
    const { id, premises, target } = record;
    links.push({ key: id, tone: toneOf(record), record, from: premises, to: target.id, geometry });
  }
  return links;
}

function toneOf({ polarity, target }: Argument): RelationTone {
  if (target.type === "card") return polarity;
  return polarity === "support" ? "backing" : "undercut";
}

function groupsOf(map: PlainMap, cards: readonly SceneCard[]): readonly SceneGroup[] {
  const members = new Map<GroupId, Rect[]>();
  for (const { card, rect } of cards) {
    if (!card.group) continue;
    const known = members.get(card.group);
    if (known) known.push(rect);
    else members.set(card.group, [rect]);
  }
  const groups: SceneGroup[] = [];
  for (const group of recordsOf(map, "group")) {
    const bounds = boundsOf(members.get(group.id) ?? []);
    if (bounds) groups.push({ group, region: regionOf(bounds) });
  }
  const area = ({ region: { width, height } }: SceneGroup) => width * height;
  return groups.sort((a, b) => area(b) - area(a));
}

function regionOf({ x, y, width, height }: Rect): Rect {
  const { paddingPx, headPx } = region;
  return {
    x: x - paddingPx,
    y: y - headPx,
    width: width + 2 * paddingPx,
    height: height + headPx + paddingPx,
  };
}
