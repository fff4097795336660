import type { Rect } from "#shared/diagram/index.ts";
import type { CardId } from "#shared/model/index.ts";
import type { CanvasTools } from "../../canvas-context.tsx";
import type { HandLayer } from "../hand/hand-layer.ts";
import type { Bitmap } from "./bitmap.ts";
import { differing, marksOf } from "./marks.ts";
import type { MarkedPicture } from "./picture.ts";

/** More cards than this looking different at once are drawn along with everything else. */
const maxSingle = 300;

/**
 * Has drawn again whatever looks different: what was placed anew, selected, marked, dimmed, or come to by others.
 * What is on the move is `hand`'s to draw. Costs what changed.
 */
export function watchDamage(
  { scene, ui, session, visibility, notes }: CanvasTools,
  picture: MarkedPicture,
  bitmap: Pick<Bitmap, "damage">,
  hand: Pick<HandLayer, "follow">,
  drawAnew: () => void,
): () => void {
  const damageKeys = (keys: readonly string[]) => {
    hand.follow(keys.filter((key) => scene.inHand.has(key)));
    if (keys.length > maxSingle) return drawAnew();
    const stretches = keys.flatMap((key): readonly Rect[] => {
      if (scene.inHand.has(key)) return [];
      const link = scene.linkOf(key);
      const rect = link ? link.geometry.bounds : scene.rectOf(key as CardId);
      return rect ? [rect] : [];
    });
    if (stretches.length > 0) bitmap.damage(stretches);
  };
  const readMarks = () => {
    const before = picture.marks.now;
    picture.marks.now = marksOf(session.presence.people());
    damageKeys(differing(before, picture.marks.now));
  };
  readMarks();
  const stops = [
    scene.onDamage(({ still, movingKeys, isHandedOver }) => {
      if (still.length > 0) bitmap.damage(still, isHandedOver);
      hand.follow(movingKeys);
    }),
    ui.subscribe((now, before) => {
      if (now.selection !== before.selection) damageKeys(differing(before.selection, now.selection));
      if (now.marked !== before.marked) damageKeys(differing(before.marked, now.marked));
    }),
    ui.subscribe((now, before) => {
      if (now.filter === before.filter) return;
      hand.follow(scene.inHand.keys());
      drawAnew();
    }),
    ui.subscribe((now, before) => {
      if (now.collapsed !== before.collapsed) damageKeys(differing(before.collapsed, now.collapsed));
    }),
    visibility.onChange(() => damageKeys([...ui.getState().collapsed])),
    session.presence.onPeople(readMarks),
    session.openTalk.onChange(damageKeys),
    ...(notes?.onChange ? [notes.onChange(damageKeys)] : []),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
