/** Words of the decision as the check screen shows it, and of the planner. */
export const decision = {
  "decision.range": { zh: "最好：{best}；最坏：{worst}", en: "At best: {best}; at worst: {worst}" },
  "decision.answers": { zh: "起决定作用的回答", en: "Answers that decide" },
  "decision.answer": { zh: "{question} {seen}", en: "{question} {seen}" },
  "decision.stop.open": {
    zh: "尚未排除、一旦成立即须由人复核的：",
    en: "Not ruled out, and a person must look first if they hold:",
  },
  "decision.figure": { zh: "{name}（计算所得）：{seen}", en: "{name}, computed: {seen}" },
  "figure.computed.line.tpp": { zh: "总处理性能", en: "Total processing performance" },
  "figure.computed.line.performance-density": { zh: "性能密度", en: "Performance density" },
  "why.figure.holds": {
    zh: "计算所得的{name}为 {seen}，满足所要求的{test}。",
    en: "{name} is computed as {seen}, which meets what the rule asks: {test}.",
  },
  "why.figure.fails": {
    zh: "计算所得的{name}为 {seen}，不满足所要求的{test}。",
    en: "{name} is computed as {seen}, which does not meet what the rule asks: {test}.",
  },
  "why.figure.unknown": {
    zh: "{name}尚无法算定（{seen}），规则要求{test}。",
    en: "{name} cannot be computed yet ({seen}); the rule asks: {test}.",
  },
  "decision.others": { zh: "同样起决定作用的规则", en: "Rules with the same effect" },
  "decision.sources": { zh: "出处（{count} 项）", en: "Sources ({count})" },
  "decision.information": { zh: "另有 {count} 条提示", en: "Further notes: {count}" },
  "decision.law.values": {
    zh: "各取值下的结论（{count} 项待核实）",
    en: "What follows under each value ({count} to be verified)",
  },
  "decision.law.parameter": { zh: "待核实的参数", en: "To be verified" },
  "decision.law.value": { zh: "取值", en: "Value" },
  "decision.law.lane": { zh: "则结论为", en: "Lane that follows" },
  "decision.law.last": {
    zh: "最后所知：{value}（{from} 至 {to}，距今 {days} 天），如仍然如此",
    en: "Last known: {value} ({from} to {to}, {days} days ago), if it still holds",
  },
  "decision.law.never": { zh: "此前没有已知状态", en: "No earlier state is known" },
  "decision.law.worst": { zh: "各项均从严", en: "Everything at its worst" },
  "decision.missing": {
    zh: "{set}：缺 {count} 项，可能退回 {returns} 处。",
    en: "{set}: missing items: {count}; reasons for return: {returns}.",
  },
  "decision.missing.show": { zh: "在“编辑”中查看", en: "See them in the draft" },
  "check.group.information": { zh: "提示", en: "Information" },
  "check.tab.plan": { zh: "推演", en: "Planner" },
  "plan.day": { zh: "哪一天", en: "Day" },
  "plan.day.about": {
    zh: "不填则为今天，以及规则包已载明将有变化的各日。",
    en: "Left empty: today, and each day on which the packs already say that something changes.",
  },
  "plan.carried": { zh: "{count} 项事实", en: "Facts: {count}" },
  "plan.carried.none": { zh: "不凭事实", en: "None" },
} as const;
