/** The program about itself: what it is, updates that were put in place, rules of the firm, diagnostics. */
export const program = {
  "about.title": { zh: "关于申报台", en: "About the desk" },
  "about.tab.program": { zh: "程序", en: "Program" },
  "about.tab.updates": { zh: "更新", en: "Updates" },
  "about.tab.licences": { zh: "许可证", en: "Licences" },
  "about.tab.diagnostics": { zh: "诊断", en: "Diagnostics" },
  "about.runtime": { zh: "运行环境", en: "Runs on" },
  "about.licence.own": { zh: "本程序许可证", en: "Its own licence" },
  "about.licence.name": { zh: "Apache-2.0", en: "Apache-2.0" },
  "about.licence": { zh: "许可证", en: "Licence" },
  "about.library": { zh: "程序库", en: "Library" },
  "about.libraries": {
    zh: "本程序包含 {count} 个程序库，许可证如下。",
    en: "The program holds {count} {count|library|libraries} under these licences.",
  },
  "about.libraries.beside": {
    zh: "程序从源码运行：各程序库及其许可证都在 node_modules 文件夹中。安装包内附有全部许可证。",
    en: "The program runs from its sources: libraries and their licences are in node_modules. The installed program includes all of them.",
  },
  "about.save": { zh: "保存许可证全文…", en: "Save the licences' full text…" },
  "error.no-licence-book": {
    zh: "程序从源码运行，没有许可证汇编。请查看 node_modules。",
    en: "The program runs from its sources and has no book of licences. Look into node_modules.",
  },

  "update.about": {
    zh: "申报台从不联网查找更新。有新版本时，由您或 IT 部门把更新文件（.h200update）与安装程序放在同一文件夹，申报台核对签名、版本与安装程序的哈希值，然后由您自己运行安装程序。",
    en: "The desk never looks for updates on a network. For a new version you or your IT department put the update file (.h200update) and the installer into one folder; the desk checks the signature, the version and the installer's hash, and you run the installer yourself.",
  },
  "update.from-sources": {
    zh: "此处运行的是源码版本，没有安装程序可以更新；请从取得源码之处更新。",
    en: "This desk runs from its sources; there is no installer to update. Update it from where the sources came from.",
  },
  "update.no-keys": {
    zh: "此程序内没有可信的更新签名公钥，因此不会认可任何更新文件。IT 部门可在受管设置文件中指定公钥。",
    en: "This program holds no key for updates, so no update file is believed. Your IT department can name one in the managed settings file.",
  },
  "update.signers": { zh: "认可以下签名：{names}", en: "Signatures believed: {names}" },
  "update.folders": { zh: "查看以下文件夹：", en: "These folders are looked at:" },
  "update.look": { zh: "再看一次", en: "Look again" },
  "update.pick": { zh: "选择更新文件…", en: "Choose an update file…" },
  "update.none": { zh: "没有找到更新文件。", en: "No update file was found." },
  "update.version": { zh: "版本 {version}", en: "Version {version}" },
  "update.signed-by": { zh: "签名：{name}", en: "signed by {name}" },
  "update.state.ready": { zh: "可以安装", en: "can be installed" },
  "update.state.same": { zh: "即当前版本", en: "this version" },
  "update.state.older": { zh: "旧版本", en: "older" },
  "update.state.unsigned": { zh: "没有签名", en: "not signed" },
  "update.state.stranger": { zh: "签名者未知", en: "unknown signer" },
  "update.state.forged": { zh: "签名不符", en: "signature does not fit" },
  "update.state.other-system": { zh: "用于其他系统", en: "for other systems" },
  "update.state.file-missing": { zh: "缺少安装程序", en: "installer missing" },
  "update.state.file-altered": { zh: "安装程序被改动", en: "installer altered" },
  "update.state.unreadable": { zh: "无法读取", en: "unreadable" },
  "update.what.ready": {
    zh: "签名与哈希值相符。请关闭申报台，然后运行同一文件夹中的 {name}。工作区不受影响；安装前建议先做一次备份。",
    en: "Signature and hash fit. Close the desk, then run {name} from the same folder. The workspace is not touched; take a backup first all the same.",
  },
  "update.what.same": {
    zh: "{name} 中的版本就是正在运行的版本，无需处理。",
    en: "{name} holds the version that runs now. There is nothing to do.",
  },
  "update.what.older": {
    zh: "{name} 中的版本比正在运行的旧。申报台不提示降级：旧版本可能打不开新版本写入的工作区。",
    en: "{name} holds an older version than the one that runs. The desk offers no way back: an older version may not open what a newer one wrote.",
  },
  "update.what.unsigned": {
    zh: "{name} 没有签名，无从得知出处。请勿运行旁边的安装程序，请向提供者索取带签名的文件。",
    en: "{name} is not signed, so nobody can tell where it comes from. Do not run the installer beside it; ask for a signed file.",
  },
  "update.what.stranger": {
    zh: "{name} 的签名者不在认可之列。请勿运行旁边的安装程序，请先与 IT 部门核实。",
    en: "{name} is signed with a key that this desk does not know. Do not run the installer beside it; ask your IT department first.",
  },
  "update.what.forged": {
    zh: "{name} 的内容与签名不符，可能被改动。请勿运行旁边的安装程序，并告知 IT 部门。",
    en: "The content of {name} does not fit its signature; it may have been altered. Do not run the installer beside it, and tell your IT department.",
  },
  "update.what.other-system": {
    zh: "{name} 不含适用于本机系统的安装程序。",
    en: "{name} names no installer for this machine's system.",
  },
  "update.what.file-missing": {
    zh: "签名相符，但旁边没有安装程序 {name}。请把它放入同一文件夹后再看一次。",
    en: "The signature fits, but the installer {name} is not beside it. Put it into the same folder and look again.",
  },
  "update.what.file-altered": {
    zh: "签名相符，但安装程序 {name} 与签名文件所记的哈希值不同。请勿运行，请重新取得。",
    en: "The signature fits, but the installer {name} is not the one it was given for. Do not run it; get it again.",
  },
  "update.what.unreadable": {
    zh: "{name} 不是本程序能读的更新文件。",
    en: "{name} is not an update file that this program can read.",
  },

  "managed.title": { zh: "由 IT 部门设定", en: "Set by your IT department" },
  "managed.none": {
    zh: "本机没有 IT 部门的受管设置文件。",
    en: "Your IT department has placed no settings file on this machine.",
  },
  "managed.workspace": { zh: "工作区的位置已指定。", en: "The workspace's place is set." },
  "managed.language.zh": { zh: "新工作区使用中文。", en: "A fresh workspace speaks Chinese." },
  "managed.language.en": { zh: "新工作区使用英文。", en: "A fresh workspace speaks English." },
  "managed.keys": {
    zh: "可信规则包公钥：{names}。",
    en: "Keys trusted for rule packs: {names}.",
  },
  "managed.only-keys": {
    zh: "只接受由上述公钥签名的规则包。",
    en: "Only rule packs signed with these keys are accepted.",
  },
  "managed.encryption": { zh: "工作区必须加密。", en: "Workspaces must be encrypted." },
  "managed.lock": {
    zh: "加密的工作区最迟在 {minutes} 分钟无操作后锁定。",
    en: "An encrypted workspace locks after {minutes} idle {minutes|minute|minutes} at the latest.",
  },
  "managed.updates": { zh: "更新文件的文件夹已指定。", en: "The folder for update files is set." },
  "error.managed-file": {
    zh: "受管设置文件 {file} 无法使用（{at}：{problem}）。在 IT 部门修正之前，申报台不会启动，以免绕过其规定。",
    en: "The managed settings file {file} cannot be used ({at}: {problem}). The desk does not start until your IT department corrects it, so that none of its rules is ignored.",
  },
  "error.managed-writable": {
    zh: "受管设置文件 {file} 或其所在文件夹可由本机其他用户改写（{problem}），因此不能作为公司的规定。在 IT 部门修正权限之前，申报台不会启动。",
    en: "The managed settings file {file}, or its folder, can be written by other users of this machine ({problem}), so it cannot stand for the firm's rules. Until your IT department sets its permissions right the desk does not start.",
  },
  "error.update-unreadable": {
    zh: "这不是本程序能读的更新文件。",
    en: "This is not an update file that the program can read.",
  },

  "diagnostics.about": {
    zh: "以下就是将保存的全部内容：版本、被拒绝的请求计数和程序自身的运行记录，其中没有采购单、主体或证据的任何资料。申报台不会把它发送给任何人。",
    en: "This is all that would be saved: versions, counts of what was refused and the program's own log. It holds nothing of your orders, parties or evidence, and the desk sends it to nobody.",
  },
  "diagnostics.text": { zh: "将保存的内容", en: "What would be saved" },
  "diagnostics.save": { zh: "保存为文件…", en: "Save as a file…" },
} as const;
