import { keyFingerprint } from "#node/packets";

type Call = <T = Record<string, unknown>>(
  group: string,
  name: string,
  input: unknown,
) => Promise<T>;

/** A colleague to be added: id and roles; the name is invented. */
export type Colleague = { readonly id: string; readonly roles: readonly string[] };

/** The passphrase of every invented colleague. */
export const passphrase = "long enough";

/** Adds a colleague with a key; nobody has confirmed it. */
export async function addColleague(call: Call, { id, roles }: Colleague): Promise<string> {
  const value = { id, name: `${id} 姓名`, nameEn: `Name of ${id}`, roles };
  await call("persons", "save", { value, revision: 0 });
  const made = await call<{ publicKey: string }>("persons", "createKey", {
    person: id,
    passphrase,
  });
  return keyFingerprint(made.publicKey);
}

/** Has one colleague confirm another, the fingerprint compared. */
export async function confirm(call: Call, of: string, person: string): Promise<void> {
  const { persons } = await call<{ persons: { person: string; fingerprint?: string }[] }>(
    "persons",
    "register",
    {},
  );
  const fingerprint = persons.find((one) => one.person === of)?.fingerprint ?? "";
  await call("persons", "confirm", { of, person, passphrase, fingerprint });
}

/** Everybody confirms everybody, as a small firm does it once. */
export async function confirmAll(call: Call, ids: readonly string[]): Promise<void> {
  for (const [at, id] of ids.entries()) {
    const earlier = ids.slice(0, at);
    // Only who is known makes others known, so those who were here first speak first.
    for (const by of earlier) await confirm(call, id, by);
    for (const of of earlier) await confirm(call, of, id);
  }
}

/** A drafter, a reviewer and a lawyer who know each other. */
export async function knownFirm(call: Call): Promise<void> {
  await addColleague(call, { id: "psn_second", roles: ["reviewer"] });
  await addColleague(call, { id: "psn_legal", roles: ["legal"] });
  await addColleague(call, { id: "psn_drafter", roles: ["drafter"] });
  await confirmAll(call, ["psn_second", "psn_legal", "psn_drafter"]);
}
