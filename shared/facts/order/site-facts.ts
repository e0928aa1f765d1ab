import type { Answer, Site } from "#shared/model";
import type { Context, Field } from "../context.ts";
import { answerFact, type Fact, fact, fieldFact, known } from "../define.ts";

type SiteKey = "stateFunded" | "physicalSecurity" | "remoteAccessControlled";

const field =
  (
    key: "country" | "supercomputerFp64Pf" | "supercomputerFp32Pf",
  ): ((context: Context, id: string) => Field<string>) =>
  (context, id) => ({
    value: context.sites.get(id)?.[key],
    path: `sites.${id}.${key}`,
  });

const answer =
  (key: SiteKey): ((context: Context, id: string) => Field<Answer>) =>
  (context, id) => ({
    value: context.sites.get(id)?.[key] satisfies Site[SiteKey],
    path: `sites.${id}.${key}`,
  });

/** Where the units will stand and how the place is kept (US-R-13, US-L-03, CN-I-14). */
export const siteFacts: readonly Fact[] = [
  fieldFact({ id: "site.country", subject: "site", type: "text" }, field("country")),
  fieldFact(
    { id: "site.fp64-petaflops", subject: "site", type: "number" },
    field("supercomputerFp64Pf"),
  ),
  fieldFact(
    { id: "site.fp32-petaflops", subject: "site", type: "number" },
    field("supercomputerFp32Pf"),
  ),
  // A place of somebody else's: let, or shared; who says nothing of it has no lessor to name.
  fact({ id: "site.let", subject: "site", type: "bool" }, ({ context, id }) => {
    const site = context.sites.get(id);
    const { lessor, tenure } = site ?? {};
    return known(lessor !== undefined || (tenure !== undefined && tenure !== "owned"));
  }),
  answerFact({ id: "site.state-funded", subject: "site" }, answer("stateFunded")),
  answerFact({ id: "site.physical-security", subject: "site" }, answer("physicalSecurity")),
  answerFact(
    { id: "site.remote-access-controlled", subject: "site" },
    answer("remoteAccessControlled"),
  ),
];
