import { memo, useCallback, useRef } from "react";
import { boxAround } from "#shared/diagram/index.ts";
import type { Area } from "../gestures/area.ts";
import { useAreaSelection } from "../gestures/use-area-selection.ts";
import css from "./area-selection.module.css";

/** The rectangle or loop that is being drawn to select; written straight to the page, since it changes with every move. */
export const AreaSelection = memo(function AreaSelection() {
  const svg = useRef<SVGSVGElement>(null);
  const path = useRef<SVGPathElement>(null);
  const show = useCallback((area: Area | null) => {
    const corner = svg.current?.getBoundingClientRect();
    path.current?.setAttribute("d", area && corner ? outlineOf(area, corner) : "");
  }, []);
  useAreaSelection(svg, show);
  return (
    <svg ref={svg} className={css["layer"]} aria-hidden="true">
      <path ref={path} className={css["area"]} />
    </svg>
  );
});

function outlineOf({ kind, points }: Area, corner: Readonly<{ left: number; top: number }>): string {
  const local = points.map(([x, y]) => [x - corner.left, y - corner.top] as const);
  if (kind === "lasso") return `M${local.map(([x, y]) => `${x},${y}`).join("L")}Z`;
  const { x, y, width, height } = boxAround(local);
  return `M${x},${y}h${width}v${height}h${-width}Z`;
}
