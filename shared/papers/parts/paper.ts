import type { FlowBlock } from "#shared/packet";
import type { PaperFormatter } from "./paper-formatter.ts";

/** One paper of a set before it has its number: its file, its title and what stands in it. */
export type Paper = {
  readonly name: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly blocks: readonly FlowBlock[];
};

type Goods = {
  readonly product?: string | undefined;
  readonly description?: string | undefined;
  readonly specification?: string | undefined;
};

/** Goods in the words of a reader: product, description, specification, nothing twice. */
export function goodsText(line: Goods, formatter: PaperFormatter): string {
  const said: string[] = [];
  for (const part of [formatter.product(line.product), line.description, line.specification])
    if (part !== undefined && part !== "" && !said.some((one) => one.includes(part)))
      said.push(part);
  return said.join("\n");
}

/** The closing sentence and, kept with it, the places to sign. No seal is ever drawn. */
export function closing(
  formatter: PaperFormatter,
  key: string,
  signer: string | undefined,
): FlowBlock[] {
  const signatory = formatter.partyOf(signer)?.signatory;
  const name = formatter.main === "zh" ? signatory?.name : (signatory?.nameEn ?? signatory?.name);
  // A title is kept in one language only; an English paper takes it when it is written in Latin letters.
  const said = signatory?.title;
  const title = formatter.main === "en" && /\p{Script=Han}/u.test(said ?? "") ? undefined : said;
  return [
    { kind: "paragraph", text: formatter.say(key) },
    {
      kind: "signature",
      parties: [
        {
          role: formatter.say("sign.role"),
          name: formatter.party(signer),
          lines: [
            { label: formatter.say("sign.signature") },
            { label: formatter.say("sign.name"), ...(name === undefined ? {} : { value: name }) },
            {
              label: formatter.say("sign.title"),
              ...(title === undefined ? {} : { value: title }),
            },
            { label: formatter.say("sign.date") },
          ],
          sealSpace: formatter.say("sign.seal"),
        },
      ],
    },
  ];
}
