import type { InWords } from "../catalogue.ts";
import type { together as english } from "../en/together.ts";

export const together: InWords<typeof english> = {
  "together.called": "{name} 请你过去看看",
  "together.calledAll": "已请图上的所有人来看你正在看的地方",
  "together.comeLater": "暂不",
  "together.edge": "视野之外的人",
  "together.follow": "跟随 {name}",
  "together.following": "正在跟随 {name}",
  "together.go": "去 {name} 那里",
  "together.goThere": "去看看",
  "together.left": "{name} 已离开，现在是你自己的视图",
  "together.menu": "{name}：跟随、前往",
  "together.more": "另有 {count} 人",
  "together.stop": "停止跟随",
};
