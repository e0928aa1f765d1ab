import type { DeskHandlers } from "#shared/ipc";
import { done } from "../workspace/books.ts";
import { present } from "../workspace/collections.ts";
import type { DeskContext } from "./adapters.ts";

/** Choices of this desk. */
export function settingsHandlers({ workspace }: DeskContext): DeskHandlers["settings"] {
  return {
    get: () => workspace.settings.get(),
    save: async (settings) => {
      const stored = await workspace.settings.get();
      if (!stored.ok) return stored;
      // Whose name the journal bears takes a passphrase, and whose packs are trusted takes a signed act.
      const { currentPerson: _asked, ...rest } = settings;
      const { currentPerson, trustedPackKeys } = stored.value;
      const kept = { ...rest, trustedPackKeys };
      const saved = await workspace.settings.save(
        currentPerson === undefined ? kept : { ...kept, currentPerson },
      );
      if (!saved.ok) return saved;
      if (settings.backup !== undefined) workspace.planBackups(present(settings.backup));
      return done(await workspace.journal.record("settings.change"));
    },
  };
}
