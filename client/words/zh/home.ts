import type { InWords } from "../catalogue.ts";
import type { home as english } from "../en/home.ts";

export const home: InWords<typeof english> = {
  "home.action.example": "打开示例",
  "home.action.import": "导入文件",
  "home.action.new": "新建论证图",
  "home.busy": "请稍候，正在创建论证图。",
  "home.drop": "松开鼠标，查看文件内容",
  "home.exampleTitle": "开放还是封闭？",
  "home.headline": "在同一张图上，把道理讲清楚",
  "home.lead":
    "Counterpoint 是供大家一起论证的共享画布：写下主张，连上支持和反对的证据，一起实时质疑每一步推理。",
  "home.looks": "外观与语言",
  "home.note": "无需注册。谁持有链接，谁就能使用这张图。",
  "home.picture.because": "因为",
  "home.picture.but": "但是",
  "home.picture.claim": "应该：街道会变成\n适合停留的地方",
  "home.picture.evidence": "在试行过的地方\n空气变得更干净",
  "home.picture.label":
    "一张小论证图：主张“应该：街道会变成适合停留的地方”回答了问题“市中心应该禁行汽车吗？”，另有一个支持它的理由、一个反对意见，以及对反对意见的反驳。",
  "home.picture.objection": "商店可能\n失去顾客",
  "home.picture.question": "市中心应该\n禁行汽车吗？",
  "home.picture.reply": "多数这样的街道\n人流反而增加",
  "home.recent.empty": "你打开过的论证图会显示在这里，只保存在本设备上。",
  "home.recent.emptyTitle": "还没有论证图",
  "home.recent.forget": "从列表中移除“{title}”",
  "home.recent.forgetConfirm": "移除",
  "home.recent.forgetLink": "所有者链接",
  "home.recent.forgetLinkHint": "请妥善保管：这是以所有者身份返回的唯一途径。",
  "home.recent.forgetOwner":
    "你是这张图的所有者，它的所有者链接保存在本设备上。图本身会保留，但没有这个链接，就没有人能分享或删除它。",
  "home.recent.forgetTitle": "要从本设备移除“{title}”吗？",
  "home.recent.forgotten": "已从列表中移除“{title}”",
  "home.recent.openedAgo": "打开于{ago}",
  "home.recent.title": "本设备最近打开",
  "home.recent.undo": "撤销",
};
