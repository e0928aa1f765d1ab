/** The questions behind facts: what a person is asked, one key per fact or relation (`fact.<id>`). */
export const facts = {
  "mark.prefix": { zh: "代码前缀 {prefix}", en: "code prefix {prefix}" },
  "mark.military": { zh: "自述为军事单位", en: "military by its own answer" },
  "mark.military-end-user": { zh: "自述为军事最终用户", en: "military end user by its own answer" },
  "mark.sensitive-government": {
    zh: "自述为敏感政府部门",
    en: "sensitive government body by its own answer",
  },
  "mark.infrastructure-notice": {
    zh: "收到关键信息基础设施认定通知",
    en: "notice of critical infrastructure",
  },
  "figure.performance-rates": { zh: "稠密算力", en: "dense rates" },
  "figure.dram-bandwidth": { zh: "显存带宽", en: "DRAM bandwidth" },
  "figure.interconnect": { zh: "互连带宽", en: "interconnect" },
  "figure.memory": { zh: "显存容量", en: "memory" },
  "figure.power": { zh: "功耗", en: "power" },
  "figure.us-units-shipped": { zh: "在美国出货数量", en: "units shipped in the US" },
  "fact.order.lines": { zh: "订购哪些产品？", en: "Which products are ordered?" },
  "fact.order.buyer": { zh: "谁是申请人（买方）？", en: "Who is the applicant (the buyer)?" },
  "fact.order.end-users": { zh: "最终用户是谁？", en: "Who are the end users?" },
  "fact.order.buyer-and-end-users": {
    zh: "买方和最终用户各是谁？",
    en: "Who are the buyer and the end users?",
  },
  "fact.order.route-parties": {
    zh: "从销售方到收货人，各环节是谁？",
    en: "Who is who on the way from seller to consignee?",
  },
  "fact.order.all-parties": {
    zh: "参与本订单的各方都有谁？",
    en: "Who are all the parties to this order?",
  },
  "fact.order.sites": { zh: "设备部署在哪些地点？", en: "At which sites will the units stand?" },
  "fact.order.tenants": {
    zh: "算力供哪些类别的租户使用，各占多少？",
    en: "Which classes of tenants will use the capacity, and what share each?",
  },
  "fact.order.end-uses": { zh: "设备用来做什么？", en: "What will the units be used for?" },
  "fact.order.route": { zh: "货物怎样到达？", en: "How do the goods arrive?" },
  "fact.order.total-usd": {
    zh: "订单折合多少美元？",
    en: "What is the order's total in US dollars?",
  },
  "fact.order.currency": { zh: "合同用什么币种？", en: "In which currency is the contract?" },
  "fact.order.exchange-rate": {
    zh: "折算美元的汇率、日期和来源是什么？",
    en: "At which rate, of which day and source, is it converted to US dollars?",
  },
  "fact.order.units": { zh: "一共订多少台（块）？", en: "How many units are ordered in all?" },
  "fact.order.incoterm": { zh: "用哪个贸易术语？", en: "Which Incoterm applies?" },
  "fact.order.us-duty-passed-on": {
    zh: "合同是否转嫁美国关税，多少？",
    en: "Does the contract pass on a US duty, and how much?",
  },
  "fact.order.reviewed": {
    zh: "第二人是否已审阅并签名？",
    en: "Has a second person reviewed and signed?",
  },
  "fact.order.has-evidence": {
    zh: "有没有附上这类证据？",
    en: "Is evidence of this kind attached?",
  },
  "fact.order.screened-lists": { zh: "比对过哪些名单？", en: "Which lists were screened?" },
  "fact.order.remote-users.countries": {
    zh: "计划中的远程用户在哪些国家、总部在哪里？",
    en: "In which countries are the intended remote users and their head offices?",
  },
  "fact.order.necessity.stated": {
    zh: "为什么国产芯片不能满足需要？",
    en: "Why do domestic chips not suffice?",
  },
  "fact.order.necessity.domestic-plan": {
    zh: "同期打算怎样采购国产芯片？",
    en: "What is the plan for buying domestic chips alongside?",
  },
  "fact.order.necessity.alternatives": {
    zh: "比较了哪些国产产品？",
    en: "Which domestic products were compared?",
  },
  "fact.order.necessity.claims": {
    zh: "必要性的各个论点是什么？",
    en: "What are the single claims of necessity?",
  },
  "fact.order.necessity.claims-without-evidence": {
    zh: "哪些论点还没有证据？",
    en: "Which claims still lack evidence?",
  },
  "fact.order.necessity.need-date": {
    zh: "最晚哪天需要设备到位？",
    en: "By which day are the units needed?",
  },
  "fact.order.declared.commercial-use-only": {
    zh: "是否只用于商业用途？",
    en: "Is the use commercial only?",
  },
  "fact.order.declared.military-end-use": {
    zh: "是否有任何军事用途？",
    en: "Is there any military end use?",
  },
  "fact.order.declared.prohibited-end-use": {
    zh: "是否用于核、导弹或生化用途？",
    en: "Is there any nuclear, missile, chemical or biological use?",
  },
  "fact.order.declared.no-transfer-without-authorisation": {
    zh: "是否承诺未经授权不转让？",
    en: "Is it undertaken not to transfer without authorisation?",
  },
  "fact.order.declared.capacity-serves-others": {
    zh: "算力是否提供给他人？",
    en: "Does the capacity serve others?",
  },
  "fact.order.declared.remote-users-complete": {
    zh: "远程用户是否已全部列出？",
    en: "Are all remote users listed?",
  },
  "fact.order.declared.tenant-mix-complete": {
    zh: "各类租户是否已全部披露？",
    en: "Is every class of tenant disclosed?",
  },
  "fact.order.declared.weights-transfer-undertaking": {
    zh: "是否承诺不向未披露的最终用户转移模型权重？",
    en: "Is it undertaken not to transfer model weights to undisclosed end users?",
  },
  "fact.order.declared.remote-access-undertaking": {
    zh: "是否承诺不向被禁止的一方提供远程访问？",
    en: "Is it undertaken to give no remote access to prohibited parties?",
  },
  "fact.order.declared.split-of-larger-order": {
    zh: "是否是一个较大需求的一部分？",
    en: "Is this part of a larger need?",
  },
  "fact.order.declared.affects-national-security": {
    zh: "预判是否影响或可能影响国家安全？",
    en: "Was it judged that national security is or may be affected?",
  },
  "fact.order.declared.cyber-review-filed": {
    zh: "是否已申报网络安全审查？",
    en: "Was the cybersecurity review filed?",
  },
  "fact.order.declared.personal-data-consent": {
    zh: "材料中个人信息出境是否取得同意？",
    en: "Is there consent for personal data in the papers to go abroad?",
  },
  "fact.order.declared.state-funded-project": {
    zh: "项目是否由国家资金建设？",
    en: "Is the project funded by the state?",
  },
  "fact.order.declared.changed-after-delivery": {
    zh: "交付后最终用户、用途或地点是否变更？",
    en: "Has end user, end use or place changed after delivery?",
  },
  "fact.order.declared.data-to-foreign-authority": {
    zh: "是否有数据要提供给外国执法机构？",
    en: "Will data go to a foreign enforcement authority?",
  },
  "fact.order.declared.prohibition-order-known": {
    zh: "是否知悉适用的禁止执行令？",
    en: "Is an applicable prohibition order known?",
  },
  "fact.order.exporter.us-supply-sufficient": {
    zh: "出口商是否证明美国供应充足？",
    en: "Does the exporter certify sufficient US supply?",
  },
  "fact.order.exporter.no-us-delay": {
    zh: "出口商是否证明不延误美国订单？",
    en: "Does the exporter certify that no US order is delayed?",
  },
  "fact.order.exporter.no-foundry-diversion": {
    zh: "出口商是否证明不占用代工产能？",
    en: "Does the exporter certify that no foundry capacity is diverted?",
  },
  "fact.order.exporter.aggregate-cap-met": {
    zh: "出口商是否证明对华总处理性能在上限之内？",
    en: "Does the exporter certify the aggregate performance cap?",
  },
  "fact.order.exporter.no-prohibited-users": {
    zh: "出口商是否证明无被禁止的用途和用户？",
    en: "Does the exporter certify no prohibited use or user?",
  },
  "fact.order.exporter.technical-data-stated": {
    zh: "出口商是否已在申请中写明技术数据？",
    en: "Has the exporter stated the technical data in its application?",
  },
  "fact.order.exporter.licence-status": {
    zh: "出口商的许可申请到了哪一步？",
    en: "How far is the exporter's licence application?",
  },
  "fact.order.exporter.licence-ended": {
    zh: "出口商许可的有效期是否已过？",
    en: "Has the exporter's licence expired?",
  },
  "fact.order.exporter.licence-ends-before-delivery": {
    zh: "出口商许可是否在末次交付之前到期？",
    en: "Does the exporter's licence expire before the last delivery?",
  },
  "fact.order.laboratory.headquartered-in-us": {
    zh: "实验室总部是否在美国？",
    en: "Is the laboratory headquartered in the United States?",
  },
  "fact.order.laboratory.controlled-from-d5": {
    zh: "实验室是否受所列国家资本控制？",
    en: "Is the laboratory controlled from a named country?",
  },
  "fact.order.laboratory.independent": {
    zh: "实验室与各方是否没有利益关系？",
    en: "Is the laboratory free of interest in any party?",
  },
  "fact.order.laboratory.tests-in-us": {
    zh: "是否在美国关境内检测？",
    en: "Does it test in US customs territory?",
  },
  "fact.order.laboratory.sample-of-every-shipment": {
    zh: "是否对每批货取样？",
    en: "Is a sample of every shipment tested?",
  },
  "fact.order.laboratory.qualification-revoked": {
    zh: "实验室资格是否被撤销？",
    en: "Was the laboratory's qualification withdrawn?",
  },
  "fact.order.laboratory.days-before-export": {
    zh: "检测和出口各在哪一天？",
    en: "On which days were test and export?",
  },
  "fact.line.form": { zh: "这一行是什么产品？", en: "Which product is this line?" },
  "fact.line.vendor": { zh: "产品的厂商是谁？", en: "Who is the product's vendor?" },
  "fact.line.model": { zh: "产品的型号是什么？", en: "Which model is it?" },
  "fact.line.classification": {
    zh: "出口商给出的出口管制分类是什么？",
    en: "Which export classification does the exporter state?",
  },
  "fact.line.tpp": {
    zh: "产品的稠密算力是多少（不含稀疏）？",
    en: "What are the product's dense (non-sparse) rates?",
  },
  "fact.line.sheet-tpp": {
    zh: "厂商数据表上的总处理性能是多少？",
    en: "What total processing performance does the maker's sheet give?",
  },
  "fact.line.sheet-bandwidth": {
    zh: "厂商数据表上的 DRAM 总带宽是多少 GB/s？",
    en: "What total DRAM bandwidth in GB/s does the maker's sheet give?",
  },
  "fact.line.performance-density": {
    zh: "芯片的适用裸片面积是多少平方毫米？",
    en: "What is the chip's applicable die area in mm²?",
  },
  "fact.line.dram-bandwidth": {
    zh: "单颗芯片的 DRAM 总带宽是多少 GB/s？",
    en: "What is the total DRAM bandwidth of one IC in GB/s?",
  },
  "fact.line.us-available-on": {
    zh: "产品最早哪天在美国商业供货？",
    en: "On which day was it first commercially available in the United States?",
  },
  "fact.line.wafer-origin": { zh: "晶圆在哪里制造？", en: "Where was the wafer made?" },
  "fact.line.computer": {
    zh: "这是一台完整的计算机（服务器）吗？",
    en: "Is it a complete computer (a server)?",
  },
  "fact.line.datacenter-marketed": {
    zh: "产品是否为数据中心设计或销售？",
    en: "Is it designed or marketed for data centres?",
  },
  "fact.line.informed-letter": {
    zh: "产品是否在美方告知函之下？",
    en: "Does the product stand under an is-informed letter?",
  },
  "fact.line.comparison-only": {
    zh: "这是只供比较的产品吗？",
    en: "Is this product for comparison only?",
  },
  "fact.line.technical-figures": {
    zh: "哪些技术数据已经记录？",
    en: "Which technical figures are on record?",
  },
  "fact.line.quantity": { zh: "这一行订多少？", en: "How many of this line?" },
  "fact.line.unit-price": {
    zh: "这一行的单价是多少？",
    en: "What is the unit price of this line?",
  },
  "fact.line.final-destination": {
    zh: "这一行货物的最终目的国（地区）是哪里？",
    en: "Where is this line finally going?",
  },
  "fact.line.stated-classification": {
    zh: "出口商写明的归类是什么？",
    en: "Which classification did the exporter state?",
  },
  "fact.line.hs-basis": {
    zh: "商品编号依据什么确定？",
    en: "On what does the commodity code rest?",
  },
  "fact.line.crypto-device": {
    zh: "这一行是否含商用密码产品？",
    en: "Does this line contain a commercial cryptography device?",
  },
  "fact.line.end-user": { zh: "这一行的最终用户是谁？", en: "Who is the end user of this line?" },
  "fact.line.integrator": { zh: "由谁组装板卡或服务器？", en: "Who builds the board or server?" },
  "fact.line.sites": { zh: "这一行部署在哪里？", en: "Where will this line stand?" },
  "fact.line.order": { zh: "属于哪个订单？", en: "To which order does it belong?" },
  "fact.line.route": { zh: "这一行怎样运到？", en: "By which route does this line arrive?" },
  "fact.party.uscc.registrar": {
    zh: "该单位的统一社会信用代码是什么？",
    en: "What is the party's unified social credit code?",
  },
  "fact.party.uscc.prefix": {
    zh: "该单位的统一社会信用代码是什么？",
    en: "What is the party's unified social credit code?",
  },
  "fact.party.uscc.valid": {
    zh: "统一社会信用代码校验是否相符？",
    en: "Does the unified social credit code check?",
  },
  "fact.party.kind": { zh: "该方是哪类主体？", en: "What kind of body is the party?" },
  "fact.party.country": {
    zh: "该方在哪个国家（地区）设立？",
    en: "In which country or territory is the party established?",
  },
  "fact.party.headquarters": {
    zh: "总部在哪个国家（地区）？",
    en: "In which country or territory is its head office?",
  },
  "fact.party.state-capital-in": {
    zh: "产权登记证上的类别是什么？",
    en: "Which category stands on its state property certificate?",
  },
  "fact.party.military": { zh: "该单位是否属于军队？", en: "Is the party part of the military?" },
  "fact.party.military-end-user": {
    zh: "该单位是否为军事最终用户？",
    en: "Is the party a military end user?",
  },
  "fact.party.sensitive-government": {
    zh: "该单位是否属于敏感政府部门？",
    en: "Is the party a sensitive government department?",
  },
  "fact.party.administrative-functions": {
    zh: "该单位是否承担行政职能？",
    en: "Does the party have administrative functions?",
  },
  "fact.party.infrastructure-service": {
    zh: "该单位是否向他人出租算力？",
    en: "Does the party rent computing capacity to others?",
  },
  "fact.party.kyc-procedures": {
    zh: "是否有防止未经授权远程访问的客户尽职调查程序？",
    en: "Are there know-your-customer procedures against unauthorised remote access?",
  },
  "fact.party.public-function-stated": {
    zh: "该事业单位的职能是什么？",
    en: "What does this public institution do?",
  },
  "fact.party.critical-infrastructure.notice": {
    zh: "是否收到关键信息基础设施认定通知？",
    en: "Was a notice of designation as critical information infrastructure received?",
  },
  "fact.party.critical-infrastructure.business": {
    zh: "是否经营关键基础设施类业务？",
    en: "Does it run business of a critical-infrastructure type?",
  },
  "fact.party.critical-infrastructure.serves": {
    zh: "是否为这类客户提供服务？",
    en: "Does it serve such customers?",
  },
  "fact.party.critical-infrastructure.notice-on-file": {
    zh: "认定通知是否在卷？",
    en: "Is a designation notice on file?",
  },
  "fact.party.sector-in": {
    zh: "行业代码（GB/T 4754）是什么？",
    en: "Which industry codes (GB/T 4754) does it have?",
  },
  "fact.party.interest": { zh: "股东及其比例是什么？", en: "Who holds it, and what share each?" },
  "fact.party.controlled": { zh: "股东及其比例是什么？", en: "Who holds it, and what share each?" },
  "fact.party.largest-holder-in": { zh: "第一大股东是谁？", en: "Who is the largest holder?" },
  "fact.party.agreement-with": {
    zh: "是否有协议、章程或决议使某股东实际支配？",
    en: "Do agreements, articles or resolutions let a holder decide?",
  },
  "fact.party.parent-headquarters": {
    zh: "最终母公司的总部在哪里？",
    en: "Where is the ultimate parent's head office?",
  },
  "fact.party.listed": {
    zh: "这一名单匹配是不是该方？",
    en: "Is this possible list match the party?",
  },
  "fact.line.name-mentions": {
    zh: "这一行货物的型号和品名里写了什么？",
    en: "What do the model and name of this line say?",
  },
  "fact.party.name-mentions": {
    zh: "该方的名称里写了什么？",
    en: "What does the name of this party say?",
  },
  "fact.party.latin-name": {
    zh: "该方的英文名称或拼音名称是什么？名单以拉丁字母书写",
    en: "What is its name in Latin script? The lists are written in it",
  },
  "fact.order.vendor-exact-match-open": {
    zh: "与名单条目完全相同的厂商名称，是不是同一方？",
    en: "A vendor's name is the same as an entry's: is it the same party?",
  },
  "fact.order.vendor-listed": {
    zh: "这一名单匹配是不是所订产品的厂商？",
    en: "Is this possible list match the vendor of what is ordered?",
  },
  "fact.party.contractual-holders": {
    zh: "谁通过协议（如 VIE）支配它或其上层？",
    en: "Who decides over it, or over those above it, by contract (VIE)?",
  },
  "fact.party.owners": { zh: "直接股东是谁？", en: "Who are the direct holders?" },
  "fact.party.ancestors": { zh: "层层向上的股东是谁？", en: "Who stands above it, tier by tier?" },
  "fact.party.holders": {
    zh: "其余股东是谁，各持多少？",
    en: "Who are the remaining holders, and what do they hold?",
  },
  "fact.party.identity": {
    zh: "该股东是哪类主体、代码是什么？",
    en: "What kind of body is this holder, and what is its code?",
  },
  "fact.party.record": {
    zh: "股权关系中提到的这一方是谁？",
    en: "Who is this party that a link names?",
  },
  "fact.link.share": { zh: "这一持股的比例是多少？", en: "What is the share of this holding?" },
  "fact.link.agreement": {
    zh: "该股东是否通过协议或章程实际支配？",
    en: "Does this holder decide through an agreement or the articles?",
  },
  "fact.link.board": {
    zh: "该股东是否控制董事会多数？",
    en: "Does this holder control a majority of the board?",
  },
  "fact.route.kind": {
    zh: "是从美国出口、再出口还是境内转移？",
    en: "Is it an export from the United States, a re-export or a transfer within the country?",
  },
  "fact.route.export-country": {
    zh: "货物从哪个国家（地区）起运出口？",
    en: "From which country or territory are the goods exported?",
  },
  "fact.route.testing-place": { zh: "在哪里检测？", en: "Where is it tested?" },
  "fact.route.transit": {
    zh: "途经哪些国家（地区）？",
    en: "Through which countries or territories do the goods pass?",
  },
  "fact.route.consuming-unit-is-end-user": {
    zh: "消费使用单位是谁？",
    en: "Who is the consuming unit of the declaration?",
  },
  "fact.route.seller": { zh: "销售方是谁？", en: "Who is the seller?" },
  "fact.route.manufacturer": { zh: "制造商是谁？", en: "Who is the manufacturer?" },
  "fact.route.exporter": { zh: "美国出口商是谁？", en: "Who is the exporter of record?" },
  "fact.route.importer": { zh: "进口商是谁？", en: "Who is the importer of record?" },
  "fact.route.consignee": { zh: "收货人是谁？", en: "Who is the consignee?" },
  "fact.route.consuming-unit": { zh: "消费使用单位是谁？", en: "Who is the consuming unit?" },
  "fact.route.distributors": {
    zh: "经过哪些分销商或中间商？",
    en: "Which distributors or intermediaries take part?",
  },
  "fact.route.forwarder": { zh: "货运代理是谁？", en: "Who is the forwarder?" },
  "fact.site.country": {
    zh: "地点在哪个国家（地区）？",
    en: "In which country or territory is the site?",
  },
  "fact.site.fp64-petaflops": {
    zh: "该地点计划的 FP64 算力是多少 PFLOPS？",
    en: "How many FP64 petaflops are planned at the site?",
  },
  "fact.site.fp32-petaflops": {
    zh: "该地点计划的 FP32 算力是多少 PFLOPS？",
    en: "How many FP32 petaflops are planned at the site?",
  },
  "fact.site.state-funded": {
    zh: "该地点是否由国家资金建设？",
    en: "Does state money fund the site?",
  },
  "fact.site.physical-security": {
    zh: "该地点是否有实物安全措施？",
    en: "Is the site physically secured?",
  },
  "fact.site.remote-access-controlled": {
    zh: "该地点的远程访问是否受控？",
    en: "Is remote access to the site controlled?",
  },
  "fact.site.parties": { zh: "地点由谁运营、归谁所有？", en: "Who runs and who owns the site?" },
  "fact.tenant.class": {
    zh: "这部分租户属于哪一类？",
    en: "To which class do these tenants belong?",
  },
  "fact.tenant.share": {
    zh: "这类租户占多少算力？",
    en: "What share of the capacity do these tenants take?",
  },
  "fact.tenant.party-marks": {
    zh: "这类租户的登记信息显示什么？",
    en: "What do the records of these tenants show?",
  },
  "fact.tenant.parties": { zh: "这类租户有谁？", en: "Who are these tenants?" },
  "fact.end-use.kind": { zh: "这项用途是什么？", en: "What kind of use is it?" },
  "fact.end-use.commercial": { zh: "这项用途是否商业用途？", en: "Is this use commercial?" },
  "fact.end-use.described": { zh: "这项用途怎样描述？", en: "How is this use described?" },
  "fact.end-use.text-mentions": {
    zh: "用途说明里写了什么？",
    en: "What does the text of this use say?",
  },
  "fact.end-use.end-user": {
    zh: "这项用途的最终用户是谁？",
    en: "Who is the end user of this use?",
  },
  "fact.end-use.site": { zh: "这项用途在哪里进行？", en: "Where does this use take place?" },
  "fact.line.chips": {
    zh: "这一行合计多少枚芯片（数量乘以每件的芯片数）？",
    en: "How many chips does this line hold (units times the chips of each)?",
  },
  "fact.line.model-named": {
    zh: "这一行订的是哪个型号？",
    en: "Which model does this line order?",
  },
  "fact.line.no-letter-in-writing": {
    zh: "出口商是否书面说明该产品没有收到告知函？",
    en: "Has the exporter stated in writing that no is-informed letter covers the product?",
  },
  "fact.order.chips": {
    zh: "这份订单合计多少枚芯片？",
    en: "How many chips does this order hold in all?",
  },
  "fact.order.group-chips": {
    zh: "同一控制人之下的各份订单合计多少枚芯片？",
    en: "How many chips do the orders under one controller hold together?",
  },
  "fact.order.looks-split": {
    zh: "这份订单是否像是某份更大订单的一部分？",
    en: "Does this order look like a part of a larger one?",
  },
  "fact.order.makers-and-carriers": {
    zh: "谁制造、集成、销售或运输这些货物？",
    en: "Who makes, integrates, sells or moves the goods?",
  },
  "fact.order.parties-on-the-way": {
    zh: "货物在途中经过谁？",
    en: "Through whose hands do the goods pass on the way?",
  },
  "fact.order.place-and-import-parties": {
    zh: "场地由谁所有、出租或运营，由谁进口、收货、代理？",
    en: "Who owns, lets or runs the sites, and who imports, receives or acts as agent?",
  },
  "fact.order.served": {
    zh: "算力供给谁使用：各类租户和远程用户各是哪些？",
    en: "Whom does the capacity serve: which tenants and which remote users?",
  },
  "fact.order.served-parties": {
    zh: "算力供给哪些单位使用？",
    en: "Which parties does the capacity serve?",
  },
  "fact.order.text-uses": {
    zh: "订单的文字是否写到这类用途？",
    en: "Do the order's own words speak of such a use?",
  },
  "fact.party.concert-with": {
    zh: "哪些股东一致行动，合计持股多少？",
    en: "Which holders act in concert, and what do they hold together?",
  },
  "fact.party.exact-match-open": {
    zh: "与名单条目完全相同的名称，是不是同一方？",
    en: "A name is the same as an entry's: is it the same party?",
  },
  "fact.party.holds-goods": {
    zh: "该方在途中是否持有或存放货物？",
    en: "Does this party hold or store the goods on the way?",
  },
  "fact.party.marked": {
    zh: "该方自身的记录说明了什么？",
    en: "What does this party's own record show?",
  },
  "fact.party.name-uses": {
    zh: "该方的名称是否写明这类用途？",
    en: "Does this party's name speak of such a use?",
  },
  "fact.party.owner-marked": {
    zh: "该方的各级股东各是什么性质？",
    en: "What are the owners of this party, at every tier?",
  },
  "fact.party.sector-given": {
    zh: "该方的行业是否已填写？",
    en: "Is the business of this party entered?",
  },
  "fact.party.single-holder-controls": {
    zh: "是否有一个持有人通过其控制的各企业合计控制该方？",
    en: "Does one holder control this party through the firms that it controls?",
  },
  "fact.route.agent": { zh: "谁代理进口？", en: "Who acts as import agent?" },
  "fact.route.lessor": { zh: "货物由谁出租？", en: "Who lets the goods?" },
  "fact.route.takers": {
    zh: "途中由谁收货或经销？",
    en: "Who takes or distributes the goods on the way?",
  },
  "fact.site.computed-petaflops": {
    zh: "按芯片数和公布的速率，这个场地合计多少 PFLOPS？",
    en: "How many petaflops do the chips at this site make at published rates?",
  },
  "fact.site.densest-petaflops": {
    zh: "在最密集的一个 1,178 立方米空间内有多少 PFLOPS，芯片是否都在同一空间内？",
    en: "How many petaflops stand within the densest 1,178 cubic metres, and do all chips stand in one such space?",
  },
  "fact.site.stated-below-computed": {
    zh: "填写的算力为什么低于芯片数乘以公布速率？",
    en: "Why is the stated figure below chips times published rates?",
  },
  "fact.tenant.party-marked": {
    zh: "这些租户的记录说明了什么？",
    en: "What do the records of these tenants show?",
  },
  "fact.tenant.served": { zh: "这类租户是否使用算力？", en: "Do these tenants get any capacity?" },
  "fact.order.parties-in-record": {
    zh: "档案中有哪些单位和个人？",
    en: "Which parties are in the record?",
  },
  "fact.order.parties-not-using": {
    zh: "除最终用户外还有谁参与？",
    en: "Who takes part besides the end users?",
  },
  "fact.order.others-than-users": {
    zh: "最终用户和租户之外还有谁参与或持股？",
    en: "Who takes part or holds shares besides end users and tenants?",
  },
  "fact.party.board-by": {
    zh: "董事会的多数席位由谁任命？",
    en: "Who appoints most of the board?",
  },
  "fact.site.let": { zh: "这个场地是租用的吗，由谁出租？", en: "Is this site let, and by whom?" },
} as const;
