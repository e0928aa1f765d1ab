import { acts } from "./acts.ts";
import { brief } from "./brief.ts";
import { check } from "./check.ts";
import { cli } from "./cli.ts";
import { common } from "./common.ts";
import { completeness } from "./completeness.ts";
import { countries } from "./countries.ts";
import { decision } from "./decision.ts";
import { editor } from "./editor.ts";
import { errors } from "./errors.ts";
import { facts } from "./facts.ts";
import { guide } from "./guide.ts";
import { hosts } from "./hosts.ts";
import { identity } from "./identity.ts";
import { journal } from "./journal.ts";
import { lists } from "./lists.ts";
import { lookups } from "./lookups.ts";
import { menu } from "./menu.ts";
import { overview } from "./overview.ts";
import { ownership } from "./ownership.ts";
import { packetScreen } from "./packet-screen.ts";
import { packetVerify } from "./packet-verify.ts";
import { packs } from "./packs.ts";
import { papers } from "./papers.ts";
import { papersOfExporter } from "./papers-of-exporter.ts";
import { papersOfFiling } from "./papers-of-filing.ts";
import { papersOfRecord } from "./papers-of-record.ts";
import { papersOfSets } from "./papers-of-sets.ts";
import { partyBook } from "./party-book.ts";
import { program } from "./program.ts";
import { screen } from "./screen.ts";
import { screening } from "./screening.ts";
import { sealing } from "./sealing.ts";
import { shapes } from "./shapes.ts";
import { store } from "./store.ts";
import { tenants } from "./tenants.ts";
import { tour } from "./tour.ts";
import { welcome } from "./welcome.ts";
import { workspace } from "./workspace.ts";

/** One catalogue for screen, menu, PDF and command line; every area adds its own file here. */
export const catalogue = {
  ...common,
  ...facts,
  ...papers,
  ...papersOfSets,
  ...papersOfFiling,
  ...papersOfExporter,
  ...papersOfRecord,
  ...countries,
  ...guide,
  ...hosts,
  ...menu,
  ...brief,
  ...check,
  ...lookups,
  ...decision,
  ...screening,
  ...overview,
  ...editor,
  ...packetScreen,
  ...packetVerify,
  ...screen,
  ...cli,
  ...completeness,
  ...errors,
  ...identity,
  ...journal,
  ...lists,
  ...ownership,
  ...packs,
  ...partyBook,
  ...sealing,
  ...acts,
  ...shapes,
  ...program,
  ...store,
  ...tenants,
  ...welcome,
  ...workspace,
  ...tour,
} as const;
