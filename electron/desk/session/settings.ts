import type { DeskHandlers } from "#shared/ipc";
import { done } from "../workspace/books.ts";
import { present } from "../workspace/collections.ts";
import type { DeskAdapters } from "./adapters.ts";

/** Choices of this desk. */
export function settingsHandlers({
  workspace,
  backupPlan,
  settingsSaved,
}: DeskAdapters): DeskHandlers["settings"] {
  return {
    get: workspace.settings.get,
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
      if (settings.backup !== undefined) backupPlan.follow(present(settings.backup));
      const recorded = await workspace.journal.record("settings.change");
      if (recorded.ok) await settingsSaved();
      return done(recorded);
    },
  };
}
