/** A decision told in a few sentences, and the trace of a rule. */
export const brief = {
  "brief.outcome": {
    zh: "{track}，{asOf}：{lane}（最好：{best}；最坏：{worst}）。",
    en: "{track} on {asOf}: {lane} (at best: {best}; at worst: {worst}).",
  },
  "brief.outcome.settled": { zh: "{track}，{asOf}：{lane}。", en: "{track} on {asOf}: {lane}." },
  "brief.because.holds": {
    zh: "理由：{title}{numbers}（{sources}；依据中最弱的一项：{kind}）。",
    en: "Because: {title}{numbers} ({sources}; the weakest of these is: {kind}).",
  },
  "brief.because.unknown": {
    zh: "理由：“{title}”是否适用尚不清楚{numbers}（{sources}；依据中最弱的一项：{kind}）。",
    en: "Because: it is not known whether “{title}” applies{numbers} ({sources}; the weakest of these is: {kind}).",
  },
  "brief.because.none": {
    zh: "理由：没有规则触及这份订单。",
    en: "Because: no rule reaches this order.",
  },
  "brief.number": {
    zh: "{question}：{seen}，线为 {test}",
    en: "{question}: {seen}, against {test}",
  },
  "brief.also": { zh: "；另有 {count} 条同样适用", en: "; others with the same effect: {count}" },
  "brief.law.settled": {
    zh: "法律：起决定作用的各项规定，当日状态均已知。",
    en: "Law: the state of every text that decides is known for this day.",
  },
  "brief.law.open": {
    zh: "法律：须先核实“{parameter}”。最后所知（{from} 至 {to}，距今 {days} 天）：{value}；如仍然如此：{lane}；{others}；各项均从严：{worst}{more}。",
    en: "Law: “{parameter}” is to be verified. Last known ({from} to {to}, {days} days ago): {value}; if it still holds: {lane}; {others}; everything at its worst: {worst}{more}.",
  },
  "brief.law.unknown": {
    zh: "法律：须先核实“{parameter}”，此前没有已知状态；{others}；各项均从严：{worst}{more}。",
    en: "Law: “{parameter}” is to be verified, and no earlier state is known; {others}; everything at its worst: {worst}{more}.",
  },
  "brief.law.other": { zh: "如为{values}：{lane}", en: "if {values}: {lane}" },
  "brief.law.more": { zh: "；另有 {count} 项也须核实", en: "; others to be verified: {count}" },
  "brief.law.same": {
    zh: "法律：待核实：{parameters}；无论查明为何，结论均为{lane}。",
    en: "Law: to be verified: {parameters}; whatever is found, the lane is the same: {lane}.",
  },
  "brief.sources.more": { zh: "{named}等，另 {count} 项", en: "{named} and {count} more" },
  "brief.law.start": { zh: "起始不详", en: "an unknown day" },
  "brief.decides": { zh: "由谁决定：{text}", en: "Who decides: {text}" },
  "brief.facts.complete": { zh: "资料：齐全。", en: "Facts: complete." },
  "brief.facts.missing": {
    zh: "资料：还缺 {count} 项；请先提供：{next}。",
    en: "Facts still missing: {count}; to give next: {next}.",
  },
  "brief.stop": {
    zh: "须由人复核：{title}",
    en: "A person must look first: {title}",
  },
  "brief.information": {
    zh: "另有 {count} 条提示，用 --why 规则编号 查看任一条。",
    en: "Further notes: {count}; --why RULE shows any of them.",
  },
  "brief.recheck": {
    zh: "以下规定已过规则包自定的复查期限，请再核对：{texts}。",
    en: "The pack’s own interval for looking again has passed for: {texts}.",
  },
  "brief.looked.up": {
    zh: "核实记录 {id}：{parameter} = {value}（{citation}，{seenOn} 查看，{state}）",
    en: "Look-up {id}: {parameter} = {value} ({citation}, seen on {seenOn}, {state})",
  },
  "brief.confirmed": { zh: "已由第二人确认", en: "confirmed by a second person" },
  "brief.unconfirmed": { zh: "待第二人确认", en: "waiting for a second person" },
  "brief.sources": { zh: "出处", en: "Sources" },
  "plan.about": {
    zh: "假设未定的法律状态与他人尚未说明的事项；买方已填的事实照原样。各行按日期、解读与名称排列，不分先后优劣。",
    en: "States of the law that are open and answers that others have yet to give are supposed; what the buyer stated is taken as it is. Rows stand in the order of days, readings and names; none is preferred.",
  },
  "plan.head.track": { zh: "方向", en: "Track" },
  "plan.head.day": { zh: "日期", en: "Day" },
  "plan.head.reading": { zh: "解读", en: "Reading" },
  "plan.head.supposed": { zh: "假设", en: "Supposed" },
  "plan.head.lane": { zh: "结论", en: "Lane" },
  "plan.head.carried": { zh: "所凭事实", en: "Facts that carry it" },
  "plan.as.it.stands": { zh: "按现状", en: "as it stands" },
  "plan.law": { zh: "“{parameter}”为{value}", en: "“{parameter}” is {value}" },
  "plan.answer": {
    zh: "{owner}答“{question}”：{value}",
    en: "the {owner} answers “{question}”: {value}",
  },
  "why.title": { zh: "{rule}：{title}——{value}", en: "{rule}: {title}: {value}" },
  "why.about": { zh: "针对{subject}。", en: "About {subject}." },
  "why.none": {
    zh: "规则 {rule} 在这一天不适用，或规则包中没有这条规则。",
    en: "No rule {rule} operates on this day, or the packs have none of that name.",
  },
  "why.fact.holds": {
    zh: "“{question}”的回答是{seen}，满足所要求的{test}。",
    en: "“{question}” is answered {seen}, which meets what the rule asks: {test}.",
  },
  "why.fact.fails": {
    zh: "“{question}”的回答是{seen}，不满足所要求的{test}。",
    en: "“{question}” is answered {seen}, which does not meet what the rule asks: {test}.",
  },
  "why.fact.unknown": {
    zh: "“{question}”尚无定论（{seen}），规则要求{test}。",
    en: "“{question}” is not settled ({seen}); the rule asks: {test}.",
  },
  "why.known.holds": { zh: "“{question}”已有回答。", en: "“{question}” is answered." },
  "why.known.fails": { zh: "“{question}”没有回答。", en: "“{question}” is not answered." },
  "why.param": { zh: "“{title}”当日：{seen}。", en: "“{title}” on this day: {seen}." },
  "why.param.test": {
    zh: "“{title}”当日：{seen}；规则要求{test}。",
    en: "“{title}” on this day: {seen}; the rule asks: {test}.",
  },
  "why.definition.holds": { zh: "属于“{title}”，因为：", en: "It is “{title}”, because:" },
  "why.definition.fails": { zh: "不属于“{title}”，因为：", en: "It is not “{title}”, because:" },
  "why.definition.unknown": {
    zh: "是否属于“{title}”尚无定论，因为：",
    en: "Whether it is “{title}” is not settled, because:",
  },
  "why.relation.some": {
    zh: "在 {seen} 个相关对象中看是否有一个满足：",
    en: "Among {seen} related to it, one is looked for:",
  },
  "why.relation.every": {
    zh: "看 {seen} 个相关对象是否个个满足：",
    en: "Each of {seen} related to it is looked at:",
  },
} as const;
