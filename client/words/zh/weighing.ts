import type { InWords } from "../catalogue.ts";
import type { weighing as english } from "../en/weighing.ts";

export const weighing: InWords<typeof english> = {
  "weighing.bar.close": "不再显示",
  "weighing.bar.failed": "未能权衡这些论证。此图下次有改动时会重新权衡。",
  "weighing.bar.legend": "这些标记的含义",
  "weighing.layer": "卡片上显示",
  "weighing.layer.none": "不另外显示",
  "weighing.layer.standing": "主张是否成立",
  "weighing.layer.strength": "主张有多强",
  "weighing.means.all": "图中所有论证一并权衡，未显示的也算在内。问题不参与权衡。",
  "weighing.means.contested": "尚无定论：有力的理由与有力的反对并存，或与成立、可能成立的内容相矛盾。",
  "weighing.means.moves": "理由使其增强，反对使其减弱。论证的强度取决于最弱的前提。",
  "weighing.means.refuted": "有力的反对成立，而没有有力的理由。",
  "weighing.means.stands": "有有力的理由，或无需理由，且没有有力的反对。",
  "weighing.means.start": "从 0 到 1。主张从 0.50 或人为设定的数值算起；证据从对其来源和引文的评价算起。",
  "weighing.means.undecided": "尚无定论：取决于其他尚无定论的内容。",
  "weighing.means.unsettled": "数字前的 ≈：它处在一个无法稳定的循环之中。",
  "weighing.means.unsupported": "既没有有力的支持，也没有有力的反对。这并不说明它是错的。",
  "weighing.named.standing": "{card}（{standing}）",
  "weighing.named.strength": "{card}（强度 {strength}）",
  "weighing.standing.contested": "有争议",
  "weighing.standing.refuted": "被驳倒",
  "weighing.standing.stands": "成立",
  "weighing.standing.undecided": "未定",
  "weighing.standing.unsupported": "缺乏支持",
  "weighing.strength": "强度（0 到 1）：",
};
