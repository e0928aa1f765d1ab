import type { z } from "zod";
import type { listHitSchema } from "#shared/ipc";

/** One near match of a name of ours to an entry of a list, with what a person decided. */
export type Hit = z.infer<typeof listHitSchema>;
