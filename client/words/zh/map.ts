import type { InWords } from "../catalogue.ts";
import type { map as english } from "../en/map.ts";

export const map: InWords<typeof english> = {
  "map.action.cancel": "取消",
  "map.delete.confirm": "为所有人删除",
  "map.delete.body":
    "“{title}”将对所有持有链接的人消失。你可以在一段时间内（通常为 30 天）从首页恢复，之后它将被彻底清除。",
  "map.delete.done": "已删除“{title}”",
  "map.delete.title": "要删除这张图吗？",
  "map.drop": "松开鼠标，查看文件内容",
  "map.menu.delete": "删除论证图…",
  "map.menu.home": "所有论证图",
  "map.menu.label": "论证图菜单",
  "map.menu.new": "新建论证图",
  "map.menu.person": "你的名字和颜色…",
  "map.opening": "正在打开论证图",
  "map.untitled": "未命名的论证图",

  "person.color": "颜色",
  "person.colorName.blue": "蓝色",
  "person.colorName.brown": "棕色",
  "person.colorName.green": "绿色",
  "person.colorName.olive": "橄榄色",
  "person.colorName.orange": "橙色",
  "person.colorName.pink": "粉色",
  "person.colorName.purple": "紫色",
  "person.colorName.teal": "青色",
  "person.guest": "{color}访客",
  "person.hint": "图上的其他人会在你的指针旁看到这个名字。它保存在本设备上。",
  "person.name": "名字",
  "person.save": "保存",
  "person.title": "你的名字和颜色",
};
