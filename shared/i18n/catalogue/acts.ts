/** Words of signed acts: who is known here, countersigning, and what sealing still needs. */
export const acts = {
  "error.act-person-unconfirmed": {
    zh: "{person} 的密钥和角色还没有经他人确认，不能签署这项记录。请先由另一位同事在设置的人员页确认。",
    en: "Nobody has confirmed the key and roles of {person} yet, so this cannot be signed. Have another colleague confirm them first, under Settings, Persons.",
  },
  "error.act-confirms-self": {
    zh: "{person} 不能确认自己的密钥。请由另一位同事确认。",
    en: "{person} cannot confirm their own key. Another colleague has to do it.",
  },
  "error.act-subject": {
    zh: "签署的内容与现在的资料不符（{kind}）。请刷新后重试。",
    en: "What was to be signed is not what stands here now ({kind}). Reload and try again.",
  },
  "error.act-key-taken": {
    zh: "{person} 的密钥已登记在另一人名下。一把密钥只属于一个人。",
    en: "The key of {person} is on file for somebody else already. One key belongs to one person.",
  },
  "error.act-key-revoked": {
    zh: "{person} 的这把密钥已注销，不能再确认或再次注销。请更换密钥。",
    en: "This key of {person} was revoked and can be neither confirmed nor revoked again. Change the key.",
  },
  "error.act-countersign": {
    zh: "这项变更须由第二人会签（{kind}）。请选择会签人并输入其口令。",
    en: "This change has to be countersigned by a second person ({kind}). Choose one and have them enter their passphrase.",
  },
  "error.act-countersign-self": {
    zh: "会签人须是另一个人、另一把密钥。请换一位同事。",
    en: "Whoever countersigns must be another person with another key. Ask a colleague.",
  },
  "error.act-not-independent": {
    zh: "{person} 和 {other} 中有一人只经对方确认，不能互相会签。请先由第三人确认。",
    en: "Of {person} and {other}, one is known through the other alone, so they cannot sign for each other. Have a third person confirm first.",
  },
  "error.act-one-person-founded": {
    zh: "本工作区已有互相确认的人员，不能启用一人模式。",
    en: "Persons here have confirmed each other already; the mode for a firm of one cannot be used.",
  },
  "error.act-missing": {
    zh: "日志记载了一项签署记录，文件夹里却没有（{sha256}）。请从备份恢复。",
    en: "The journal records a signed act that is not in the folder ({sha256}). Restore it from a backup.",
  },
  "error.act-chain": {
    zh: "签署记录 {id} 与前一项不衔接。请从备份恢复。",
    en: "The signed act {id} does not follow the one before it. Restore the acts from a backup.",
  },
  "error.act-twice": {
    zh: "签署记录 {id} 以另一序号重复存入。签署一次只算一次。请从备份恢复。",
    en: "The signed act {id} was filed again under another number. What was signed once counts once. Restore the acts from a backup.",
  },
  "error.act-signature": {
    zh: "签署记录 {id} 的签名与内容不符。",
    en: "A signature of the act {id} does not fit its content.",
  },
  "error.act-refused": {
    zh: "签署记录 {id} 违反规则（{why}），不予采用。",
    en: "The act {id} breaks the rules ({why}) and does not count.",
  },
  "error.act-stray": {
    zh: "{file} 不是日志所记载的签署记录，不予采用。",
    en: "{file} is not an act that the journal records; it counts for nothing.",
  },
  "error.act-unknown": {
    zh: "没有签署记录 {id}。",
    en: "There is no signed act {id}.",
  },
  "error.key-by-act": {
    zh: "{person} 的密钥不能随资料保存而改变。请在设置的人员页创建或更换。",
    en: "The key of {person} does not change by saving. Create or change it under Settings, Persons.",
  },
  "error.key-change-by-act": {
    zh: "{person} 已有登记的密钥。更换须由第二人会签：请在设置的人员页更换。",
    en: "A key of {person} is on file. Changing it is countersigned by a second person: do it under Settings, Persons.",
  },
  "error.role-change-by-act": {
    zh: "{person} 的角色已经确认。变更须由两人签署：请在设置的人员页变更。",
    en: "The roles of {person} are confirmed. Two persons sign a change: do it under Settings, Persons.",
  },
  "error.key-not-registered": {
    zh: "{person} 的密钥文件与登记的公钥不符，不能用来签署。",
    en: "The key file of {person} is not the key on file, so nothing is signed with it.",
  },
  "error.confirm-fingerprint": {
    zh: "{person} 的密钥指纹与所核对的不同。请当面重新核对。",
    en: "The fingerprint of the key of {person} is not the one that was compared. Compare it again in person.",
  },
  "error.person-in-register": {
    zh: "{person} 的密钥已经确认或等待确认，签署记录引用此人，不能删除。",
    en: "The key of {person} is confirmed or waits to be; signed acts refer to it, so the entry stays.",
  },
  "error.drafter-by-act": {
    zh: "起草人已经登记。更换起草人须由新起草人签署、第二人会签：请在“复核”中办理。",
    en: "The drafter is on record. Another one takes the place by signing, countersigned by a second person: see Review.",
  },
  "error.withdraw-own-draft": {
    zh: "起草人不能撤销对自己草稿的复核意见。",
    en: "The drafter cannot withdraw a review of their own draft.",
  },
  "error.seal-acts-broken": {
    zh: "签署记录不完整（{why}），不能签署或封存。请在设置的文件页查看并从备份恢复。",
    en: "The signed acts are not whole ({why}), so nothing can be signed or sealed. See Settings, Files, and restore them from a backup.",
  },
  "error.seal-person-unconfirmed": {
    zh: "{person} 的密钥和角色还没有经他人确认。请由其他同事在设置的人员页确认。",
    en: "The key and roles of {person} are not confirmed by anybody else. Have colleagues confirm them under Settings, Persons.",
  },
  "error.seal-known-through": {
    zh: "{person} 只经 {other} 确认，起草人和两位复核人中可能有两人出自一人之手。请由另一位同事再确认 {person}。",
    en: "{person} is known through {other} alone, so one hand may be behind two of drafter and reviewers. Have another colleague confirm {person} as well.",
  },
  "error.seal-sealer-through": {
    zh: "{person} 只经 {other} 一人确认，该密钥有可能就在 {other} 手中。请由另一位同事再确认 {person}，之后才能以其名义封存。",
    en: "{person} is known through {other} alone, who may hold the key. Have another colleague confirm {person} as well before sealing in that name.",
  },
  "error.seal-one-reviewer": {
    zh: "合规复核和法律审阅都由 {person} 签署。须由两位不同的同事分别签署。",
    en: "{person} signed the compliance review as well as the legal review. Two different colleagues have to sign them.",
  },
  "error.seal-drafter-changed": {
    zh: "登记的起草人是 {person}，采购单现写 {other}。请改回，或在“复核”中办理更换起草人。",
    en: "The drafter of record is {person}, but the order now names {other}. Set it back, or change the drafter under Review.",
  },
  "error.seal-other-day": {
    zh: "不能按 {day} 的规则封存：该日早于所依据的复核，或尚未到来。请按今天的规则封存。",
    en: "It cannot be sealed by the rules of {day}: that day comes before the reviews it rests on, or is still to come. Seal it by today's rules.",
  },
  "error.seal-compliance-completeness": {
    zh: "合规复核签署之后，完整性检查的结果有变化。请重新复核。",
    en: "What is missing changed after the compliance review was signed. Have it reviewed again.",
  },
  "error.seal-legal-completeness": {
    zh: "法律审阅签署之后，完整性检查的结果有变化。请重新审阅。",
    en: "What is missing changed after the legal review was signed. Have it reviewed again.",
  },
  "error.seal-compliance-before-acts": {
    zh: "合规复核由较早的版本保存，与日志不符，不予采用。请重新复核。",
    en: "The compliance review was kept by an earlier version and does not fit the journal, so it does not count. Have it reviewed again.",
  },
  "error.seal-legal-before-acts": {
    zh: "法律审阅由较早的版本保存，与日志不符，不予采用。请重新审阅。",
    en: "The legal review was kept by an earlier version and does not fit the journal, so it does not count. Have it reviewed again.",
  },
  "error.pack-file-name": {
    zh: "{file} 的文件名与其中的规则包不符，不予采用。请在规则页重新导入。",
    en: "{file} is not named after the rule pack in it and is not applied here. Import the pack on the rules page.",
  },
  "error.pack-signature-broken": {
    zh: "{file} 的签名与内容不符，不予采用。",
    en: "The signature of {file} does not match its content; it is not applied here.",
  },
  "error.pack-unrecorded": {
    zh: "日志没有记录 {file} 的导入，不予采用。如来源可靠，请在规则页导入。",
    en: "The journal does not record that {file} was imported, so it is not applied here. If its source is known, import it on the rules page.",
  },
  "error.pack-key-not-allowed": {
    zh: "公司规定只采用指定密钥签名的规则包，{file} 不在其列。",
    en: "The firm's rules allow packs by certain keys alone; {file} is signed by none of them.",
  },
  "error.pack-lost": {
    zh: "已导入的规则包 {id} {version} 的文件缺失或损坏。请在规则页重新导入，或将其停用；在此之前不作检查，以免旧规则取代它。",
    en: "The file of the imported rule pack {id} {version} is gone or damaged. Import it again on the rules page or set it aside; nothing is checked before, so that no older pack speaks in its place.",
  },
  "bundle.notTaken": {
    zh: "文件中另有 {count} 项不随交接带入（人员、设置等）：{names}",
    en: "The file also holds {count} {count|document|documents} that no bundle brings, such as persons and settings: {names}",
  },
  "orders.import.left": {
    zh: "文件中的人员没有带入：{names}。需要时请在设置的人员页添加。",
    en: "Persons named in the file were not imported: {names}. Add them under Settings, Persons, where needed.",
  },
  "paper.onePerson": {
    zh: "本材料由 {by} 一人起草、复核并封存，未经第二人复核",
    en: "One person, {by}, drafted, reviewed and sealed this; nobody else reviewed it",
  },
  "act.person": { zh: "签署人", en: "Signed by" },
  "act.passphrase": { zh: "签署人口令", en: "Passphrase" },
  "act.passphrase.new": {
    zh: "新口令（至少 8 个字符）",
    en: "New passphrase (at least 8 characters)",
  },
  "act.second": { zh: "会签人", en: "Countersigned by" },
  "act.second.passphrase": { zh: "会签人口令", en: "Passphrase of the second person" },
  "act.reason": { zh: "理由", en: "Reason" },
  "act.sign": { zh: "签署", en: "Sign" },
  "act.signed": { zh: "已签署并记入日志", en: "Signed and journaled" },
  "act.comma": { zh: "、", en: ", " },
  "persons.about": {
    zh: "封存材料前，起草人、复核人和法务的密钥与角色须由其他同事确认：当面核对指纹后签署。最先互相确认的两人为首批人员，其后的每位同事由已确认的人员确认。同一单的三人不得只经同一人确认，因此新同事一般须由两人确认。",
    en: "Before anything is sealed, other colleagues confirm the keys and roles of drafter, reviewer and legal reviewer: they compare the fingerprint in person, then sign. The first two who confirm each other begin the register; after that known persons confirm the others. Of the three who work on one order nobody may be known through another of them alone, so a newcomer is usually confirmed by two.",
  },
  "persons.confirm": { zh: "确认", en: "Confirm" },
  "persons.card": { zh: "密钥卡", en: "Key card" },
  "persons.revoke": { zh: "注销密钥", en: "Revoke key" },
  "persons.key": { zh: "更换密钥", en: "Change key" },
  "persons.roles": { zh: "变更角色", en: "Change roles" },
  "persons.one.start": { zh: "启用一人模式", en: "Start the mode for a firm of one" },
  "persons.one.end": { zh: "停用一人模式", en: "End the mode for a firm of one" },
  "persons.one.on": {
    zh: "一人模式：{person} 一人起草、复核并封存，每份文件都会写明。",
    en: "Firm of one: {person} drafts, reviews and seals alone, and every paper says so.",
  },
  "persons.act.confirm": { zh: "确认 {name} 的密钥和角色", en: "Confirm key and roles of {name}" },
  "persons.act.confirm.about": {
    zh: "请与 {name} 当面核对下列指纹和角色，一致后再签署。签署后不能删除。",
    en: "Compare this fingerprint and the roles with {name} in person, and sign only if they agree. What is signed stays on record.",
  },
  "persons.act.key": { zh: "更换 {name} 的密钥", en: "Change the key of {name}" },
  "persons.act.key.about": {
    zh: "{name} 设定新口令，第二人当面会签。此前用旧密钥签署的复核须重新签署。",
    en: "{name} sets a new passphrase and a second person countersigns, face to face. Reviews signed with the old key have to be signed again.",
  },
  "persons.act.key.lost": {
    zh: "旧密钥可能已落入他人之手：它签署过的材料不再由它担保",
    en: "The old key may be in other hands: it no longer vouches for anything that it signed",
  },
  "persons.act.revoke": { zh: "注销 {name} 的密钥", en: "Revoke the key of {name}" },
  "persons.act.revoke.about": {
    zh: "由两名已确认的人员签署。注销后，这把密钥不再担保任何材料，无论签署于何时；{name} 须更换密钥并重新确认后才能再签署。",
    en: "Two confirmed persons sign. After that this key vouches for nothing, whatever date its signatures claim; to sign again, {name} needs another key, confirmed again.",
  },
  "persons.act.roles": { zh: "变更 {name} 的角色", en: "Change the roles of {name}" },
  "persons.act.roles.about": {
    zh: "{name} 的角色变更由两位已确认的人员签署。",
    en: "Two confirmed persons sign a change of the roles of {name}.",
  },
  "persons.act.one-on": { zh: "启用一人模式", en: "Start the mode for a firm of one" },
  "persons.act.one-on.about": {
    zh: "仅用于只有一人的公司：此人起草、复核并封存，不经第二人。每份文件都会写明这一点。",
    en: "Only for a firm of one: this person drafts, reviews and seals with nobody else. Every paper will say so.",
  },
  "persons.act.one-off": { zh: "停用一人模式", en: "End the mode for a firm of one" },
  "persons.act.one-off.about": {
    zh: "停用后，封存须经互相确认的三人。",
    en: "From then on sealing takes three persons whom others confirmed.",
  },
  "persons.signin": { zh: "登录", en: "Sign in" },
  "persons.signout": { zh: "退出登录", en: "Sign out" },
  "persons.signin.about": {
    zh: "用自己的口令登录后，日志以你的名字记录，新建的采购单以你为起草人。",
    en: "Once you sign in with your passphrase, the journal shows your name and new orders name you as their drafter.",
  },
  "persons.signedin": { zh: "已登录：{name}", en: "Signed in: {name}" },
  "persons.signedin.nobody": {
    zh: "未登录。日志不记姓名。",
    en: "Nobody is signed in. The journal shows no name.",
  },
  "person.state.no-key": { zh: "没有密钥", en: "No key" },
  "person.state.unconfirmed": { zh: "未经确认", en: "Not confirmed" },
  "person.state.waiting": { zh: "等待互相确认", en: "Waits for confirmation in return" },
  "person.state.confirmed": { zh: "一人模式", en: "Firm of one" },
  "person.state.revoked": { zh: "密钥已注销", en: "Key revoked" },
  "person.state.differs": {
    zh: "与确认过的密钥或角色不符",
    en: "Not the key or roles that were confirmed",
  },
  "person.state.confirmedBy": { zh: "经 {by} 确认", en: "Confirmed by {by}" },
  "journal.nobody": { zh: "未登录", en: "nobody signed in" },
  "review.state.withdrawn": { zh: "已撤销", en: "Withdrawn" },
  "review.state.before-acts": { zh: "较早版本保存", en: "Kept by an earlier version" },
  "review.unknown": { zh: "签署人未经确认", en: "Signer not confirmed" },
  "review.withdraw": { zh: "撤销这项意见", en: "Withdraw this review" },
  "review.drafter": { zh: "更换起草人", en: "Change the drafter" },
  "review.act.withdraw": { zh: "撤销复核意见", en: "Withdraw a review" },
  "review.act.withdraw.about": {
    zh: "由两位已确认的人员签署，起草人除外。意见仍留在记录中，但不再计入。",
    en: "Two confirmed persons sign, neither of them the drafter. The review stays on record and no longer counts.",
  },
  "review.act.drafter": { zh: "更换起草人", en: "Change the drafter" },
  "review.act.drafter.about": {
    zh: "由新起草人签署，第二人会签。曾任起草人的人员都不能复核这一单。",
    en: "The new drafter signs and a second person countersigns. Whoever was the drafter at any time does not review this order.",
  },
  "review.adverse": {
    zh: "{date} 检查结论不利或有名单命中，此后有 {count} 处回答或名称被改动，请逐项核对依据：",
    en: "A check of {date} came out adverse or found a list hit; since then {count} {count|answer or name was|answers or names were} changed. Look at the grounds of each:",
  },
  "readiness.title": { zh: "封存前须具备", en: "What sealing needs" },
  "readiness.ready": { zh: "条件已具备，可以封存。", en: "Everything is there; it can be sealed." },
  "readiness.onePerson": {
    zh: "一人模式：每份文件都会写明由一人起草、复核并封存。",
    en: "Firm of one: every paper will say that one person drafted, reviewed and sealed it.",
  },
  "readiness.item.acts": { zh: "签署记录完整", en: "Signed acts are whole" },
  "readiness.item.complete": { zh: "必填项齐全", en: "No required item is missing" },
  "readiness.item.drafter": { zh: "起草人已登记并经确认", en: "Drafter on record and confirmed" },
  "readiness.item.compliance": { zh: "合规复核", en: "Compliance review" },
  "readiness.item.legal": { zh: "法律审阅", en: "Legal review" },
  "readiness.item.independent": {
    zh: "三人互不依赖对方确认",
    en: "Three persons, none known through another alone",
  },
  "readiness.item.day": {
    zh: "封存日不早于复核、不晚于今天",
    en: "Sealed as of a day not before the reviews, nor still to come",
  },
  "readiness.item.sealer": { zh: "封存人已经确认", en: "The person who seals is confirmed" },
} as const;
