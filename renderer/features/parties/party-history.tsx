import { type FieldNames, useAnswer, useDesk, VersionHistory, wordsOfSpecs } from "#ui";
import {
  addressRows,
  codeRows,
  contactRows,
  directorRows,
  holderRows,
  identityFields,
  infrastructureFields,
  natureFields,
  representativeFields,
  signatoryFields,
} from "./party-fields.ts";

const holders = holderRows("");
const lists = [codeRows, addressRows, contactRows, directorRows];

/** `party.names.zh` is called `field.party.names.zh`, a holder's share `field.link.equity`. */
function keyOf(path: string): string {
  const [root = "", ...steps] = path.split(".");
  if (root === "holders") return ["field.link", ...steps.slice(1)].join(".");
  const rows = lists.find(({ name }) => name === steps[0]);
  return rows === undefined
    ? ["field.party", ...steps].join(".")
    : [`field.${rows.of}`, ...steps.slice(1)].join(".");
}

const names: FieldNames = {
  keyOf,
  words: wordsOfSpecs([
    [
      "party",
      [
        ...identityFields,
        ...representativeFields,
        ...signatoryFields,
        ...natureFields,
        ...infrastructureFields,
      ],
    ],
    ...[...lists, holders].map((rows) => [rows.of, rows.fields] as const),
  ]),
};

type Props = { readonly party: string; readonly onRestored: () => void };

/** Who saved which version of a party when, what changed, and the way back. */
export function PartyHistory({ party, onRestored }: Props) {
  const { client } = useDesk();
  const host = useAnswer(["host"], async () => await client.host.info({}));
  return (
    <VersionHistory
      book="parties"
      id={party}
      names={names}
      stale={[["parties"], ["ownership"], ["completeness"], ["check"]]}
      readOnly={host.data?.readOnly ?? false}
      onRestored={onRestored}
    />
  );
}
