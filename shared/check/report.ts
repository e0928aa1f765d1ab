import type { CivilDate } from "#shared/kernel";
import type { Lookup } from "#shared/model";
import type { Lane, Reading, TrackReport } from "#shared/rules";
import type { Completeness } from "./report-schema.ts";

type Lanes = { readonly "cn-import": Lane; readonly "us-export": Lane };

/** One finding of a person about the law, with the name of who entered it and whether it speaks of the day asked. */
type ReportLookup = Lookup & {
  readonly name?: string;
  readonly applies: boolean;
  /** Whether a second person's signed act was verified; what the file says of itself does not count. */
  readonly isConfirmed: boolean;
};

/** The report of one check. Same dossier, packs, lists, date and reading: the same bytes in canonical JSON. */
export type Report = {
  readonly schema: "h200-desk/report@2";
  readonly asOf: CivilDate;
  readonly reading: Reading;
  readonly dossier: { readonly id: string; readonly sha256: string };
  readonly packs: readonly {
    readonly id: string;
    readonly version: string;
    readonly sha256: string;
  }[];
  readonly lists: readonly {
    readonly id: string;
    readonly date: string;
    readonly sha256: string;
  }[];
  /** What persons looked up and entered for this order; absent where nobody did. */
  readonly lookups?: readonly ReportLookup[];
  /** Ids of the list decisions that counted by signed acts; absent where no acts are kept or nothing was decided. */
  readonly countedDecisions?: readonly string[];
  readonly tracks: { readonly "cn-import": TrackReport; readonly "us-export": TrackReport };
  readonly readings: { readonly narrow: Lanes; readonly working: Lanes; readonly broad: Lanes };
  readonly completeness: {
    readonly "cn-filing": Completeness;
    readonly "us-exporter": Completeness;
  };
};
