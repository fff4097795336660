import type { InWords } from "../catalogue.ts";
import type { embed as english } from "../en/embed.ts";

export const embed: InWords<typeof english> = {
  "embed.again": "重试",
  "embed.gone": "此图已不存在。",
  "embed.loading": "正在获取图……",
  "embed.noSecret": "此框架的地址缺少图链接中 # 之后的部分。请填入完整链接。",
  "embed.open": "在 Counterpoint 中打开",
  "embed.signIn": "查看此图需要登录，而框架内无法登录。请在 Counterpoint 中打开。",
  "embed.unreachable": "目前无法获取此图。",
  "embed.wrongSecret": "此框架中的链接已无法打开该图。",
};
