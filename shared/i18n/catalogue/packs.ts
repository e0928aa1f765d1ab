/** Words of rule packs: why one is refused, what to do about it, what to know before it is taken in. */
export const packs = {
  "pack.error.not-json": { zh: "不是规范的 JSON", en: "is not JSON" },
  "pack.error.duplicate-key": {
    zh: "同一对象中同一个键写了两次",
    en: "writes one key twice in one object",
  },
  "pack.error.too-large": { zh: "超出上限 {limit}", en: "is beyond the limit of {limit}" },
  "pack.error.too-deep": { zh: "嵌套超过 {limit} 层", en: "is nested deeper than {limit} levels" },
  "pack.error.forbidden-key": { zh: "使用了不允许的键名", en: "uses a key that is not allowed" },
  "pack.error.shape": { zh: "形状不符：{problem}", en: "does not have the right shape: {problem}" },
  "pack.error.unknown-key": {
    zh: "有无法识别的键：{keys}",
    en: "has keys that nothing knows: {keys}",
  },
  "pack.error.duplicate-id": { zh: "编号“{id}”用了两次", en: "uses the id “{id}” a second time" },
  "pack.error.empty-group": {
    zh: "是空的；空的条件恒成立",
    en: "is empty; an empty condition would always hold",
  },
  "pack.error.not-a-condition": { zh: "不是条件", en: "is not a condition" },
  "pack.error.cycle": { zh: "定义互相引用成环：{ring}", en: "refers to itself by way of {ring}" },
  "pack.error.undefined-fact": {
    zh: "没有事实“{id}”",
    en: "names a fact “{id}” that does not exist",
  },
  "pack.error.undefined-parameter": {
    zh: "没有参数“{id}”",
    en: "names a parameter “{id}” that does not exist",
  },
  "pack.error.undefined-definition": {
    zh: "没有定义“{id}”",
    en: "names a definition “{id}” that does not exist",
  },
  "pack.error.undefined-relation": {
    zh: "没有关系“{id}”",
    en: "names a relation “{id}” that does not exist",
  },
  "pack.error.undefined-source": {
    zh: "没有来源“{id}”",
    en: "cites a source “{id}” that does not exist",
  },
  "pack.error.missing-citation": {
    zh: "没有列出来源：{problem}",
    en: "cites no source: {problem}",
  },
  "pack.error.wrong-subject": {
    zh: "说的是“{wanted}”，此处的对象却是“{found}”",
    en: "speaks of “{wanted}”, but the subject here is “{found}”",
  },
  "pack.error.wrong-type": {
    zh: "比较方式与“{type}”类型不符",
    en: "compares in a way that “{type}” does not allow",
  },
  "pack.error.wrong-arguments": {
    zh: "事实的参数不对：{problem}",
    en: "gives a fact wrong arguments: {problem}",
  },
  "pack.error.no-comparison": { zh: "没有说明怎样比较", en: "does not say what to compare with" },
  "pack.error.known-in-lane": {
    zh: "结论规则不能以“是否已填写”为条件",
    en: "sets a lane by asking whether a fact is given at all",
  },
  "pack.error.period-reversed": {
    zh: "起日 {from} 晚于止日 {to}",
    en: "begins on {from} after it ends on {to}",
  },
  "pack.error.period-overlap": {
    zh: "两个时段重叠：{first} 与 {second}",
    en: "has periods that overlap: {first} and {second}",
  },
  "pack.error.value-missing": {
    zh: "参数“{id}”生效期间没有值，却拿来比较",
    en: "compares with parameter “{id}”, which has no value while in force",
  },
  "pack.error.careful-missing": {
    zh: "参数“{id}”未核实的时段没有谨慎取值",
    en: "leaves parameter “{id}” unverified without a careful value",
  },
  "pack.error.mixed-values": {
    zh: "参数“{id}”各时段的值类型不一",
    en: "gives parameter “{id}” values of different types",
  },
  "pack.error.never-in-force": {
    zh: "没有任何一天有效（{from} 至 {to}，规则包自 {covers} 起）",
    en: "is in force on no day ({from} to {to}; the pack covers from {covers})",
  },
  "pack.error.never-holds": { zh: "无论事实怎样都不会成立", en: "can hold under no facts at all" },
  "pack.error.not-nested": {
    zh: "较宽的解读没有包含较窄的解读（{reading}）",
    en: "has a wider reading that leaves out what the narrower one includes ({reading})",
  },
  "pack.error.case-shape": { zh: "案例形状不符：{problem}", en: "is not a case: {problem}" },
  "pack.remedy.fix-not-json": {
    zh: "请用文本编辑器打开该位置，改正引号、逗号或括号",
    en: "Open the file at this place and correct the quotes, commas or brackets",
  },
  "pack.remedy.fix-duplicate-key": {
    zh: "保留一个，删除另一个",
    en: "Keep one of them and delete the other",
  },
  "pack.remedy.fix-too-large": { zh: "请删减或拆分", en: "Shorten it or split it up" },
  "pack.remedy.fix-too-deep": {
    zh: "把内层条件改写为定义",
    en: "Make a definition of the inner conditions",
  },
  "pack.remedy.fix-forbidden-key": { zh: "改用别的键名", en: "Use another name for the key" },
  "pack.remedy.fix-shape": {
    zh: "请对照规则包的模式改正",
    en: "Mend it after the schema of packs",
  },
  "pack.remedy.fix-unknown-key": { zh: "改正拼写或删除", en: "Mend the spelling or delete them" },
  "pack.remedy.fix-duplicate-id": {
    zh: "给其中一个另起编号",
    en: "Give one of the two another id",
  },
  "pack.remedy.fix-empty-group": {
    zh: "加入条件，或删除整条规则",
    en: "Add a condition or delete the rule",
  },
  "pack.remedy.fix-not-a-condition": {
    zh: "只写 all、any、not、def、fact、known、some、every、param 之一",
    en: "Write exactly one of all, any, not, def, fact, known, some, every, param",
  },
  "pack.remedy.fix-cycle": {
    zh: "去掉环中的一个引用",
    en: "Take one of the references out of the ring",
  },
  "pack.remedy.fix-undefined-fact": {
    zh: "改正拼写，或选用事实目录中的事实",
    en: "Mend the spelling or choose one of the catalogue of facts",
  },
  "pack.remedy.fix-undefined-parameter": {
    zh: "在 parameters 中加入，或改正拼写",
    en: "Add it to the parameters or correct the spelling",
  },
  "pack.remedy.fix-undefined-definition": {
    zh: "在 definitions 中加入，或改正拼写",
    en: "Add it to the definitions or correct the spelling",
  },
  "pack.remedy.fix-undefined-relation": {
    zh: "选用事实目录中的关系",
    en: "Choose one of the catalogue of facts",
  },
  "pack.remedy.fix-undefined-source": {
    zh: "在 sources.json 中加入该来源",
    en: "Add the source to sources.json",
  },
  "pack.remedy.fix-missing-citation": {
    zh: "写明所依据的来源编号",
    en: "Name the source it rests on",
  },
  "pack.remedy.fix-wrong-subject": {
    zh: "用 some 或 every 沿关系走到该对象，或改用别的事实",
    en: "Walk to that subject with some or every, or use another fact",
  },
  "pack.remedy.fix-wrong-type": {
    zh: "换用该类型的比较方式或取值",
    en: "Use a comparison or a value of that type",
  },
  "pack.remedy.fix-wrong-arguments": {
    zh: "请对照事实目录改正",
    en: "Mend them after the catalogue of facts",
  },
  "pack.remedy.fix-no-comparison": {
    zh: "加上 is、lt、ge、in 等比较",
    en: "Add a comparison such as is, lt, ge, in",
  },
  "pack.remedy.fix-known-in-lane": {
    zh: "直接比较该事实：未填写时自然是未知",
    en: "Compare the fact itself: where it is missing it is unknown of itself",
  },
  "pack.remedy.fix-period-reversed": { zh: "对调或改正日期", en: "Mend the two dates" },
  "pack.remedy.fix-period-overlap": {
    zh: "让前一时段在后一时段开始的前一天结束",
    en: "End the first on the day before the second begins",
  },
  "pack.remedy.fix-value-missing": {
    zh: "给每个生效时段写上 value",
    en: "Give every period in force a value",
  },
  "pack.remedy.fix-careful-missing": {
    zh: "写上 careful：未核实时按它作最坏打算",
    en: "Add careful: what counts at worst while it is unverified",
  },
  "pack.remedy.fix-mixed-values": { zh: "各时段用同一种类型", en: "Use one type in all periods" },
  "pack.remedy.fix-never-in-force": {
    zh: "改正日期，或删除该规则",
    en: "Mend the dates or delete the rule",
  },
  "pack.remedy.fix-never-holds": {
    zh: "找出互相矛盾的条件并改正",
    en: "Find the conditions that shut each other out",
  },
  "pack.remedy.fix-not-nested": {
    zh: "让宽义包含通行义，通行义包含窄义",
    en: "Let broad contain working, and working contain narrow",
  },
  "pack.remedy.fix-case-shape": {
    zh: "请对照写规则包的指南改正",
    en: "Mend it after the guide to writing packs",
  },
  "pack.refusal.compiler": {
    zh: "{file}：{place}：{what}。{remedy}。",
    en: "{file}: {place}: it {what}. {remedy}.",
  },
  "pack.refusal.case": {
    zh: "案例未通过：{name}。{reason}。请改正规则或案例。",
    en: "A case fails: {name}. {reason}. Mend the rule or the case.",
  },
  "pack.refusal.no-cases": {
    zh: "规则包没有案例，无从检验。请在 cases 文件夹中至少写一个。",
    en: "The pack has no cases, so nothing tests it. Write at least one in the folder cases.",
  },
  "pack.refusal.signature": {
    zh: "签名与规则包不符。请向签名人索取原件。",
    en: "The signature does not fit the pack. Ask the signer for the original.",
  },
  "pack.case.reason": {
    zh: "{what}：应为 {expected}，得到 {found}",
    en: "{what}: expected {expected}, found {found}",
  },
  "pack.part.pack": { zh: "规则包", en: "Pack" },
  "pack.part.rule": { zh: "规则", en: "Rule" },
  "pack.part.parameter": { zh: "参数", en: "Parameter" },
  "pack.part.definition": { zh: "定义", en: "Definition" },
  "pack.part.source": { zh: "来源", en: "Source" },
  "pack.diagnostic.never-holds": {
    zh: "规则 {id} 无论事实怎样都不会成立",
    en: "Rule {id} can hold under no facts at all",
  },
  "pack.diagnostic.always-holds": {
    zh: "规则 {id} 无论事实怎样都成立",
    en: "Rule {id} holds whatever the facts",
  },
  "pack.diagnostic.implied": {
    zh: "规则 {id} 成立时规则 {by} 也必成立",
    en: "Rule {id} never holds without rule {by}",
  },
  "pack.diagnostic.contradicts": {
    zh: "规则 {id} 与 {other} 条件相同而结论不同",
    en: "Rules {id} and {other} hold together and say different things",
  },
  "pack.diagnostic.gap": {
    zh: "参数 {id} 在 {from} 至 {to} 没有说明",
    en: "Parameter {id} says nothing from {from} to {to}",
  },
  "pack.diagnostic.unused-parameter": {
    zh: "参数 {id} 没有规则使用",
    en: "No rule uses parameter {id}",
  },
  "pack.diagnostic.unused-definition": {
    zh: "定义 {id} 没有规则使用",
    en: "No rule uses definition {id}",
  },
  "pack.diagnostic.unused-source": { zh: "来源 {id} 没有被引用", en: "Nothing cites source {id}" },
  "pack.warning.unsigned": {
    zh: "规则包没有签名，无法证明出自何人",
    en: "The pack is not signed: nothing shows who made it",
  },
  "pack.warning.signer-unknown": {
    zh: "规则包有签名，但签名人的公钥不在可信公钥之列",
    en: "The pack is signed, but by a key that is not among the trusted ones",
  },
  "pack.warning.downgrade": {
    zh: "已有更新的规则包；新导入的不会成为现行规则包",
    en: "A newer pack of this track is already here; this one will not become the active one",
  },
  "pack.warning.other-pack": {
    zh: "这是另一个规则包；导入后将取代本侧现行规则包",
    en: "This is another pack; it takes the place of the one in use for its track",
  },
  "pack.warning.same-version-differs": {
    zh: "已有同一版本、内容不同的规则包",
    en: "A pack of the same version with other content is already here",
  },
  "error.case-dossier": {
    zh: "案例所用的案卷“{dossier}”不在 dossiers 文件夹中。请放入该文件或改正名称。",
    en: "The case starts from the dossier “{dossier}”, which is not in the folder dossiers. Put it there or correct the name.",
  },
  "error.pack-files": {
    zh: "{file} 中有 {found} 个文件，上限为 {limit}。请合并案例文件。",
    en: "{file} holds {found} {found|file|files}; the limit is {limit}. Join the files of cases.",
  },
  "error.pack-key": {
    zh: "这不是 Ed25519 私钥（{found}）。请给出 PEM 格式的 Ed25519 私钥。",
    en: "This is not an Ed25519 private key ({found}). Give one in PEM form.",
  },
} as const;
