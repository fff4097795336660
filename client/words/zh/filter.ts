import type { InWords } from "../catalogue.ts";
import type { filter as english } from "../en/filter.ts";

export const filter: InWords<typeof english> = {
  "filter.authors": "作者",
  "filter.clear": "显示全部",
  "filter.colors": "颜色",
  "filter.dim": "不匹配的仅变淡",
  "filter.empty": "目前没有可选的内容。",
  "filter.groups": "分组",
  "filter.inForce": "正在筛选",
  "filter.kinds": "类型",
  "filter.label": "筛选",
  "filter.nameless": "某人",
  "filter.option": "{name}（{count}）",
  "filter.shown": "共 {count} 张卡片，显示 {shown} 张",
  "filter.tags": "标签",
  "focus.card": "邻近：{text}",
  "focus.leave": "退出聚焦",
  "focus.less": "减少一步",
  "focus.more": "增加一步",
  "focus.steps": "周围 {count, plural, other {# 步}}",
};
