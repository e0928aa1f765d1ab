/** What verifying a packet says: one verdict, three answers, and what is wrong where. */
export const packetVerify = {
  "verify.verdict.draft": {
    zh: "草稿，完整，与内容一致；没有签名，无人为其作保。",
    en: "A draft, whole and consistent with its content. It is not signed: nobody vouches for it.",
  },
  "verify.verdict.sealed": {
    zh: "已封存，完整；内容与文件重新生成的结果相同；由 {name}（{role}）于 {signedAt} 用本机已知的密钥签名。",
    en: "Sealed and whole. Content and papers come out the same when made again. Signed by {name} ({role}), {signedAt}, with a key known here.",
  },
  "verify.verdict.sealed-text": {
    zh: "已封存，完整；由 {name}（{role}）于 {signedAt} 用本机已知的密钥签名。本程序只能部分重新生成，已按文字比对，未见不同。",
    en: "Sealed and whole. Signed by {name} ({role}), {signedAt}, with a key known here. This program can make it again only in part: what could be compared, by its text, is the same.",
  },
  "verify.verdict.altered": {
    zh: "不可采信：文件、清单、签名或说明与内容不符。",
    en: "Not to be relied on: files, manifests, signature or cover data do not agree with the content.",
  },
  "verify.verdict.differs": {
    zh: "不可采信：按其内容重新生成，结果不同，或无法重新生成。",
    en: "Not to be relied on: made again from its content, it comes out differently or cannot be made at all.",
  },
  "verify.verdict.draft-text": {
    zh: "草稿，本程序只能部分重新生成，且没有签名：无法确认其内容。",
    en: "A draft that this program can make again only in part, and that nobody signed: what it says cannot be confirmed.",
  },
  "verify.verdict.unsigned": {
    zh: "不可采信：内容写明已封存，却没有有效签名。",
    en: "Not to be relied on: the content says sealed, and there is no valid signature.",
  },
  "verify.verdict.key-unknown": {
    zh: "签名的密钥不为本机所知：署名“{name}”由签名者自己填写，尚未核实。请当面或通过电话核对公钥指纹 {fingerprint}。",
    en: "Signed with a key that is not known here: the name “{name}” is the signer's own word and unconfirmed. Compare the fingerprint {fingerprint} in person or by telephone.",
  },
  "verify.verdict.key-other-name": {
    zh: "不可采信：密钥为本机所知，但登记在他人名下，不是“{name}”。",
    en: "Not to be relied on: the key is known here, but under another name than “{name}”.",
  },
  "verify.verdict.key-other-role": {
    zh: "不可采信：密钥属于 {name}，但登记的角色不是“{role}”。",
    en: "Not to be relied on: the key is {name}'s, but not registered for the role “{role}”.",
  },
  "verify.verdict.key-not-valid-then": {
    zh: "不可采信：签名时间 {signedAt} 不在该密钥登记的有效期内。",
    en: "Not to be relied on: the time of signing, {signedAt}, lies outside the period for which the key is registered.",
  },
  "verify.verdict.signed-in-future": {
    zh: "不可采信：签名时间 {signedAt} 晚于今天。请核对本机日期；日期无误时，该时间不属实。",
    en: "Not to be relied on: the time of signing, {signedAt}, is still to come. Check the date of this machine; if it is right, the stated time is not.",
  },
  "verify.verdict.key-revoked": {
    zh: "不可采信：该密钥已被撤销。签名时间由签名者自己填写，不能证明签名在撤销之前。",
    en: "Not to be relied on: the key was revoked. The time of signing is the signer's own word and does not show that it came before.",
  },
  "verify.role.none": { zh: "未写明角色", en: "no role stated" },
  "verify.signedAt.none": {
    zh: "签名未载明的时间",
    en: "at a time that the signature does not state",
  },
  "verify.signedAt": { zh: "{moment}（世界时）", en: "{moment} UTC" },
  "verify.row.set": { zh: "材料包", en: "Packet" },
  "verify.row.state": { zh: "状态", en: "State" },
  "verify.row.intact": { zh: "文件", en: "Files" },
  "verify.row.consistent": { zh: "重新生成", en: "Made again" },
  "verify.row.vouched": { zh: "作保", en: "Vouched for" },
  "verify.row.signer": { zh: "签名者", en: "Signer" },
  "verify.row.fingerprint": { zh: "公钥指纹", en: "Key fingerprint" },
  "verify.row.made": { zh: "生成程序", en: "Made by" },
  "verify.state.draft": { zh: "草稿", en: "draft" },
  "verify.state.sealed": { zh: "已封存", en: "sealed" },
  "verify.state.unknown": { zh: "无法辨认", en: "cannot be told" },
  "verify.intact.yes": { zh: "恰为内容所列的文件", en: "exactly those that the content names" },
  "verify.intact.no": { zh: "与内容所列不符", en: "not those that the content names" },
  "verify.consistent.same": { zh: "相同", en: "the same" },
  "verify.consistent.differs": { zh: "不同", en: "different" },
  "verify.consistent.text-only": {
    zh: "只比对了文字，相同",
    en: "compared by text only: the same",
  },
  "verify.vouched.known-key": { zh: "本机已知的密钥", en: "by a key known here" },
  "verify.vouched.unknown-key": {
    zh: "没有：密钥不为本机所认可",
    en: "no: the key is not one accepted here",
  },
  "verify.vouched.nobody": { zh: "无人", en: "by nobody" },
  "verify.problems": { zh: "问题", en: "What is wrong" },
  "verify.problem": { zh: "{path}：{reason}", en: "{path}: {reason}" },
  "verify.packet.itself": { zh: "材料包", en: "the packet" },
  "verify.notes": {
    zh: "未能重新生成（本机没有）：{names}",
    en: "Not made again, because it is not here: {names}",
  },
  "verify.reason.changed": { zh: "已改动", en: "changed" },
  "verify.reason.missing": { zh: "缺失", en: "missing" },
  "verify.reason.added": { zh: "多出", en: "added" },
  "verify.reason.malformed": { zh: "格式错误", en: "malformed" },
  "verify.reason.unsafe": { zh: "不安全的名称或条目", en: "an unsafe name or entry" },
  "verify.reason.too-large": { zh: "过大", en: "too large" },
  "verify.reason.archive-hidden": {
    zh: "压缩包中有目录未列出的数据",
    en: "the archive holds data that its directory does not list",
  },
  "verify.reason.archive-names-differ": {
    zh: "压缩包的目录与条目所载名称或大小不同",
    en: "the archive's directory and the entry state different names or sizes",
  },
  "verify.reason.not-named": { zh: "{about} 没有提到此文件", en: "{about} does not name it" },
  "verify.reason.enclosed-missing": {
    zh: "{about} 写明附有此文件，实际没有",
    en: "{about} names it as enclosed, and it is not there",
  },
  "verify.reason.paper-missing": {
    zh: "按 {about} 应有此文件，实际没有",
    en: "it follows from {about} and is not there",
  },
  "verify.reason.state-differs": {
    zh: "所载状态与内容不同",
    en: "states another state than the content",
  },
  "verify.reason.not-of-content": {
    zh: "“{about}”一行与内容不符",
    en: "its line “{about}” does not follow from the content",
  },
  "verify.reason.signature-on-draft": {
    zh: "草稿没有签名，此签名不属于它",
    en: "a draft has no signature; this one does not belong to it",
  },
  "verify.reason.signer-differs": {
    zh: "签名者、密钥、角色或时间与内容所载不同",
    en: "signer, key, role or time are not those that the content states",
  },
  "verify.reason.maker-unknown": {
    zh: "所载的生成程序或排版程序不为本程序所知",
    en: "names a program or typesetter that is unknown here",
  },
  "verify.reason.content-too-large": {
    zh: "内容文件过大，未予读取",
    en: "the content is too large and was not read",
  },
  "verify.reason.content-unreadable": {
    zh: "不是材料包的内容，或已损坏",
    en: "no content of a packet, or damaged",
  },
  "verify.reason.content-unknown": {
    zh: "内容的格式 {about} 不为本程序所知，无法核对",
    en: "its format, {about}, is unknown to this program and cannot be checked",
  },
  "verify.reason.content-differs": {
    zh: "其中“{about}”部分与重新计算的结果不同",
    en: "its part “{about}” comes out differently when computed again",
  },
  "verify.reason.paper-differs": {
    zh: "不是按 {about} 排版的文件",
    en: "not the paper that follows from {about}",
  },
  "verify.reason.paper-text-differs": {
    zh: "文字与按 {about} 生成的不同",
    en: "its text is not the text that follows from {about}",
  },
  "verify.reason.not-set-again": {
    zh: "无法重新排版（{about}）",
    en: "its papers cannot be set again ({about})",
  },
  "verify.reason.check-differs": {
    zh: "用其中的案卷和规则重新检查，结论不同",
    en: "its report comes out differently when the check is made again",
  },
  "verify.reason.check-not-repeated": {
    zh: "本机没有 {about}，无法重新检查",
    en: "the check cannot be made again: {about} is not here",
  },
  "verify.reason.key-unknown": { zh: "密钥不为本机所知", en: "its key is not known here" },
  "verify.reason.key-other-name": {
    zh: "密钥登记在他人名下",
    en: "its key is registered under another name",
  },
  "verify.reason.key-other-role": {
    zh: "密钥登记的是其他角色",
    en: "its key is registered for another role",
  },
  "verify.reason.key-not-valid-then": {
    zh: "签名时间不在密钥的有效期内",
    en: "the time of signing lies outside the key's period",
  },
  "verify.reason.signed-in-future": {
    zh: "签名时间晚于今天",
    en: "the time of signing is still to come",
  },
  "verify.reason.key-revoked": { zh: "密钥已被撤销", en: "its key was revoked" },
  "verify.copies": { zh: "在其他程序中签署的副本", en: "Copies signed in another program" },
  "verify.copy.signatures": {
    zh: "{file} 以 {path} 的原样字节开头，其后只增加了签名。",
    en: "{file} begins with the exact bytes of {path} and adds signatures only.",
  },
  "verify.copy.nothing": {
    zh: "{file} 就是 {path} 本身，没有签名。",
    en: "{file} is {path} itself, without a signature.",
  },
  "verify.copy.else": {
    zh: "{file} 以 {path} 的原样字节开头，但其后增加或改动了签名以外的内容，不可采信。",
    en: "{file} begins with the exact bytes of {path} but adds or changes more than signatures: not to be relied on.",
  },
  "verify.copy.cannot-tell": {
    zh: "{file} 以 {path} 的原样字节开头，其后的内容本程序无法判断。请用 PDF 阅读器查看签名面板。",
    en: "{file} begins with the exact bytes of {path}; this program cannot tell what follows them. Look at the signature panel of a PDF reader.",
  },
  "verify.copy.other": {
    zh: "{file} 不是以本材料包任何文件的原样字节开头。若是纸质签署的扫描件，请对照原件目视核对。",
    en: "{file} does not begin with the exact bytes of any paper of this packet. If it is a scan of a paper signed by hand, compare it with the original by eye.",
  },
  "verify.copy.visible": {
    zh: "签名在页面上占有位置，可能盖住原文，请对照原件查看该页。",
    en: "A signature takes room on a page and may cover what it says: compare that page with the original.",
  },
  "verify.copy.signature": {
    zh: "签名证书：{subject}；签名者自称的时间：{time}",
    en: "Certificate of {subject}; time as the signer claims it: {time}",
  },
  "verify.copy.nobody": { zh: "无法读出", en: "somebody who cannot be read" },
  "verify.copy.notime": { zh: "未写明", en: "none" },
  "verify.copy.fits.yes": {
    zh: "签署后所覆盖的内容未变（未核验证书由谁签发）",
    en: "what it covers is unchanged since (who issued the certificate was not checked)",
  },
  "verify.copy.fits.no": {
    zh: "与所覆盖的内容不符",
    en: "it does not fit what it covers",
  },
  "verify.copy.fits.unknown": {
    zh: "所用算法（例如国密）本程序无法验证",
    en: "its algorithm cannot be checked by this program",
  },
  "verify.copy.part": {
    zh: "只覆盖到其后又有签名加入之前",
    en: "it covers the file as it was before later signatures were added",
  },
  "keycard.title": { zh: "密钥卡", en: "Key card" },
  "keycard.name": { zh: "姓名", en: "Name" },
  "keycard.firm": { zh: "单位", en: "Firm" },
  "keycard.roles": { zh: "角色", en: "Roles" },
  "keycard.fingerprint": { zh: "公钥指纹", en: "Key fingerprint" },
  "keycard.publicKey": { zh: "公钥（Ed25519）", en: "Public key (Ed25519)" },
  "keycard.from": { zh: "启用日期", en: "Valid from" },
  "keycard.to": { zh: "停用日期", en: "Valid to" },
  "keycard.code": { zh: "公钥指纹的二维码", en: "The key fingerprint as a code" },
  "keycard.compare": {
    zh: "请当面核对：持卡人在自己的申报台上显示公钥指纹，与本卡逐组相同，方可登记为已知密钥。只凭收到的文件不能确认密钥属于何人。",
    en: "Compare this card in person: register the key as known only if the fingerprint that the holder's own desk shows is the same, group by group. A file that was sent does not show whose key it is.",
  },
  "cli.packet.keycard": {
    zh: "密钥卡已写入 {card}，已知密钥文件已写入 {keys}",
    en: "Key card written to {card}, file of known keys to {keys}",
  },
  "error.key-card-none": {
    zh: "{person} 还没有签名密钥。请先在“人员”中创建。",
    en: "{person} has no signing key yet. Create one under “Persons” first.",
  },
  "error.known-key": {
    zh: "“{value}”既不是公钥指纹（32 位十六进制），也不是含已知密钥的文件。请给出指纹（例如密钥卡上所印的），或已知密钥文件、PEM 公钥的路径。",
    en: "“{value}” is neither a key fingerprint (32 hexadecimal digits) nor a file of known keys. Give a fingerprint, such as the one printed on a key card, or the path of a file of known keys or of a public key as PEM.",
  },
} as const;
