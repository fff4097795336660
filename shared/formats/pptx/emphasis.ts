/** What stands back on a slide, and what stands out. */
import { mixColors } from "#shared/diagram/picture/fade-color.ts";
import type { PictureTheme } from "#shared/diagram/picture/index.ts";
import type { RecordId } from "#shared/model/index.ts";
import type { SlideShape } from "./shapes.ts";

export type Emphasis = Readonly<{
  /** What stands back, and what stands out by a heavier edge or line. */
  dimmed: ReadonlySet<RecordId>;
  emphasised: ReadonlySet<RecordId>;
}>;

/** How much is left of the colours of what stands back. */
export const paleShare = 0.35;
/** How many times as thick the edge of what stands out is. */
const emphasisStrokes = 4;

/** The shape of this record, paler or with a heavier edge. */
export function emphasise(
  shape: SlideShape,
  id: RecordId,
  { dimmed, emphasised }: Emphasis,
  theme: PictureTheme,
): SlideShape {
  const strokePx = emphasised.has(id) ? emphasisStrokes * shape.strokePx : shape.strokePx;
  if (!dimmed.has(id)) return { ...shape, strokePx };
  const paled = (color: string) => mixColors(color, theme.background, paleShare);
  return {
    ...shape,
    strokePx,
    fill: shape.fill && paled(shape.fill),
    stroke: shape.stroke && paled(shape.stroke),
    paragraphs: shape.paragraphs.map((each) => ({
      ...each,
      runs: each.runs.map((run) => ({ ...run, color: paled(run.color) })),
    })),
  };
}
