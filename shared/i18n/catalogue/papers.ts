/** Typesetting and the packet folder. */
export const papers = {
  "error.pdf-glyph-missing": {
    zh: "“{excerpt}”中的字符“{character}”（{codePoint}）印不出来：字库中没有它。请改用其他写法，如去掉表情符号，再生成。采购单的“还缺什么”列出它在哪一栏；抬头在“设置”中改。",
    en: 'The character "{character}" ({codePoint}) in "{excerpt}" cannot be printed: no font here has it. Write it otherwise, for example without emoji, and make the papers again. "What is missing" beside the order names the field; the letterhead is in the settings.',
  },
  "error.pdf-typeset-failed": {
    zh: "排版未能完成（{file} {message}）。内容已保存，请重试；若再次出现，请附上这份材料报告。",
    en: "Typesetting did not finish ({file} {message}). Nothing is lost; try again, and report it with this document if it returns.",
  },
  "error.pdf-page-missing": {
    zh: "没有第 {page} 页；共 {pages} 页。",
    en: "There is no page {page}; the paper has {pages}.",
  },
  "error.pdf-preview-foreign": {
    zh: "这份 PDF 不是由本程序排版的，请用 PDF 阅读器打开（{problem}）。",
    en: "This PDF was not typeset here; open it in a PDF viewer ({problem}).",
  },
  "error.pdf-memory-full": {
    zh: "排版已用尽可用内存。请重新启动程序后再导出。",
    en: "Typesetting has used up its memory. Restart the program and export again.",
  },
  "error.pdf-cancelled": { zh: "已取消排版。", en: "Typesetting was cancelled." },
  "error.pdf-document-invalid": {
    zh: "这份材料的 {path} 处不能排版：{problem}",
    en: "This paper cannot be typeset at {path}: {problem}",
  },
  "error.pdf-drawing-unsafe": {
    zh: "{block} 处的图含有不允许的内容（{found}）。图中只能有线条、形状和文字。",
    en: "The drawing at {block} holds something that is not allowed ({found}). A drawing may hold lines, shapes and text only.",
  },
  "error.pdf-drawing-invalid": {
    zh: "{block} 处不是 SVG 图。",
    en: "What stands at {block} is not an SVG drawing.",
  },
  "error.packet-path-unsafe": {
    zh: "材料包中不能使用文件名“{path}”（过长、指向文件夹之外，或含有系统不能存储的字符）。请改名后再导出。",
    en: 'A packet cannot hold the name "{path}": it is too long, leads out of the folder, or has characters that some system cannot store. Rename the file and export again.',
  },
  "error.packet-path-clash": {
    zh: "“{first}”与“{second}”在某些磁盘上是同一个文件名。请将其中之一改名。",
    en: '"{first}" and "{second}" are one name on some disks. Rename one of them.',
  },
  "error.packet-file-too-large": {
    zh: "{path} 超过 {megabytes} MB。请压缩或拆分这份证据。",
    en: "{path} is larger than {megabytes} MB. Compress or split this piece of evidence.",
  },
  "error.packet-evidence-changed": {
    zh: "证据文件 {file} 与登记时的内容不同。请重新加入证据，再导出。",
    en: "The evidence file {file} is no longer the one that was recorded. Add it again, then export.",
  },
  "error.packet-exists": {
    zh: "{place} 已存在。材料包从不覆盖，请换一个文件夹。",
    en: "{place} exists already. Packets are never overwritten; choose another folder.",
  },
  "error.packet-out-is-file": {
    zh: "{place} 是文件。请指定存放材料包的文件夹。",
    en: "{place} is a file. Name the folder that the packet is to go to.",
  },
  "error.packet-write-failed": {
    zh: "材料包未能写入 {place}（{problem}）。没有留下不完整的文件。",
    en: "The packet could not be written to {place} ({problem}). Nothing half-written was left.",
  },
  "error.packet-disk-full": {
    zh: "{place} 所在的磁盘已满。请腾出空间后重试。",
    en: "The disk that holds {place} is full. Make room and try again.",
  },
  "error.packet-cancelled": { zh: "已取消导出。", en: "The export was cancelled." },
  "error.packet-not-found": { zh: "没有找到 {place}。", en: "There is nothing at {place}." },
  "error.packet-not-a-bag": {
    zh: "{place} 既不是材料包文件夹，也不是 zip 文件。",
    en: "{place} is neither the folder of a packet nor a zip file.",
  },
  "error.packet-none": {
    zh: "{place} 不是材料包：里面没有 bagit.txt、manifest-sha256.txt 等文件。请选择材料包本身的文件夹，而不是它的上级或下级。",
    en: "{place} is not a packet: it contains neither bagit.txt nor manifest-sha256.txt. Choose the packet’s own folder, not one above or below it.",
  },
  "error.packet-unreadable": {
    zh: "{place} 无法读取（{problem}）。请重新取得这份材料包。",
    en: "{place} cannot be read ({problem}). Get the packet again.",
  },
  "error.packet-file-missing": {
    zh: "材料包 {place} 中没有 {path}。",
    en: "The packet {place} holds no {path}.",
  },
} as const;
