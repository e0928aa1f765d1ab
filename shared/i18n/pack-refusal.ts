import type { AppError } from "#shared/kernel";
import { errorText, type MessageParams, translate, translateData } from "./translate.ts";
import type { Lang } from "./words.ts";

/** Why a pack cannot be taken in, as plain data: the sentence is made where the language is known. */
export type PackRefusalData =
  | {
      readonly kind: "compiler";
      readonly error: {
        readonly file: string;
        readonly place: string;
        readonly code: string;
        readonly params: MessageParams;
        readonly remedy: string;
      };
    }
  | {
      readonly kind: "case";
      readonly result: {
        readonly name: string;
        readonly problems: readonly {
          readonly what: string;
          readonly expected: string;
          readonly found: string;
        }[];
        readonly error?: AppError | undefined;
      };
    }
  | { readonly kind: "no-cases" }
  | { readonly kind: "signature" };

type CaseRefusal = Extract<PackRefusalData, { kind: "case" }>["result"];

function caseReason(lang: Lang, { problems, error }: CaseRefusal): string {
  const first = problems[0];
  if (first) return translate(lang, "pack.case.reason", first);
  return error === undefined ? "-" : errorText(lang, error).replace(/[.。]$/u, "");
}

/** Why a pack is refused, as a sentence a person can act on: file, place, what is wrong, what to do. */
export function packRefusalText(lang: Lang, refusal: PackRefusalData): string {
  switch (refusal.kind) {
    case "compiler": {
      const { file, place, code, params, remedy } = refusal.error;
      const what = translateData(lang, `pack.error.${code}`, params);
      const mend = translateData(lang, `pack.remedy.${remedy}`, params);
      return translate(lang, "pack.refusal.compiler", { file, place, what, remedy: mend });
    }
    case "case": {
      const reason = caseReason(lang, refusal.result);
      return translate(lang, "pack.refusal.case", { name: refusal.result.name, reason });
    }
    case "no-cases":
      return translate(lang, "pack.refusal.no-cases");
    case "signature":
      return translate(lang, "pack.refusal.signature");
  }
}
