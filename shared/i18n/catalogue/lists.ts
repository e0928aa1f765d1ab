/** Lists: what reading a file may refuse, what the list manager says, and where lists come from. */
export const lists = {
  "error.input-stopped": {
    zh: "已停止读取 {file}，没有保存任何内容。",
    en: "Reading {file} was stopped; nothing was kept.",
  },
  "error.input-not-encoding": {
    zh: "{file} 不是 {encoding} 编码（第 {byte} 字节附近）。请换一种编码，或另存为 UTF-8。",
    en: "{file} is not {encoding} (near byte {byte}). Name another encoding, or save the file as UTF-8.",
  },
  "error.csv-quote-open": {
    zh: "{file} 第 {line} 行开始的引号没有结束，其后各行无法区分。请补上或删去该行的引号。",
    en: "{file}: a quote opened in the row at line {line} is never closed, so the rows after it cannot be separated. Close it or delete it.",
  },
  "error.csv-quote": {
    zh: "{file} 第 {line} 行的引号位置有误。单元格内的引号须写成两个，并整格加引号；请改正该行。",
    en: "{file}, line {line}: a quote stands where none may. Inside a quoted cell a quote is written twice; correct the row.",
  },
  "error.csv-quote-swallows": {
    zh: "{file} 第 {line} 至 {last} 行被一对引号连成了一行，其中的各行会因此丢失。请检查这几行的引号；单元格内如确有换行，请去掉换行。",
    en: "{file}, lines {line} to {last}: a pair of quotes joins these lines into one row, and rows inside would be lost. Correct the quotes; if a cell does hold line breaks, take them out.",
  },
  "error.csv-record-long": {
    zh: "{file} 第 {line} 行开始的一行超过 1 MB，多半是引号没有结束。请检查该行的引号。",
    en: "{file}: the row that begins at line {line} is longer than 1 MB; most likely a quote is not closed. Look at the quotes of that row.",
  },
  "error.csv-nul": {
    zh: "{file} 第 {line} 行含有空字符（NUL），文件已损坏。请重新获取或另存该文件。",
    en: "{file}, line {line} holds a NUL character: the file is damaged. Get it or save it again.",
  },
  "error.csv-columns": {
    zh: "{file} 第 {line} 行有 {found} 格，第 {first} 行有 {expected} 格。含逗号的单元格须加引号；请改正该行。",
    en: "{file}, line {line} has {found} {found|cell|cells}, line {first} has {expected}. A cell that holds a comma needs quotes; correct the row.",
  },
  "error.csv-too-many-rows": {
    zh: "{file} 超过 {limit} 行。请分成几个文件。",
    en: "{file} has more than {limit} rows. Split it into several files.",
  },
  "error.csv-header-twice": {
    zh: "{file} 第 {line} 行有两列都叫“{column}”，无法判断以哪一列为准。请改名或删去其中一列。",
    en: "{file}, line {line}: two columns are called “{column}”; it is not clear which one counts. Rename or delete one.",
  },
  "error.json-value-long": {
    zh: "{file} 第 {line} 行起的一个值超过 20 MB，多半是引号或括号没有结束。请重新获取该文件。",
    en: "{file}: a value that begins at line {line} is longer than 20 MB; most likely a quote or bracket is not closed. Get the file again.",
  },
  "error.list-formula": {
    zh: "{file} 第 {line} 行的“{column}”是没有算出的公式或错误值（{value}）。请在表格软件中改为文字后再导入。",
    en: "{file}, line {line}: “{column}” holds a formula or an error value ({value}). Turn it into text in a spreadsheet program, then import the file.",
  },
  "error.list-name-long": {
    zh: "{file} 第 {line} 行的“{column}”超过 {limit} 字符，不会是名称。请检查该行。",
    en: "{file}, line {line}: “{column}” is longer than {limit} characters and can be no name. Look at that row.",
  },
  "error.list-name-signs": {
    zh: "{file} 第 {line} 行的“{column}”没有文字（{value}）。请补上名称或删去该行。",
    en: "{file}, line {line}: “{column}” has no letters ({value}). Put in the name or delete the row.",
  },
  "error.list-row-slipped": {
    zh: "{file} 第 {line} 行的内容错位：“{column}”列中是别列的内容，多半是某格里的逗号没有加引号。请重新下载官方文件，不要用文本编辑器改动。",
    en: "{file}, line {line}: cells have slipped; “{column}” holds what belongs to another column. Most likely a comma is not quoted. Get the official file again and do not edit it by hand.",
  },
  "error.list-no-column": {
    zh: "{file} 第 {line} 行的表头中没有“{column}”。有：{known}。",
    en: "{file}, line {line}: the header has no “{column}”. It has: {known}.",
  },
  "error.list-no-name-column": {
    zh: "{file} 第 {line} 行的表头中看不出哪一列是名称。请指明（如 --column name=表头）。有：{known}。",
    en: "{file}, line {line}: no header names the column of the names. Say which it is (--column name=HEADER). There are: {known}.",
  },
  "error.list-column-option": {
    zh: "“{value}”不是列的指定方式。请写成“字段=表头”或“字段=列号”，字段为：{known}。",
    en: "“{value}” names no column. Write FIELD=HEADER or FIELD=NUMBER; the fields are: {known}.",
  },
  "error.list-orphan": {
    zh: "{file} 第 {line} 行的编号 {number} 在 sdn.csv 中没有对应的名称，这几个文件多半不是同一天的。请一并重新下载三个文件。",
    en: "{file}, line {line}: sdn.csv has no name with the number {number}; the files are most likely of different days. Get all three again, together.",
  },
  "error.list-ofac-no-names": {
    zh: "{file} 是 OFAC 的别名或地址文件，单独不成名单。请与 sdn.csv 一起选择。",
    en: "{file} holds OFAC's aliases or addresses and is not a list by itself. Choose it together with sdn.csv.",
  },
  "error.list-old-workbook": {
    zh: "{file} 是旧格式工作簿（.xls）。请在表格软件中另存为 .xlsx 后再导入。",
    en: "{file} is a workbook of the old kind (.xls). Save it as .xlsx in a spreadsheet program, then import it.",
  },
  "error.list-is-page": {
    zh: "{file} 是网页或 XML，不是名单文件。请下载 CSV、JSON 或 .xlsx 文件本身，而不是保存页面。",
    en: "{file} is a web page or XML, not a list. Download the CSV, JSON or .xlsx file itself instead of saving the page.",
  },
  "error.list-too-long": {
    zh: "{file} 超过 {limit} 条。请分成几个文件导入。",
    en: "{file} holds more than {limit} entries. Import it as several files.",
  },
  "error.list-count": {
    zh: "{file} 自称有 {said} 条，实有 {found} 条，可能被截断。请重新获取该文件。",
    en: "{file} says that it holds {said} {said|entry|entries} and holds {found}; it may be cut off. Get it again.",
  },
  "error.list-two-lists": {
    zh: "{file} 和 {other} 是两份不同的名单。请分别导入。",
    en: "{file} and {other} are two different lists. Import them one by one.",
  },
  "lists.note.name-form-only": {
    zh: "第 {line} 行的名称只有组织形式（{what}），按名称比对没有意义，请看代码。",
    en: "Line {line}: the name is a legal form alone ({what}), so that comparing it says nothing; go by its codes.",
  },
  "lists.note.alias-form-only": {
    zh: "第 {line} 行的一个别名只有组织形式（{what}），按它比对没有意义。",
    en: "Line {line}: one alias is a legal form alone ({what}); comparing it says nothing.",
  },
  "lists.note.row-repeated": {
    zh: "第 {line} 行与前面某行完全相同（{what}），两行都保留。",
    en: "Line {line} says the same as an earlier row ({what}); both are kept.",
  },
  "lists.note.number-repeated": {
    zh: "第 {line} 行的编号与前面某行相同而内容不同（{what}），两行各有标识。",
    en: "Line {line} has the number of an earlier row but different content ({what}); each has its own id.",
  },
  "lists.note.without-aliases": {
    zh: "没有一并导入别名文件（alt.csv），以别名出现的主体不会被找到。请与 alt.csv、add.csv 一起重新导入。",
    en: "The file of aliases (alt.csv) was not imported with it: whoever is known by an alias will not be found. Import it again with alt.csv and add.csv.",
  },
  "lists.note.without-aliases.short": { zh: "缺别名文件", en: "aliases missing" },
  "lists.notes": { zh: "需要留意的行：{count}", en: "Rows worth a look: {count}" },
  "lists.reading": { zh: "正在读取名单", en: "Reading the list" },
  "lists.compare": { zh: "与前一份比较", en: "Compare with the one before" },
  "lists.comparing": { zh: "正在比较…", en: "Comparing …" },
  "lists.compare.none": {
    zh: "没有更早的同类名单可比。",
    en: "There is no earlier file of these lists to compare with.",
  },
  "lists.compare.before": { zh: "与“{title}”相比：", en: "Against “{title}”:" },
  "lists.compare.added": { zh: "增加 {count} 条", en: "{count} added:" },
  "lists.compare.removed": { zh: "减少 {count} 条", en: "{count} removed:" },
  "lists.compare.changed": { zh: "变动 {count} 条", en: "{count} changed:" },
  "lists.compare.parties": { zh: "涉及主体 {count} 个：", en: "Parties concerned: {count}." },
  "lists.compare.orders": { zh: "涉及采购单 {count} 份：", en: "Orders concerned: {count}." },
  "lists.stop": { zh: "停止", en: "Stop" },
  "lists.sources.title": { zh: "名单从哪里获取", en: "Where to get each list" },
  "lists.sources.about": {
    zh: "本程序不联网。请在能上网的电脑上下载，再导入文件；获取日期以文件所述为准。",
    en: "The program never goes online. Download the files on a machine that may, then import them; the date counted is the one that the file states.",
  },
  "lists.source.csl": {
    zh: "美国综合筛查名单（实体清单、军事最终用户、未核实、被拒绝人员、SDN、CMIC 等合并）：由美国商务部 trade.gov 提供批量下载，选 JSON 或 CSV。其中没有 1260H 清单。",
    en: "US Consolidated Screening List (Entity List, military end users, Unverified List, denied persons, SDN, CMIC and others in one file): bulk download of trade.gov, as JSON or CSV. The Section 1260H list is not in it.",
  },
  "lists.source.ofac-sdn": {
    zh: "美国财政部 OFAC 的 SDN 名单：sdn.csv（名称）、alt.csv（别名）、add.csv（地址），须为同一天的三个文件，一起导入。",
    en: "SDN list of OFAC, US Treasury: sdn.csv (names), alt.csv (aliases) and add.csv (addresses), three files of one day, imported together.",
  },
  "lists.source.1260h": {
    zh: "美国国防部 1260H 清单：不在综合筛查名单中。请按公布的文本整理成每行一个名称的表格（.xlsx 或 CSV）。",
    en: "Section 1260H list of the US Department of Defense: not part of the Consolidated Screening List. Put the published text into a table with one name per row (.xlsx or CSV).",
  },
  "lists.source.mieu": {
    zh: "军事情报最终用户（15 CFR 744.22）：请按公布的文本整理成每行一个名称的表格（.xlsx 或 CSV）。",
    en: "Military-intelligence end users (15 CFR 744.22): put the published text into a table with one name per row (.xlsx or CSV).",
  },
  "lists.source.cn-notices": {
    zh: "中国商务部公告（不可靠实体清单、出口管制管控名单、关注名单等）：请把公告附件整理成表格（.xlsx 或 CSV，UTF-8），列名如“名称”“英文名称”“国家”“公告号”“日期”。",
    en: "Notices of China's Ministry of Commerce (unreliable entities, export control list, watch list and others): put the annex into a table (.xlsx, or CSV in UTF-8) with columns such as name, English name, country, notice and date.",
  },
  "lists.source.own": {
    zh: "本单位自己的名单：.xlsx 或 CSV（UTF-8），至少有一列名称。",
    en: "The firm's own list: .xlsx, or CSV in UTF-8, with at least one column of names.",
  },
  "lists.format.csl-json": { zh: "官方 JSON", en: "official JSON" },
  "lists.format.csl-csv": { zh: "官方 CSV", en: "official CSV" },
  "lists.format.csl-rekeyed-json": { zh: "缩略键名的 JSON", en: "JSON with short keys" },
  "lists.format.ofac-csv": { zh: "OFAC 的 CSV（三个文件）", en: "OFAC's CSV (three files)" },
  "lists.format.plain-csv": { zh: "普通 CSV 表格", en: "plain CSV table" },
  "lists.format.plain-xlsx": { zh: "工作簿（.xlsx）", en: "workbook (.xlsx)" },
} as const;
