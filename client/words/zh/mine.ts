import type { InWords } from "../catalogue.ts";
import type { mine as english } from "../en/mine.ts";

export const mine: InWords<typeof english> = {
  "mine.empty": "你创建的或通过链接打开过的论证图会显示在这里，在你登录的每台设备上都能看到。",
  "mine.forget": "从你的论证图中移除“{title}”",
  "mine.forgetOther": "论证图会保留。之后要再打开它，需要它的链接。",
  "mine.forgetOwner":
    "你是这张论证图的所有者。图会保留，但之后只有所有者链接能让你以所有者身份返回：请确认你有它。",
  "mine.forgetTitle": "要从你的论证图中移除“{title}”吗？",
  "mine.forgotten": "已从你的论证图中移除“{title}”",
  "mine.loading": "请稍候：正在获取你的论证图。",
  "mine.more": "显示更多",
  "mine.note": "你的论证图只为你的账号列出。其他人通过你给的链接进入。",
  "mine.shareOther": "你是从自己的列表打开这张论证图的。要转给别人，请用你收到的链接，或向所有者要一个。",
  "mine.shareOwner":
    "你是从自己的列表打开这张论证图的。要查看和更改它的链接，请用所有者链接打开，例如在创建它的设备上。",
  "mine.title": "你的论证图",
};
