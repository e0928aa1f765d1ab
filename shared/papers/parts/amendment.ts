import { fieldLabel } from "#shared/packet";
import type { SetContent } from "../set-content.ts";
import type { Paper } from "./paper.ts";
import type { PaperFormatter } from "./paper-formatter.ts";

/** The annex of an amended set: which packet it takes the place of, and what is said otherwise now, field by field. */
export function amendmentPaper(
  { packet, fingerprint, asOf, changes }: NonNullable<SetContent["amends"]>,
  formatter: PaperFormatter,
): Paper {
  const rows = changes.map(({ path, of, before, after }) => [
    [fieldLabel(formatter.main, path), of].filter((part) => part !== undefined).join("\n"),
    before ?? "",
    after ?? "",
  ]);
  return {
    name: "amendment",
    title: formatter.say("amendment"),
    blocks: [
      { kind: "paragraph", text: formatter.say("amendment.about", { packet }) },
      formatter.form([
        ["supersedes", packet],
        ["supersedes.asOf", asOf],
        ["supersedes.fingerprint", fingerprint],
      ]),
      formatter.heading("changes"),
      rows.length === 0
        ? { kind: "paragraph", text: formatter.say("amendment.none") }
        : formatter.table(
            [
              ["change.field", 3],
              ["change.before", 4],
              ["change.after", 4],
            ],
            rows,
          ),
    ],
  };
}
