import cnEarlierPack from "#packs/cn-import/2026-11-23/pack.json" with { type: "json" };
import cnEarlierSources from "#packs/cn-import/2026-11-23/sources.json" with { type: "json" };
import cnSecondPack from "#packs/cn-import/2026-11-30/pack.json" with { type: "json" };
import cnSecondSources from "#packs/cn-import/2026-11-30/sources.json" with { type: "json" };
import cnPack from "#packs/cn-import/2026-12-01/pack.json" with { type: "json" };
import cnSources from "#packs/cn-import/2026-12-01/sources.json" with { type: "json" };
import usEarlierPack from "#packs/us-export/2026-11-23/pack.json" with { type: "json" };
import usEarlierSources from "#packs/us-export/2026-11-23/sources.json" with { type: "json" };
import usSecondPack from "#packs/us-export/2026-11-30/pack.json" with { type: "json" };
import usSecondSources from "#packs/us-export/2026-11-30/sources.json" with { type: "json" };
import usPack from "#packs/us-export/2026-12-01/pack.json" with { type: "json" };
import usSources from "#packs/us-export/2026-12-01/sources.json" with { type: "json" };
import type { PackInput } from "#shared/rules";

/** The packs that come with the program, as data not yet believed: they pass the same compiler as any other. */
export const builtInPacks: readonly PackInput[] = [
  { pack: cnPack, sources: cnSources },
  { pack: usPack, sources: usSources },
];

/** Earlier issues of the same packs: none of them speaks, and an old report can still be run again under the pack it was made with. */
export const earlierPacks: readonly PackInput[] = [
  { pack: cnEarlierPack, sources: cnEarlierSources },
  { pack: usEarlierPack, sources: usEarlierSources },
  { pack: cnSecondPack, sources: cnSecondSources },
  { pack: usSecondPack, sources: usSecondSources },
];
