/** Words for what the ownership graph reports; the data comes from `shared/ownership`. */
export const ownership = {
  "ownership.problem.owner-missing": {
    zh: "{link}：持有人不在主体名册中。请先登记该主体，或改用已有主体；计算时按“情况不明的持有人”处理。",
    en: "{link}: the holder is not in the party book. Add the party or choose one that is there; until then it counts as a holder of whom nothing is known.",
  },
  "ownership.problem.target-missing": {
    zh: "{link}：被持有人不在主体名册中。请先登记该主体，或删去此条。",
    en: "{link}: the party held is not in the party book. Add it, or remove the link.",
  },
  "ownership.problem.nominee-missing": {
    zh: "{link}：被代持人不在主体名册中。请登记该主体。",
    en: "{link}: the party that the nominee holds for is not in the party book. Add it.",
  },
  "ownership.problem.self-link": {
    zh: "{link}：主体持有自身。库存股请删去此条；该部分按未披露处理。",
    en: "{link}: a party holds itself. Remove the link (treasury shares); that part counts as not disclosed.",
  },
  "ownership.problem.dates-cross": {
    zh: "{link}：起始日在终止日之后。请更正日期；更正之前按“可能仍然有效”计算。",
    en: "{link}: it begins after it ends. Correct the dates; until then it counts as possibly in force.",
  },
  "ownership.problem.no-content": {
    zh: "{link}：没有持股、表决权、董事会或协议的任何内容。请填写比例；在此之前按比例不明计算。",
    en: "{link}: it says nothing of shares, votes, board or agreement. Enter the share; until then it counts as unknown.",
  },
  "ownership.problem.parallel-links": {
    zh: "{link}：同一持有人有多条持股记录，可能重复。请合并为一条；在此之前按“至少最大一条、至多合计”计算。",
    en: "{link}: one holder has several links to the same party, perhaps the same holding twice. Merge them; until then at least the largest and at most their sum counts.",
  },
  "ownership.problem.above-hundred": {
    zh: "{link}：持股比例合计超过 100%。请更正比例；在此之前每一项按可能多报了超出部分计算。",
    en: "{link}: the shares add up to more than 100 %. Correct them; until then each may be overstated by the excess.",
  },
  "ownership.problem.closed-loop": {
    zh: "{link}：这些主体完全互相持有，追溯不到外部持有人。请核对登记资料。",
    en: "{link}: these parties wholly hold each other, so that no outside holder can be traced. Compare the register.",
  },
  "ownership.problem.duplicate-party": {
    zh: "{link}：同一编号登记了两个主体，只采用第一个。请更改其中一个编号。",
    en: "{link}: two parties have the same id; the first is used. Change one of the ids.",
  },
  "ownership.problem.duplicate-link": {
    zh: "{link}：同一编号有两条持有记录。请更改其中一个编号。",
    en: "{link}: two links have the same id. Change one of the ids.",
  },
  "ownership.remedy.add-party": { zh: "登记主体", en: "Add the party" },
  "ownership.remedy.remove-link": { zh: "删去此条", en: "Remove the link" },
  "ownership.remedy.correct-dates": { zh: "更正日期", en: "Correct the dates" },
  "ownership.remedy.add-share": { zh: "填写比例", en: "Enter the share" },
  "ownership.remedy.merge-links": { zh: "合并记录", en: "Merge the links" },
  "ownership.remedy.correct-shares": { zh: "更正比例", en: "Correct the shares" },
  "ownership.remedy.check-loop": { zh: "核对登记资料", en: "Compare the register" },
  "ownership.remedy.rename-id": { zh: "更改编号", en: "Change the id" },
  "ownership.largest.yes": { zh: "最大持有人在其中", en: "The largest holder is among them" },
  "ownership.largest.no": { zh: "最大持有人不在其中", en: "The largest holder is not among them" },
  "ownership.largest.tied": { zh: "与其他持有人并列最大", en: "Tied with another for the largest" },
  "ownership.largest.unknown": { zh: "谁是最大持有人未知", en: "Who is the largest is not known" },
  "ownership.gap.share": {
    zh: "{party} 的一项持股比例不确定",
    en: "A share in {party} is not exact",
  },
  "ownership.gap.holders": {
    zh: "{party} 的持有人合计不足 100%",
    en: "The holders of {party} do not add up to 100 %",
  },
  "ownership.gap.agreement": {
    zh: "{party} 的协议是否构成控制尚未回答",
    en: "Whether an agreement over {party} gives control is not answered",
  },
  "ownership.gap.board": {
    zh: "谁能任免 {party} 的多数董事尚未回答",
    en: "Who appoints most of the board of {party} is not answered",
  },
  "ownership.gap.membership": {
    zh: "{party} 属于哪一类尚不清楚",
    en: "To which class {party} belongs is not clear",
  },
  "ownership.gap.party": { zh: "{party} 尚未登记", en: "{party} is not in the party book" },
  "ownership.bods.type": {
    zh: "{file} 不符合 BODS 0.4，{path}：值的类型不对（{property}）。",
    en: "{file} does not follow BODS 0.4, {path}: the value is of the wrong type ({property}).",
  },
  "ownership.bods.required": {
    zh: "{file} 不符合 BODS 0.4，{path}：缺少 {property}。",
    en: "{file} does not follow BODS 0.4, {path}: {property} is missing.",
  },
  "ownership.bods.enum": {
    zh: "{file} 不符合 BODS 0.4，{path}：{property} 不在 BODS 0.4 的代码表中。",
    en: "{file} does not follow BODS 0.4, {path}: {property} is not in the code list of BODS 0.4.",
  },
  "ownership.bods.const": {
    zh: "{file} 不符合 BODS 0.4，{path}：此处 {property} 必须为空。",
    en: "{file} does not follow BODS 0.4, {path}: {property} must be empty here.",
  },
  "ownership.bods.format": {
    zh: "{file} 不符合 BODS 0.4，{path}：{property} 的写法不对（日期为 YYYY-MM-DD，网址须完整）。",
    en: "{file} does not follow BODS 0.4, {path}: {property} is not written as it must be (dates YYYY-MM-DD, addresses in full).",
  },
  "ownership.bods.pattern": {
    zh: "{file} 不符合 BODS 0.4，{path}：{property} 的写法不对。",
    en: "{file} does not follow BODS 0.4, {path}: {property} is not written as it must be.",
  },
  "ownership.bods.minLength": {
    zh: "{file} 不符合 BODS 0.4，{path}：{property} 太短。",
    en: "{file} does not follow BODS 0.4, {path}: {property} is too short.",
  },
  "ownership.bods.maxLength": {
    zh: "{file} 不符合 BODS 0.4，{path}：{property} 太长。",
    en: "{file} does not follow BODS 0.4, {path}: {property} is too long.",
  },
  "ownership.bods.minimum": {
    zh: "{file} 不符合 BODS 0.4，{path}：{property} 小于 0。",
    en: "{file} does not follow BODS 0.4, {path}: {property} is below 0.",
  },
  "ownership.bods.maximum": {
    zh: "{file} 不符合 BODS 0.4，{path}：{property} 大于 100。",
    en: "{file} does not follow BODS 0.4, {path}: {property} is above 100.",
  },
  "ownership.bods.anyOf": {
    zh: "{file} 不符合 BODS 0.4，{path}：{property} 不符合标准允许的任何一种写法。",
    en: "{file} does not follow BODS 0.4, {path}: {property} is not one of the values that the standard allows here.",
  },
  "ownership.bods.oneOf": {
    zh: "{file} 不符合 BODS 0.4，{path}：{property} 应为记录编号，或说明未具名的原因。",
    en: "{file} does not follow BODS 0.4, {path}: {property} must be a record id, or the reason why nobody is named.",
  },
  "ownership.bods.json": {
    zh: "{file}，{path}：不是可读取的 JSON。请确认文件完整，且为 JSON 或 JSON Lines 格式。",
    en: "{file}, {path}: this is not JSON that can be read. See that the file is whole and is JSON or JSON Lines.",
  },
  "ownership.bods.limit": {
    zh: "{file} 超过 {property} 个字符的上限。请分批导入。",
    en: "{file} is longer than {property} characters. Import it in parts.",
  },
  "ownership.note.indirect-interest": {
    zh: "间接权益由图计算，未重复导入",
    en: "An indirect interest is computed from the graph and not taken twice",
  },
  "ownership.note.no-ownership": {
    zh: "与股权或控制无关，未导入",
    en: "No matter of ownership or control; not taken",
  },
  "ownership.note.unspecified-party": {
    zh: "文件未具名的一方",
    en: "A party that the file does not name",
  },
  "ownership.note.closed-record": {
    zh: "已结束的关系，按结束日期导入",
    en: "A relationship that ended; taken with its end date",
  },
  "ownership.note.superseded": {
    zh: "已被同一记录较新的声明取代",
    en: "Replaced by a later statement of the same record",
  },
  "ownership.note.type-not-stated": {
    zh: "权益类型未说明，按 0% 至 100% 导入",
    en: "The kind of interest is not stated; taken as 0 % to 100 %",
  },
  "ownership.csv.owner-not-named": {
    zh: "第 {line} 行：没有持有人名称或代码。",
    en: "Line {line}: no name or code of a holder.",
  },
  "ownership.csv.target-not-named": {
    zh: "第 {line} 行：没有被持有人名称或代码。",
    en: "Line {line}: no name or code of the party held.",
  },
  "ownership.csv.share-not-read": {
    zh: "第 {line} 行：比例“{value}”无法读取。可写 51、25-50、>50 或 不详。",
    en: "Line {line}: the share “{value}” cannot be read. Write 51, 25-50, >50 or unknown.",
  },
  "ownership.csv.date-not-read": {
    zh: "第 {line} 行：日期“{value}”无法读取。请写作 2026-01-31。",
    en: "Line {line}: the date “{value}” cannot be read. Write 2026-01-31.",
  },
  "ownership.csv.kind-not-known": {
    zh: "第 {line} 行：主体类型“{value}”无法识别，按“其他”导入。",
    en: "Line {line}: the kind “{value}” is not known; taken as other.",
  },
  "ownership.csv.country-not-read": {
    zh: "第 {line} 行：国别“{value}”不是两位代码，未采用。",
    en: "Line {line}: the country “{value}” is not a two-letter code; left out.",
  },
  "ownership.csv.answer-not-read": {
    zh: "第 {line} 行：“{value}”不是 是、否 或 不详。",
    en: "Line {line}: “{value}” is none of yes, no, unknown.",
  },
  "ownership.csv.owner-is-target": {
    zh: "第 {line} 行：持有人与被持有人相同。",
    en: "Line {line}: the holder and the party held are the same.",
  },
  "ownership.csv.nothing-said": {
    zh: "第 {line} 行：没有比例，也没有控制方式，按比例不明导入。",
    en: "Line {line}: neither a share nor a way of control; taken as a share of unknown size.",
  },
  "ownership.csv.kind-guessed": {
    zh: "第 {line} 行：表中没有主体类型，按代码或名称暂作“{value}”，请核对。",
    en: "Line {line}: the table gives no kind; taken as {value} by its code or name. See whether that is right.",
  },
  "ownership.csv.code-not-valid": {
    zh: "第 {line} 行：代码“{value}”校验不通过，仍已导入，请核对。",
    en: "Line {line}: the code “{value}” does not check; taken all the same, compare it with the certificate.",
  },
} as const;
