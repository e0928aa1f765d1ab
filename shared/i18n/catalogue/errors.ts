/** What went wrong, where, and what to do. One sentence per code; a program never makes one up elsewhere. */
export const errors = {
  "error.internal": {
    zh: "程序出错（{channel}）。资料未被改动；请重试，仍不行请把诊断文件交给维护者。",
    en: "A fault of the program ({channel}). Nothing was changed; try again, and if it stays, hand the diagnostics file to the maintainers.",
  },
  "error.unknown-channel": {
    zh: "程序的两部分不是同一版本（{channel}）。请重新启动。",
    en: "Two parts of the program are of different versions ({channel}). Start it again.",
  },
  "error.bad-input": {
    zh: "“{at}”的内容不能接受：{problem}（{channel}）。请改正后重试。",
    en: "The content of “{at}” cannot be taken: {problem} ({channel}). Correct it and try again.",
  },
  "error.revision-conflict": {
    zh: "这份资料已被另一处修改（现为第 {current} 版）。请打开最新内容，再作修改。",
    en: "This was changed elsewhere in the meantime (now revision {current}). Open the present content and make the change again.",
  },
  "error.input-missing": {
    zh: "找不到文件 {file}。请核对路径。",
    en: "There is no file {file}. Check the path.",
  },
  "error.input-is-file": {
    zh: "{file} 是文件。请指定文件夹。",
    en: "{file} is a file. Name a folder.",
  },
  "error.input-is-folder": {
    zh: "{file} 是文件夹。请指定其中的一个文件。",
    en: "{file} is a folder. Name a file in it.",
  },
  "error.input-unreadable": {
    zh: "不能读取 {file}（{reason}）。请检查权限。",
    en: "{file} cannot be read ({reason}). Check its permissions.",
  },
  "error.input-too-large": {
    zh: "{file} 有 {bytes} 字节，上限为 {limit}。请确认选对了文件。",
    en: "{file} has {bytes} bytes, the limit is {limit}. Make sure that it is the right file.",
  },
  "error.input-byte-order-mark": {
    zh: "{file} 开头有字节顺序标记（BOM）。请另存为不带 BOM 的 UTF-8。",
    en: "{file} begins with a byte-order mark. Save it as UTF-8 without one.",
  },
  "error.input-encoding": {
    zh: "{file} 不是 UTF-8（第 {byte} 字节起，像是 {found}）。请另存为 UTF-8。",
    en: "{file} is not UTF-8 (from byte {byte} on; it looks like {found}). Save it as UTF-8.",
  },
  "error.json-syntax": {
    zh: "{file} 第 {line} 行第 {column} 列不是有效的 JSON（此处为“{what}”）。请改正或重新导出。",
    en: "{file} is not valid JSON at line {line}, column {column} (found “{what}”). Correct it or export it again.",
  },
  "error.json-duplicate-key": {
    zh: "{file} 第 {line} 行第 {column} 列的键“{what}”在同一对象中出现两次。请删去其中一个。",
    en: "{file}: the key “{what}” at line {line}, column {column} stands twice in one object. Delete one of them.",
  },
  "error.json-depth": {
    zh: "{file} 第 {line} 行嵌套超过 {what} 层。请确认文件来源。",
    en: "{file}: nested deeper than {what} levels at line {line}. Make sure where the file comes from.",
  },
  "error.dossier-shape": {
    zh: "{file} 不是有效的案卷：“{at}”处{problem}。请改正该处，或从申报台重新导出。",
    en: "{file} is not a valid dossier: “{at}”: {problem}. Correct it, or export the dossier again.",
  },
  "error.dossier-version": {
    zh: "{file} 的格式是“{found}”，本程序只认“{known}”。请用对应版本的程序打开，或更新本程序。",
    en: "{file} has the format “{found}”, this program knows “{known}”. Open it with the program that wrote it, or update this one.",
  },
  "error.dossier-duplicate-id": {
    zh: "{file} 中编号 {id} 出现两次。请删去或改编其中一个。",
    en: "{file}: the id {id} occurs twice. Delete or renumber one of them.",
  },
  "error.dossier-file-name": {
    zh: "{file} 的“{at}”不是单纯的文件名（“{name}”）。文件名中不能有路径；请改正。",
    en: "{file}: “{at}” (“{name}”) must be a plain file name without a path. Correct it.",
  },
  "error.dossier-loop": {
    zh: "{file} 的“{at}”（{id}）指回了自己。请改正这一引用。",
    en: "{file}: “{at}” ({id}) leads back to itself. Correct the reference.",
  },
  "error.dossier-link-target": {
    zh: "{file} 的“{at}”指向案卷中没有的单位 {id}。请补上该单位或删去这条持股。",
    en: "{file}: “{at}” names party {id}, which the file lacks. Add the party or delete the holding.",
  },
  "error.csv-empty": {
    zh: "{file} 中没有任何行。请确认选对了文件。",
    en: "{file} holds no rows. Make sure that it is the right file.",
  },
  "error.list-format": {
    zh: "{file} 不是已知的名单格式。可用：综合筛查名单的 CSV 或 JSON，OFAC 的 sdn.csv（连同 alt.csv、add.csv），或有“名称”列的 CSV 或 .xlsx 表格。",
    en: "{file} has no known list format. Known: the Consolidated Screening List as CSV or JSON, OFAC's sdn.csv (with alt.csv and add.csv), and a CSV or .xlsx table with a column of names.",
  },
  "error.list-column": {
    zh: "{file} 第 {line} 行缺少列“{column}”。请使用官方原始文件。",
    en: "{file}, line {line}: the column “{column}” is missing. Use the official file as published.",
  },
  "error.list-row": {
    zh: "{file} 第 {line} 行的“{column}”为空或不完整。文件可能被截断，请重新下载。",
    en: "{file}, line {line}: “{column}” is empty or broken. The file may be cut off; get it again.",
  },
  "error.list-shape": {
    zh: "{file} 的“{at}”不符合名单格式：{problem}。请重新获取该文件。",
    en: "{file}: “{at}” does not fit the list format: {problem}. Get the file again.",
  },
  "error.list-empty": {
    zh: "{file} 中没有任何条目。请重新获取该文件。",
    en: "{file} holds no entries. Get the file again.",
  },
  "error.lookup-parameter": {
    zh: "核实记录所指的参数“{parameter}”不在现行规则包中。可填的参数：{allowed}。",
    en: "The packs in use have no parameter “{parameter}”, which a look-up names. They have: {allowed}.",
  },
  "error.lookup-track": {
    zh: "核实记录把参数“{parameter}”记在 {track} 一侧，它属于 {allowed}。请改正。",
    en: "A look-up places “{parameter}” on the {track} side; it belongs to {allowed}. Correct the track.",
  },
  "error.lookup-value": {
    zh: "参数“{parameter}”不能取值“{value}”。可填：{allowed}。",
    en: "“{value}” is not a value of “{parameter}”. Allowed: {allowed}.",
  },
  "error.lookup-value-missing": {
    zh: "请写明参数“{parameter}”查到的值。可填：{allowed}。",
    en: "Say which value of “{parameter}” was found. Allowed: {allowed}.",
  },
  "error.lookup-instead": {
    zh: "参数“{parameter}”替代适用的值不能是“{value}”。可填：{allowed}。",
    en: "“{value}” cannot apply instead for “{parameter}”. Allowed: {allowed}.",
  },
  "error.lookup-instead-missing": {
    zh: "参数“{parameter}”的规定已废止或未执行，请写明改为适用什么。可填：{allowed}。",
    en: "“{parameter}” was repealed or is not enforced: say what applies instead. Allowed: {allowed}.",
  },
  "error.lookup-days": {
    zh: "起始日期 {from} 晚于截止日期 {to}。请改正。",
    en: "The first day, {from}, lies after the last, {to}. Mend one of them.",
  },
  "error.pack-delivered": {
    zh: "{id} {version} 是随程序提供的规则包，不能停用。可导入新的规则包取代它。",
    en: "{id} {version} was delivered with the program and cannot be set aside. A newer pack can take its place.",
  },
  "error.screening-gone": {
    zh: "名单或单位资料已变化，不再有这条相近结果（{entry}）。请重新比对。",
    en: "The list or the party changed, and this near match ({entry}) is gone. Compare again.",
  },
  "error.list-unknown": {
    zh: "没有名单 {id}。请刷新列表。",
    en: "There is no list {id}. Refresh the page.",
  },
  "error.list-changed": {
    zh: "名单文件 {file}（{id}）在导入后被改动。请删除后重新导入。",
    en: "The list file {file} ({id}) was changed after it was imported. Remove it and import it again.",
  },
  "error.list-meta-damaged": {
    zh: "名单的说明文件 {file} 已损坏。请重新导入该名单。",
    en: "The note beside a list, {file}, is damaged. Import the list again.",
  },
  "error.grant-unknown": {
    zh: "文件凭据已用过或已失效。请重新选择文件。",
    en: "The grant for this file was used or is too old. Choose the file again.",
  },
  "error.upload-size": {
    zh: "{file} 传来的字节数与声明的 {expected} 不符。请重新选择文件。",
    en: "{file} did not arrive with the {expected} bytes announced. Choose the file again.",
  },
  "error.upload-too-much": {
    zh: "同时上传的内容过多，暂不能接收 {file}。请等其他上传结束。",
    en: "Too much is being uploaded at once to take {file}. Wait for the other uploads.",
  },
  "error.job-unknown": {
    zh: "这项任务已结束或不存在。请重新开始。",
    en: "This task no longer exists. Start it again.",
  },
  "error.file-name": { zh: "“{name}”不能用作文件名。", en: "“{name}” cannot be a file name." },
  "error.evidence-kind": {
    zh: "没有“{kind}”这种证据类型。",
    en: "There is no kind of evidence “{kind}”.",
  },
  "error.evidence-side": { zh: "没有“{side}”这一去向。", en: "There is no reader “{side}”." },
  "error.evidence-empty": {
    zh: "{file} 是空文件。请选择有内容的文件。",
    en: "{file} is empty. Choose a file with content.",
  },
  "error.evidence-program": {
    zh: "{file} 的内容是程序，不是文件材料，没有加入。请选择扫描件或文件原件。",
    en: "{file} is a program by its content, not a document; it was not added. Choose a scan or the original document.",
  },
  "error.evidence-bytes-missing": {
    zh: "证据库中没有 {file} 的内容（SHA-256 {sha256}）。请重新添加该文件。",
    en: "The evidence store lacks the content of {file} (SHA-256 {sha256}). Add the file again.",
  },
  "error.evidence.missing": {
    zh: "证据库中没有此内容（SHA-256 {sha256}）。请重新添加。",
    en: "The evidence store lacks this content (SHA-256 {sha256}). Add it again.",
  },
  "error.evidence.damaged": {
    zh: "证据文件已损坏（SHA-256 {sha256}）。请从备份恢复或重新添加。",
    en: "An evidence file is damaged (SHA-256 {sha256}). Restore it from a backup or add it again.",
  },
  "error.evidence.empty": {
    zh: "证据文件为空。请选择有内容的文件。",
    en: "The evidence file is empty. Choose a file with content.",
  },
  "error.evidence.too-large": {
    zh: "证据文件过大，上限为 {megabytes} MB。请压缩扫描件，或拆成几个文件。",
    en: "The evidence file is too large; the limit is {megabytes} MB. Scan it at a lower resolution, or split it.",
  },
  "error.logo-not-svg": {
    zh: "文件“{fileName}”不是 SVG 图形，不能用作标志。请向设计方索取 SVG 格式的文件。",
    en: "The file “{fileName}” is not an SVG drawing and cannot be the logo. Ask the designer for the logo as SVG.",
  },
  "error.logo-too-large": {
    zh: "标志文件“{fileName}”过大，上限为 {kilobytes} kB。请用更简单的图形。",
    en: "The logo “{fileName}” is too large; the limit is {kilobytes} kB. Use a simpler drawing.",
  },
  "error.evidence.hash-differs": {
    zh: "证据内容与登记的 SHA-256 不符。请核对来源。",
    en: "The content is not the one with the recorded SHA-256. Check where it comes from.",
  },
  "error.key-exists": {
    zh: "{person} 已有签名密钥。如遗失口令，请在设置的人员页更换密钥，由第二人会签。",
    en: "{person} has a signing key already. If the passphrase is lost, change the key under Settings, Persons; a second person countersigns.",
  },
  "error.key-none": {
    zh: "{person} 还没有签名密钥。请先创建。",
    en: "{person} has no signing key yet. Create one first.",
  },
  "error.key-damaged": {
    zh: "{person} 的密钥文件 {file} 已损坏。请从备份恢复。",
    en: "The key file {file} of {person} is damaged. Restore it from a backup.",
  },
  "error.key-wait": {
    zh: "口令多次输错，请等待 {seconds} 秒后再试。",
    en: "The passphrase was wrong several times. Wait {seconds} {seconds|second|seconds}, then try again.",
  },
  "error.key-wrong-passphrase": {
    zh: "口令不对。请重试。",
    en: "The passphrase is wrong. Try again.",
  },
  "error.review-own-draft": {
    zh: "{person} 是起草人，不能复核自己的草稿。请换一位同事。",
    en: "{person} drafted this and cannot review it. Ask a colleague.",
  },
  "error.seal-incomplete": {
    zh: "还缺 {count} 个必填项，不能封存。例如：{first}。",
    en: "{count} {count|required item is|required items are} missing, so nothing can be sealed. For example: {first}.",
  },
  "error.set-path": {
    zh: "案卷中没有字段“{path}”。请核对路径。",
    en: "The dossier has no field “{path}”. Check the path.",
  },
  "error.what-if-shape": {
    zh: "“{at}”不能取这个值：{problem}。",
    en: "“{at}” cannot have this value: {problem}.",
  },
  "error.workbook-not-a-zip": {
    zh: "{file} 不是完整的 .xlsx 文件。请在表格软件中打开，另存为 .xlsx 后再选。",
    en: "{file} is not a complete .xlsx file. Open it in a spreadsheet program, save it as .xlsx and choose it again.",
  },
  "error.workbook-not-a-workbook": {
    zh: "{file} 中没有工作表。请确认选的是 .xlsx 工作簿。",
    en: "{file} holds no sheet. Make sure that it is an .xlsx workbook.",
  },
  "error.workbook-not-readable": {
    zh: "{file} 的内容无法读取（第 {at} 个字符处）。请在表格软件中打开，另存为 .xlsx 后再选。",
    en: "{file} cannot be read (at character {at} of a part). Open it in a spreadsheet program, save it as .xlsx and choose it again.",
  },
  "error.workbook-no-sheet": {
    zh: "{file} 中没有所选的工作表。请重新选择工作表。",
    en: "{file} has no such sheet. Choose another.",
  },
  "error.workbook-encrypted": {
    zh: "{file} 设有打开密码。请先去掉密码再导入。",
    en: "{file} is locked with a password. Remove the password, then import it.",
  },
  "error.workbook-too-large": {
    zh: "{file} 过大（最多 300,000 行、256 列，解压后 256 MB）。请分成几个文件。",
    en: "{file} is too large (at most 300,000 rows, 256 columns, 256 MB unpacked). Split it into several files.",
  },
  "error.undo-gone": {
    zh: "此操作已不能撤销：只能撤销本次打开后最近的 20 次导入或合并。",
    en: "This can no longer be undone: only the last 20 imports and merges since the desk was opened can.",
  },
  "error.undo-changed": {
    zh: "不能整体撤销：“{name}”之后又被改动或被引用。请在该条目的历史中查看，并逐条更正。",
    en: "It cannot be undone as a whole: “{name}” was changed or pointed to since. Look at its history and correct the entries one by one.",
  },
  "error.merge-same": {
    zh: "不能把 {id} 与它自己合并。",
    en: "{id} cannot be merged with itself.",
  },
  "error.pack-none": {
    zh: "没有“{track}”一侧的规则包。请导入一个。",
    en: "There is no rule pack for the track “{track}”. Import one.",
  },
  "error.pack-two": {
    zh: "“{track}”一侧给了不止一个规则包（{packs}）。请只给一个。",
    en: "More than one rule pack was given for the track “{track}” ({packs}). Give one.",
  },
  "error.pack-unknown": {
    zh: "没有规则包 {id} {version}。",
    en: "There is no rule pack {id} {version}.",
  },
  "error.pack-refused": {
    zh: "规则包有 {count} 处问题，不能使用：{problems}",
    en: "The rule pack has {count} {count|problem|problems} and cannot be used: {problems}",
  },
  "error.pack-bundle-shape": {
    zh: "{file} 不是规则包文件：“{at}”处{problem}。请重新导出规则包。",
    en: "{file} is not a rule pack: “{at}”: {problem}. Export the pack again.",
  },
  "error.pack-signature-shape": {
    zh: "{file} 不是有效的签名文件（“{at}”）。请重新签名。",
    en: "{file} is not a signature file (“{at}”). Sign the pack again.",
  },
  "error.pack-key": {
    zh: "这不是 Ed25519 私钥（PEM，现为 {found}）。可用 openssl genpkey -algorithm ed25519 生成。",
    en: "This is not an Ed25519 private key in PEM form (found {found}). openssl genpkey -algorithm ed25519 makes one.",
  },
  "error.pack-files": {
    zh: "{file} 中有 {found} 个文件，上限为 {limit}。请确认是规则包的目录。",
    en: "{file} holds {found} {found|file|files}, the limit is {limit}. Make sure that it is a pack's folder.",
  },
  "error.packet-unknown": {
    zh: "没有材料包 {id}。请刷新列表。",
    en: "There is no packet {id}. Refresh the page.",
  },
  "error.packet-record-damaged": {
    zh: "材料包记录 {file} 已损坏。请从备份恢复或重新生成。",
    en: "The record of a packet, {file}, is damaged. Restore it from a backup or build the packet again.",
  },
  "error.packet-seal-unknown": {
    zh: "材料包记录 {file} 写明已封存，但本机没有相应的签署记录，因此不列出。",
    en: "The record {file} says that packets were sealed, but no signed act here says so. They are not listed.",
  },
  "error.packet-content": {
    zh: "材料包内的资料文件不完整（“{at}”）。请向制作者索取原包。",
    en: "The content file in the packet is not whole (“{at}”). Ask its maker for the original.",
  },
  "error.packet-content-older": {
    zh: "这份材料包由较早的程序制作（{made}），其材料无法由本程序重新排版比对；文件完整性仍可核验。",
    en: "An earlier program made this packet ({made}). Its papers cannot be set again here; its files can still be checked.",
  },
  "error.annex-legal-review": {
    zh: "自查附件须在法律审阅签署之后才能随附。请先由法务对现有案卷完成审阅。",
    en: "A self-check is enclosed only after legal review. Have a legal review of the dossier, as it stands, signed first.",
  },
  "error.packet-no-page": {
    zh: "{path} 第 {page} 页不能在此预览。请下载 PDF 后打开。",
    en: "Page {page} of {path} cannot be shown here. Download the PDF and open it.",
  },
  "error.packet-stale": {
    zh: "检查之后案卷、规则包或名单有变化。请重新检查后再生成。",
    en: "Dossier, packs or lists changed after the check. Run the check again, then build.",
  },
  "error.cli-command": {
    zh: "没有命令“{value}”。可用命令：{known}。",
    en: "There is no command “{value}”. Commands: {known}.",
  },
  "error.cli-action-missing": {
    zh: "{command} 之后要写明做什么：{known}。",
    en: "Say what {command} is to do: {known}.",
  },
  "error.cli-action": {
    zh: "{command} 没有“{value}”这一操作。可用：{known}。",
    en: "{command} has no action “{value}”. Actions: {known}.",
  },
  "error.cli-option": {
    zh: "{command} 无法识别选项“{option}”。用 {command} --help 查看用法。",
    en: "{command} does not know the option “{option}”. See {command} --help.",
  },
  "error.cli-option-value": {
    zh: "选项“{option}”缺少值或不应带值。用 {command} --help 查看用法。",
    en: "The option “{option}” lacks a value or takes none. See {command} --help.",
  },
  "error.cli-option-missing": {
    zh: "缺少选项 --{option}。用法：{usage}",
    en: "The option --{option} is missing. Usage: {usage}",
  },
  "error.cli-argument-missing": {
    zh: "参数不足。用法：{usage}",
    en: "Something is missing. Usage: {usage}",
  },
  "error.cli-argument-surplus": {
    zh: "多余的参数“{argument}”。用 --help 查看用法。",
    en: "The argument “{argument}” is one too many. See --help.",
  },
  "error.cli-language": {
    zh: "--lang 只能是 zh 或 en，不能是“{value}”。",
    en: "--lang is zh or en, not “{value}”.",
  },
  "error.cli-day": {
    zh: "“{value}”不是日期。请写成 YYYY-MM-DD。",
    en: "“{value}” is not a valid date. Use YYYY-MM-DD.",
  },
  "error.cli-choice": {
    zh: "--{option} 不能是“{value}”。可用：{known}。",
    en: "--{option} cannot be “{value}”. Choices: {known}.",
  },
  "error.cli-no-such-party": {
    zh: "{file} 中没有单位“{id}”。其中有：{known}。",
    en: "{file} has no party “{id}”. It has: {known}.",
  },
  "error.cli-party-ambiguous": {
    zh: "{file} 中名为“{id}”的单位不止一家：{known}。请改用其编号或统一社会信用代码。",
    en: "{file} has several parties named “{id}”: {known}. Name it by its id or its code.",
  },
  "error.cli-no-parties": {
    zh: "{file} 中没有读出任何单位。{text}",
    en: "No party could be read from {file}. {text}",
  },
  "error.cli-no-record": {
    zh: "{file} 不是 owners 能读的文件。可读：案卷（JSON）、BODS 0.4（JSON 或 JSON Lines）、CSV 表、XLSX 工作簿。",
    en: "{file} is not a file that owners can read: a dossier (JSON), BODS 0.4 (JSON or JSON Lines), a CSV table, an XLSX workbook.",
  },
  "error.cli-key": {
    zh: "{file} 不是 Ed25519 私钥（PEM）。可用 openssl genpkey -algorithm ed25519 生成。",
    en: "{file} is not an Ed25519 private key in PEM form. openssl genpkey -algorithm ed25519 makes one.",
  },
  "error.cli-out": {
    zh: "不能写入 {file}（{reason}）。",
    en: "{file} cannot be written ({reason}).",
  },
  "error.cli-out-exists": {
    zh: "{file} 已存在，不会覆盖。请换一个名字。",
    en: "{file} exists and is not overwritten. Choose another name.",
  },
  "error.cli-port": {
    zh: "端口“{value}”应为 0 至 65535 的整数。",
    en: "The port “{value}” must be a whole number from 0 to 65535.",
  },
  "error.cli-no-loopback": {
    zh: "本程序不含浏览器服务。请用 npm start 或桌面版。",
    en: "This program comes without the browser host. Use npm start or the desktop application.",
  },
} as const;
