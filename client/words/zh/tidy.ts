import type { InWords } from "../catalogue.ts";
import type { tidy as english } from "../en/tidy.ts";

export const tidy: InWords<typeof english> = {
  "tidy.failed": "无法为这张图排版，没有移动任何内容。",
  "tidy.fellBack": "分层排版在这里耗时太长，已改用树状排版。",
  "tidy.scope.cards": "整理所选卡片",
  "tidy.scope.map": "整理整张图",
  "tidy.scope.subtree": "整理此卡片及其下内容",
  "tidy.tooSlow": "排版耗时太长，已停止，没有移动任何内容。",
};
