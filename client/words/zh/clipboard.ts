import type { InWords } from "../catalogue.ts";
import type { clipboard as english } from "../en/clipboard.ts";

export const clipboard: InWords<typeof english> = {
  "clipboard.copyDenied": "浏览器不允许此页面从菜单写入剪贴板。请改用复制快捷键：Ctrl+C 或 ⌘C。",
  "clipboard.empty": "剪贴板中没有文字。请先复制一些内容。",
  "clipboard.failed": "未粘贴任何内容：读取耗时过长或失败。请只粘贴其中一部分。",
  "clipboard.notLoaded": "粘贴所需的程序未能加载。请检查网络连接，然后再次粘贴。",
  "clipboard.pasteDenied": "浏览器不允许此页面从菜单读取剪贴板。请改用粘贴快捷键：Ctrl+V 或 ⌘V。",
  "clipboard.pasted": "已粘贴 {count} 张卡片",
  "clipboard.reading": "正在读取粘贴的内容…",
  "clipboard.textTooLong":
    "未粘贴任何内容：其中一段文字超过了一张卡片的上限 {max} 个字符。请把它分成几行或几段。",
  "clipboard.tooLarge": "未粘贴任何内容：这超过了一张图能容纳的数量。请只粘贴其中一部分。",
};
