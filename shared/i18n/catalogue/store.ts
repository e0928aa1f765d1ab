/** What the workspace says when something is wrong with files, lock, journal, keys, backups or bundles: what, where, what to do. */
export const store = {
  "error.files.disk-full": {
    zh: "磁盘已满，无法写入 {path}。修改仍保留在内存中；请腾出空间，随后会自动保存。",
    en: "The disk is full; {path} cannot be written. The edit is kept in memory: free some space and it is saved by itself.",
  },
  "error.files.read-only": {
    zh: "文件夹为只读，无法写入 {path}。修改仍保留在内存中；请恢复写入权限，或把工作区另存到别处。",
    en: "The folder is read-only; {path} cannot be written. The edit is kept in memory: make the folder writable or move the workspace.",
  },
  "error.files.no-permission": {
    zh: "没有访问 {path} 的权限（{errno}）。请检查该文件夹的权限，或关闭占用它的程序。",
    en: "No permission for {path} ({errno}). Check the folder's permissions, or close the program that holds it.",
  },
  "error.files.path-too-long": {
    zh: "路径过长：{path}。请把工作区移到更靠近磁盘根目录的文件夹。",
    en: "The path is too long: {path}. Move the workspace to a folder nearer to the top of the disk.",
  },
  "error.files.too-many-open": {
    zh: "系统打开的文件过多，暂时无法读写 {path}。请关闭其他程序后重试。",
    en: "The system has too many files open to use {path}. Close other programs and try again.",
  },
  "error.files.device-error": {
    zh: "读写 {path} 时磁盘报错。请尽快备份，并检查磁盘。",
    en: "The disk reported an error at {path}. Make a backup soon and have the disk checked.",
  },
  "error.files.missing": { zh: "找不到 {path}。", en: "{path} does not exist." },
  "error.files.busy": {
    zh: "{path} 正被其他程序占用，请稍后重试。",
    en: "{path} is in use by another program; try again shortly.",
  },
  "error.files.failed": {
    zh: "{path} 读写失败：{reason}",
    en: "{path} could not be read or written: {reason}",
  },
  "error.files.no-progress": {
    zh: "写入停滞，没有更多内容被接受。请检查磁盘后重试。",
    en: "Writing stopped making progress. Check the disk and try again.",
  },
  "error.files.not-a-file": { zh: "{path} 不是普通文件。", en: "{path} is not a plain file." },
  "error.files.too-large": {
    zh: "{path} 有 {bytes} 字节，超过上限 {limit}。",
    en: "{path} has {bytes} bytes, more than the limit of {limit}.",
  },
  "error.journal.line-unreadable": {
    zh: "日志 {file} 第 {line} 行无法读取。",
    en: "Journal {file}, line {line}: cannot be read.",
  },
  "error.journal.line-changed": {
    zh: "日志 {file} 第 {line} 行与其哈希不符，内容被改动过。",
    en: "Journal {file}, line {line}: does not match its hash; it was changed.",
  },
  "error.journal.line-unknown": {
    zh: "日志 {file} 第 {line} 行的内容本程序无法识别。",
    en: "Journal {file}, line {line}: this program does not know its content.",
  },
  "error.journal.number-broken": {
    zh: "日志 {file} 第 {line} 行：应为第 {expected} 号，实为第 {found} 号，中间有缺失或插入。",
    en: "Journal {file}, line {line}: number {expected} was due, {found} was found; lines are missing or were put in.",
  },
  "error.journal.link-broken": {
    zh: "日志 {file} 第 {line} 行（第 {seq} 号）与前一行的哈希不衔接。",
    en: "Journal {file}, line {line} (number {seq}): does not continue the line before it.",
  },
  "error.journal.line-foreign": {
    zh: "日志 {file} 第 {seq} 号记录不是用本工作区的密钥写的。",
    en: "Journal {file}, number {seq}: was not written with this workspace's key.",
  },
  "error.journal.counter-unreadable": {
    zh: "日志之外另存的末尾记录（journal-head）无法辨认，已按日志重新写入。断电可能造成这种情况；若没有断电，请核对日志末尾是否完整。",
    en: "The record of the journal's end that is kept outside it (journal-head) could not be read and was rebuilt from the journal. A power cut can cause this; if there was none, check that the end of the journal is complete.",
  },
  "error.journal.counter-missing": {
    zh: "日志之外另存的末尾记录（journal-head）不见了，因此无法确认日志末尾没有被删去。",
    en: "The record of the journal's end that is kept outside it (journal-head) is missing, so it cannot be confirmed that no lines were removed from the end.",
  },
  "error.journal.cut": {
    zh: "日志的末尾被删去：曾写到第 {expected} 号，现在只到第 {found} 号。",
    en: "The end of the journal was removed: it had reached number {expected} and now ends at number {found}.",
  },
  "error.journal.replaced": {
    zh: "日志被换成了另一份：第 {seq} 号不是当初写下的那一行。",
    en: "The journal was replaced by another one: number {seq} is not the line that was written.",
  },
  "error.journal.cut-recorded": {
    zh: "{at} 打开工作区时发现日志已被改动，并记入日志：{what}。",
    en: "When the workspace was opened at {at}, the journal was found to have been altered, and this was recorded: {what}.",
  },
  "error.journal.document-unknown": {
    zh: "日志里没有 {collection}/{id}（文件为第 {revision} 版）的任何记录。",
    en: "The journal has no record of {collection}/{id}, whose file is at revision {revision}.",
  },
  "error.journal.document-ahead": {
    zh: "{collection}/{id} 的文件是第 {revision} 版，与日志最后记录的第 {known} 版不符。",
    en: "The file of {collection}/{id} is at revision {revision}, which does not agree with revision {known}, the last that the journal records.",
  },
  "error.journal.brought-back": {
    zh: "日志文件 {file} 在使用中被移走或替换。日志已按原样放回，没有丢失记录；占用其名称的文件（如有）保留在隔离区：{kept}。",
    en: "The journal file {file} was moved away or replaced while in use. It was put back as it was and no entry is lost; a file that had taken its name, if any, is kept in quarantine as {kept}.",
  },
  "error.journal.cut-in-use": {
    zh: "日志文件 {file} 在使用中被截短：应有 {expected} 字节，现有 {found} 字节。此后的记录写入新的日志文件，缺口会在校验时显示。",
    en: "The journal file {file} was cut short while in use: {expected} bytes were due, {found} are there. Later entries go into a new file, and verification shows the gap.",
  },
  "error.journal.foreign-bytes": {
    zh: "有其他程序在日志文件 {file} 末尾写入了 {bytes} 字节。这些内容已移到隔离区。",
    en: "Another program wrote {bytes} bytes at the end of the journal file {file}. They were moved to quarantine.",
  },
  "error.journal.segment-missing": {
    zh: "日志文件 {file} 不见了。",
    en: "The journal file {file} is missing.",
  },
  "error.journal.torn-end": {
    zh: "日志末尾有 {bytes} 字节未写完。下次以写入方式打开时会修复。",
    en: "The journal ends with {bytes} unfinished bytes. Opening the workspace for writing repairs that.",
  },
  "error.journal.lines-not-opened": {
    zh: "日志中有 {lines} 行不能用本工作区的密钥打开：{path}。",
    en: "{lines} {lines|journal line does|journal lines do} not open with this workspace's key: {path}.",
  },
  "error.journal.read-only": {
    zh: "日志以只读方式打开，不能追加。",
    en: "The journal is open read-only; nothing can be added.",
  },
  "error.store.held-by-other": {
    zh: "工作区正由 {owner} 在 {host}（进程 {pid}，{since} 起）使用。可以只读方式打开，或请对方先关闭。",
    en: "The workspace is in use by {owner} on {host} (process {pid}, since {since}). Open it read-only, or ask them to close it.",
  },
  "error.store.lock-contended": {
    zh: "多个程序同时争用工作区 {path}，请稍后重试。",
    en: "Several programs are contending for the workspace {path}; try again shortly.",
  },
  "error.store.lock-lost": {
    zh: "工作区已被 {owner}（{host}）接管，本程序不再写入。未保存的修改仍在内存中，请另行导出后重新打开。",
    en: "The workspace was taken over by {owner} on {host}; this program no longer writes. Unsaved edits are kept in memory: export them, then open the workspace again.",
  },
  "error.store.folder-does-not-lock": {
    zh: "文件夹 {path} 不支持可靠的锁（{reason}），两台电脑可能同时写入。请把工作区放到本机磁盘。",
    en: "The folder {path} does not lock reliably ({reason}); two computers could write at once. Put the workspace on a local disk.",
  },
  "error.store.opened-read-only": {
    zh: "工作区以只读方式打开，不能修改。",
    en: "The workspace is open read-only; nothing can be changed.",
  },
  "error.store.closed": { zh: "工作区已关闭。", en: "The workspace is closed." },
  "error.store.no-workspace": {
    zh: "{path} 里没有工作区。",
    en: "There is no workspace in {path}.",
  },
  "error.store.workspace-newer": {
    zh: "工作区由更新版本的程序写过（版本 {version}，本程序只到 {known}），因此只读打开。请更新程序。",
    en: "A newer program wrote this workspace (version {version}, this one knows {known}); it is open read-only. Update the program.",
  },
  "error.store.workspace-newer-format": {
    zh: "{path} 由更新版本的程序写成（版本 {version}），本程序无法读取。请更新程序。",
    en: "{path} was written by a newer program (version {version}) and cannot be read here. Update the program.",
  },
  "error.store.folder-is-file": {
    zh: "{path} 是一个文件，不是文件夹。工作区是文件夹：请指定空文件夹、尚不存在的文件夹，或者已有工作区的文件夹。",
    en: "{path} is a file, not a folder. A workspace is a folder: name an empty one, one that does not exist yet, or one that holds a workspace.",
  },
  "error.store.folder-in-use": {
    zh: "{path} 里有 {count} 项别的内容（{files}……），没有工作区；本程序不在其中新建。请指定空文件夹、尚不存在的文件夹，或者已有工作区的文件夹。",
    en: "{path} holds other things ({files}…; {count} in all) and no workspace; none is made among them. Name an empty folder, one that does not exist yet, or one that holds a workspace.",
  },
  "error.store.manifest-missing": {
    zh: "{path} 曾是工作区，但其中的 {file} 及其副本都不见了。里面的资料没有动过。请把该文件放回原处，或在新文件夹中从备份恢复。",
    en: "{path} was a workspace, but its {file} and the copy of it are gone. Nothing in it was touched. Put the file back, or restore a backup into a new folder.",
  },
  "error.store.manifest-damaged": {
    zh: "工作区的说明文件 {path} 及其副本都已损坏。请在新文件夹中从备份恢复。",
    en: "The workspace file {path} and its copy are damaged. Restore a backup into a new folder.",
  },
  "error.store.manifest-from-copy": {
    zh: "工作区的说明文件 {path} 已损坏，已由副本恢复。",
    en: "The workspace file {path} was damaged and was restored from its copy.",
  },
  "error.store.document-damaged": {
    zh: "{collection}/{id} 的文件已损坏（{reason}）。原文件保留在 {quarantine}；现显示最近的完好版本 {lastGoodRevision}（{lastGood}），确认后方可继续编辑。",
    en: "The file of {collection}/{id} is damaged ({reason}). It is kept as {quarantine}; the last good version {lastGoodRevision} ({lastGood}) is shown and can be edited once you accept it.",
  },
  "error.store.document-missing": {
    zh: "{collection}/{id} 的文件 {path} 不见了。可恢复最近版本或从备份找回。",
    en: "The file of {collection}/{id}, {path}, is gone. Accept the last kept version or bring it back from a backup.",
  },
  "error.store.document-rolled-back": {
    zh: "{collection}/{id} 的文件被换回了旧版本（现为 {found}，日志记载为 {expected}）。请确认采用哪一个，或从备份找回。",
    en: "The file of {collection}/{id} was replaced by an older version ({found}; the journal records {expected}). Accept it or restore the newer one from a backup.",
  },
  "error.store.changed-outside": {
    zh: "{collection}/{id} 的文件被其他程序改动（现为版本 {found}，应为 {expected}）。请确认是否采用。",
    en: "Another program changed the file of {collection}/{id} (version {found}, {expected} was due). Decide whether to accept it.",
  },
  "error.store.changed-outside-kept": {
    zh: "保存 {collection}/{id} 时发现其他程序改过该文件；对方的内容保留在 {kept}。",
    en: "While saving {collection}/{id} a change by another program was found; its content is kept as {kept}.",
  },
  "error.store.not-in-journal": {
    zh: "文件 {path}（{collection}/{id}，版本 {revision}）不在日志记载之中。请确认是否采用。",
    en: "The file {path} ({collection}/{id}, version {revision}) is not in the journal. Decide whether to accept it.",
  },
  "error.store.unknown-file": {
    zh: "工作区里有一个来历不明的文件：{path}。它没有被读取。",
    en: "There is a file of unknown origin in the workspace: {path}. It was not read.",
  },
  "error.store.document-newer": {
    zh: "{id} 由更新版本的程序写成，本程序不能打开它。请更新程序。",
    en: "{id} was written by a newer program and cannot be opened here. Update the program.",
  },
  "error.store.document-invalid": {
    zh: "{id} 的内容不符合格式：{places}",
    en: "The content of {id} does not have the right shape: {places}",
  },
  "error.store.document-too-large": {
    zh: "{collection}/{id} 有 {bytes} 字节，超过上限 {limit}。",
    en: "{collection}/{id} has {bytes} bytes, more than the limit of {limit}.",
  },
  "error.store.file-damaged": { zh: "文件 {path} 已损坏。", en: "The file {path} is damaged." },
  "error.store.conflict": {
    zh: "{collection}/{id} 在您编辑期间已被保存为版本 {current}（您的修改基于版本 {expected}）。请比较后再保存。",
    en: "{collection}/{id} was saved as version {current} while you were editing version {expected}. Compare, then save again.",
  },
  "error.store.needs-decision": {
    zh: "{collection}/{id} 有待处理的问题（{because}），确认采用哪个版本之后才能保存。",
    en: "{collection}/{id} has an open question ({because}); accept a version before saving.",
  },
  "error.store.no-such-document": {
    zh: "没有 {collection}/{id}。",
    en: "There is no {collection}/{id}.",
  },
  "error.store.no-such-version": {
    zh: "{collection}/{id} 没有保留版本 {revision}。",
    en: "Version {revision} of {collection}/{id} was not kept.",
  },
  "error.store.no-such-collection": {
    zh: "没有名为 {collection} 的资料类别。",
    en: "There is no collection called {collection}.",
  },
  "error.store.in-bin": {
    zh: "{collection}/{id} 在回收站里。请先还原。",
    en: "{collection}/{id} is in the bin. Restore it first.",
  },
  "error.store.not-in-bin": {
    zh: "{collection}/{id} 不在回收站里。",
    en: "{collection}/{id} is not in the bin.",
  },
  "error.store.unsaved-edit": {
    zh: "{id} 还有未保存的修改，保存之后才能继续。",
    en: "{id} has an edit that is not saved yet; it must be saved first.",
  },
  "error.store.unsaved-edits": {
    zh: "以下内容尚未保存：{documents}。请先解决保存问题，或明确放弃。",
    en: "Not saved yet: {documents}. Solve what keeps them from being saved, or give them up explicitly.",
  },
  "error.store.save-interrupted": {
    zh: "上次会话中断时，{collection}/{id} 的一次保存没有完成；现为版本 {revision}。",
    en: "A save of {collection}/{id} was cut short when the last session ended; it stands at version {revision}.",
  },
  "error.store.journal-repaired": {
    zh: "日志末尾有 {bytes} 字节未写完，已截去并留存。",
    en: "{bytes} unfinished bytes at the end of the journal were cut off and kept aside.",
  },
  "error.store.journal-not-continued": {
    zh: "日志 {path} 与上次关闭时的记录不衔接，可能被替换或截短。已重新核对所有文件。",
    en: "The journal {path} does not continue what was recorded at the last closing; it may have been replaced or shortened. All files were checked again.",
  },
  "error.store.clock-set-back": {
    zh: "电脑时钟早于上次记录（现为 {now}，上次为 {last}）。顺序按编号记录，不受影响；请核对时钟。",
    en: "The computer's clock is behind the last record ({now}; last was {last}). The order is kept by numbers and is not affected; check the clock.",
  },
  "error.store.bad-id": {
    zh: "编号“{id}”不能用作文件名。",
    en: "The id “{id}” cannot be a file name.",
  },
  "error.store.id-collides": {
    zh: "编号“{id}”与已有编号只差大小写。",
    en: "The id “{id}” differs from an existing one only in upper and lower case.",
  },
  "error.store.bad-file-name": {
    zh: "文件名“{name}”不可用。",
    en: "The file name “{name}” cannot be used.",
  },
  "error.store.bad-path": { zh: "路径“{path}”不可用。", en: "The path “{path}” cannot be used." },
  "error.store.bad-collection-name": {
    zh: "资料类别名“{name}”不可用。",
    en: "The collection name “{name}” cannot be used.",
  },
  "error.store.bad-group": {
    zh: "一次最多同时保存 {limit} 份且不得重复（现为 {documents} 份）。",
    en: "At most {limit} different documents can be saved together (there were {documents}).",
  },
  "error.store.migrations-broken": {
    zh: "{name} 的升级步骤不完整（版本 {version}）。这是程序错误，请报告。",
    en: "The upgrade steps of {name} are not complete (version {version}). This is a fault of the program; please report it.",
  },
  "error.store.migration-failed": {
    zh: "从版本 {from} 升级到 {to} 失败：{reason}",
    en: "Upgrading from version {from} to {to} failed: {reason}",
  },
  "error.store.nothing-to-undo": { zh: "没有可撤销的操作。", en: "There is nothing to undo." },
  "error.store.locked": {
    zh: "工作区已加密，请输入口令或恢复码。",
    en: "The workspace is encrypted; enter its passphrase or recovery code.",
  },
  "error.store.wrong-passphrase": { zh: "口令不对。", en: "The passphrase is not right." },
  "error.store.wrong-recovery-code": {
    zh: "恢复码不属于这个工作区，或已被更换。",
    en: "The recovery code is not this workspace's, or it was replaced.",
  },
  "error.store.recovery-code-mistyped": {
    zh: "恢复码有误，请逐组核对。",
    en: "The recovery code is mistyped; compare it group by group.",
  },
  "error.store.passphrase-too-short": {
    zh: "口令至少要 {least} 个字。",
    en: "A passphrase needs at least {least} characters.",
  },
  "error.store.no-key-store": {
    zh: "这个工作区没有存入系统的密钥库，请输入口令。",
    en: "This workspace is not in the system's key store; enter the passphrase.",
  },
  "error.store.key-store-refused": {
    zh: "系统的密钥库没有交出密钥，请输入口令。",
    en: "The system's key store did not give the key; enter the passphrase.",
  },
  "error.store.not-encrypted": { zh: "工作区没有加密。", en: "The workspace is not encrypted." },
  "error.store.already-encrypted": {
    zh: "工作区已经加密。",
    en: "The workspace is encrypted already.",
  },
  "error.store.encryption-missing": {
    zh: "这里有加密的内容（{path}），但工作区的说明文件里没有密钥。为了不让后续内容以明文写入，工作区没有打开。请从备份取回 workspace.json。",
    en: "There is encrypted content here ({path}), but the workspace file holds no keys. The workspace was not opened, so that nothing is written unencrypted. Bring workspace.json back from a backup.",
  },
  "error.store.references-unreadable": {
    zh: "有文件无法读取，可能引用了证据，因此没有清理任何证据。请先处理损坏的文件。",
    en: "Something that might name evidence cannot be read, so no evidence was cleared. Deal with the damaged files first.",
  },
  "error.store.document-damaged-alone": {
    zh: "{collection}/{id} 的文件已损坏（{reason}），没有更早的版本。原文件保留在 {quarantine}；可从备份找回。",
    en: "The file of {collection}/{id} is damaged ({reason}) and there is no earlier version. It is kept as {quarantine}; restore the document from a backup.",
  },
  "error.evidence.no-picture": {
    zh: "缩略图必须是 PNG、JPEG 或 WebP 图片。",
    en: "A thumbnail must be a PNG, JPEG or WebP picture.",
  },
  "error.store.no-such-backup": { zh: "没有备份 {id}。", en: "There is no backup {id}." },
  "error.store.not-in-backup": {
    zh: "备份 {backup} 里没有 {id}。",
    en: "{id} is not in backup {backup}.",
  },
  "error.store.backup-not-sound": {
    zh: "自动备份 {id} 写完后核对，有 {count} 个文件与原件不符，且无法补写：{files}。请检查备份所在的磁盘，并另选一个备份文件夹。",
    en: "The automatic backup {id} was read back after writing: {count} {count|file does|files do} not match and could not be written again: {files}. Check the disk it is on and choose another folder for backups.",
  },
  "error.store.backup-damaged": {
    zh: "备份文件 {path} 已损坏（{reason}），没有恢复任何内容。请换一个备份。",
    en: "The backup file {path} is damaged ({reason}); nothing was restored from it. Use another backup.",
  },
  "error.store.backup-not-written": {
    zh: "备份 {path} 写入后核对不符，没有采用。请检查磁盘。",
    en: "The backup of {path} did not read back as written and was not used. Check the disk.",
  },
  "error.store.folder-not-empty": {
    zh: "{path} 不是空文件夹。请选一个新文件夹。",
    en: "{path} is not empty. Choose a new folder.",
  },
  "error.store.bundle-refused": {
    zh: "不接受这个整单交接文件（{reason}）：{place}。没有导入任何内容。",
    en: "The bundle is refused ({reason}): {place}. Nothing was imported.",
  },
} as const;
