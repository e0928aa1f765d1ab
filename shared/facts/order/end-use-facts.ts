import {
  answerFact,
  type Fact,
  fact,
  factWith,
  fieldFact,
  known,
  mentionsAny,
  open,
  textsSchema,
} from "../define.ts";

const at = (id: string, key: string) => `order.endUses.${id}.${key}`;

/** What the units are for, use by use (US-R-12, CN-I-03, CN-I-05, US-G-06). */
export const endUseFacts: readonly Fact[] = [
  fieldFact({ id: "end-use.kind", subject: "end-use", type: "text" }, (context, id) => ({
    value: context.endUses.get(id)?.kind,
    path: at(id, "kind"),
  })),
  answerFact({ id: "end-use.commercial", subject: "end-use" }, (context, id) => ({
    value: context.endUses.get(id)?.commercial,
    path: at(id, "commercial"),
  })),
  fact(
    { id: "end-use.described", subject: "end-use", type: "bool" },
    ({ context, id, ask, owner }) => {
      const words = context.endUses.get(id)?.description;
      const texts = [words?.zh, words?.en].filter((text) => text !== undefined);
      if (texts.length === 0) return open(owner, [ask(at(id, "description"))]);
      return known(texts.some((text) => text.trim() !== ""));
    },
  ),
  factWith(
    { id: "end-use.text-mentions", subject: "end-use", type: "bool" },
    textsSchema("words"),
    ({ context, id, args }) => {
      const words = context.endUses.get(id)?.description;
      return known(mentionsAny([words?.zh, words?.en], args.words));
    },
  ),
];
