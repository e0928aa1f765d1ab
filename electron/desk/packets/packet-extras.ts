import type { PacketSummary } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import { type Dossier, dossierHash, type Review, type Settings } from "#shared/model";
import type { Letterhead } from "#shared/packet";
import type { AnnexName, JournalExtractLine } from "#shared/papers";
import type { PacketRequest } from "../packet-builder/packet-request.ts";
import { reviewHolds } from "../reviews/earlier-reviews.ts";
import type { DeskContext } from "../session/adapters.ts";
import type { JournalLine } from "../workspace/desk-workspace.ts";

type Extras = Pick<PacketRequest, "letterhead" | "lists" | "journal">;

/** The newest lines are kept: a record of two thousand changes is longer than anybody reads. */
const JOURNAL_LINES = 2_000;

function letterheadOf({ letterhead }: Settings): Letterhead | undefined {
  if (letterhead === undefined || letterhead.name.trim() === "") return undefined;
  const { name, address, logoSvg } = letterhead;
  const lines = (address ?? "").split("\n").filter((line) => line.trim() !== "");
  return { name, lines: lines.slice(0, 6), ...(logoSvg === undefined ? {} : { logoSvg }) };
}

/** Lines of the journal about the order and whatever it refers to. Lines about packets are not of the order's content. */
function journalOf(dossier: Dossier, lines: readonly JournalLine[]): readonly JournalExtractLine[] {
  const { order, parties, sites, products, evidence } = dossier;
  const ids = new Set([order, ...parties, ...sites, ...products, ...evidence].map(({ id }) => id));
  return lines
    .filter(({ subject }) => ids.has(subject.slice(subject.indexOf("/") + 1)))
    .map(({ seq, at, who, verb, subject, hash }) => ({ seq, at, who, verb, subject, hash }))
    .toSorted((a, b) => a.seq - b.seq)
    .slice(-JOURNAL_LINES);
}

/** What the workspace adds to a set: the letterhead, and for the record the lists and the journal's lines about the order. */
export async function extrasOf(
  { workspace, lists }: DeskContext,
  set: PacketSummary["set"],
  dossier: Dossier,
): Promise<Result<Extras>> {
  const settings = await workspace.settings.get();
  if (!settings.ok) return settings;
  const letterhead = letterheadOf(settings.value);
  if (set !== "internal-record") return ok({ letterhead });
  const indexes = await lists.indexes();
  if (!indexes.ok) return indexes;
  const shown = await workspace.journal.show({ limit: Number.MAX_SAFE_INTEGER });
  if (!shown.ok) return shown;
  return ok({ letterhead, lists: indexes.value, journal: journalOf(dossier, shown.value) });
}

/**
 * A self-check goes out only after a legal review of this very dossier (CN-L-06); other annexes need nothing. `holds` says
 * whether a review is to be believed: the desk gives dossiers whose reviews it verified, a file's are held against their own key.
 */
export function annexesReady(
  dossier: Dossier,
  annexes: readonly AnnexName[] | undefined,
  holds: (review: Review) => boolean = reviewHolds,
): Result<void> {
  if (annexes?.includes("self-check") !== true) return ok(undefined);
  const legal = (dossier.order.reviews ?? []).findLast(({ kind }) => kind === "legal");
  const stands =
    legal?.decision === "ready-to-file" &&
    legal.dossierSha256 === dossierHash(dossier) &&
    holds(legal);
  return stands ? ok(undefined) : err(appError("annex-legal-review"));
}
