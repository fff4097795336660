import type { InWords } from "../catalogue.ts";
import type { weighing as english } from "../en/weighing.ts";

export const weighing: InWords<typeof english> = {
  "weighing.standing.contested": "有争议",
  "weighing.standing.refuted": "被驳倒",
  "weighing.standing.stands": "成立",
  "weighing.standing.undecided": "未定",
  "weighing.standing.unsupported": "缺乏支持",
  "weighing.strength": "强度（0 到 1）：",
};
