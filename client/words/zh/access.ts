import type { InWords } from "../catalogue.ts";
import type { access as english } from "../en/access.ts";

export const access: InWords<typeof english> = {
  "access.change.body":
    "当前链接将立即失效，通过它进入的人在拿到新链接之前无法访问。其他链接保持不变，大家写的内容也不受影响。",
  "access.change.bodyOwner":
    "当前的所有者链接将立即失效，在你的其他设备上也一样；这台设备会保存新链接。其他持有旧链接的人不再能管理这张图。他们看到过其他链接：如果不希望他们再进入，也请更换那些链接。",
  "access.change.comment": "更换评论链接…",
  "access.change.confirm": "生成新链接",
  "access.change.done": "新链接已生成。请把它发给应该回来的人。",
  "access.change.edit": "更换编辑链接…",
  "access.change.owner": "更换所有者链接…",
  "access.change.title.comment": "要更换评论链接吗？",
  "access.change.title.edit": "要更换编辑链接吗？",
  "access.change.title.owner": "要更换所有者链接吗？",
  "access.change.title.view": "要更换查看链接吗？",
  "access.change.view": "更换查看链接…",
  "access.changed.body": "所有者已用新链接取代了它，请向所有者索取。已保存的内容都还在图中。",
  "access.changed.title": "你的链接已无法打开这张图",
  "access.deleted.others": "所有者删除了它，并可在一段时间内恢复。如果仍然需要，请联系所有者。",
  "access.deleted.owner": "你可以在 {until} 之前恢复它以及它的所有链接。之后它将被彻底清除。",
  "access.deleted.pageTitle": "这张图已被删除",
  "access.deleted.restore": "恢复",
  "access.deleted.restoreNamed": "恢复“{title}”",
  "access.deleted.restored": "“{title}”已恢复，所有链接也可以使用了",
  "access.deleted.title": "已删除",
  "access.deleted.until": "可在 {until} 之前恢复",
  "access.handOver.action": "移交…",
  "access.handOver.body":
    "你会得到一个新的所有者链接，可以交给别人，你现有的链接将失效。之后你仍可编辑这张图，但不能锁定、删除它，也看不到它的链接。",
  "access.handOver.confirm": "生成要交出的链接",
  "access.handOver.done": "你已移交这张图，仍可继续编辑。",
  "access.handOver.keep": "保留这张图",
  "access.handOver.link": "新的所有者链接",
  "access.handOver.linkHint":
    "持有者即为这张图的所有者，并可再生成一个别人没见过的所有者链接。在你确认已交出之前，这台设备会保存它。",
  "access.handOver.linkTitle": "把这个链接交给新的所有者",
  "access.handOver.passedOn": "我已交给对方",
  "access.handOver.title": "要移交这张图吗？",
  "access.lock.hint": "只有你能修改，其他人仍可阅读。",
  "access.lock.label": "锁定这张图",
  "access.signIn.action": "登录",
  "access.signIn.body": "这台服务器仅供有账号的人使用。",
  "access.signIn.expired": "登录用时过长，或是在另一个窗口或浏览器中开始的。没有丢失任何内容，请重新开始。",
  "access.signIn.name": "你的名字来自你的账号。",
  "access.signIn.out": "退出登录：{name}",
  "access.signIn.refused": "账号未被接受，或登录被中断。请再试一次，或询问这台服务器的管理者。",
  "access.signIn.title": "登录",
  "access.signIn.unavailable":
    "无法连接到登录服务器。请稍等一分钟再试；如果一直如此，请告知这台服务器的管理者。",
};
