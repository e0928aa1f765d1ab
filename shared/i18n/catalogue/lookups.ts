/** Words of look-ups: entering, weighing, confirming. */
export const lookups = {
  "field.lookup.instead": { zh: "改为适用", en: "What applies instead" },
  "field.lookup.recheckOn": { zh: "再次查看日期", en: "Look again on" },
  "lookup.open.end": { zh: "未定截止日", en: "no end stated" },
  "lookup.other": { zh: "登记关于其他参数的发现", en: "Enter a finding about another parameter" },
  "lookup.other.which": { zh: "哪一项参数", en: "Which parameter" },
  "lookup.preview": { zh: "登记后结论的变化", en: "What the entry moves" },
  "lookup.preview.wait": {
    zh: "状态、取值、日期和出处填齐后，此处显示结论如何变化。",
    en: "Once state, value, day and citation are given, the lanes that follow stand here.",
  },
  "lookup.preview.now": { zh: "现在", en: "Now" },
  "lookup.preview.entered": { zh: "登记后，尚未确认", en: "Entered, not confirmed" },
  "lookup.preview.confirmed": { zh: "第二人确认后", en: "Confirmed by a second person" },
  "lookup.preview.range": { zh: "{best} 至 {worst}", en: "{best} to {worst}" },
  "lookup.contradicts": {
    zh: "与规则包所载现行文本不一致：规则包在 {asOf} 记为“{text}”。两者都会写入报告；在第二人确认以前，最好情形只按现行文本计，最坏情形取两者中较严的一个。",
    en: "It contradicts the text in force: on {asOf} the pack states “{text}”. Both stand in the report. Until a second person confirms the entry, the text in force alone counts at best, and the stricter of the two at worst.",
  },
  "lookup.agrees": {
    zh: "规则包在 {asOf} 记为“{text}”。",
    en: "On {asOf} the pack states “{text}”.",
  },
  "lookup.touched": { zh: "还会触及的采购单", en: "Other drafts it touches" },
  "lookup.touched.ask": { zh: "查看还会触及哪些采购单", en: "See which other drafts it touches" },
  "lookup.touched.none": {
    zh: "其他采购单的结论不因此变化。",
    en: "No lane of another draft moves.",
  },
  "lookup.touched.take": { zh: "一并登记到“{title}”", en: "Enter it in “{title}” too" },
  "lookup.confirmed": { zh: "{day} 由{name}确认", en: "Confirmed by {name} on {day}" },
  "lookup.unconfirmed": { zh: "待第二人确认", en: "Waits for a second person" },
  "lookup.contradiction": { zh: "与现行文本不一致", en: "Contradicts the text in force" },
  "lookup.recheck": { zh: "{day} 再次查看", en: "Look again on {day}" },
  "lookup.recheck.due": {
    zh: "已到再次查看日期（{day}）",
    en: "Due to be looked at again ({day})",
  },
  "lookup.confirm": { zh: "确认", en: "Confirm" },
  "lookup.confirm.title": { zh: "确认查实结果", en: "Confirm what was found" },
  "lookup.confirm.about": {
    zh: "您确认已亲自阅读同一出处，所载与登记一致。此确认以您的密钥签署，写入日志；查询人和起草人不能确认自己的记录。登记内容一经改动，确认即失效。",
    en: "You confirm that you have read the same text yourself and that it says what was entered. The confirmation is signed with your key and journaled. Neither the person who looked nor the drafter can confirm it, and it lapses when the entry is changed.",
  },
  "lookup.withdraw": { zh: "撤回确认", en: "Withdraw the confirmation" },
  "lookup.withdraw.about": {
    zh: "该记录将重新待第二人确认。请写明理由。",
    en: "The entry will wait for a second person again. Say why.",
  },
  "lookup.signed": {
    zh: "已签署，涉及 {count} 张采购单",
    en: "Signed for {count} {count|draft|drafts}",
  },
  "lookup.elsewhere": { zh: "其他采购单中的核实记录", en: "Looked up for other drafts" },
  "lookup.elsewhere.about": {
    zh: "核实记录属于整个工作区；本单只计入已抄录到本单的记录。",
    en: "Look-ups belong to the workspace; this order counts those that are copied into it.",
  },
  "lookup.take": { zh: "抄录到本单", en: "Copy into this order" },
  "lookup.taken": { zh: "已抄录", en: "Copied" },
  "lookup.held.in": { zh: "载于：{titles}", en: "Held in: {titles}" },
  "error.lookup-own": {
    zh: "{person}不能确认这条记录：须由查询人和起草人以外的第二人确认。",
    en: "{person} cannot confirm this entry: it takes a second person beside whoever looked and whoever drafts.",
  },
  "lookup.entrant.nobody": {
    zh: "现在无人登录：这样录入的记录，之后第二人无法确认。",
    en: "Nobody is signed in: what is put in now cannot be confirmed by a second person later.",
  },
  "error.lookup-entrant": {
    zh: "记录 {id} 以现在的内容由谁录入无从查证（录入时无人登录，或是随采购单保存、导入的），因此不能确认。请查询人登录后重新录入。",
    en: "Nobody known put entry {id} in as it stands (nobody was signed in, or it came with a saved or imported order), so it cannot be confirmed. Whoever looked signs in and enters it again.",
  },
  "error.lookup-role": {
    zh: "{person}不能确认这条记录：确认人须为复核或法务人员。",
    en: "{person} cannot confirm this entry: a reviewer or legal counsel confirms it.",
  },
  "error.lookup-unsigned": {
    zh: "记录 {id} 没有写明查询人，因此无从判断谁是第二人。请先补写查询人。",
    en: "Entry {id} does not say who looked, so nobody can be the second person. Add who looked first.",
  },
  "error.lookup-recheck": {
    zh: "再次查看日期 {day} 须在今天（{today}）之后。",
    en: "The day to look again, {day}, must lie after today ({today}).",
  },
  "cli.help.lookup": {
    zh: "lookup list --workspace 文件夹 [--as-of 日期] [--json]\nlookup preview --workspace 文件夹 --order 采购单 --file 记录.json [--as-of 日期] [--json]\nlookup add --workspace 文件夹 --order 采购单 --file 记录.json [--also 采购单]… [--person 人员 --key-passphrase-file 文件]\nlookup confirm --workspace 文件夹 --order 采购单 --id 记录 --person 人员 --key-passphrase-file 文件 [--withdraw] [--reason 理由]\n\n查看、试算、登记和确认工作区的核实记录。记录.json 载明 track、parameter、state、value 或 instead、from、citation、person，可另载 to、recheckOn、evidence。须由第二人确认的记录，录入人要用自己的密钥录入（--person）。",
    en: "lookup list --workspace DIR [--as-of DATE] [--json]\nlookup preview --workspace DIR --order ORDER --file ENTRY.json [--as-of DATE] [--json]\nlookup add --workspace DIR --order ORDER --file ENTRY.json [--also ORDER]… [--person PERSON --key-passphrase-file FILE]\nlookup confirm --workspace DIR --order ORDER --id ENTRY --person PERSON --key-passphrase-file FILE [--withdraw] [--reason TEXT]\n\nLists, weighs, enters and confirms the look-ups of a workspace. ENTRY.json states track, parameter, state, value or instead, from, citation and person, and may state to, recheckOn and evidence. What a second person is to confirm has to be put in with a key (--person).",
  },
  "cli.lookup.none": { zh: "没有核实记录。", en: "Nothing was looked up." },
  "cli.lookup.head.entry": { zh: "记录", en: "Entry" },
  "cli.lookup.head.parameter": { zh: "参数", en: "Parameter" },
  "cli.lookup.head.found": { zh: "查得", en: "Found" },
  "cli.lookup.head.seen": { zh: "查看", en: "Seen" },
  "cli.lookup.head.state": { zh: "确认", en: "Confirmation" },
  "cli.lookup.head.orders": { zh: "采购单", en: "Drafts" },
  "cli.lookup.added": { zh: "已登记 {id}", en: "Entered as {id}" },
  "error.lookup-file": {
    zh: "{file} 不是一条核实记录（{at}：{problem}）。",
    en: "{file} is not a look-up ({at}: {problem}).",
  },
} as const;
