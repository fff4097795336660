import type { CardId } from "#shared/model/ids.ts";
import { shortName } from "./annotations.ts";
import type { PictureBookmark } from "./picture.ts";
import type { PictureWords } from "./picture-words.ts";
import type { MapScene, SceneCard } from "./scene.ts";

/** Questions with their parts below them (or, in a map without any, what nothing is concluded from), then groups. */
export function bookmarksOf(scene: MapScene, words: PictureWords): readonly PictureBookmark[] {
  const ofCards = marked(scene).map(
    ([{ card, rect }, level]): PictureBookmark => ({
      id: card.id,
      title: shortName(scene, card.id, words),
      level,
      area: rect,
    }),
  );
  const ofGroups = scene.groups.map(
    ({ group, region }): PictureBookmark => ({
      id: group.id,
      title: group.title || words.untitledGroup,
      level: 0,
      area: region,
    }),
  );
  return [...ofCards, ...ofGroups];
}

function marked(scene: MapScene): readonly (readonly [SceneCard, number])[] {
  const questions = scene.cards.filter(({ card }) => card.kind === "question");
  if (questions.length > 0) return withParts(questions);
  const premises = new Set<CardId>(
    scene.links.flatMap(({ record, from }) => (record?.type === "argument" ? from : [])),
  );
  const targets = new Set<string>(scene.links.map(({ to }) => to));
  return scene.cards
    .filter(({ card: { id } }) => targets.has(id) && !premises.has(id))
    .map((card) => [card, 0]);
}

function withParts(questions: readonly SceneCard[]): readonly (readonly [SceneCard, number])[] {
  const shown = new Set(questions.map(({ card }) => card.id));
  const parts = new Map<CardId | null, SceneCard[]>();
  for (const question of questions) {
    const { parent } = question.card;
    const key = parent && shown.has(parent) ? parent : null;
    const known = parts.get(key);
    if (known) known.push(question);
    else parts.set(key, [question]);
  }
  // Without recursion: chains of parts may be as long as a map. Rings of questions have no root and are left out.
  const found: (readonly [SceneCard, number])[] = [];
  const waiting = (parts.get(null) ?? []).map((card): readonly [SceneCard, number] => [card, 0]).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    found.push(next);
    const [{ card }, level] = next;
    for (const part of (parts.get(card.id) ?? []).toReversed()) waiting.push([part, level + 1]);
  }
  return found;
}
