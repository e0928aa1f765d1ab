/** Words of the set for the US exporter. */
export const papersOfExporter = {
  "paper.title.us-letter": { zh: "致出口商资料", en: "Information for the exporter" },
  "paper.title.company": {
    zh: "公司与股权概况",
    en: "Company and ownership profile",
  },
  "paper.title.us-end-use": {
    zh: "最终用途、地点与用户",
    en: "End use, sites and users",
  },
  "paper.title.route": { zh: "运输路线与有关各方", en: "Route and parties" },
  "paper.title.product-data": { zh: "产品技术资料", en: "Product data" },
  "paper.title.security": {
    zh: "客户尽职调查、远程访问与实体安全",
    en: "Know-your-customer, remote access and physical security",
  },
  "paper.title.remote-users": { zh: "远程用户", en: "Remote users" },
  "paper.title.us-undertakings": { zh: "买方承诺事项", en: "Buyer's undertakings" },
  "paper.title.asked": { zh: "请出口商说明的事项", en: "What is asked of the exporter" },
  "paper.title.consignee": {
    zh: "最终收货人与买方声明",
    en: "Statement by ultimate consignee and purchaser",
  },
  "paper.us.to": { zh: "致：{exporter}", en: "To: {exporter}" },
  "paper.us.opening": {
    zh: "{applicant}提供下列资料，供出口商准备其出口许可申请之用。",
    en: "{applicant} gives the information below for the exporter's use in preparing its application for an export license.",
  },
  "paper.us.role": {
    zh: "申请由出口商提出，分类与出口商声明由出口商负责。资料仅供上述用途，不另作他用。",
    en: "The exporter files the application and answers for classification and for its own certifications. The information is given for this purpose and no other.",
  },
  "paper.closing.us-letter": {
    zh: "以上资料由买方提供；情况变化的，由买方告知出口商。",
    en: "The information is the buyer's own. The buyer will tell the exporter of any change.",
  },
  "paper.closing.us-undertakings": {
    zh: "以上事项由买方作出，中国法律另有规定的从其规定。",
    en: "The buyer makes the statements above, subject to the law that binds it.",
  },
  "paper.closing.consignee": {
    zh: "以上内容由下列签署单位提供。",
    en: "The undersigned state the above.",
  },
  "paper.notice.consignee": {
    zh: "应出口商要求提供。本类货物不要求此声明（15 CFR 748.11），格式为自拟。",
    en: "Given at the exporter's request. For these goods the statement is voluntary (15 CFR 748.11); the form is the parties' own.",
  },
  "paper.consignee.assistance": {
    zh: "（如有他人协助编制，由签署单位填写）",
    en: "(to be filled in by the signatories where others helped to prepare this statement)",
  },
  "paper.heading.consignee1": { zh: "最终收货人", en: "Ultimate consignee (block 1)" },
  "paper.heading.consignee2": { zh: "处置或使用", en: "Disposition or use (block 2)" },
  "paper.heading.consignee3": { zh: "业务性质", en: "Nature of business (block 3)" },
  "paper.heading.consignee4": { zh: "补充资料", en: "Additional information (block 4)" },
  "paper.heading.consignee5": {
    zh: "协助编制",
    en: "Assistance in preparing the statement (block 5)",
  },
  "paper.heading.consignee6": { zh: "签署", en: "Signatures (blocks 6 and 7)" },
  "paper.heading.companies": { zh: "公司", en: "Companies" },
  "paper.heading.endUserAnswers": { zh: "最终用户答复", en: "Answers on end users" },
  "paper.heading.supercomputer": { zh: "规划算力", en: "Computing power planned" },
  "paper.heading.route": { zh: "路线", en: "Route" },
  "paper.heading.kyc": { zh: "客户尽职调查制度", en: "Know-your-customer procedures" },
  "paper.heading.physical": { zh: "实体安全与远程访问", en: "Physical security and remote access" },
  "paper.heading.policies": { zh: "制度文件", en: "Policies enclosed" },
  "paper.heading.askedExporter": { zh: "出口商声明事项", en: "Certifications of the exporter" },
  "paper.heading.askedLaboratory": { zh: "第三方检测机构", en: "Third-party laboratory" },
  "paper.heading.licence": { zh: "许可证", en: "License" },
  "paper.field.nameEn": { zh: "英文名称", en: "Name in English" },
  "paper.field.nameZh": { zh: "中文名称", en: "Name in Chinese" },
  "paper.field.headquarters": { zh: "总部所在国家（地区）", en: "Headquarters" },
  "paper.field.website": { zh: "网站", en: "Website" },
  "paper.field.business": { zh: "业务", en: "Business" },
  "paper.field.infrastructureService": {
    zh: "是否对外提供算力服务",
    en: "Offers computing capacity to others",
  },
  "paper.field.militaryEndUse": { zh: "是否军事最终用途", en: "Military end use" },
  "paper.field.prohibitedEndUse": {
    zh: "是否第 744 部分所列最终用途",
    en: "End use named in Part 744",
  },
  "paper.field.split": { zh: "是否更大订单的一部分", en: "Part of a larger order" },
  "paper.field.routeKind": { zh: "性质", en: "Kind" },
  "paper.field.transit": { zh: "经停国家（地区）", en: "In transit through" },
  "paper.field.testingPlace": { zh: "检测地", en: "Place of testing" },
  "paper.field.partNumber": { zh: "料号", en: "Part number" },
  "paper.field.productForm": { zh: "形态", en: "Form" },
  "paper.field.icsPerUnit": { zh: "每件含芯片数", en: "ICs per unit" },
  "paper.field.computer": { zh: "是否计算机整机", en: "A computer" },
  "paper.field.datacenter": { zh: "是否面向数据中心销售", en: "Marketed for data centers" },
  "paper.field.usAvailable": { zh: "在美国首次销售", en: "First sold in the United States" },
  "paper.field.eccn": { zh: "出口商归类", en: "Exporter's classification" },
  "paper.field.informedLetter": {
    zh: "是否受个别告知函（is-informed）约束",
    en: "Under an is-informed letter",
  },
  "paper.field.physical": { zh: "实体安全措施", en: "Physical security" },
  "paper.field.physicalText": { zh: "安全措施说明", en: "Description" },
  "paper.field.remoteControlled": { zh: "远程访问是否受控", en: "Remote access controlled" },
  "paper.field.remoteComplete": { zh: "远程用户是否列全", en: "Is the list complete" },
  "paper.field.laboratory": { zh: "检测机构", en: "Laboratory" },
  "paper.field.testedOn": { zh: "检测日期", en: "Tested on" },
  "paper.field.licenceStatus": { zh: "状态", en: "Status" },
  "paper.field.licenceNumber.us": { zh: "许可证号", en: "License number" },
  "paper.field.licenceDate": { zh: "日期", en: "Date" },
  "paper.field.licenceExpires": { zh: "有效期至", en: "Valid to" },
  "paper.field.businessConsignee": { zh: "收货人业务", en: "Consignee's business" },
  "paper.field.businessBuyer": { zh: "买方业务", en: "Purchaser's business" },
  "paper.column.militaryEndUser": { zh: "是否军事最终用户", en: "Military end user" },
  "paper.column.fp64": { zh: "FP64（PFLOPS）", en: "FP64 (petaflops)" },
  "paper.column.fp32": { zh: "FP32（PFLOPS）", en: "FP32 (petaflops)" },
  "paper.column.seatCountry": { zh: "国家（地区）", en: "Country" },
  "paper.column.figure": { zh: "参数", en: "Figure" },
  "paper.column.value": { zh: "数值", en: "Value" },
  "paper.column.basisOf": { zh: "计算或证据", en: "Computation or evidence" },
  "paper.column.kyc": { zh: "制度与说明", en: "Procedures" },
  "paper.column.toName": { zh: "须列明", en: "To be named" },
  "paper.column.asked": { zh: "事项", en: "Matter" },
  "paper.column.toldSoFar": { zh: "已告知的情况", en: "Told so far" },
  "paper.caption.endUsers": { zh: "最终用户", en: "End users" },
  "paper.caption.supercomputer": {
    zh: "同一机房的规划算力",
    en: "Computing power planned in one envelope",
  },
  "paper.caption.route": { zh: "路线上的各方", en: "Parties on the route" },
  "paper.caption.figuresOf": { zh: "{product}", en: "{product}" },
  "paper.caption.kyc": { zh: "客户尽职调查制度", en: "Know-your-customer procedures" },
  "paper.caption.remote": { zh: "远程用户", en: "Remote users" },
  "paper.caption.asked": { zh: "请出口商说明", en: "Asked of the exporter" },
  "paper.caption.askedLab": { zh: "请出口商就检测机构说明", en: "Asked about the laboratory" },
  "paper.supercomputer.note": {
    zh: "计算值为本订单部署于该地点的芯片数乘以公布的单颗峰值；申报值为 41,600 立方英尺（1,178 立方米）以内的合计。未见公布峰值的留空。",
    en: "Computed: the chips of this order at the site times the published peak of one chip. As stated: the total within 41,600 cubic feet (1,178 cubic meters). Blank where no peak is published.",
  },
  "paper.route.headquarters": { zh: "总部：{country}", en: "head office: {country}" },
  "paper.figure.rate": {
    zh: "{format} 稠密算力（{bits} 位，TOPS/TFLOPS）",
    en: "{format} dense rate ({bits} bit, TOPS/TFLOPS)",
  },
  "paper.figure.tpp": {
    zh: "总处理性能 TPP（每颗芯片，计算值）",
    en: "Total processing performance TPP (per IC, computed)",
  },
  "paper.figure.dieArea": { zh: "适用芯片面积（mm²）", en: "Applicable die area (mm²)" },
  "paper.figure.density": { zh: "性能密度 PD（计算值）", en: "Performance density PD (computed)" },
  "paper.figure.dram": { zh: "显存总带宽（GB/s）", en: "Total DRAM bandwidth (GB/s)" },
  "paper.figure.memory": { zh: "显存容量（GB）", en: "Memory (GB)" },
  "paper.figure.memoryType": { zh: "显存类型", en: "Memory type" },
  "paper.figure.interconnect": { zh: "互连带宽（GB/s）", en: "Interconnect bandwidth (GB/s)" },
  "paper.figure.power": { zh: "峰值功耗（W）", en: "Peak power (W)" },
  "paper.figure.usUnits": {
    zh: "在美国出货数量（由出口商提供）",
    en: "Units shipped in the United States (the exporter's figure)",
  },
  "paper.figure.statedBy": { zh: "归类单位：{party}", en: "stated by {party}" },
  "paper.figure.note.board": {
    zh: "算力、面积与带宽按单颗芯片；本产品每件含 {count} 颗，显存与功耗按整件。",
    en: "Rates, area and bandwidth are of one IC. One unit holds {count} ICs; memory and power are of the unit.",
  },
  "paper.figure.note.one": {
    zh: "各项按单颗芯片（共 {count} 颗）。",
    en: "All figures are of one IC ({count} per unit).",
  },
  "paper.remote.about": {
    zh: "列明所购设备算力的拟定远程用户。位于或总部位于下列国家（地区）的，须在许可申请中列明：{countries}。",
    en: "Intended remote users of the goods' computing power. Those located or headquartered in the following are to be named in the license application: {countries}.",
  },
  "paper.remote.named": { zh: "是", en: "yes" },
  "paper.asked.about": {
    zh: "下列事项只有出口商或其委托的检测机构可以说明。买方在此列出，并记录已收到的答复；未答复的，不作推定。",
    en: "Only the exporter, or the laboratory it engages, can state the following. The buyer lists it and records what it was told; nothing is presumed where there is no answer.",
  },
  "paper.asked.note": {
    zh: "依据：15 CFR 第 748 部分补编 2 第 (dd) 段（据公开转述）；以出口商对文本的理解为准。",
    en: "After paragraph (dd) of Supplement No. 2 to 15 CFR Part 748, as publicly quoted; the exporter's reading of the text prevails.",
  },
  "paper.asked.open": { zh: "未告知", en: "not told yet" },
  "paper.asked.supply": {
    zh: "该产品在美国供应充足",
    en: "Supply of the product in the United States is sufficient",
  },
  "paper.asked.delay": {
    zh: "不延误美国现有和新增订单",
    en: "No delay of existing or new US orders",
  },
  "paper.asked.foundry": {
    zh: "不占用美国客户的代工产能",
    en: "No diversion of foundry capacity from US customers",
  },
  "paper.asked.cap": {
    zh: "对中国内地和澳门的累计总处理性能不超过该产品美国出货的 50%（出口商累计口径）",
    en: "Aggregate TPP to mainland China and Macau within 50 % of US shipments of the product (exporter's own total)",
  },
  "paper.asked.users": {
    zh: "不流向第 744 部分禁止的用途和用户",
    en: "No uses or users that Part 744 prohibits",
  },
  "paper.asked.technical": {
    zh: "申请已列明技术数据和在美出货数量",
    en: "Application states technical data and US shipments",
  },
  "paper.asked.labSeat": {
    zh: "检测机构总部位于美国",
    en: "Laboratory headquartered in the United States",
  },
  "paper.asked.labControl": {
    zh: "检测机构是否受 D:5 组国家或澳门资本控制",
    en: "Whether the laboratory is controlled from a D:5 country or Macau",
  },
  "paper.asked.labIndependent": {
    zh: "检测机构与交易各方无利益关系",
    en: "Laboratory has no interest in any party",
  },
  "paper.asked.labPlace": { zh: "在美国关境内检测", en: "Tests made in US customs territory" },
  "paper.asked.labSample": {
    zh: "每批货物出口前抽检",
    en: "A sample of every shipment tested before export",
  },
  "paper.title.licence-data": {
    zh: "许可申请填报资料",
    en: "Data for the license application",
  },
  "paper.heading.ownership": {
    zh: "股权与控制",
    en: "Ownership and control",
  },
  "paper.heading.stateInterests": {
    zh: "国有权益",
    en: "State interests",
  },
  "paper.stateInterests.none": {
    zh: "按所附资料，各级持有人中未见国家机关、公共机构或登记有国有资本的单位。",
    en: "On the facts given, no public body and no firm with registered state capital is among the holders.",
  },
  "paper.parents.none.short": {
    zh: "未见过半数控制人",
    en: "none holds more than half",
  },
  "paper.seat.open": {
    zh: "未填写",
    en: "not stated",
  },
  "paper.column.parentSeat": {
    zh: "其总部所在地",
    en: "Its headquarters",
  },
  "paper.column.heldUnit": {
    zh: "被持有单位",
    en: "Held",
  },
  "paper.field.roles": {
    zh: "在本交易中的身份",
    en: "Role in this transaction",
  },
  "paper.field.signatory": {
    zh: "签署人",
    en: "Signatory",
  },
  "paper.field.directors": {
    zh: "董事",
    en: "Directors",
  },
  "paper.column.fp64Vector": {
    zh: "FP64 向量（PFLOPS，计算值）",
    en: "FP64 vector (petaflops, computed)",
  },
  "paper.column.fp64Tensor": {
    zh: "FP64 张量（PFLOPS，计算值）",
    en: "FP64 tensor (petaflops, computed)",
  },
  "paper.column.fp32Computed": {
    zh: "FP32（PFLOPS，计算值）",
    en: "FP32 (petaflops, computed)",
  },
  "paper.column.fp64Stated": {
    zh: "FP64（申报值）",
    en: "FP64 (as stated)",
  },
  "paper.column.fp32Stated": {
    zh: "FP32（申报值）",
    en: "FP32 (as stated)",
  },
  "paper.figure.fp64Vector": {
    zh: "FP64 向量峰值（TFLOPS）",
    en: "FP64 peak, vector (teraflops)",
  },
  "paper.figure.fp64Tensor": {
    zh: "FP64 张量峰值（TFLOPS）",
    en: "FP64 peak, tensor (teraflops)",
  },
  "paper.figure.fp32": {
    zh: "FP32 峰值（TFLOPS）",
    en: "FP32 peak (teraflops)",
  },
  "paper.column.physical": {
    zh: "实体安全",
    en: "Physical security",
  },
  "paper.column.remoteControlled": {
    zh: "远程访问控制",
    en: "Control of remote access",
  },
  "paper.security.bare": {
    zh: "已确认，未提供说明",
    en: "affirmed; no description was given",
  },
  "paper.heading.foreignChecks": {
    zh: "境外机构核查",
    en: "Checks by authorities abroad",
  },
  "paper.foreignChecks": {
    zh: "境外主管机关提出最终用途核查或索取数据的，买方先向中国主管部门报告，并在中国法律允许的范围内和经所需批准后配合；本套资料不构成对此类核查的同意。",
    en: "If an authority outside China asks for an end-use check or for data, the buyer first informs the competent authority in China and cooperates as far as Chinese law permits and once any approval required is given. Nothing in this set is consent to such a check.",
  },
  "paper.heading.blocks748": {
    zh: "BIS-748P 各栏",
    en: "Blocks of BIS-748P",
  },
  "paper.heading.exportInformation": {
    zh: "出口电子信息（EEI）",
    en: "Electronic export information (EEI)",
  },
  "paper.column.block": {
    zh: "栏",
    en: "Block",
  },
  "paper.column.blockContent": {
    zh: "内容",
    en: "Content",
  },
  "paper.column.blockWho": {
    zh: "填写人",
    en: "Completed by",
  },
  "paper.column.blockData": {
    zh: "资料",
    en: "Data",
  },
  "paper.column.blockField": {
    zh: "来源栏目",
    en: "Source field",
  },
  "paper.licenceData.buyer": {
    zh: "出口商，资料由买方提供",
    en: "exporter, from the buyer's data",
  },
  "paper.licenceData.exporter": {
    zh: "出口商",
    en: "exporter",
  },
  "paper.licenceData.both": {
    zh: "双方",
    en: "both",
  },
  "paper.licenceData.open": {
    zh: "由出口商填写",
    en: "exporter to complete",
  },
  "paper.licenceData.below": {
    zh: "见下表",
    en: "see the table below",
  },
  "paper.licenceData.additional": {
    zh: "见本套各附件",
    en: "see the annexes of this set",
  },
  "paper.licenceData.note": {
    zh: "按公布的栏目整理的资料，不是表格；版式和字数限制待核对。第 22、19、21、24 栏的续页为 BIS-748P-A、748P-B。",
    en: "Prepared data in the order of the published blocks, not the form; layout and lengths to be checked. More items go on BIS-748P-A; more end users and text on BIS-748P-B.",
  },
  "paper.licenceData.b1": {
    zh: "联系人、电话、传真",
    en: "Contact person, telephone, fax",
  },
  "paper.licenceData.b5": {
    zh: "申请种类",
    en: "Type of application",
  },
  "paper.licenceData.b6": {
    zh: "随附与留存的单证",
    en: "Documents submitted and on file",
  },
  "paper.licenceData.b8": {
    zh: "特殊用途、原收货人、前次申请",
    en: "Special purpose, former licenses and applications",
  },
  "paper.licenceData.b13": {
    zh: "最终用户证明的国家和编号",
    en: "End-user certificate: country and number",
  },
  "paper.licenceData.b14": {
    zh: "申请人",
    en: "Applicant",
  },
  "paper.licenceData.b15": {
    zh: "领取许可的其他方",
    en: "Other party authorized to receive the license",
  },
  "paper.licenceData.b16": {
    zh: "买方",
    en: "Purchaser",
  },
  "paper.licenceData.b17": {
    zh: "中间收货人",
    en: "Intermediate consignee",
  },
  "paper.licenceData.b18": {
    zh: "最终收货人",
    en: "Ultimate consignee",
  },
  "paper.licenceData.b19": {
    zh: "最终用户",
    en: "End user",
  },
  "paper.licenceData.b21": {
    zh: "具体最终用途",
    en: "Specific end use",
  },
  "paper.licenceData.b22": {
    zh: "商品",
    en: "Items",
  },
  "paper.licenceData.b23": {
    zh: "总值（美元）",
    en: "Total application value (USD)",
  },
  "paper.licenceData.b24": {
    zh: "补充说明",
    en: "Additional information",
  },
  "paper.licenceData.b25": {
    zh: "签字",
    en: "Signature",
  },
  "paper.caption.items22": {
    zh: "第 22 栏商品（金额单位：USD）",
    en: "Block 22 items (amounts in USD)",
  },
  "paper.column.i22a": {
    zh: "(a) ECCN",
    en: "(a) ECCN",
  },
  "paper.column.i22c": {
    zh: "(c) 型号",
    en: "(c) Model",
  },
  "paper.column.i22e": {
    zh: "(e) 数量",
    en: "(e) Quantity",
  },
  "paper.column.i22f": {
    zh: "(f) 单位",
    en: "(f) Unit",
  },
  "paper.column.i22g": {
    zh: "(g) 单价",
    en: "(g) Unit price",
  },
  "paper.column.i22h": {
    zh: "(h) 总值",
    en: "(h) Total",
  },
  "paper.column.i22i": {
    zh: "(i) 制造商",
    en: "(i) Manufacturer",
  },
  "paper.column.i22j": {
    zh: "(j) 描述",
    en: "(j) Description",
  },
  "paper.field.endUseText": {
    zh: "最终用途",
    en: "End uses",
  },
  "paper.field.consigneeType": {
    zh: "收货人类型",
    en: "Type of ultimate consignee",
  },
  "paper.field.relatedParty": {
    zh: "是否关联方（10% 以上）",
    en: "Related party (10 % or more)",
  },
  "paper.field.portOfUnlading": {
    zh: "卸货港",
    en: "Port of unlading",
  },
  "paper.field.destination": {
    zh: "目的国",
    en: "Country of ultimate destination",
  },
  "paper.heading.remoteUsers": {
    zh: "远程用户",
    en: "Remote users",
  },
} as const;
