import { z } from "zod";
import { hashOf } from "#shared/kernel";
import type { Answer } from "#shared/model";
import type { Context, Field } from "./context.ts";
import type {
  Ask,
  FactAnswer,
  FactArgs,
  FactOwner,
  FactSpec,
  FactType,
  SubjectKind,
} from "./types.ts";

/** What a reader gets: the record, the subject's id, the arguments of the pack and a way to ask for a field. */
export type Reading<A> = {
  readonly context: Context;
  readonly id: string;
  readonly args: A;
  /** The question that this fact puts about its subject, answered in the field at `path`. */
  readonly ask: (path: string) => Ask;
  readonly owner: FactOwner;
};

/** One fact: what the compiler must know of it, and how it is read. */
export type Fact = FactSpec & {
  readonly read: (reading: Reading<FactArgs | undefined>) => FactAnswer;
};

/** Fields of a fact that stay the same whatever it reads. */
export type Heading = {
  readonly id: string;
  readonly subject: SubjectKind;
  readonly owner?: FactOwner;
};

/** A fact answered. */
export function known(value: string | boolean | readonly string[], note?: string): FactAnswer {
  return note === undefined ? { known: true, value } : { known: true, value, note };
}

/** A fact that nobody stated, with what to ask. */
export function open(owner: FactOwner, ask: readonly Ask[], note?: string): FactAnswer {
  return note === undefined ? { known: false, owner, ask } : { known: false, owner, ask, note };
}

const argNames = new WeakMap<object, string>();

/** Short name of arguments for keys and memory; equal arguments give equal names. Arguments never change once made. */
export function argsKey(args: unknown): string {
  if (args === undefined) return "";
  if (typeof args !== "object" || args === null) return hashOf(args).slice(0, 8);
  let name = argNames.get(args);
  if (name === undefined) {
    name = hashOf(args).slice(0, 8);
    argNames.set(args, name);
  }
  return name;
}

/** Stable name of a question: fact, subject and, where there are any, the arguments' short hash. */
export function askKey(question: string, subject: string, args?: unknown): string {
  return args === undefined ? `${question}@${subject}` : `${question}@${subject}#${argsKey(args)}`;
}

/** A fact read by its own function. */
export function fact(
  heading: Heading & { readonly type: FactType },
  read: (reading: Reading<undefined>) => FactAnswer,
): Fact {
  const { id, subject, type, owner = "buyer" } = heading;
  return {
    id,
    subject,
    type,
    owner,
    read: (reading) => read({ ...reading, args: undefined }),
  };
}

/** A fact that takes arguments from the pack; arguments that the schema does not know are refused by the compiler. */
export function factWith<A>(
  heading: Heading & { readonly type: FactType },
  schema: z.ZodType<A> & { readonly shape: Readonly<Record<string, unknown>> },
  read: (reading: Reading<A>) => FactAnswer,
): Fact {
  const { id, subject, type, owner = "buyer" } = heading;
  // A pack gives the same arguments for every party of every draft: they are read once.
  const readArgs = new WeakMap<object, A>();
  return {
    id,
    subject,
    type,
    owner,
    takes: Object.keys(schema.shape),
    checkArgs: (args) => {
      const parsed = schema.safeParse(args);
      if (parsed.success) return undefined;
      const issue = parsed.error.issues[0];
      return `${issue?.path.map(String).join(".") || "args"}: ${issue?.message ?? "unreadable"}`;
    },
    read: (reading) => {
      const before = reading.args === undefined ? undefined : readArgs.get(reading.args);
      if (before !== undefined) return read({ ...reading, args: before });
      const parsed = schema.safeParse(reading.args);
      if (!parsed.success)
        return open(owner, [], `arguments of ${id}: ${parsed.error.issues[0]?.message ?? ""}`);
      if (reading.args !== undefined) readArgs.set(reading.args, parsed.data);
      return read({ ...reading, args: parsed.data });
    },
  };
}

/** A fact that is one field: known when it holds something, otherwise a question for that field. */
export function fieldFact(
  heading: Heading & { readonly type: "text" | "number" | "date" },
  read: (context: Context, id: string) => Field<string>,
): Fact {
  return fact(heading, ({ context, id, ask, owner }) => {
    const field = read(context, id);
    return field.value === undefined
      ? open(owner, [ask(field.path)])
      : { known: true, value: field.value, at: field.path };
  });
}

/** A fact that is a person's answer: yes and no are known; absent, or looked at and not known, is not. */
export function answerFact(
  heading: Heading,
  read: (context: Context, id: string) => Field<Answer>,
): Fact {
  return fact({ ...heading, type: "bool" }, ({ context, id, ask, owner }) => {
    const { value, path } = read(context, id);
    if (value === undefined || value.value === "unknown") return open(owner, [ask(path)]);
    return { known: true, value: value.value === "yes", at: path };
  });
}

/** Arguments: a list of texts under one name. */
export function textsSchema<K extends string>(name: K) {
  return z.strictObject({ [name]: z.array(z.string().min(1).max(400)).min(1).max(500) } as Record<
    K,
    z.ZodArray<z.ZodString>
  >);
}

/** Whether one of the texts holds one of the words, whatever its case. */
export function mentionsAny(
  texts: readonly (string | undefined)[],
  words: readonly string[],
): boolean {
  const text = texts
    .filter((one) => one !== undefined)
    .join("\n")
    .toLowerCase();
  return words.some((word) => text.includes(word.toLowerCase()));
}
