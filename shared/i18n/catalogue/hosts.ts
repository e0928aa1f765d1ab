/** What the hosts and the bridge say when something between page and desk goes wrong. */
export const hosts = {
  "error.host-gone": {
    zh: "与申报台的连接已断开（{channel}）。请确认程序仍在运行，然后重新载入本页。",
    en: "The connection to the desk is gone ({channel}). See that the program still runs, then reload this page.",
  },
  "error.reply-not-understood": {
    zh: "申报台的回答无法读取（{channel}）。页面与程序版本可能不同，请重新启动程序。",
    en: "The desk's answer could not be read ({channel}). Page and program may be of different versions: restart the program.",
  },
  "error.session-missing": {
    zh: "此浏览器尚未登录申报台。请在启动程序的窗口按回车键取得新链接，再打开它。",
    en: "This browser is not signed in to the desk. Press Enter where you started the program to get a new link, then open it.",
  },
  "error.link-not-valid": {
    zh: "此链接已使用过或已过期。请在启动程序的窗口按回车键取得新链接。",
    en: "This link was already used or is too old. Press Enter where you started the program to get a new one.",
  },
  "error.link-twice": {
    zh: "此链接已被使用过一次，可能有他人读到了它。由它打开的会话已经结束。请在启动程序的窗口按回车键取得新链接。",
    en: "This link had already been used; somebody else may have read it. The session it had opened was ended. Press Enter where you started the program to get a new link.",
  },
  "error.session-expired": {
    zh: "登录已过期或已被结束。请在启动程序的窗口按回车键取得新链接，再打开它。",
    en: "The sign-in has expired or was ended. Press Enter where you started the program to get a new link, then open it.",
  },
  "error.session-link-twice": {
    zh: "打开本页的链接被第二次使用，可能有他人读到了它，因此本会话已经结束。请在启动程序的窗口按回车键取得新链接。",
    en: "The link that opened this page was used a second time; somebody else may have read it, so this session was ended. Press Enter where you started the program to get a new link.",
  },
  "error.task-too-long": {
    zh: "这项工作超过 {seconds} 秒仍未完成，已经停止；其他工作不受影响。内容过大或互相持股过多时会出现这种情况，请缩减后再试。",
    en: "This took longer than {seconds} {seconds|second|seconds} and was stopped; everything else goes on. It happens when there is very much content or very many parties hold one another. Reduce it and try again.",
  },
  "error.task-too-large": {
    zh: "这项工作需要的内存超过上限，已经停止；其他工作不受影响。请缩减内容后再试。",
    en: "This needed more memory than is allowed and was stopped; everything else goes on. Reduce the content and try again.",
  },
  "error.task-ended": {
    zh: "申报台正在关闭，这项工作没有完成。",
    en: "The desk is closing; this was not finished.",
  },
  "error.check-too-large": {
    zh: "检查结果超过 {megabytes} MB，无法显示。请把订单分成几份，或减少明细行。",
    en: "The result of the check is larger than {megabytes} MB and cannot be shown. Divide the order, or reduce its lines.",
  },
  "error.too-busy": {
    zh: "同时进行的请求过多。请稍候再试。",
    en: "Too many requests at once. Wait a moment and try again.",
  },
  "error.body-too-large": {
    zh: "这次发送的内容超过 {limit} 字节的上限。请改用较小的文件。",
    en: "What was sent is larger than the limit of {limit} bytes. Use a smaller file.",
  },
  "error.body-not-json": {
    zh: "发送的内容不是 UTF-8 编码的 JSON。",
    en: "What was sent is not JSON in UTF-8.",
  },
  "error.foreign-sender": {
    zh: "拒绝了来自其他窗口或框架的消息（{channel}）。",
    en: "A message from another window or frame was refused ({channel}).",
  },
  "error.cancelled": { zh: "已取消。", en: "Cancelled." },
  "error.file-no-order": {
    zh: "文件“{fileName}”不是申报台的订单文件。没有导入任何内容。",
    en: 'The file "{fileName}" is not an order file of the desk. Nothing was imported.',
  },
  "error.file-not-text": {
    zh: "文件“{fileName}”不是 UTF-8 文本，不是申报台的订单文件。没有导入任何内容。",
    en: 'The file "{fileName}" is not text in UTF-8 and no order file of the desk. Nothing was imported.',
  },
  "error.file-unreadable": {
    zh: "无法读取文件“{fileName}”。请确认它仍在原处且未被其他程序占用。",
    en: 'The file "{fileName}" could not be read. See that it is still there and not held by another program.',
  },
  "error.file-too-large": {
    zh: "文件“{name}”超过 {megabytes} MB 的上限，未打开。",
    en: 'The file "{name}" is larger than the limit of {megabytes} MB and was not opened.',
  },
  "error.file-kind-unknown": {
    zh: "申报台无法识别文件“{name}”的类型。可打开 .h200order、.h200packet、.h200pack、.h200update 和导出的 .json。",
    en: 'The desk does not know what kind of file "{name}" is. It opens .h200order, .h200packet, .h200pack, .h200update and exported .json files.',
  },
  "error.file-not-written": {
    zh: "无法写入“{name}”（{reason}）。请换一个位置或名称。",
    en: '"{name}" could not be written ({reason}). Choose another place or name.',
  },
  "loopback.ready": {
    zh: "申报台已就绪，只在本机可用：{address}",
    en: "The desk is ready, on this machine only: {address}",
  },
  "loopback.once": {
    zh: "此链接五分钟内有效，只能用一次。按回车键取得新链接；输入“结束”并按回车键，结束所有已登录的页面；按 Ctrl+C 停止。",
    en: 'The link is good once, for five minutes. Press Enter for a new one; type "end" and press Enter to sign every page out; press Ctrl+C to stop.',
  },
  "loopback.endWord": { zh: "结束", en: "end" },
  "loopback.twice": {
    zh: "注意：一个已用过的链接又被使用了一次，可能有他人读到了它。由它打开的会话已经结束。按回车键取得新链接。",
    en: "Note: a link that had been used was used again; somebody else may have read it. The session it had opened was ended. Press Enter for a new link.",
  },
  "loopback.ended": {
    zh: "已结束 {count} 个登录的会话。按回车键取得新链接。",
    en: "Sessions ended: {count}. Press Enter for a new link.",
  },
  "loopback.page.title": { zh: "正在打开申报台", en: "Opening the desk" },
  "loopback.page.go": {
    zh: "正在打开申报台。如果没有反应，请点击这里。",
    en: "The desk is opening. If nothing happens, click here.",
  },
  "loopback.link": { zh: "新链接：{address}", en: "New link: {address}" },
  "loopback.noBrowser": {
    zh: "无法打开浏览器，请自行打开上面的链接。",
    en: "No browser could be opened; open the link above yourself.",
  },
  "loopback.workspace": { zh: "工作区：{path}", en: "Workspace: {path}" },
  "loopback.stopped": { zh: "申报台已停止。", en: "The desk has stopped." },
  "error.port-not-usable": {
    zh: "端口 {port} 无法使用（{reason}）。请换一个端口，或去掉 --port。",
    en: "Port {port} cannot be used ({reason}). Choose another, or leave --port out.",
  },
} as const;
