import type { useDesk } from "#ui";

type Client = ReturnType<typeof useDesk>["client"];
type Answer = Awaited<ReturnType<Client["parties"]["ownership"]>>;

/** What the desk answers about who stands behind a party. */
export type Picture = Extract<Answer, { ok: true }>["value"];
