import { useEffect, useRef } from "react";
import type { LaserPoint } from "#shared/protocol/stage.ts";
import { OnCanvas } from "../canvas/layers/on-canvas.tsx";
import { LaserTrails } from "./laser-trails.ts";
import css from "./stage.module.css";
import { useStageTools } from "./stage-context.tsx";

const svgName = "http://www.w3.org/2000/svg";

/** The trails of those who point, each fading away: drawn straight into the page, twenty times a second at the most. */
export function LaserLayer({
  own,
}: Readonly<{ own: ((draw: (point: LaserPoint) => void) => () => void) | undefined }>) {
  const { session } = useStageTools();
  const trails = useRef<SVGSVGElement>(null);
  useEffect(() => {
    const known = new LaserTrails();
    const draw = (clientId: number, point: LaserPoint) => {
      const from = known.next(clientId, point, performance.now());
      if (from && trails.current) addStroke(trails.current, from, point);
    };
    const { presence } = session;
    const stopPeers = presence.onPeers(() => {
      const pointing = new Map<number, LaserPoint>();
      for (const { clientId, laser, stage } of presence.peers())
        if (laser && stage) pointing.set(clientId, laser);
      known.keepOnly((clientId) => clientId === presence.ownId || pointing.has(clientId));
      for (const [clientId, point] of pointing) draw(clientId, point);
    });
    const stopOwn = own?.((point) => draw(presence.ownId, point));
    return () => {
      stopPeers();
      stopOwn?.();
    };
  }, [session, own]);
  return (
    <OnCanvas>
      <svg ref={trails} className={css["trails"]} aria-hidden="true" />
    </OnCanvas>
  );
}

/** A piece of a trail, which goes when it has faded. */
function addStroke(trails: SVGSVGElement, [x1, y1]: LaserPoint, [x2, y2]: LaserPoint): void {
  const line = document.createElementNS(svgName, "line");
  for (const [name, value] of Object.entries({ x1, y1, x2, y2 })) line.setAttribute(name, String(value));
  line.addEventListener("animationend", () => line.remove());
  trails.append(line);
}
