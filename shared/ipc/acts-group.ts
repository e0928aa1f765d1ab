import { z } from "zod";
import {
  orderIdSchema,
  personIdSchema,
  personRoles,
  reviewSchema,
  textSchema,
} from "#shared/model";
import { errorSchema, procedure } from "./procedure.ts";

const done = z.strictObject({});
const passphrase = z.string().max(400);
const newPassphrase = z.string().min(8).max(400);
const roles = z.array(z.enum(personRoles)).min(1).max(4);
const reason = textSchema.max(4_000);
/** A second person who countersigns; only a firm of one goes without. */
const second = z.strictObject({ person: personIdSchema, passphrase }).optional();
/** Who signs, with the passphrase that opens their key. */
const hand = { person: personIdSchema, passphrase };

/** What joins the group `persons`: who is known here, and the signed acts that make and change it. */
export const registerNames = {
  /** Goes on as nobody: what follows is journaled without a name. */
  signOut: procedure(z.strictObject({}), done),
  /** Who is known by acts, whatever the book says. */
  register: procedure(
    z.strictObject({}),
    z.strictObject({
      /** Who unlocked a key in this session. */
      signedIn: personIdSchema.optional(),
      /** Two persons have confirmed each other; from then on known persons confirm others. */
      founded: z.boolean(),
      onePerson: personIdSchema.optional(),
      /** Why acts cannot be relied on, where that is so. */
      problems: z.array(errorSchema),
      persons: z.array(
        z.strictObject({
          person: personIdSchema,
          fingerprint: z.string().optional(),
          /** `differs`: the book's key or roles are not those that were confirmed. */
          state: z.enum(["no-key", "unconfirmed", "waiting", "confirmed", "differs", "revoked"]),
          confirmedBy: z.array(personIdSchema),
        }),
      ),
    }),
  ),
  /** `by` confirms a colleague's key and roles, having compared the fingerprint with the colleague. */
  confirm: procedure(
    z.strictObject({ of: personIdSchema, fingerprint: z.string().max(100), ...hand }),
    done,
  ),
  /** Another key for a known person: signed by the new key, countersigned by a second person. */
  changeKey: procedure(
    z.strictObject({
      person: personIdSchema,
      passphrase: newPassphrase,
      second: z.strictObject({ person: personIdSchema, passphrase }),
      /** The earlier key may be in other hands: from now on it vouches for nothing, whenever it is said to have signed. */
      lost: z.boolean().optional(),
      reason,
    }),
    z.strictObject({ publicKey: z.string() }),
  ),
  /** Two persons say that a colleague's key vouches for nothing any more. */
  revokeKey: procedure(z.strictObject({ of: personIdSchema, ...hand, second, reason }), done),
  changeRoles: procedure(
    z.strictObject({ of: personIdSchema, roles, ...hand, second, reason }),
    done,
  ),
  /** A firm of one: one person drafts, reviews and seals, and every paper says so. */
  onePerson: procedure(z.strictObject({ on: z.boolean(), ...hand, reason }), done),
};

/** What joins the group `orders`. */
export const reviewNames = {
  reviews: procedure(
    z.strictObject({ id: orderIdSchema }),
    z.array(
      z.strictObject({
        review: reviewSchema,
        state: z.enum(["standing", "withdrawn", "before-acts"]),
        /** The signer is known here under this key. */
        known: z.boolean(),
        act: z.string().optional(),
      }),
    ),
  ),
  withdrawReview: procedure(
    z.strictObject({ id: orderIdSchema, act: z.string().max(80), ...hand, second, reason }),
    done,
  ),
  /** `person` takes the drafter's place. */
  changeDrafter: procedure(z.strictObject({ id: orderIdSchema, ...hand, second, reason }), done),
};

/** What joins the group `lists`: a signature under a decision about a possible match. */
export const signDecisionName = procedure(
  z.strictObject({
    order: orderIdSchema,
    id: z.string().max(80),
    holds: z.boolean(),
    reason: reason.optional(),
    ...hand,
  }),
  done,
);

/** Everything that sealing needs, each met or with the reason why not; asks for no passphrase. */
export const readinessAnswer = z.strictObject({
  ready: z.boolean(),
  onePerson: z.boolean(),
  items: z.array(z.strictObject({ item: z.string(), fault: errorSchema.optional() })),
});
