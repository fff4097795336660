import type { InWords } from "../catalogue.ts";
import type { share as english } from "../en/share.ts";

export const share: InWords<typeof english> = {
  "share.copied": "已复制",
  "share.copy": "复制",
  "share.copyFailed": "浏览器不允许本页面复制。链接已选中，请手动复制。",
  "share.hint.comment": "持有者可以实时查看，并发表评论。",
  "share.hint.edit": "持有者可以实时查看，并修改图中的一切内容。",
  "share.hint.own": "这是你使用的链接。你可以把它转给别人，对方获得与你相同的权限。",
  "share.hint.owner": "仅供你自己从其他设备返回时使用。",
  "share.hint.view": "持有者可以实时查看，但不能修改。",
  "share.lead": "这里没有账号：链接就是钥匙。请选择与你想给予的权限相符的链接。",
  "share.link.comment": "评论链接",
  "share.link.edit": "编辑链接",
  "share.link.own": "你的链接",
  "share.link.owner": "所有者链接",
  "share.link.view": "查看链接",
  "share.loading": "正在获取链接",
  "share.ownerTitle": "所有者链接",
  "share.ownerWarning": "请勿转给别人：持有者可以删除这张图，并看到它的所有链接。",
  "share.title": "分享",
};
