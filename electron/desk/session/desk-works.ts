import { createActStore } from "../acts/act-store.ts";
import { createReporter } from "../check/reporter.ts";
import { createListRegistry } from "../lists/list-registry.ts";
import { reviewedDossier } from "../orders/reviewed-dossier.ts";
import type { PacketBuilder } from "../packet-builder/packet-request.ts";
import { createPackRegistry } from "../packs/pack-registry.ts";
import { packTrust } from "../packs/trusted-keys.ts";
import { createTotals } from "../totals/workspace-totals.ts";
import type { DeskAdapters, DeskContext } from "./adapters.ts";

/** What handlers are given beside the workspace, and the end of the processes that it started. */
export type DeskWorks = {
  readonly context: DeskContext;
  readonly dispose: () => Promise<void>;
};

/** Acts, packs, lists, checks and packets over one workspace; typesetter and bag writer come with the first packet. */
export function createWorks(desk: DeskAdapters): DeskWorks {
  const { workspace, clockAndIds, host, packaging } = desk;
  const acts = createActStore(workspace, clockAndIds);
  const packs = createPackRegistry({
    files: workspace.files,
    journal: workspace.journal,
    trust: () => packTrust({ acts, host }),
  });
  const lists = createListRegistry(workspace.files);
  const totals = createTotals(workspace, clockAndIds);
  let builder: Promise<PacketBuilder> | undefined;
  const packets = () => {
    builder ??= import("../packet-builder/packet-builder.ts").then(({ createPacketBuilder }) =>
      createPacketBuilder({
        ...packaging,
        packs: async () => {
          const held = await packs.all();
          const sound = held.ok ? held.value.filter(({ refused }) => refused === undefined) : [];
          return sound.map(({ program }) => program);
        },
        // A packet may have been made with lists that others have superseded since.
        lists: () => lists.indexes({ all: true }),
      }),
    );
    return builder;
  };
  const context: DeskContext = {
    ...desk,
    acts,
    packs,
    lists,
    totals,
    packets,
    dossierOf: (id) => reviewedDossier({ workspace, acts, totals }, id),
    ...createReporter({ ...desk, acts, packs, lists }),
  };
  return { context, dispose: async () => await (await builder)?.dispose() };
}
