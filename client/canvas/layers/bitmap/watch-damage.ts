import type { Rect } from "#shared/diagram/index.ts";
import type { CardId } from "#shared/model/index.ts";
import type { CanvasTools } from "../../canvas-context.tsx";
import type { Bitmap } from "./bitmap.ts";
import { differing, marksOf } from "./marks.ts";
import type { MarkedPicture } from "./picture.ts";

/** More cards than this looking different at once are drawn along with everything else. */
const maxSingle = 300;

/**
 * Has drawn again whatever looks different: what was placed anew, selected, marked, dimmed, or come to by others.
 * Costs what changed.
 */
export function watchDamage(
  { scene, ui, session, visibility }: CanvasTools,
  picture: MarkedPicture,
  bitmap: Bitmap,
  drawAnew: () => void,
): () => void {
  const damageKeys = (keys: readonly string[]) => {
    if (keys.length > maxSingle) return drawAnew();
    const stretches = keys.flatMap((key): readonly Rect[] => {
      const link = scene.linkOf(key);
      const rect = link ? link.geometry.bounds : scene.rectOf(key as CardId);
      return rect ? [rect] : [];
    });
    bitmap.damage(stretches);
  };
  const readMarks = () => {
    const before = picture.marks.now;
    picture.marks.now = marksOf(session.presence.people());
    damageKeys(differing(before, picture.marks.now));
  };
  readMarks();
  const stops = [
    scene.onDamage((stretches) => bitmap.damage(stretches)),
    ui.subscribe((now, before) => {
      if (now.selection !== before.selection) damageKeys(differing(before.selection, now.selection));
      if (now.marked !== before.marked) damageKeys(differing(before.marked, now.marked));
    }),
    ui.subscribe((now, before) => now.filter !== before.filter && drawAnew()),
    ui.subscribe((now, before) => {
      if (now.collapsed !== before.collapsed) damageKeys(differing(before.collapsed, now.collapsed));
    }),
    visibility.onChange(() => damageKeys([...ui.getState().collapsed])),
    session.presence.onPeople(readMarks),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
