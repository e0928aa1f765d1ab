/** Why an item of a packet is asked for; the codes stand in shared/check. */
export const completeness = {
  "completeness.why.addressee": { zh: "写明主送机关", en: "Name the authority it is addressed to" },
  "completeness.why.affects-security": {
    zh: "已被认定为关键信息基础设施运营者：答明采购是否影响国家安全",
    en: "A notice of critical infrastructure is on file: answer whether the purchase may affect national security",
  },
  "completeness.why.alternative-considered": {
    zh: "写明对“{product}”的比较与结论",
    en: "Say what was considered of “{product}”",
  },
  "completeness.why.alternatives": {
    zh: "至少列出一种国产替代品并说明比较",
    en: "List at least one domestic alternative and what was considered",
  },
  "completeness.why.business-en": {
    zh: "用英文写明{party}的业务性质",
    en: "Describe the business of {party} in English",
  },
  "completeness.why.buyer": { zh: "选定申请人（买方）", en: "Choose the applicant (buyer)" },
  "completeness.why.cii-business": {
    zh: "{party}：是否从事关键基础设施类业务",
    en: "{party}: answer whether it runs a critical-infrastructure type of business",
  },
  "completeness.why.cii-notice": {
    zh: "{party}：是否收到关键信息基础设施认定通知",
    en: "{party}: answer whether a notice of critical information infrastructure was received",
  },
  "completeness.why.cii-serves": {
    zh: "{party}：是否向此类运营者提供服务",
    en: "{party}: answer whether it serves such operators",
  },
  "completeness.why.claim-evidence": {
    zh: "理由“{claim}”须附证据",
    en: "The claim “{claim}” needs evidence",
  },
  "completeness.why.claims": {
    zh: "至少写一条国产芯片不能满足的理由",
    en: "Give at least one reason why domestic chips do not suffice",
  },
  "completeness.why.commercial-only": {
    zh: "答明是否仅用于商业用途",
    en: "Answer whether the use is commercial only",
  },
  "completeness.why.consignee": { zh: "选定收货人", en: "Choose the consignee" },
  "completeness.why.consuming-unit": { zh: "选定消费使用单位", en: "Choose the consuming unit" },
  "completeness.why.consuming-unit-differs": {
    zh: "消费使用单位“{unit}”不在最终用户之列，三处名称必须一致",
    en: "The consuming unit “{unit}” is not among the end users; the three papers must name the same one",
  },
  "completeness.why.contract-future": {
    zh: "合同日期 {date} 晚于检查日期",
    en: "The contract date {date} lies after the day of the check",
  },
  "completeness.why.contract-number": {
    zh: "填写合同号（如已有）",
    en: "Enter the contract number, if there is one",
  },
  "completeness.why.country-of-export": {
    zh: "填写货物启运出口的国家或地区",
    en: "Enter the place from which the goods are exported",
  },
  "completeness.why.currency": { zh: "选定币种", en: "Choose the currency" },
  "completeness.why.cyber-review": {
    zh: "答明是否已申报网络安全审查",
    en: "Answer whether a cybersecurity review was filed for",
  },
  "completeness.why.declaration-port": { zh: "填写报关口岸", en: "Enter the port of declaration" },
  "completeness.why.delivery-after-need": {
    zh: "第 {line} 行有交货日 {date} 晚于需用日期",
    en: "Line {line} has a delivery on {date}, after the day it is needed",
  },
  "completeness.why.delivery-past": {
    zh: "第 {line} 行的交货日 {date} 已过",
    en: "Line {line} has a delivery day {date} that has passed",
  },
  "completeness.why.classifier-differs": {
    zh: "{product}的归类由“{by}”作出，与出口商、卖方、制造商的名称均不一致",
    en: "{product} was classified by “{by}”, which is none of exporter, seller and manufacturer by name",
  },
  "completeness.why.same-name": {
    zh: "“{party}”这一名称登记了两个不同的统一社会信用代码",
    en: "The name “{party}” stands under two different unified social credit codes",
  },
  "completeness.why.counter-sanctions-text": {
    zh: "致美方文本提到“{words}”，属中方法律事项，须先经法律审阅（CN-L-02、CN-L-03）",
    en: "Text for the US side speaks of “{words}”, a matter of Chinese law; have counsel read it first (CN-L-02, CN-L-03)",
  },
  "completeness.why.us-matters-text": {
    zh: "中国申报文本提到“{words}”，属美方许可事项；请确认是否需要写入",
    en: "Text of the China filing speaks of “{words}”, a matter of the US licence; make sure that it belongs there",
  },
  "completeness.why.one-side-paper": {
    zh: "文本提到的“{paper}”不随这套材料提供",
    en: "The text names “{paper}”, which this set does not carry",
  },
  "completeness.why.direction-mark": {
    zh: "“{text}”中有改变阅读方向的不可见控制符，材料中将照此印出编号：打开这一栏去掉它",
    en: "“{text}” holds an invisible mark that turns the reading direction; papers print its number as shown. Open the field and remove it",
  },
  "completeness.why.domestic-chip-text": {
    zh: "致美方文本提到国产加速芯片的使用，须先经法律审阅（US-G-06）",
    en: "Text for the US side speaks of domestic accelerators; have counsel read it first (US-G-06)",
  },
  "completeness.why.domestic-destination": {
    zh: "第 {line} 行：境内目的地",
    en: "Line {line}: destination in China",
  },
  "completeness.why.domestic-plan": {
    zh: "可说明国产芯片采购计划（不填写比例）",
    en: "The plan to buy domestic chips may be described (no ratio is asked)",
  },
  "completeness.why.end-users": { zh: "至少选定一个最终用户", en: "Choose at least one end user" },
  "completeness.why.end-uses": { zh: "至少写明一项最终用途", en: "State at least one end use" },
  "completeness.why.exchange-rate": {
    zh: "填写 {currency} 折美元的汇率及日期",
    en: "Enter a dated rate from {currency} to US dollars",
  },
  "completeness.why.exporter": { zh: "选定美国出口商", en: "Choose the exporter of record" },
  "completeness.why.exporter-licence-status": {
    zh: "可记录出口商许可证的办理状态",
    en: "The state of the exporter's licence may be recorded",
  },
  "completeness.why.foreign-exchange": {
    zh: "填写外汇来源",
    en: "Enter the source of foreign exchange",
  },
  "completeness.why.forwarder": { zh: "可选定货运代理", en: "A forwarder may be chosen" },
  "completeness.why.headquarters": {
    zh: "{party}：总部所在国家或地区",
    en: "{party}: place of its head office",
  },
  "completeness.why.holders": { zh: "{party}：录入股东", en: "{party}: enter its holders" },
  "completeness.why.hs-basis": {
    zh: "第 {line} 行：商品编码的归类依据",
    en: "Line {line}: basis of the commodity code",
  },
  "completeness.why.hs-code": { zh: "第 {line} 行：商品编码", en: "Line {line}: commodity code" },
  "completeness.why.hs-evidence": {
    zh: "第 {line} 行：附上归类裁定或报关行意见",
    en: "Line {line}: attach the ruling or the broker's opinion",
  },
  "completeness.why.hs-own": {
    zh: "第 {line} 行：商品编码为自行归类，宜有预裁定或报关行意见",
    en: "Line {line}: the code is the firm's own; a ruling or a broker's opinion is expected",
  },
  "completeness.why.iaas-remote": {
    zh: "对外提供算力：答明远程访问承诺",
    en: "Capacity is offered to others: answer the undertaking on remote access",
  },
  "completeness.why.iaas-weights": {
    zh: "对外提供算力：答明模型权重转移承诺",
    en: "Capacity is offered to others: answer the undertaking on model weights",
  },
  "completeness.why.importer": { zh: "选定进口商", en: "Choose the importer of record" },
  "completeness.why.importer-code": {
    zh: "{party}：13 位进口企业代码",
    en: "{party}: importer code of 13 characters",
  },
  "completeness.why.importer-code-shape": {
    zh: "{party}：进口企业代码不是 13 位",
    en: "{party}: the importer code does not have 13 characters",
  },
  "completeness.why.importer-differs": {
    zh: "进口商“{importer}”与申请人“{buyer}”不同，请核对代理关系",
    en: "Importer “{importer}” is another than applicant “{buyer}”; check the agency papers",
  },
  "completeness.why.incoterm": { zh: "选定贸易术语", en: "Choose the Incoterm" },
  "completeness.why.incoterm-place": {
    zh: "填写贸易术语的地点",
    en: "Enter the place of the Incoterm",
  },
  "completeness.why.kyc": {
    zh: "{party}：是否有客户尽职调查制度",
    en: "{party}: answer whether it has know-your-customer procedures",
  },
  "completeness.why.line-crypto": {
    zh: "第 {line} 行：是否含密码设备",
    en: "Line {line}: answer whether it holds a cryptographic device",
  },
  "completeness.why.line-end-user": { zh: "第 {line} 行：最终用户", en: "Line {line}: end user" },
  "completeness.why.line-integrator": {
    zh: "第 {line} 行：整机或板卡的集成厂商（须比对名单）",
    en: "Line {line}: who builds the board or server (it is screened)",
  },
  "completeness.why.line-origin": { zh: "第 {line} 行：原产国（地区）", en: "Line {line}: origin" },
  "completeness.why.line-price": { zh: "第 {line} 行：单价", en: "Line {line}: unit price" },
  "completeness.why.line-product": { zh: "第 {line} 行：选定产品", en: "Line {line}: product" },
  "completeness.why.line-product-book": {
    zh: "第 {line} 行：从产品库选定产品，以便列出技术参数",
    en: "Line {line}: choose a product of the book, so that its figures can be listed",
  },
  "completeness.why.line-purpose": { zh: "第 {line} 行：商品用途", en: "Line {line}: purpose" },
  "completeness.why.line-quantity": { zh: "第 {line} 行：数量", en: "Line {line}: quantity" },
  "completeness.why.line-spec": { zh: "第 {line} 行：规格型号", en: "Line {line}: specification" },
  "completeness.why.line-unit": { zh: "第 {line} 行：计量单位", en: "Line {line}: unit" },
  "completeness.why.line-user-differs": {
    zh: "行内最终用户“{party}”不在供应链路的最终用户之列",
    en: "A line names end user “{party}”, who is not among the end users of the route",
  },
  "completeness.why.lines": { zh: "至少录入一行商品", en: "Enter at least one line" },
  "completeness.why.military-end-user": {
    zh: "{party}：是否为军事最终用户",
    en: "{party}: answer whether it is a military end user",
  },
  "completeness.why.military-use": {
    zh: "答明是否有军事最终用途",
    en: "Answer whether there is a military end use",
  },
  "completeness.why.necessity": {
    zh: "写明必要性说明（中文）",
    en: "Write the necessity statement (Chinese)",
  },
  "completeness.why.need-date": { zh: "填写需用日期", en: "Enter the day it is needed" },
  "completeness.why.no-transfer": {
    zh: "答明未经必要授权不得转让的声明",
    en: "Answer the statement on no transfer without the required authorisation",
  },
  "completeness.why.paper-beneficial-owner": {
    zh: "可附受益所有人备案",
    en: "The beneficial-owner filing may be attached",
  },
  "completeness.why.paper-contract": {
    zh: "附上合同或报价",
    en: "Attach the contract or quotation",
  },
  "completeness.why.paper-datasheet": { zh: "附上技术参数表", en: "Attach the technical sheet" },
  "completeness.why.paper-end-user": {
    zh: "附上最终用户和最终用途说明",
    en: "Attach the statement of end user and end use",
  },
  "completeness.why.paper-eus": {
    zh: "附上最终用户和最终用途说明（由商务部出具，或附其申请稿）",
    en: "Attach the end-user statement (issued by MOFCOM, or the draft applied for)",
  },
  "completeness.why.paper-expired": {
    zh: "“{paper}”已于 {date} 失效",
    en: "“{paper}” expired on {date}",
  },
  "completeness.why.paper-exporter-licence": {
    zh: "可附出口商的许可证或归类文件",
    en: "The exporter's licence or classification may be attached",
  },
  "completeness.why.paper-future": {
    zh: "“{paper}”的出具日期 {date} 晚于检查日期",
    en: "“{paper}” is dated {date}, after the day of the check",
  },
  "completeness.why.paper-holders": {
    zh: "附上股东名册、登记档案或章程",
    en: "Attach the shareholder register, registry extract or articles",
  },
  "completeness.why.paper-kyc": {
    zh: "附上客户尽职调查制度",
    en: "Attach the know-your-customer policy",
  },
  "completeness.why.paper-letterhead": {
    zh: "“{paper}”未使用单位抬头纸",
    en: "“{paper}” is not on letterhead",
  },
  "completeness.why.paper-licence": { zh: "附上营业执照", en: "Attach the business licence" },
  "completeness.why.paper-missing": {
    zh: "“{paper}”尚缺：{reason}",
    en: "“{paper}” is missing: {reason}",
  },
  "completeness.why.paper-physical": {
    zh: "附上机房实体安全方案",
    en: "Attach the physical security plan",
  },
  "completeness.why.paper-remote": {
    zh: "附上远程访问管理制度",
    en: "Attach the remote access policy",
  },
  "completeness.why.paper-translation": {
    zh: "“{paper}”缺少译文",
    en: "“{paper}” has no translation",
  },
  "completeness.why.paper-unsigned": {
    zh: "“{paper}”尚未签字盖章",
    en: "“{paper}” is not signed and sealed",
  },
  "completeness.why.party-address-en": {
    zh: "{party}：英文地址",
    en: "{party}: address in English",
  },
  "completeness.why.party-address-zh": {
    zh: "{party}：中文地址",
    en: "{party}: address in Chinese",
  },
  "completeness.why.party-country": { zh: "{party}：国家或地区", en: "{party}: country or region" },
  "completeness.why.party-gone": {
    zh: "订单引用的单位 {party} 不在主体名册中",
    en: "The order names party {party}, which is not in the book",
  },
  "completeness.why.party-military": {
    zh: "{party}：是否为军事单位",
    en: "{party}: answer whether it is a military body",
  },
  "completeness.why.party-name-en": { zh: "{party}：英文名称", en: "{party}: name in English" },
  "completeness.why.party-name-zh": { zh: "{party}：中文名称", en: "{party}: name in Chinese" },
  "completeness.why.party-sensitive-government": {
    zh: "{party}：是否为敏感政府部门",
    en: "{party}: answer whether it is a sensitive government body",
  },
  "completeness.why.party-uscc": {
    zh: "{party}：统一社会信用代码",
    en: "{party}: unified social credit code",
  },
  "completeness.why.party-uscc-invalid": {
    zh: "{party}：统一社会信用代码 {code} 校验不符",
    en: "{party}: the unified social credit code {code} fails its check",
  },
  "completeness.why.personal-data": {
    zh: "答明个人信息出境的同意情况",
    en: "Answer the consent for personal data that goes abroad",
  },
  "completeness.why.physical": { zh: "{site}：实体安全", en: "{site}: answer physical security" },
  "completeness.why.product-die": { zh: "{product}：芯片面积", en: "{product}: die area" },
  "completeness.why.product-dram": {
    zh: "{product}：显存总带宽",
    en: "{product}: total DRAM bandwidth",
  },
  "completeness.why.product-eccn": {
    zh: "{product}：可记录出口商的归类",
    en: "{product}: the exporter's classification may be recorded",
  },
  "completeness.why.product-interconnect": {
    zh: "{product}：互连带宽",
    en: "{product}: interconnect bandwidth",
  },
  "completeness.why.product-memory": { zh: "{product}：显存容量", en: "{product}: memory" },
  "completeness.why.product-power": { zh: "{product}：功耗", en: "{product}: power" },
  "completeness.why.product-rates": { zh: "{product}：稠密算力", en: "{product}: dense rates" },
  "completeness.why.prohibited-use": {
    zh: "答明是否有被禁止的最终用途",
    en: "Answer whether there is a prohibited end use",
  },
  "completeness.why.public-function": {
    zh: "{party}：写明事业单位的职能",
    en: "{party}: describe the function of the public institution",
  },
  "completeness.why.rate-future": {
    zh: "汇率日期 {date} 晚于检查日期",
    en: "The exchange rate is dated {date}, after the day of the check",
  },
  "completeness.why.reference": { zh: "可填写内部编号", en: "An own reference may be entered" },
  "completeness.why.remote-access": {
    zh: "{site}：远程访问管控",
    en: "{site}: answer control of remote access",
  },
  "completeness.why.remote-country": { zh: "远程用户：国家或地区", en: "Remote user: place" },
  "completeness.why.remote-users": {
    zh: "答明远程用户名单是否完整（没有也要答明）",
    en: "Answer whether the list of remote users is complete (also when there are none)",
  },
  "completeness.why.route-kind": {
    zh: "选定出口、再出口或境内转移",
    en: "Choose export, re-export or transfer",
  },
  "completeness.why.same-code": {
    zh: "“{party}”与“{other}”的统一社会信用代码相同",
    en: "“{party}” and “{other}” bear the same unified social credit code",
  },
  "completeness.why.schedule": {
    zh: "第 {line} 行：交货计划",
    en: "Line {line}: delivery schedule",
  },
  "completeness.why.schedule-site": {
    zh: "第 {line} 行：每批交货的地点",
    en: "Line {line}: site of each delivery",
  },
  "completeness.why.schedule-sum": {
    zh: "第 {line} 行：各批数量之和与总数不符",
    en: "Line {line}: the deliveries do not add up to the quantity",
  },
  "completeness.why.seller": { zh: "选定卖方", en: "Choose the seller" },
  "completeness.why.serves-others": {
    zh: "答明算力是否服务于他人",
    en: "Answer whether the capacity serves others",
  },
  "completeness.why.signatory": { zh: "填写申请人的签字人", en: "Enter the applicant's signatory" },
  "completeness.why.signatory-en": {
    zh: "填写签字人的英文姓名",
    en: "Enter the signatory's name in English",
  },
  "completeness.why.site-address-en": { zh: "{site}：英文地址", en: "{site}: address in English" },
  "completeness.why.site-address-zh": { zh: "{site}：中文地址", en: "{site}: address in Chinese" },
  "completeness.why.site-country": { zh: "{site}：国家或地区", en: "{site}: country or region" },
  "completeness.why.site-gone": {
    zh: "机房 {site} 不在机房库中",
    en: "Site {site} is not in the book",
  },
  "completeness.why.site-name-en": { zh: "{site}：英文名称", en: "{site}: name in English" },
  "completeness.why.site-name-zh": { zh: "{site}：中文名称", en: "{site}: name in Chinese" },
  "completeness.why.site-operator": { zh: "{site}：运营单位", en: "{site}: operator" },
  "completeness.why.site-power": { zh: "{site}：可用电力", en: "{site}: power available" },
  "completeness.why.site-state-funded": {
    zh: "{site}：是否由财政资金建设",
    en: "{site}: answer whether state money funds it",
  },
  "completeness.why.site-tenure": {
    zh: "{site}：自有、租赁或托管",
    en: "{site}: owned, leased or colocation",
  },
  "completeness.why.sites": { zh: "至少选定一处机房", en: "Choose at least one site" },
  "completeness.why.split": {
    zh: "答明是否为更大订单的一部分",
    en: "Answer whether this is part of a larger order",
  },
  "completeness.why.split-yes": {
    zh: "已声明为更大订单的一部分：两侧均须一并提交整个订单",
    en: "It is stated to be part of a larger order: both readers will want the whole order",
  },
  "completeness.why.state-funded-project": {
    zh: "答明项目是否使用财政资金",
    en: "Answer whether the project is state-funded",
  },
  "completeness.why.subject-en": { zh: "填写英文事由", en: "Write the subject in English" },
  "completeness.why.subject-zh": { zh: "填写中文事由", en: "Write the subject in Chinese" },
  "completeness.why.supervision": {
    zh: "可填写监管方式",
    en: "The supervision mode may be entered",
  },
  "completeness.why.tenant-class": {
    zh: "租户类别仍为“不详”",
    en: "A class of tenants is still “not known”",
  },
  "completeness.why.tenant-complete": {
    zh: "答明租户构成是否完整",
    en: "Answer whether the tenant mix is complete",
  },
  "completeness.why.tenant-mix": {
    zh: "算力服务于他人：列出租户构成",
    en: "Capacity serves others: list the tenant mix",
  },
  "completeness.why.tenant-share-unknown": {
    zh: "有租户类别的占比未知",
    en: "The share of a class of tenants is not known",
  },
  "completeness.why.tenant-sum": {
    zh: "租户占比之和不是 100%",
    en: "The shares of the tenants do not add up to 100%",
  },
  "completeness.why.trade-mode": { zh: "填写贸易方式", en: "Enter the trade mode" },
  "completeness.why.transport": {
    zh: "可填写运输方式",
    en: "The mode of transport may be entered",
  },
  "completeness.why.unprintable": {
    zh: "“{text}”中 □ 处的字符（{codePoint}）印不出来，字库中没有它：改用其他写法",
    en: "“{text}”: no font here has the character at □ ({codePoint}); write it otherwise",
  },
  "completeness.why.use-commercial": {
    zh: "用途：是否为商业用途",
    en: "End use: answer whether it is commercial",
  },
  "completeness.why.use-en": { zh: "用途：英文说明", en: "End use: description in English" },
  "completeness.why.use-end-user": { zh: "用途：最终用户", en: "End use: end user" },
  "completeness.why.use-share": { zh: "用途：所占算力比例", en: "End use: share of the capacity" },
  "completeness.why.use-site": { zh: "用途：机房", en: "End use: site" },
  "completeness.why.use-sum": {
    zh: "各用途所占比例之和为 {sum}%，不是 100%",
    en: "The shares of the end uses add up to {sum}%, not 100%",
  },
  "completeness.why.use-user-differs": {
    zh: "用途中的最终用户“{party}”不在供应链路的最终用户之列",
    en: "An end use names “{party}”, who is not among the end users of the route",
  },
  "completeness.why.use-zh": { zh: "用途：中文说明", en: "End use: description in Chinese" },
  "completeness.why.vague": {
    zh: "措辞不确定（“{words}”）：请列全",
    en: "The wording leaves it open (“{words}”): list everything",
  },
} as const;
