import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

/** Countries whose remote users the application must name (US-R-14). */
const named = ["BY", "CN", "CU", "IR", "MO", "KP", "RU", "VE"];

/** Intended remote users by where they are and where their head office is. */
export function remoteUsersPaper(formatter: PaperFormatter): Paper {
  const { order } = formatter.dossier;
  return {
    name: "remote-users",
    title: formatter.say("title.remote-users"),
    blocks: [
      formatter.paragraph("remote.about", {
        countries: formatter.join(named.map((code) => formatter.country(code))),
      }),
      formatter.table(
        [
          ["no", 1, "center"],
          ["name", 4],
          ["country", 3],
          ["headquarters", 3],
          ["about", 5],
          ["toName", 2, "center"],
        ],
        (order.remoteUsers ?? []).map((user, index) => [
          String(index + 1),
          user.name ?? "",
          formatter.country(user.country),
          formatter.country(user.headquarters),
          user.description ?? "",
          [user.country, user.headquarters].some(
            (code) => code !== undefined && named.includes(code),
          )
            ? formatter.say("remote.named")
            : "",
        ]),
        { caption: formatter.say("caption.remote") },
      ),
      formatter.form([
        ["remoteComplete", formatter.answer(order.declarations?.remoteUsersComplete)],
      ]),
    ],
  };
}
