import type { InWords } from "../catalogue.ts";
import type { find as english } from "../en/find.ts";

export const find: InWords<typeof english> = {
  "find.at": "第 {at} 张，共 {count} 张",
  "find.count": "{count, plural, =0 {没有找到} other {# 张卡片}}",
  "find.hint": "在卡片、标签、引文和来源标题中查找。",
  "find.label": "搜索此图",
  "find.next": "下一个",
  "find.placeholder": "搜索",
  "find.previous": "上一个",
  "find.results": "找到的卡片",
  "palette.cards": "前往卡片",
  "palette.label": "命令",
  "palette.none": "没有这样的命令或卡片。",
  "palette.placeholder": "输入想做的事，或卡片中的文字",
};
