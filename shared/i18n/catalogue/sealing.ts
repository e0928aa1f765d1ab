/** Words of reviewing, sealing, the papers that are signed by hand, and amendments. */
export const sealing = {
  "paper.amendment": { zh: "变更说明", en: "Statement of changes" },
  "paper.amendment.about": {
    zh: "本材料取代此前封存的材料 {packet}。与该材料相比，下列内容有变化；未列出的内容不变。",
    en: "This set takes the place of the set {packet} that was sealed before. What is listed below has changed since; everything else stands as it was.",
  },
  "paper.amendment.none": {
    zh: "本套材料的内容与此前封存的材料相同；变化只涉及未随本套材料提供的内容。",
    en: "The content of this set is that of the set sealed before; what changed is not part of this set.",
  },
  "paper.field.supersedes": { zh: "所取代的材料", en: "Supersedes" },
  "paper.field.supersedes.asOf": { zh: "该材料的资料日期", en: "State of its facts" },
  "paper.field.supersedes.fingerprint": {
    zh: "该材料内容的 SHA-256",
    en: "SHA-256 of its content",
  },
  "paper.field.sealedBy": { zh: "封存人", en: "Sealed by" },
  "paper.field.publicKey": { zh: "签名公钥（Ed25519）", en: "Public key (Ed25519)" },
  "paper.field.keyFingerprint": { zh: "公钥指纹", en: "Fingerprint of the key" },
  "paper.heading.changes": { zh: "变化内容", en: "Changes" },
  "paper.column.change.field": { zh: "栏目", en: "Field" },
  "paper.column.change.before": { zh: "原为", en: "Before" },
  "paper.column.change.after": { zh: "现为", en: "Now" },
  "error.review-role-reviewer": {
    zh: "{person} 没有“复核”角色。请在设置的人员页添加该角色，或换一位同事。",
    en: "{person} does not have the role of reviewer. Add it under Settings, Persons, or ask another colleague.",
  },
  "error.review-role-legal": {
    zh: "{person} 没有“法务”角色。请在设置的人员页添加该角色，或换一位同事。",
    en: "{person} does not have the role for legal review. Add it under Settings, Persons, or ask another colleague.",
  },
  "error.seal-no-drafter": {
    zh: "采购单没有写明起草人，无法确认复核人不是起草人。请在“基本信息”中填写起草人。",
    en: "The order names no drafter, so nobody can tell that the reviewer is somebody else. Enter the drafter under Basics.",
  },
  "error.seal-compliance-missing": {
    zh: "还没有合规复核。请由起草人以外的同事在“审核”中签署。",
    en: "There is no compliance review. Have a colleague other than the drafter sign one under Review.",
  },
  "error.seal-legal-missing": {
    zh: "还没有法务复核；致美国出口商的材料须经法务复核才能封存。请由法务同事在“审核”中签署。",
    en: "There is no legal review; nothing goes to the US exporter without one. Have a colleague who does legal review sign it under Review.",
  },
  "error.seal-compliance-stale": {
    zh: "合规复核签署之后案卷又有改动。请在“审核”中查看变化并重新复核。",
    en: "The dossier changed after the compliance review was signed. See what changed under Review, and have it reviewed again.",
  },
  "error.seal-legal-stale": {
    zh: "法务复核签署之后案卷又有改动。请在“审核”中查看变化并重新复核。",
    en: "The dossier changed after the legal review was signed. See what changed under Review, and have it reviewed again.",
  },
  "error.seal-compliance-rules": {
    zh: "合规复核签署之后规则包或名单有更新，复核所见的结论可能已经不同。请重新检查并复核。",
    en: "Rule packs or lists changed after the compliance review was signed, so the answer may be another. Check again and have it reviewed again.",
  },
  "error.seal-legal-rules": {
    zh: "法务复核签署之后规则包或名单有更新，复核所见的结论可能已经不同。请重新检查并复核。",
    en: "Rule packs or lists changed after the legal review was signed, so the answer may be another. Check again and have it reviewed again.",
  },
  "error.seal-compliance-changes": {
    zh: "合规复核要求修改。请按意见修改后重新复核。",
    en: "The compliance review asks for changes. Make them and have it reviewed again.",
  },
  "error.seal-legal-changes": {
    zh: "法务复核要求修改。请按意见修改后重新复核。",
    en: "The legal review asks for changes. Make them and have it reviewed again.",
  },
  "error.seal-compliance-signature": {
    zh: "合规复核的签名与内容或与人员登记的公钥不符。请重新复核。",
    en: "The signature of the compliance review does not fit its content or the key on file for its signer. Have it reviewed again.",
  },
  "error.seal-legal-signature": {
    zh: "法务复核的签名与内容或与人员登记的公钥不符。请重新复核。",
    en: "The signature of the legal review does not fit its content or the key on file for its signer. Have it reviewed again.",
  },
  "error.seal-unchanged": {
    zh: "自 {packet} 封存以来没有变化，不需要再次封存。",
    en: "Nothing has changed since {packet} was sealed; there is nothing to seal again.",
  },
  "error.packet-sealed-kept": {
    zh: "已封存的材料包是存档，不能删除。",
    en: "A sealed packet is part of the record and is not deleted.",
  },
  "error.packet-not-sealed": {
    zh: "这份材料还是草稿。请先封存，再附上签字盖章后的扫描件。",
    en: "This is still a draft. Seal it first, then attach the signed copies.",
  },
  "error.packet-paper-unknown": {
    zh: "材料包中没有需要签字盖章的文件 {path}。",
    en: "The packet has no paper {path} that is to be signed.",
  },
  "error.signed-copy-kind": {
    zh: "{file} 不是 PDF、JPG 或 PNG。请用扫描件的这三种格式之一。",
    en: "{file} is neither PDF, JPG nor PNG. Scan the paper to one of these.",
  },
  "error.signed-copy-same": {
    zh: "{file} 就是未签字的原件，不是扫描件。请附上签字盖章后的扫描件。",
    en: "{file} is the unsigned original itself. Attach the scan of the signed paper.",
  },
  "error.signed-copy-none": {
    zh: "{path} 还没有附上扫描件。",
    en: "No signed copy of {path} is attached yet.",
  },
  "error.office-content": {
    zh: "材料包由较早的版本生成（{made}），无法由它导出可编辑文件。请重新生成材料包。",
    en: "An earlier version made this packet ({made}); no drafts can be made of it. Build the packet again.",
  },
  "portal.title": { zh: "填报对照表", en: "Sheet for filling in a portal" },
  "portal.notice": {
    zh: "逐项复制到填报系统。申请材料，不构成许可。以封存的 PDF 为准。",
    en: "Copy field by field into the portal. Application material, not a licence. The sealed PDFs are the text that counts.",
  },
  "portal.copy": { zh: "复制", en: "Copy" },
  "portal.copied": { zh: "已复制", en: "Copied" },
  "portal.uploads": { zh: "需要上传的文件", en: "Files to upload" },
  "portal.tooLarge": { zh: "超过单个文件上限", en: "Larger than the limit of" },
  "portal.wrongKind": { zh: "不是 PDF、JPG 或 PNG", en: "Neither PDF, JPG nor PNG" },
  "portal.empty": { zh: "未填", en: "empty" },
  "portal.evidence": { zh: "证据", en: "Evidence" },
  "remark.character-shown": {
    zh: "{paper} 中有看不见的控制字符，已印成 {codePoint}（位置 {place}）。请在原文中删除。",
    en: "{paper} held a hidden control character; it is printed as {codePoint} (at {place}). Delete it from the text.",
  },
  "remark.character-dropped": {
    zh: "{paper} 中有不显示的字符 {codePoint}，排版时已略去（位置 {place}）。",
    en: "{paper} held {codePoint}, a character without ink; it was left out (at {place}).",
  },
  "remark.evidence-active": {
    zh: "{file} 含有脚本或打开时自动执行的动作。建议打印成普通 PDF 后替换，再交给收件人。",
    en: "{file} holds scripts or acts when it is opened. Print it to a plain PDF and replace it before it goes out.",
  },
  "change.field": { zh: "栏目", en: "Field" },
  "change.before": { zh: "原为", en: "Before" },
  "change.after": { zh: "现为", en: "Now" },
  "change.nothing": { zh: "（无）", en: "(nothing)" },
  "editor.review.unchanged": {
    zh: "自 {by} {date} 的审核以来没有变化。",
    en: "Nothing changed since the review by {by} of {date}.",
  },
  "editor.review.changes": {
    zh: "自 {by} {date} 的审核以来有 {count} 处变化，须重新审核：",
    en: "{count} changes since the review by {by} of {date}; it has to be reviewed again:",
  },
  "editor.review.items": { zh: "对具体项目的意见", en: "Comments on single items" },
  "editor.review.item": { zh: "项目", en: "Item" },
  "editor.review.item.text": { zh: "意见内容", en: "Comment" },
  "editor.review.item.add": { zh: "添加一条意见", en: "Add a comment" },
  "editor.review.item.remove": { zh: "删除这条意见", en: "Remove this comment" },
  "editor.review.bound": { zh: "所审案卷", en: "Dossier reviewed" },
  "editor.review.key": { zh: "签名公钥", en: "Key" },
  "editor.review.norole.reviewer": {
    zh: "还没有同时具备“复核”角色和签名密钥的人员。请到设置中添加。",
    en: "Nobody has both the role of reviewer and a signing key. Set them up under Settings.",
  },
  "editor.review.norole.legal": {
    zh: "还没有同时具备“法务”角色和签名密钥的人员。请到设置中添加。",
    en: "Nobody has both the role for legal review and a signing key. Set them up under Settings.",
  },
  "editor.review.nodrafter": {
    zh: "采购单没有写明起草人；不写明就不能封存，因为无法确认审核人不是起草人。",
    en: "The order names no drafter. It cannot be sealed so, because nobody could tell that the reviewer is somebody else.",
  },
} as const;
