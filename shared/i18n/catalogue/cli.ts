/** Words of the command line. */
export const cli = {
  "cli.error": { zh: "错误：{message}", en: "error: {message}" },
  "cli.written": { zh: "已写入 {file}", en: "Written to {file}" },
  "cli.help.overview": {
    zh: "H200 采购申报台命令行。用法：npm run -s desk -- <命令> [选项]\n每个命令都可加 --lang zh|en 与 --help。",
    en: "The H200 procurement desk in a terminal. Usage: npm run -s desk -- <command> [options]\nEvery command takes --lang zh|en and --help.",
  },
  "cli.help.exit": {
    zh: "退出码：0 完成；1 完成但结果不利；2 输入或用法有误；3 内部错误。",
    en: "Exit codes: 0 done; 1 done and the answer is adverse; 2 bad input or usage; 3 internal error.",
  },
  "cli.help.check": {
    zh: "check DOSSIER.json [--as-of YYYY-MM-DD] [--reading narrow|working|broad] [--list 文件]… [--pack 目录]… [--why 规则 | --findings | --plan [--on 日期]…] [--json]\n\n按某一日的规则核查一份案卷：两侧结论、理由、法律与资料、缺项。\n  --as-of    检查日期，默认本地当日，始终打印\n  --reading  模糊用语的解读，默认 working\n  --list     名单文件（CSL 的 CSV 或 JSON、OFAC 的 sdn.csv），可多次\n  --pack     规则包目录，替换同侧的内置规则包\n  --why      把一条规则的判断过程写成句子\n  --findings 列出成立和待定的每一条结论\n  --plan     列出各种法律状态、解读与日期下的结论和所凭的事实；--on 指定日期\n  --json     输出 JSON\n任一侧结论劣于“个案审查”时退出码为 1；未完成的草稿通常如此。",
    en: "check DOSSIER.json [--as-of YYYY-MM-DD] [--reading narrow|working|broad] [--list FILE]… [--pack DIR]… [--why RULE | --findings | --plan [--on DATE]…] [--json]\n\nChecks one dossier under the rules of one day: lanes of both tracks, reasons, law and facts, missing items.\n  --as-of    the day asked; the local day unless said, always printed\n  --reading  how vague terms are read; working unless said\n  --list     a list file (CSL as CSV or JSON, OFAC's sdn.csv), any number of times\n  --pack     a pack's folder; replaces the delivered pack of its track\n  --why      write how one rule was judged as sentences\n  --findings  list everything that holds or is open\n  --plan     the lane under each open state of the law, reading and day, and the facts that carry it; --on names days\n  --json     print JSON\nExit code 1 when a lane is worse than case-by-case, which is normal for an unfinished draft.",
  },
  "cli.help.uscc": {
    zh: "uscc CODE [--json]\n\n读一个统一社会信用代码：校验位、登记部门、机构类别，以及它能说明和不能说明什么。代码不成立时退出码为 1。",
    en: "uscc CODE [--json]\n\nReads a unified social credit code: check digits, registrar, category, what it shows and what it does not. Exit code 1 when it is not valid.",
  },
  "cli.help.owners": {
    zh: "owners FILE --subject 主体 [--down] [--bods 文件 [--publisher 名称]] [--as-of YYYY-MM-DD] [--list 文件]… [--pack 目录]… [--json]\n\n计算一家单位背后的持有人、它落入规则包的哪些所有制类别，以及补上什么即可判定。FILE 为案卷 JSON、BODS 0.4（JSON 或 JSON Lines），或一行一条持股关系的 CSV、XLSX。主体写编号、统一社会信用代码或完整名称。--down 改为列出它逐层持有的单位。--bods 另把这份记录写成 BODS 0.4 文件，注明由谁发布（默认为该主体）。",
    en: "owners FILE --subject PARTY [--down] [--bods FILE [--publisher NAME]] [--as-of YYYY-MM-DD] [--list FILE]… [--pack DIR]… [--json]\n\nComputes who stands behind a party, which of the packs’ classes of ownership it is in, and what would settle what is open. FILE is a dossier, BODS 0.4 (JSON or JSON Lines), or a CSV or XLSX table with one holding per row. PARTY is an id, a unified social credit code or a full name. --down lists what it holds instead, tier by tier. --bods also writes the record as a BODS 0.4 file and names its publisher (the party itself unless given).",
  },
  "cli.help.screen": {
    zh: "screen NAME | --file NAMES.csv  --list 文件 [--list 文件]… [--column 字段=表头]… [--encoding gbk] [--json]\n\n在名单中查找名称或登记号。名单可以是综合筛查名单的 CSV 或 JSON，OFAC 的 sdn.csv、alt.csv、add.csv（一起给出，或放在同一目录），或有名称列的 CSV、XLSX 表格；表头认不出时用 --column 指明，如 --column name=单位。有可能匹配时退出码为 1；是否同一主体由人判断。",
    en: "screen NAME | --file NAMES.csv  --list FILE [--list FILE]… [--column FIELD=HEADER]… [--encoding gbk] [--json]\n\nLooks names or registration numbers up in lists. A list is the Consolidated Screening List as CSV or JSON, OFAC's sdn.csv, alt.csv and add.csv (given together, or in one folder), or a CSV or XLSX table with a column of names; where its header is not known, say it: --column name=HEADER. Exit code 1 on a possible match; whether it is the same one, a person decides.",
  },
  "cli.help.lists": {
    zh: "lists sources | check 文件… | compare 旧文件 新文件  [--column 字段=表头]… [--encoding gbk] [--json]\n\n名单。sources 说明每份名单从哪里获取、用哪种格式；check 读入文件，给出日期、哈希、条数和需要留意的行；compare 列出新文件比旧文件增加、减少和变动的条目。",
    en: "lists sources | check FILE… | compare BEFORE AFTER  [--column FIELD=HEADER]… [--encoding gbk] [--json]\n\nLists. sources says where a person gets each list and in which format; check reads files and gives their date, hash, counts and the rows worth a look; compare names the entries that came, went and changed.",
  },
  "cli.lists.compared": {
    zh: "增加 {added} 条，减少 {removed} 条，变动 {changed} 条",
    en: "{added} added, {removed} removed, {changed} changed",
  },
  "cli.help.packet": {
    zh: "packet build DOSSIER.json --set cn-filing|us-exporter|internal-record --out 目录 [--as-of 日期] [--evidence 目录] [--list 文件]… [--pack 目录]… [--papers zh|en|both] [--annex self-check|consignee-statement]… [--zip]\npacket verify 目录|ZIP [--known-key 文件|指纹]… [--signed 已签PDF]… [--workspace 目录] [--list 文件]… [--pack 目录]… [--json]\npacket office 目录|ZIP --kind docx|xlsx|portal --out 目录 [--upload-mb 数值]\npacket ready --workspace 目录 --order 编号 [--json]\npacket papers --workspace 目录 [--order 编号] [--json]\npacket attach 扫描件 --workspace 目录 --packet 编号 --paper 路径\npacket key-card --workspace 目录 --person 编号 --out 目录\n\nbuild 写出一份草稿材料包，与结论无关，退出码为 0。verify 核对文件是否恰为内容所列、重新生成是否相同、由谁作保；只有完整且一致的草稿，或由已知密钥（--known-key，或 --workspace 登记的人员）封存且完整一致的材料包，退出码为 0，其余为 1。office 由材料包写出 Word 草稿、Excel 表格或填报对照表。ready 列出封存所需的各项，尚有未具备的，退出码为 1；不问口令。papers 列出封存后需要签字盖章的文件，还有未附扫描件的，退出码为 1；attach 把扫描件附在原件旁。key-card 写出某人的密钥卡（PDF，供当面核对）和已知密钥文件（供 verify 使用）。",
    en: "packet build DOSSIER.json --set cn-filing|us-exporter|internal-record --out DIR [--as-of DATE] [--evidence DIR] [--list FILE]… [--pack DIR]… [--papers zh|en|both] [--annex self-check|consignee-statement]… [--zip]\npacket verify DIR|ZIP [--known-key FILE|FINGERPRINT]… [--signed PDF]… [--workspace DIR] [--list FILE]… [--pack DIR]… [--json]\npacket office DIR|ZIP --kind docx|xlsx|portal --out DIR [--upload-mb N]\npacket ready --workspace DIR --order ID [--json]\npacket papers --workspace DIR [--order ID] [--json]\npacket attach SCAN --workspace DIR --packet ID --paper PATH\npacket key-card --workspace DIR --person ID --out DIR\n\nbuild writes a draft packet whatever the lanes and exits 0. verify says whether exactly the files that the content names are there, whether everything comes out the same when made again, and who vouches. It exits 0 only for a draft that is whole and consistent, or a sealed packet that is and was signed by a known key (--known-key, or the persons of --workspace); otherwise 1. office writes Word drafts, tables or a sheet for a portal from a packet. ready lists everything that sealing needs and exits 1 while anything is missing; it asks for no passphrase. papers lists what is to be signed by hand after sealing and exits 1 while a scan is missing; attach files a scan beside its original. key-card writes a person's key card (a PDF to compare in person) and a file of known keys for verify.",
  },
  "cli.help.pack": {
    zh: "pack check 目录 | diff 目录 目录 | sign 目录 --key 文件 | verify 目录 | bundle 目录 --out 文件 | import 目录 --workspace 目录 [--unsigned] | list [--workspace 文件夹]  [--json]\n\n规则包：编译检查、比较、签名（Ed25519 PEM 私钥）、验证、并成一个文件、导入、列出。",
    en: "pack check DIR | diff DIR DIR | sign DIR --key FILE | verify DIR | bundle DIR --out FILE | import DIR --workspace DIR [--unsigned] | list [--workspace DIR]  [--json]\n\nRule packs: compile, compare, sign (Ed25519 private key as PEM), verify, join into one file, take in, list.",
  },
  "cli.help.journal": {
    zh: "journal verify|show|export --workspace 目录 [--out 文件] [--passphrase-file 文件 | --recovery-file 文件] [--json]\n\n查看工作区日志：验证哈希链、显示最近记录、全部导出为 JSON 行。只读，不改动任何文件。加密的工作区不用口令也能验证；显示和导出要用口令。口令写在文件的第一行。",
    en: "journal verify|show|export --workspace DIR [--out FILE] [--passphrase-file FILE | --recovery-file FILE] [--json]\n\nLooks at a workspace's journal: verifies the hash chain, shows the newest entries, exports all as lines of JSON. Changes nothing. An encrypted workspace is verified without its passphrase; to show and export it is needed, as the first line of a file.",
  },
  "cli.help.serve": {
    zh: "serve [--workspace 文件夹] [--port N] [--no-open]\n\n在本机浏览器中打开申报台，只监听 127.0.0.1。",
    en: "serve [--workspace DIR] [--port N] [--no-open]\n\nOpens the desk in a browser of this machine, listening on 127.0.0.1 only.",
  },
  "cli.check.order": { zh: "采购单", en: "Order" },
  "cli.check.asOf": { zh: "检查日期", en: "As of" },
  "cli.check.dossier": { zh: "案卷 SHA-256", en: "Dossier SHA-256" },
  "cli.check.packs": { zh: "规则包", en: "Packs" },
  "cli.check.lists": { zh: "名单", en: "Lists" },
  "cli.check.noLists": { zh: "未提供，未做名单比对", en: "none given; nothing was screened" },
  "cli.check.lane": { zh: "结论", en: "Lane" },
  "cli.check.best": { zh: "最好", en: "At best" },
  "cli.check.worst": { zh: "最坏", en: "At worst" },
  "cli.check.stop": {
    zh: "〔递交前必须由人复核〕",
    en: "(human review before anything goes out)",
  },
  "cli.check.ask": {
    zh: "请先回答以下问题（回答后可能出现新的问题）",
    en: "Questions to answer first (an answer may raise new ones)",
  },
  "cli.check.conditions": {
    zh: "附带条件（由他人说明或保证）",
    en: "Provided that (others must still state)",
  },
  "cli.check.verify": { zh: "须由人核实的规定", en: "To be looked up by a person" },
  "cli.check.missing": {
    zh: "{set}：缺 {count} 项",
    en: "{set}: {count} {count|item|items} missing",
  },
  "cli.check.returns": {
    zh: "可能被退回之处：{count}",
    en: "Likely reasons to be sent back: {count}",
  },
  "cli.value.holds": { zh: "成立", en: "holds" },
  "cli.value.unknown": { zh: "未知", en: "unknown" },
  "cli.effect.information": { zh: "提示", en: "Information" },
  "cli.effect.warning": { zh: "提醒", en: "Warning" },
  "cli.effect.red-flag": { zh: "警示", en: "Red flag" },
  "cli.effect.disclosure": { zh: "披露", en: "Disclosure" },
  "cli.owner.buyer": { zh: "买方", en: "buyer" },
  "cli.owner.exporter": { zh: "出口商", en: "exporter" },
  "cli.owner.laboratory": { zh: "实验室", en: "laboratory" },
  "cli.owner.authority": { zh: "主管机关", en: "authority" },
  "rule.pack-silent": { zh: "规则包未覆盖该日", en: "The pack does not speak of this day" },
  "cli.uscc.code": { zh: "代码", en: "Code" },
  "cli.uscc.valid": { zh: "是否成立", en: "Valid" },
  "cli.uscc.kind": { zh: "机构类别", en: "Kind of body" },
  "cli.uscc.division": { zh: "登记机关区划", en: "Registrar's division" },
  "cli.uscc.body": { zh: "主体标识码", en: "Body code" },
  "cli.uscc.proves": { zh: "能说明", en: "Shows" },
  "cli.uscc.silent": { zh: "不能说明", en: "Says nothing about" },
  "cli.uscc.problem": { zh: "问题", en: "Problem" },
  "cli.uscc.repair": { zh: "改一处可成立", en: "One change away" },
  "cli.owners.ultimate-parents": { zh: "最终控制人", en: "Ultimate parents" },
  "cli.owners.public-interest-direct": {
    zh: "公共机构直接持股",
    en: "Held directly by public bodies",
  },
  "cli.owners.public-interest": {
    zh: "公共机构直接与间接持股",
    en: "Held directly and indirectly by public bodies",
  },
  "cli.owners.none": { zh: "没有登记的持有关系。", en: "No holdings are on record." },
  "cli.owners.missing": { zh: "缺：{fields}", en: "missing: {fields}" },
  "cli.owners.problem": { zh: "资料有矛盾：{text}", en: "The record contradicts itself: {text}" },
  "cli.owners.left": { zh: "表中略过的行：{text}", en: "Row of the table left out: {text}" },
  "cli.screen.list": {
    zh: "名单 {id}，日期 {date}，{entries} 条，SHA-256 {sha256}",
    en: "List {id} of {date}, {entries} {entries|entry|entries}, SHA-256 {sha256}",
  },
  "cli.screen.known": {
    zh: "本检索的实测水平（{date}，{pairs} 对标注名称）：名单上确有的，约 {recall}% 能找到；“高度相似”中约 {strong}%、全部结果中约 {possible}% 确为同一主体。没有结果不等于不在名单上。",
    en: "What this search was measured to be worth ({date}, {pairs} labelled pairs): it finds about {recall} % of what is listed; about {strong} % of the strong hits and {possible} % of all hits are the party meant. No hit does not mean that a name is off the lists.",
  },
  "screening.strength.strong": { zh: "高度相似", en: "strong" },
  "screening.strength.possible": { zh: "可能相似", en: "possible" },
  "cli.screen.hits": { zh: "可能匹配：{count}", en: "Possible matches: {count}" },
  "screening.explain.same-identifier": {
    zh: "登记号相同：{asked}",
    en: "same registration number: {asked}",
  },
  "screening.explain.same-name": { zh: "名称相同：{found}", en: "same name: {found}" },
  "screening.explain.same-alias": { zh: "与别名相同：{found}", en: "same as an alias: {found}" },
  "screening.explain.like-body": { zh: "名称相近：{found}", en: "a name alike: {found}" },
  "screening.explain.like-person": {
    zh: "人名相近：{found}",
    en: "a person's name alike: {found}",
  },
  "screening.explain.like-vessel": {
    zh: "船舶或航空器名称相近：{found}",
    en: "a ship's or aircraft's name alike: {found}",
  },
  "screening.explain.piece-same": {
    zh: "相同：{asked} = {found}",
    en: "the same: {asked} = {found}",
  },
  "screening.explain.piece-brand-table": {
    zh: "按品牌对照表：{asked} = {found}",
    en: "by the brand table: {asked} = {found}",
  },
  "screening.explain.piece-sound": {
    zh: "按汉语拼音：{asked} = {found}",
    en: "by its sound in pinyin: {asked} = {found}",
  },
  "screening.explain.piece-wade-giles": {
    zh: "按威妥玛拼法：{asked} = {found}",
    en: "by its Wade-Giles spelling: {asked} = {found}",
  },
  "screening.explain.piece-cantonese": {
    zh: "按香港粤语拼法：{asked} = {found}",
    en: "by its Hong Kong spelling: {asked} = {found}",
  },
  "screening.explain.piece-translation": {
    zh: "按词义：{asked} = {found}",
    en: "by translation: {asked} = {found}",
  },
  "screening.explain.piece-abbreviation": {
    zh: "缩写：{asked} = {found}",
    en: "an abbreviation: {asked} = {found}",
  },
  "screening.explain.piece-initials": {
    zh: "首字母：{asked} = {found}",
    en: "initials: {asked} = {found}",
  },
  "screening.explain.piece-typing-error": {
    zh: "疑为笔误：{asked} ≈ {found}",
    en: "perhaps a typing error: {asked} ≈ {found}",
  },
  "screening.explain.piece-joined": {
    zh: "分写或连写：{asked} = {found}",
    en: "written apart or together: {asked} = {found}",
  },
  "screening.explain.piece-number": {
    zh: "编号相同：{asked} = {found}",
    en: "the same number: {asked} = {found}",
  },
  "screening.explain.piece-form": {
    zh: "组织形式相同：{asked} = {found}",
    en: "the same legal form: {asked} = {found}",
  },
  "screening.explain.against-left-over": {
    zh: "只见于一方：{asked}",
    en: "in one name only: {asked}",
  },
  "screening.explain.against-conflict": {
    zh: "两方不同：{asked} / {found}",
    en: "different in the two: {asked} / {found}",
  },
  "screening.explain.against-number": {
    zh: "编号只见于一方：{asked}",
    en: "a number in one name only: {asked}",
  },
  "screening.explain.against-form": {
    zh: "组织形式不同：{asked} / {found}",
    en: "different legal forms: {asked} / {found}",
  },
  "screening.explain.against-brand": {
    zh: "字号无一相合",
    en: "no part of the names proper agrees",
  },
  "screening.explain.against-other-firm": {
    zh: "只见于一方，表明是另一家：{asked}",
    en: "in one name only, and it makes another firm: {asked}",
  },
  "screening.explain.same-country": {
    zh: "国家或地区相同：{asked}",
    en: "the same country: {asked}",
  },
  "screening.explain.other-country": {
    zh: "国家或地区不同：{asked} / {found}",
    en: "another country: {asked} / {found}",
  },
  "screening.explain.reopened-entry": {
    zh: "名单条目已变化，先前的判断须重作",
    en: "the entry on the list changed: an earlier decision is open again",
  },
  "screening.explain.reopened-party": {
    zh: "单位资料已变化，先前的判断须重作",
    en: "the party's record changed: an earlier decision is open again",
  },
  "cli.pack.good": {
    zh: "规则包 {id} {version}：{rules} 条规则，{cases} 个案例，SHA-256 {sha256}",
    en: "Pack {id} {version}: {rules} {rules|rule|rules}, {cases} {cases|case|cases}, SHA-256 {sha256}",
  },
  "cli.pack.refused": {
    zh: "不接受：{count} 处问题",
    en: "Refused: {count} {count|problem|problems}",
  },
  "cli.pack.changes": { zh: "变化：{count} 处", en: "Changes: {count}" },
  "pack.change.added": { zh: "新增", en: "added" },
  "pack.change.removed": { zh: "删除", en: "removed" },
  "pack.change.changed": { zh: "修改", en: "changed" },
  "cli.pack.signed": { zh: "已签名：{file}，公钥 {key}", en: "Signed: {file}, public key {key}" },
  "cli.pack.signature.valid": {
    zh: "签名与规则包相符：SHA-256 {sha256}，公钥 {publicKey}",
    en: "The signature fits the pack: SHA-256 {sha256}, public key {publicKey}",
  },
  "cli.pack.signature.broken": {
    zh: "签名与规则包不符：SHA-256 {sha256}，公钥 {publicKey}",
    en: "The signature does not fit the pack: SHA-256 {sha256}, public key {publicKey}",
  },
  "cli.pack.signature.none": {
    zh: "没有签名：SHA-256 {sha256}",
    en: "No signature: SHA-256 {sha256}",
  },
  "cli.pack.bundled": { zh: "已写出 {file}，共 {bytes} 字节", en: "Wrote {file}, {bytes} bytes" },
  "cli.pack.imported": { zh: "已导入 {id} {version}", en: "Imported {id} {version}" },
  "cli.pack.refusedImport": {
    zh: "未导入：规则包被拒绝",
    en: "Not imported: the pack was refused",
  },
  "cli.pack.notImported": {
    zh: "未导入 {id} {version}；没有可信签名的规则包须加 --unsigned",
    en: "Not imported: {id} {version}; a pack without a trusted signature needs --unsigned",
  },
  "cli.packet.built": {
    zh: "已写出草稿材料包 {file}（资料日期 {asOf}，内容 SHA-256 {fingerprint}）",
    en: "Draft packet written to {file} (as of {asOf}, content SHA-256 {fingerprint})",
  },
  "list.date.unknown": { zh: "日期不明", en: "undated" },
  "cli.journal.intact": {
    zh: "日志完整，共 {entries} 条",
    en: "The journal is intact, {entries} {entries|entry|entries}",
  },
  "cli.journal.broken": {
    zh: "日志断裂（共 {entries} 条）：{problem}",
    en: "The journal is broken ({entries} {entries|entry|entries}): {problem}",
  },
} as const;
