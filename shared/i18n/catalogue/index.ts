import { common } from "./common.ts";
import { errors } from "./errors.ts";
import { completeness } from "./completeness.ts";
import { cli } from "./cli.ts";
import { facts } from "./facts.ts";
import { hosts } from "./hosts.ts";
import { menu } from "./menu.ts";
import { papers } from "./papers.ts";

/** One catalogue for screen, menu, PDF and command line; every area adds its own file here. */
export const catalogue = {
  ...common,
  ...facts,
  ...papers,
  ...hosts,
  ...menu,
  ...cli,
  ...completeness,
  ...errors,
} as const;
