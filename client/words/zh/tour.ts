import type { InWords } from "../catalogue.ts";
import type { tour as english } from "../en/tour.ts";

export const tour: InWords<typeof english> = {
  "tour.add.body": "双击画布，或使用这些按钮。问题用来提问，主张表达观点，证据转述来源所说。",
  "tour.add.title": "添加一张卡片",
  "tour.count": "{at} / {count}",
  "tour.draw.body": "指向卡片，从它的 + 拖出理由，从 − 拖出反对理由。放到另一张卡片上，两者即相连。",
  "tour.draw.title": "说“因为”和“但是”",
  "tour.end": "开始",
  "tour.label": "入门步骤",
  "tour.next": "下一步",
  "tour.outline.body": "同一张图的列表形式：便于阅读和快速书写，也适合手机和屏幕阅读器。",
  "tour.outline.title": "以大纲方式查看",
  "tour.share.body": "拿到链接的人可以与你实时共同编辑此图。你也可以给出只能查看的链接。",
  "tour.share.title": "邀请他人",
  "tour.skip": "跳过",
  "tour.step.body":
    "连线上的词就是从理由到结论的推理步骤。从它拖出，可以质疑这一步本身，即使两张卡片都成立。",
  "tour.step.title": "质疑推理的一步",
};
