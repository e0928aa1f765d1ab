import { common } from "./common.ts";

/** One catalogue for screen, menu, PDF and command line; every area adds its own file here. */
export const catalogue = { ...common } as const;
