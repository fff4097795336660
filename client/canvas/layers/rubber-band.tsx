import { memo, useSyncExternalStore } from "react";
import { cardMetrics, curvesOf, jointBox } from "#shared/diagram/index.ts";
import { useCanvas } from "../canvas-context.tsx";
import { newCardHeightPx } from "../view/new-card-place.ts";
import { OnCanvas } from "./on-canvas.tsx";
import css from "./rubber-band.module.css";

/** Where a new card would come. */
const ghost = { width: cardMetrics.widthOf.claim, height: newCardHeightPx } as const;

/** The link being drawn, from where it starts to the pointer, and the card it would end at. */
export const RubberBand = memo(function RubberBand() {
  const { scene, linkGesture } = useCanvas();
  const drawn = useSyncExternalStore(linkGesture.subscribe, linkGesture.get);
  if (!drawn) return null;
  const { from, to, over, intent } = drawn;
  const rect = from.type === "card" ? scene.rectOf(from.id) : undefined;
  const joint = from.type === "argument" ? scene.jointOf(from.id) : undefined;
  const start = rect ? [rect.x + rect.width, rect.y + rect.height / 2] : joint;
  const step = over?.type === "argument" ? scene.linkOf(over.id) : undefined;
  const target = over?.type === "card" ? scene.rectOf(over.id) : step && jointBox(step.geometry.label);
  if (!start) return null;
  return (
    <OnCanvas>
      <svg className={css["layer"]} aria-hidden="true" data-intent={intent}>
        <line x1={start[0]} y1={start[1]} x2={to[0]} y2={to[1]} className={css["band"]} />
        {step
          ? curvesOf(step.geometry).map(({ d }) => <path key={d} d={d} className={css["target"]} />)
          : null}
        {target ? (
          <rect
            x={target.x - 4}
            y={target.y - 4}
            width={target.width + 8}
            height={target.height + 8}
            rx={12}
            className={css["target"]}
          />
        ) : (
          <rect
            x={to[0]}
            y={to[1]}
            width={ghost.width}
            height={ghost.height}
            rx={cardMetrics.radiusPx}
            className={css["ghost"]}
          />
        )}
      </svg>
    </OnCanvas>
  );
});
