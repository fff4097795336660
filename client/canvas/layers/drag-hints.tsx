import { memo, useSyncExternalStore } from "react";
import { useWords } from "../../words/use-words.ts";
import { useCanvas } from "../canvas-context.tsx";
import type { DragHintStore, DropHint } from "../gestures/drop-hints.ts";
import type { SnapGap } from "../gestures/snap.ts";
import css from "./drag-hints.module.css";
import { OnCanvas } from "./on-canvas.tsx";

/** While cards are moved: with what they are in line, and what a drop would do beside moving them. */
export const DragHintLayer = memo(function DragHintLayer({ store }: Readonly<{ store: DragHintStore }>) {
  const { view } = useCanvas();
  const { snap, drop } = useSyncExternalStore(store.subscribe, store.get);
  if (!snap && !drop) return null;
  const { zoom } = view.get();
  return (
    <OnCanvas>
      <svg className={css["layer"]} aria-hidden="true" style={{ strokeWidth: 1 / zoom }}>
        {snap?.lines.map(({ axis, at, from, to }) => (
          <line
            key={`${axis}${at}`}
            className={css["line"]}
            {...(axis === "x" ? { x1: at, x2: at, y1: from, y2: to } : { x1: from, x2: to, y1: at, y2: at })}
          />
        ))}
        {snap?.gaps.map((gap) => (
          <path
            key={`${gap.axis}${gap.from}`}
            className={css["gap"]}
            strokeWidth={1.5 / zoom}
            d={gapPath(gap, 5 / zoom)}
          />
        ))}
      </svg>
      {drop ? <DropBox hint={drop} scale={1 / zoom} /> : null}
    </OnCanvas>
  );
});

function DropBox({ hint: { kind, box, title }, scale }: Readonly<{ hint: DropHint; scale: number }>) {
  const t = useWords();
  return (
    <div
      className={css["drop"]}
      data-kind={kind}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
    >
      <output className={css["word"]} style={{ transform: `scale(${scale})` }}>
        {kind === "together" ? t("drop.together") : t(`drop.${kind}`, { title })}
      </output>
    </div>
  );
}

/** A stroke along the gap with a foot at each end. */
function gapPath({ axis, from, to, at }: SnapGap, foot: number): string {
  return axis === "x"
    ? `M${from},${at}H${to}M${from},${at - foot}v${2 * foot}M${to},${at - foot}v${2 * foot}`
    : `M${at},${from}V${to}M${at - foot},${from}h${2 * foot}M${at - foot},${to}h${2 * foot}`;
}
