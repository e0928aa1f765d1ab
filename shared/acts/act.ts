import { z } from "zod";
import { canonicalJson, hashOf } from "#shared/kernel";
import {
  dateSchema,
  lineSchema,
  orderIdSchema,
  personIdSchema,
  personRoles,
  sha256Schema,
  textSchema,
} from "#shared/model";

const publicKeySchema = z.string().regex(/^[0-9a-f]{64}$/);
const signatureSchema = z.string().regex(/^[0-9a-f]{128}$/);
const actIdSchema = z.string().regex(/^act_[A-Za-z0-9-]{1,60}$/);
const rolesSchema = z.array(z.enum(personRoles)).min(1).max(4);

/** Who signs: the person, and the raw Ed25519 key that it was done with. */
const signerSchema = z.strictObject({ person: personIdSchema, publicKey: publicKeySchema });

const head = {
  schema: z.literal("h200-desk/act@1"),
  id: actIdSchema,
  /** The one who acts, and where the rules ask for it the second person who countersigns; both sign the same bytes. */
  signers: z.array(signerSchema).min(1).max(2),
  /** The moment in UTC, and the day where it was signed. */
  at: z.string().max(40),
  day: dateSchema,
  reason: textSchema.max(4_000).optional(),
};

function about<K extends string>(kind: K) {
  return z.strictObject({
    kind: z.literal(kind),
    id: z.string().min(1).max(120),
    sha256: sha256Schema,
  });
}

function act<K extends string, S extends string, P extends z.ZodType>(
  kind: K,
  subject: S,
  payload: P,
) {
  return z.strictObject({ ...head, kind: z.literal(kind), subject: about(subject), payload });
}

const reviewPayload = z.strictObject({
  review: z.enum(["compliance", "legal"]),
  decision: z.enum(["ready-to-file", "changes-requested"]),
  comment: textSchema.optional(),
  comments: z
    .array(z.strictObject({ path: lineSchema, text: textSchema }))
    .max(500)
    .optional(),
  /** Packs and lists, and what completeness said, when the reviewer looked. */
  rulesSha256: sha256Schema,
  completenessSha256: sha256Schema,
});

const sealPayload = z.strictObject({
  order: orderIdSchema,
  packets: z.array(z.strictObject({ set: lineSchema, fingerprint: sha256Schema })).length(3),
  rulesSha256: sha256Schema,
  role: z.enum(personRoles),
  reviews: z.array(z.string().max(80)).max(2),
  onePerson: z.boolean(),
});

/** What is said about an entry of an order: that it holds, or no longer. */
const confirmation = z.strictObject({ order: orderIdSchema, holds: z.boolean() });

/**
 * Everything that needs a person, as one kind of record. `subject` names a thing and the hash of what was signed of it;
 * `payload` says what was decided. Once shipped, a kind keeps its meaning for ever.
 */
const statementSchema = z.discriminatedUnion("kind", [
  act("review", "order", reviewPayload),
  act("review-withdrawal", "act", z.strictObject({ order: orderIdSchema })),
  act("seal", "dossier", sealPayload),
  act(
    "person-confirmation",
    "person",
    z.strictObject({
      name: lineSchema,
      nameEn: lineSchema.optional(),
      publicKey: publicKeySchema,
      roles: rolesSchema,
    }),
  ),
  act(
    "key-change",
    "person",
    z.strictObject({
      from: publicKeySchema,
      to: publicKeySchema,
      /** The earlier key may be in other hands: it vouches for nothing any more, whenever it is said to have signed. */
      lost: z.boolean().optional(),
    }),
  ),
  act("key-revocation", "person", z.strictObject({ publicKey: publicKeySchema })),
  act("role-change", "person", z.strictObject({ from: rolesSchema, to: rolesSchema })),
  act(
    "drafter-change",
    "order",
    z.strictObject({ from: personIdSchema.optional(), to: personIdSchema }),
  ),
  act("lookup-confirmation", "lookup", confirmation),
  act("list-decision-confirmation", "list-decision", confirmation),
  act(
    "pack-trust",
    "pack-key",
    z.strictObject({ name: lineSchema, publicKey: publicKeySchema, trusted: z.boolean() }),
  ),
  act("one-person-firm", "firm", z.strictObject({ on: z.boolean() })),
]);
export type ActStatement = z.infer<typeof statementSchema>;
export type ActKind = ActStatement["kind"];
/** The statement of one kind. */
export type ActOf<K extends ActKind> = Extract<ActStatement, { readonly kind: K }>;

/** An act as it is kept: what was stated, the signature of each signer, and its place in the chain of acts. */
export const actSchema = z.strictObject({
  statement: statementSchema,
  signatures: z.array(signatureSchema).min(1).max(2),
  seq: z.number().int().positive(),
  prev: sha256Schema,
});
export type Act = z.infer<typeof actSchema>;

/** What the first act of a chain follows. */
export const NO_ACT = "0".repeat(64);

/** The characters that every signature of an act covers. */
export const statementText: (statement: ActStatement) => string = canonicalJson;

/** The hash under which the journal records an act and the next act follows it. */
export const actHash: (value: Act) => string = hashOf;

/** What is signed of a colleague: name, key and roles together, so that none of them can be exchanged afterwards. */
export function personSubject(person: {
  readonly id: string;
  readonly name: string;
  readonly nameEn?: string | undefined;
  readonly publicKey: string;
  readonly roles: readonly string[];
}): { readonly kind: "person"; readonly id: string; readonly sha256: string } {
  const { id, name, nameEn = "", publicKey, roles } = person;
  const sha256 = hashOf({ id, name, nameEn, publicKey, roles: roles.toSorted() });
  return { kind: "person", id, sha256 };
}
