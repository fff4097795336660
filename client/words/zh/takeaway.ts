import type { InWords } from "../catalogue.ts";
import type { takeaway as english } from "../en/takeaway.ts";

export const takeaway: InWords<typeof english> = {
  "takeaway.title": "带走",
  "takeaway.presentation": "演示",
  "takeaway.untitled": "不属于任何演示的步骤",
  "takeaway.handout": "讲义",
  "takeaway.handout.what": "PDF，每个步骤一页：上面是图，下面是您的备注。",
  "takeaway.paper": "纸张",
  "takeaway.paper.a4": "A4",
  "takeaway.paper.letter": "美国信纸",
  "takeaway.slides": "幻灯片",
  "takeaway.slides.what": "PowerPoint，每个步骤一张，可以编辑；您的备注就是演讲者备注。",
  "takeaway.report": "报告",
  "takeaway.report.what": "演示的结果：步骤、已公布的投票、来自现场的卡片和问题。",
  "takeaway.save.pdf": "保存 PDF",
  "takeaway.save.pptx": "保存 PowerPoint",
  "takeaway.save.html": "保存网页",
  "takeaway.save.md": "保存 Markdown",
  "takeaway.nothing": "这个演示没有可显示的步骤，因此没有页面，也没有幻灯片。",
  "takeaway.making": "正在生成文件",
  "takeaway.cancel": "取消",
  "takeaway.saved": "已保存为 {file}",
  "takeaway.fault.tooLarge": "论证图太大，无法生成这样的文件。",
  "takeaway.fault.slow": "用时过长。请减少步骤，或换一台更快的设备。",
  "takeaway.fault.server": "服务器没有回应，而票数由它统计。请联网后再试。",
  "takeaway.fault.cannotMake": "无法生成文件。请重新加载页面后再试。",
};
