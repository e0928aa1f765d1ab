/** The first run: who is here for the first time decides a few things, or tries first. */
export const welcome = {
  "welcome.title": { zh: "欢迎使用采购申报台", en: "Welcome to the desk" },
  "welcome.text": {
    zh: "采购申报台在本机离线工作：起草 H200 采购单，按注明出处的规则说明两侧各有哪些限制、缺少什么、由谁决定，并生成两套申请材料。它不连接任何网络，也不作“可以”或“不可以”的结论。",
    en: "The desk works offline on this machine. It helps to draft an H200 order, says from cited rules what stands on either side, what is missing and who decides, and makes the two sets of application papers. It connects to no network and gives no verdict.",
  },
  // A language bears its own name, so that it is found by who reads only that one.
  "welcome.language.zh": { zh: "中文", en: "中文" },
  "welcome.language.en": { zh: "English", en: "English" },
  "welcome.place": { zh: "建立工作区", en: "Make your workspace" },
  "welcome.sample": { zh: "先试一试", en: "Try it first" },
  "welcome.sample.text": {
    zh: "打开一个样例工作区，跟着十分钟导览从一份虚构的采购单走到一份校验过的材料包。它与您自己的工作区分开存放，可以随意修改。",
    en: "Opens a workspace to play in, with a ten-minute tour from an invented order to a verified packet. It is kept apart from your own, and nothing in it can go wrong.",
  },
  "welcome.sample.do": { zh: "打开样例工作区", en: "Open the sample workspace" },
  "welcome.sample.here": {
    zh: "这是样例工作区：其中的企业、人员和数字都是虚构的。请不要在这里写入真实资料。",
    en: "This is the sample workspace: its firms, people and figures are invented. Do not enter real data here.",
  },
  "welcome.sample.leave": { zh: "离开样例工作区", en: "Leave the sample workspace" },
  "welcome.restore": {
    zh: "已经有工作区，或者要从备份恢复？请在最下面选择它所在的文件夹。",
    en: "You have a workspace already, or a backup to restore? Choose its folder at the bottom of this page.",
  },
  "start.create.must-encrypt": {
    zh: "加密这个工作区（IT 部门规定必须加密）",
    en: "Encrypt this workspace (required by your IT department)",
  },
  "error.managed-place": {
    zh: "IT 部门已指定工作区的位置：{place}。不能打开 {path}。",
    en: "Your IT department has set the workspace's place: {place}. {path} is not opened.",
  },
  "error.managed-encryption": {
    zh: "IT 部门规定工作区必须加密。请勾选加密并设置口令后再建立。",
    en: "Your IT department requires workspaces to be encrypted. Tick the box, set a passphrase and make it then.",
  },
  "error.managed-plain": {
    zh: "IT 部门规定工作区必须加密，而这个工作区没有加密。请以只读方式打开，在“设置”中复制为加密的工作区，之后使用该副本。",
    en: "Your IT department requires workspaces to be encrypted, and this one is not. Open it read-only, make an encrypted copy of it in the settings, and use the copy.",
  },
} as const;
