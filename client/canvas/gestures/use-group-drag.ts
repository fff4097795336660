import { type PointerEvent, useEffect, useRef } from "react";
import type { CardId, GroupId, Point } from "#shared/model/index.ts";
import { useCanvas } from "../canvas-context.tsx";

/** A press that moves less than this is a click; in screen pixels. */
const slackPx = 4;

type Grip = { page: Point; at: ReadonlyMap<CardId, Point>; moved: [dx: number, dy: number] | null };

/**
 * Handlers for the head of a region, by which all its cards are moved as one: seen by the others on the way, written
 * once. Escape puts them back. A press that does not move stays a click.
 */
export function useGroupDrag(id: GroupId) {
  const { scene, session, actions, view, visibility } = useCanvas();
  const grip = useRef<Grip | null>(null);

  function letGo() {
    const held = grip.current;
    grip.current = null;
    if (!held?.moved) return null;
    session.presence.drag(null);
    return held;
  }

  useEffect(() => {
    const giveUp = () => {
      const held = grip.current;
      if (!held) return;
      grip.current = null;
      session.presence.drag(null);
      scene.settle(held.at.keys());
      visibility.followGroup(id);
    };
    const noteKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !grip.current) return;
      event.stopPropagation();
      giveUp();
    };
    window.addEventListener("keydown", noteKey, { capture: true });
    return () => {
      window.removeEventListener("keydown", noteKey, { capture: true });
      giveUp();
    };
  }, [scene, session, visibility, id]);

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0 || !session.status().canEdit) return;
      const at = new Map<CardId, Point>();
      for (const card of scene.cardsIn(id)) {
        const point = session.doc.position(card);
        if (point) at.set(card, point);
      }
      // At once: the head is low, and a quick hand is off it with the first move.
      event.currentTarget.setPointerCapture(event.pointerId);
      grip.current = { page: [event.clientX, event.clientY], at, moved: null };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const held = grip.current;
      if (!held) return;
      const way: Point = [event.clientX - held.page[0], event.clientY - held.page[1]];
      if (!held.moved && Math.hypot(...way) <= slackPx) return;
      const { zoom } = view.get();
      const [dx, dy] = [Math.round(way[0] / zoom), Math.round(way[1] / zoom)];
      held.moved = [dx, dy];
      scene.shift([...held.at].map(([card, [x, y]]) => [card, [x + dx, y + dy]]));
      visibility.followGroup(id);
      session.presence.drag({ ids: [id], dx, dy });
    },
    onPointerUp() {
      const held = letGo();
      if (!held?.moved) return;
      const [dx, dy] = held.moved;
      actions.arrange.moveTo([...held.at].map(([card, [x, y]]) => [card, [x + dx, y + dy]]));
      scene.settle(held.at.keys());
      visibility.followGroup(id);
    },
    onPointerCancel() {
      const held = letGo();
      if (held) scene.settle(held.at.keys());
      visibility.followGroup(id);
    },
  };
}
