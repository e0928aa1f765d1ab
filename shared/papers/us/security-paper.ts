import type { Answer } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

/** An answer with what it rests on; a bare "yes" describes nothing and is printed as not described. */
function described(
  answer: Answer | undefined,
  text: string | undefined,
  formatter: PaperFormatter,
) {
  if (answer === undefined && text === undefined) return "";
  const told = [text, answer?.note].filter((part) => part !== undefined && part !== "");
  const said = answer === undefined ? "" : formatter.answer({ ...answer, note: undefined });
  return [
    ...told,
    told.length === 0 && answer?.value === "yes" ? formatter.say("security.bare") : said,
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function sitesTable(formatter: PaperFormatter): FlowBlock {
  return formatter.table(
    [
      ["site", 3.6],
      ["physical", 6],
      ["remoteControlled", 6],
    ],
    formatter.dossier.sites.map((site) => [
      formatter.site(site.id),
      described(site.physicalSecurity, site.physicalSecurityText, formatter),
      described(site.remoteAccessControlled, undefined, formatter),
    ]),
  );
}

const policies = new Set(["kyc-policy", "remote-access-policy", "physical-security-plan"]);

/** Know-your-customer procedures, control of remote access and physical security, described and not merely affirmed (US-R-13). */
export function securityPaper(formatter: PaperFormatter): Paper {
  const { order, evidence } = formatter.dossier;
  const users = [
    ...new Set([order.buyer, order.route?.consignee, ...(order.route?.endUsers ?? [])]),
  ];
  const rows = users
    .filter((id) => formatter.partyOf(id)?.kycProcedures !== undefined)
    .map((id) => [
      formatter.party(id),
      described(formatter.partyOf(id)?.kycProcedures, undefined, formatter),
    ]);
  return {
    name: "security",
    title: formatter.say("title.security"),
    blocks: [
      formatter.heading("kyc"),
      formatter.table(
        [
          ["name", 4],
          ["kyc", 9],
        ],
        rows,
      ),
      formatter.heading("physical"),
      sitesTable(formatter),
      formatter.heading("policies"),
      formatter.table(
        [
          ["number", 2, "center"],
          ["paper", 7],
          ["kind", 4],
        ],
        evidence
          .filter(({ kind }) => policies.has(kind))
          .map((item) => [
            formatter.proof(item.id),
            formatter.text(item.title),
            formatter.word(`evidence.kind.${item.kind}`),
          ]),
      ),
    ],
  };
}
