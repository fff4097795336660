import { ArrowRight } from "lucide-react";
import { memo, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Point } from "#shared/model/index.ts";
import type { Peer } from "../../session/presence.ts";
import { usePeople } from "../../session/session-context.tsx";
import { useCanvas } from "../canvas-context.tsx";
import type { View } from "../view/frame-view.ts";
import { type EdgeMark, edgeMarks } from "./edge-marks.ts";
import css from "./together.module.css";

type Shown = Readonly<{ ids: readonly number[]; more: number }>;
const nobody: Shown = { ids: [], more: 0 };

/**
 * Who is out of sight, at the edge on the way to them; a press goes there. Follows pointers and the view without
 * rendering: React hears only of who comes and goes.
 */
export const EdgeLayer = memo(function EdgeLayer() {
  const { session, view, following, t } = useCanvas();
  const { presence } = session;
  const people = usePeople();
  const followed = useSyncExternalStore(following.subscribe, following.followed);
  const elements = useRef(new Map<number, HTMLElement>());
  const places = useRef(new Map<number, EdgeMark>());
  const [shown, setShown] = useState(nobody);

  useEffect(() => {
    let frame: number | undefined;
    const place = () => {
      frame = undefined;
      const peers = presence.peers().filter(({ clientId }) => clientId !== followed);
      const { marks, more } = edgeMarks(onScreen(peers, view.get()), view.screen());
      places.current = new Map(marks.map((mark) => [mark.clientId, mark]));
      for (const [clientId, element] of elements.current) {
        put(element, places.current.get(clientId), view.screen().width);
      }
      const ids = [...places.current.keys()].sort((a, b) => a - b);
      setShown((before) => (before.more === more && `${before.ids}` === `${ids}` ? before : { ids, more }));
    };
    const placeSoon = () => {
      frame ??= requestAnimationFrame(place);
    };
    placeSoon();
    const stops = [presence.onPeers(placeSoon), view.onMove(placeSoon)];
    return () => {
      for (const stop of stops) stop();
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }, [presence, view, followed]);

  if (shown.ids.length === 0) return null;
  return (
    <ul className={css["edge"]} aria-label={t("together.edge")}>
      {people
        .filter(({ clientId }) => shown.ids.includes(clientId))
        .map(({ clientId, user }) => (
          <li key={clientId}>
            <button
              type="button"
              ref={(element) => {
                if (!element) return;
                elements.current.set(clientId, element);
                put(element, places.current.get(clientId), view.screen().width);
                return () => void elements.current.delete(clientId);
              }}
              className={css["mark"]}
              style={{ background: user.color }}
              aria-label={t("together.go", { name: user.name })}
              onClick={() => following.goTo(clientId)}
            >
              <ArrowRight size={14} aria-hidden="true" className={css["arrow"]} />
              <span dir="auto" className={css["markName"]}>
                {user.name}
              </span>
            </button>
          </li>
        ))}
      {shown.more > 0 ? (
        <li className={css["more"]} title={t("together.more", { count: shown.more })}>
          {t("presence.more", { count: shown.more })}
        </li>
      ) : null}
    </ul>
  );
});

/** Where people point or, where they point at nothing, what they look at, in screen pixels. */
function onScreen(peers: readonly Peer[], { x, y, zoom }: View): ReadonlyMap<number, Point> {
  const places = new Map<number, Point>();
  for (const { clientId, cursor, view } of peers) {
    const at = cursor ?? (view && ([view.x, view.y] as const));
    if (at) places.set(clientId, [at[0] * zoom + x, at[1] * zoom + y]);
  }
  return places;
}

/** Straight to the page: this happens at every movement. */
function put(element: HTMLElement, mark: EdgeMark | undefined, screenWidth: number): void {
  if (!mark) return;
  element.style.setProperty("--x", `${mark.x}px`);
  element.style.setProperty("--y", `${mark.y}px`);
  element.style.setProperty("--inwards", `${mark.x / Math.max(1, screenWidth)}`);
  element.style.setProperty("--angle", `${mark.angleRad}rad`);
}
