import type { InWords } from "../catalogue.ts";
import type { keyboard as english } from "../en/keyboard.ts";

export const keyboard: InWords<typeof english> = {
  "keyboard.group.add": "添加",
  "keyboard.group.arrange": "排列",
  "keyboard.group.connect": "连接图上的卡片",
  "keyboard.group.edit": "编辑",
  "keyboard.group.move": "移动与选择",
  "keyboard.group.view": "视图",
  "keyboard.key.command": "Command",
  "keyboard.key.control": "Control",
  "keyboard.key.down": "下方向键",
  "keyboard.key.equals": "等号",
  "keyboard.key.escape": "Escape",
  "keyboard.key.left": "左方向键",
  "keyboard.key.minus": "减号",
  "keyboard.key.option": "Option",
  "keyboard.key.plus": "加号",
  "keyboard.key.question": "问号",
  "keyboard.key.right": "右方向键",
  "keyboard.key.shift": "Shift",
  "keyboard.key.up": "上方向键",
  "keyboard.lead": "这些快捷键在画布上使用，作用于所选的卡片或连线；正在输入文字时不起作用。",
  "keyboard.list": "快捷键列表",
  "keyboard.title": "键盘快捷键",
  "keyboard.with": "加",
};
