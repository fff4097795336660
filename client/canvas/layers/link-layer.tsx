import { ViewportPortal } from "@xyflow/react";
import { memo } from "react";
import { type Arrowhead, curvesOf, isLongLink, linkMetrics } from "#shared/diagram/index.ts";
import { useMapUi } from "../../state/map-ui-context.tsx";
import { useLink } from "../canvas-context.tsx";
import css from "./link-layer.module.css";

/** The lines in view, one small SVG group each; the words on them are nodes of their own. */
export const LinkLayer = memo(function LinkLayer({ keys }: Readonly<{ keys: readonly string[] }>) {
  return (
    <ViewportPortal>
      <svg className={css["layer"]} aria-hidden="true">
        {keys.map((key) => (
          <LinkLine key={key} linkKey={key} />
        ))}
      </svg>
    </ViewportPortal>
  );
});

const LinkLine = memo(function LinkLine({ linkKey }: Readonly<{ linkKey: string }>) {
  const placed = useLink(linkKey);
  const isSelected = useMapUi((state) => state.selection.has(linkKey));
  if (!placed) return null;
  const { geometry, tone } = placed;
  const tail = "tail" in geometry ? geometry.tail : null;
  return (
    <g
      data-tone={tone}
      className={isSelected ? css["selected"] : undefined}
      opacity={isLongLink(geometry) && !isSelected ? linkMetrics.long.opacity : undefined}
    >
      {curvesOf(geometry).map(({ d }) => (
        <path key={d} d={d} className={css["line"]} strokeWidth={linkMetrics.strokePx} />
      ))}
      <polygon points={pointsOf(geometry.head)} className={css["head"]} />
      {tail ? <polygon points={pointsOf(tail)} className={css["head"]} /> : null}
    </g>
  );
});

function pointsOf(head: Arrowhead): string {
  return head.map(([x, y]) => `${x},${y}`).join(" ");
}
