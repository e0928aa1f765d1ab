import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { builtInPrograms, createPacketBuilder, type PacketBuilder } from "#desk";
import { runCheck } from "#shared/check";
import { type Dossier, dossierSchema } from "#shared/model";
import type { SetName } from "#shared/papers";
import { ForgedPacket, type Hand, sha256 } from "./forger.ts";

const examples = join(process.cwd(), "examples");
const DAY = "2026-08-20";

/** The packs that packets are made and verified with. */
function packs() {
  const own = builtInPrograms();
  if (!own.ok) throw new Error(own.error.code);
  return own.value.map(({ program }) => program);
}

/** What builds and verifies packets here. */
export function packetBuilder(): PacketBuilder {
  return createPacketBuilder({ root: process.cwd(), version: "0.1.0", packs });
}

/** The sample order with all its evidence at hand. */
export function sampleOrder(): Dossier {
  const text = readFileSync(join(examples, "private-start-up-complete.json"), "utf8");
  return dossierSchema.parse(JSON.parse(text));
}

function evidence(): ReadonlyMap<string, Buffer> {
  const folder = join(examples, "evidence");
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  return new Map(files.map((bytes) => [sha256(bytes), bytes]));
}

/** Who seals a genuine packet. */
export type Sealer = {
  readonly hand: Hand;
  readonly name: string;
  readonly role: string;
  readonly signedAt: string;
};

/** Builds a packet into a folder as the desk does, a draft where nobody seals it. */
export async function buildPacket(
  builder: PacketBuilder,
  folder: string,
  { set, sealer, dossier = sampleOrder() }: { set: SetName; sealer?: Sealer; dossier?: Dossier },
): Promise<ForgedPacket> {
  const report = runCheck({ dossier, packs: packs(), lists: [], asOf: DAY, reading: "working" });
  if (!report.ok) throw new Error(report.error.code);
  const held = evidence();
  const built = await builder.build({
    set,
    dossier,
    report: report.value,
    language: set === "us-exporter" ? "en" : "zh",
    evidence: (hash) => {
      const bytes = held.get(hash);
      return Promise.resolve(bytes === undefined ? undefined : () => Readable.from([bytes]));
    },
    ...(sealer === undefined
      ? {}
      : {
          seal: {
            by: sealer.name,
            role: sealer.role,
            signedAt: sealer.signedAt,
            signer: {
              person: "psn_sample",
              publicKey: sealer.hand.publicKey,
              sign: sealer.hand.sign,
            },
          },
        }),
    into: { folder, as: "folder" },
    signal: new AbortController().signal,
    progress: () => undefined,
  });
  if (!built.ok) throw new Error(built.error.code);
  return ForgedPacket.of(built.value.place);
}
