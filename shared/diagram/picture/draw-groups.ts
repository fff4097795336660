import type { TextStyle } from "../card-metrics.ts";
import { fitText } from "../text/measure-text.ts";
import { textDirection } from "../text/text-direction.ts";
import { boxItem, filled, groupItem, textItem } from "./items.ts";
import type { PictureGroup } from "./picture.ts";
import type { PictureTheme } from "./picture-theme.ts";
import type { PictureWords } from "./picture-words.ts";
import type { SceneGroup } from "./scene.ts";

const radiusPx = 14;
const edgePx = 1.5;
/** How much of its colour a region shows, over what lies behind it. */
const strength = 0.6;
const name = {
  style: { weight: 600, sizePx: 13, lineHeightPx: 18 } satisfies TextStyle,
  xPx: 14,
  yPx: 7,
} as const;

/** A named region. */
export function drawGroup(
  { group, region }: SceneGroup,
  theme: PictureTheme,
  words: PictureWords,
): PictureGroup {
  const { surface, border } = theme.tints[group.color ?? "grey"];
  const title = group.title || words.untitledGroup;
  const direction = textDirection(title);
  const isRtl = direction === "rtl";
  return groupItem(
    "region",
    [
      boxItem(region, radiusPx, { ...filled(surface, strength), stroke: border, strokeWidth: edgePx }),
      textItem({
        x: isRtl ? region.x + region.width - name.xPx : region.x + name.xPx,
        top: region.y + name.yPx,
        lines: [fitText(title, name.style, region.width - 2 * name.xPx)],
        style: name.style,
        fill: theme.text,
        align: isRtl ? "right" : "left",
        direction,
        whole: title,
      }),
    ],
    { id: group.id, title },
  );
}
