import { keyFingerprint } from "#node/packets";
import type { DeskHandlers } from "#shared/ipc";
import { appError, err, ok } from "#shared/kernel";
import type { DeskContext } from "../session/adapters.ts";

/** Makes a colleague's key card from the register and offers it to be saved. */
export async function keyCard(
  context: DeskContext,
  { person, lang }: Parameters<DeskHandlers["packets"]["keyCard"]>[0],
): ReturnType<DeskHandlers["packets"]["keyCard"]> {
  const { workspace, clockAndIds, packets, grants } = context;
  const stored = await workspace.books.persons.get(person);
  if (!stored.ok) return stored;
  const { name, nameEn, roles, publicKey, keySince } = stored.value.value;
  if (publicKey === undefined) return err(appError("key-card-none", { person: name }));
  const settings = await workspace.settings.get();
  if (!settings.ok) return settings;
  const card = {
    name,
    nameEn,
    roles,
    firm: settings.value.letterhead?.name,
    publicKey,
    fingerprint: keyFingerprint(publicKey),
    validFrom: keySince,
    madeOn: clockAndIds.today(),
  };
  const made = await (await packets()).keyCard(card, lang);
  if (!made.ok) return made;
  const bytes = made.value;
  return ok(
    grants.offer({
      fileName: `${person}-key-card.pdf`,
      mediaType: "application/pdf",
      bytes: () => Promise.resolve(ok(bytes)),
    }),
  );
}
