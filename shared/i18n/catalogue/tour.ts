/** The guided tour: from an invented order to a packet of it that verifies. */
export const tour = {
  "tour.title": { zh: "十分钟导览", en: "Ten-minute tour" },
  "tour.about": {
    zh: "用一份虚构的采购单，从草稿走到一份可以校验的材料包。导览卡片停在窗口一角，申报台照常可用；随时可以结束，下次再从头开始。",
    en: "With an invented order, from a draft to a packet that anybody can verify. The tour's card stays in a corner of the window and the desk beside it works as usual; end it whenever you like.",
  },
  "tour.sample": {
    zh: "样例中的企业、人员、代码和数字全部是虚构的。它会作为一份采购单载入当前工作区，之后可以像其他采购单一样删除。",
    en: "Every firm, person, code and figure of the sample is made up. It is loaded into this workspace as an order, and can be deleted like any other.",
  },
  "tour.start": { zh: "开始导览", en: "Start the tour" },
  "tour.again": { zh: "从头开始", en: "Start again" },
  "tour.progress": { zh: "第 {at} 步，共 {of} 步", en: "Step {at} of {of}" },
  "tour.fold": { zh: "收起导览卡片", en: "Fold the tour's card" },
  "tour.unfold": { zh: "展开导览卡片", en: "Unfold the tour's card" },
  "tour.end": { zh: "结束导览", en: "End the tour" },
  "tour.back": { zh: "上一步", en: "Back" },
  "tour.next": { zh: "下一步", en: "Next" },
  "tour.there": { zh: "回到这一页", en: "Go to this page" },
  "tour.finish": { zh: "完成", en: "Finish" },

  "tour.load.title": { zh: "载入一份虚构的采购单", en: "Load an invented order" },
  "tour.load.text": {
    zh: "一家虚构的人工智能初创企业拟采购十六块 HGX H200 八卡基板，资料已填写齐全。先把它载入工作区。",
    en: "An invented AI start-up wants to buy sixteen HGX H200 boards, and has filled in all it knows. Load its order into the workspace first.",
  },
  "tour.load.do": { zh: "载入样例", en: "Load the sample" },
  "tour.load.done": { zh: "样例已在工作区中。", en: "The sample is in the workspace." },

  "tour.draft.title": { zh: "看看草稿", en: "Look at the draft" },
  "tour.draft.text": {
    zh: "左侧是采购单的各个部分，右侧列出两套材料各自还缺什么：点一项，就跳到对应的栏目。修改会自动保存，页面上方随时显示是否已经保存。",
    en: "On the left are the parts of the order; on the right stands what either set of papers still lacks, and a click leads to the field. Changes save themselves, and the line above says at any moment whether they are saved.",
  },
  "tour.route.title": { zh: "谁出口，谁进口，谁使用", en: "Who exports, imports and uses" },
  "tour.route.text": {
    zh: "链条上的每一方都来自主体名册，且只写一次。中国进口侧与美国出口侧读取的是同一组事实，因此两套材料不会各说各话。",
    en: "Every party of the chain comes from the party book and is written once. Both tracks, the Chinese import side and the US export side, read the same facts, so that the two sets of papers cannot tell different stories.",
  },
  "tour.books.title": { zh: "主体名册与股权", en: "The party book and who owns whom" },
  "tour.books.text": {
    zh: "打开任意一家企业，可以看到统一社会信用代码的校验、股权与控制关系图，以及仍然未知的部分。“未知”会一直保留为未知，不会被当作“否”。",
    en: "Open any firm to see what its credit code proves, who owns and controls it, and what is still unknown. Unknown stays unknown all the way; it is never taken for no.",
  },
  "tour.check.title": { zh: "检查：两侧各自怎么说", en: "Check: what either side says" },
  "tour.check.text": {
    zh: "检查按您选定的日期，从注明出处的规则包得出两侧各自的结论、理由、缺少的事实，以及由谁决定。它不作“可以”或“不可以”的结论。试着把日期改为 2026-08-20，再比较窄义、通行、宽义三种解读。",
    en: "As of the day you choose, check says from cited rule packs which lane either track is in, why, which facts are missing, and who decides. It gives no verdict. Try the day 2026-08-20, and compare the narrow, the working and the broad reading.",
  },
  "tour.build.title": { zh: "生成一套材料", en: "Make a set of papers" },
  "tour.build.text": {
    zh: "在此页选择“中国申报材料”，然后点“生成”。所得是一份标明“草稿”的材料包：PDF、数据文件和列明每个文件哈希值的清单。两套对外材料各自只含对方需要的内容。",
    en: "Choose the China filing set on this page and build it. What comes out is marked as a draft: PDFs, their data, and a manifest with the hash of every file. Each of the two sets that go out holds only what its reader needs.",
  },
  "tour.build.waiting": {
    zh: "等待材料包生成…",
    en: "Waiting for a packet to be made …",
  },
  "tour.build.done": { zh: "材料包已生成。", en: "A packet was made." },
  "tour.verify.title": { zh: "校验材料包", en: "Verify the packet" },
  "tour.verify.text": {
    zh: "收件人多年以后也能核对：重新计算每个文件的哈希值，与清单逐一比对，多一个、少一个、改一个字节都会被发现。现在校验刚才的材料包。",
    en: "Years from now its reader can still check it: the hash of every file is computed again and compared with the manifest; one file more, one less, one byte changed, and it is noticed. Verify the packet you just made.",
  },
  "tour.verify.do": { zh: "校验", en: "Verify" },
  "tour.verify.done": {
    zh: "完整无缺：清单、每个文件与其哈希值一致。导览到此结束；接下来可以新建您自己的采购单，也可以删除这份样例。",
    en: "Intact: the manifest fits every file. That is the end of the tour. Begin an order of your own next; the sample can be deleted.",
  },
  "tour.verify.broken": {
    zh: "校验发现差异，详见材料包卡片。请重新生成一份再试。",
    en: "Something differs; the packet's card says what. Make it again and try once more.",
  },
} as const;
