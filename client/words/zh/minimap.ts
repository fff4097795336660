import type { InWords } from "../catalogue.ts";
import type { minimap as english } from "../en/minimap.ts";

export const minimap: InWords<typeof english> = {
  "minimap.hide": "隐藏缩略图",
  "minimap.label": "缩略图。点击、拖动或按方向键可查看别处。",
  "minimap.show": "显示缩略图",
};
