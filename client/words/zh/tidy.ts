import type { InWords } from "../catalogue.ts";
import type { tidy as english } from "../en/tidy.ts";

export const tidy: InWords<typeof english> = {
  "tidy.failed": "无法整理这张图的布局，没有移动任何内容。",
  "tidy.fellBack": "分层布局在这里耗时太长，已改用树状布局。",
  "tidy.scope.cards": "整理所选卡片",
  "tidy.scope.map": "整理整张图",
  "tidy.scope.subtree": "整理此卡片及其下内容",
  "tidy.tooSlow": "整理布局耗时太长，已停止，没有移动任何内容。",
};
