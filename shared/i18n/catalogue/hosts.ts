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
    zh: "此链接五分钟内有效，只能用一次。按回车键取得新链接，按 Ctrl+C 停止。",
    en: "The link is good once, for five minutes. Press Enter for a new one, Ctrl+C to stop.",
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
