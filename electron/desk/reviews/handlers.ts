import type { DeskHandlers } from "#shared/ipc";
import { appError, canonicalJson, err, ok, type Result } from "#shared/kernel";
import { dossierHash, type Order, type Person, type Review } from "#shared/model";
import { rulesHash } from "../check/rules-hash.ts";
import { keepReviewed } from "../orders/order-changes.ts";
import type { DeskContext } from "../session/adapters.ts";
import { openPersonKey, verifySignature } from "./person-keys.ts";

type Input = Parameters<DeskHandlers["orders"]["addReview"]>[0];

/** The bytes that a review's signature covers: everything but the signature itself. */
export function reviewBytes(review: Omit<Review, "signature">): Uint8Array {
  return Buffer.from(canonicalJson(review), "utf8");
}

/** Whether a review's signature fits its content and its own key. */
export function reviewHolds(review: Review): boolean {
  const { signature, ...body } = review;
  return verifySignature(review.publicKey, reviewBytes(body), signature);
}

/** Drafter and reviewer are told apart by person and by key; a legal review needs the legal role. */
function mayReview(order: Order, person: Person, drafter: Person | undefined, kind: Input["kind"]) {
  const own =
    person.id === order.drafter ||
    (drafter?.publicKey !== undefined && drafter.publicKey === person.publicKey);
  if (own) return appError("review-own-draft", { person: person.name });
  const role = kind === "legal" ? "legal" : "reviewer";
  return person.roles.includes(role)
    ? undefined
    : appError(`review-role-${role}`, { person: person.name });
}

/** Signs a review bound to the dossier as it stands now and files it with the order. */
export async function addReview(context: DeskContext, input: Input): Promise<Result<Review>> {
  const { workspace, clockAndIds } = context;
  const { books } = workspace;
  const stored = await books.orders.get(input.id);
  if (!stored.ok) return stored;
  const order = stored.value.value;
  const person = await books.persons.get(input.person);
  if (!person.ok) return person;
  const drafter =
    order.drafter !== undefined && books.persons.has(order.drafter)
      ? await books.persons.get(order.drafter)
      : undefined;
  const refusal = mayReview(
    order,
    person.value.value,
    drafter?.ok === true ? drafter.value.value : undefined,
    input.kind,
  );
  if (refusal !== undefined) return err(refusal);
  const dossier = await context.dossierOf(input.id);
  if (!dossier.ok) return dossier;
  const report = await context.reportOf(dossier.value, {});
  if (!report.ok) return report;
  const signer = await openPersonKey(workspace.files, input.person, input.passphrase);
  if (!signer.ok) return signer;
  const kept = await keepReviewed(context, dossier.value);
  if (!kept.ok) return kept;
  const body = {
    id: clockAndIds.newId("rvw"),
    kind: input.kind,
    person: input.person,
    decision: input.decision,
    date: clockAndIds.today(),
    ...(input.comment === undefined ? {} : { comment: input.comment }),
    ...(input.comments.length === 0 ? {} : { comments: input.comments }),
    dossierSha256: dossierHash(dossier.value),
    rulesSha256: rulesHash(report.value),
    publicKey: signer.value.publicKey,
  };
  const review: Review = { ...body, signature: signer.value.sign(reviewBytes(body)) };
  const saved = await books.orders.save(
    { ...order, reviews: [...(order.reviews ?? []), review] },
    stored.value.revision,
  );
  if (!saved.ok) return saved;
  const recorded = await workspace.journal.record(
    "review.sign",
    { collection: "orders", id: input.id },
    { kind: input.kind, decision: input.decision },
  );
  return recorded.ok ? ok(review) : recorded;
}
