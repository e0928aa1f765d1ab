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

type Signing = {
  /** Whether a person signs by hand; a sealed letter needs the seal alone. */
  readonly byHand: boolean;
  /** Who signs by hand in a Chinese paper, a line each. */
  readonly hands?: readonly string[];
};

/**
 * Where a paper is signed and sealed: in Chinese the issuer over the day, with the line for the signature above where a person
 * signs; in English lines for signature, name, title and date. No seal is ever drawn.
 */
export function signing(
  formatter: PaperFormatter,
  signer: string | undefined,
  { byHand, hands = ["sign.byHand"] }: Signing,
): FlowBlock {
  const signatory = formatter.partyOf(signer)?.signatory;
  const value = (text: string | undefined) =>
    text === undefined || text === "" ? {} : { value: text };
  const name = formatter.main === "zh" ? signatory?.name : (signatory?.nameEn ?? signatory?.name);
  const lines =
    formatter.main === "zh"
      ? hands.slice(byHand ? 0 : hands.length).map((key) => ({ label: formatter.say(key) }))
      : [
          { label: formatter.say("sign.signature") },
          { label: formatter.say("sign.name"), ...value(name) },
          { label: formatter.say("sign.title"), ...value(formatter.title(signatory)) },
          { label: formatter.say("sign.date") },
        ];
  return {
    kind: "signature",
    parties: [
      {
        role: formatter.say("sign.role"),
        name: formatter.short(signer),
        lines,
        ...(formatter.main === "zh" ? { day: formatter.say("sign.day") } : {}),
        sealSpace: formatter.say("sign.seal"),
      },
    ],
  };
}

/** The closing sentence and, kept with it, the place to sign. */
export function closing(
  formatter: PaperFormatter,
  key: string,
  signer: string | undefined,
): FlowBlock[] {
  return [
    { kind: "paragraph", text: formatter.say(key) },
    signing(formatter, signer, { byHand: true }),
  ];
}
