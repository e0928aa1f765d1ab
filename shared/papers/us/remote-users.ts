import type { Paper } from "../parts/paper.ts";
import type { PaperVoice } from "../parts/paper-formatter.ts";

/** Countries whose remote users the application must name (US-R-14). */
const named = ["BY", "CN", "CU", "IR", "MO", "KP", "RU", "VE"];

/** Intended remote users by where they are and where their head office is. */
export function remoteUsersPaper(voice: PaperVoice): Paper {
  const { order } = voice.dossier;
  return {
    name: "remote-users",
    title: voice.say("title.remote-users"),
    blocks: [
      voice.paragraph("remote.about", {
        countries: voice.join(named.map((code) => voice.country(code))),
      }),
      voice.table(
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
          voice.country(user.country),
          voice.country(user.headquarters),
          user.description ?? "",
          [user.country, user.headquarters].some(
            (code) => code !== undefined && named.includes(code),
          )
            ? voice.say("remote.named")
            : "",
        ]),
        { caption: voice.say("caption.remote") },
      ),
      voice.form([["remoteComplete", voice.answer(order.declarations?.remoteUsersComplete)]]),
    ],
  };
}
