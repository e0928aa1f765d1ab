import type { Managed } from "#node/host";
import type { Lang } from "#shared/i18n";
import { ok } from "#shared/kernel";
import { defaultSettings, type Settings } from "#shared/model";
import type { SettingsBook } from "../workspace/desk-workspace.ts";

/** A workspace in which nobody saved settings yet speaks the language that the firm, or whoever started the desk, wants. */
function inLanguage(settings: Settings, language: Lang | undefined): Settings {
  return settings === defaultSettings && language !== undefined
    ? { ...settings, language }
    : settings;
}

function underRules(settings: Settings, managed: Managed): Settings {
  const theirs = managed.trustedPackKeys ?? [];
  const known = new Set(theirs.map(({ publicKey }) => publicKey));
  const own = managed.onlyTheseKeys
    ? []
    : settings.trustedPackKeys.filter(({ publicKey }) => !known.has(publicKey));
  const longest = managed.autoLockMinutes;
  // 0 means never, which is longer than any limit.
  const mustShorten =
    longest !== undefined && (settings.autoLockMinutes === 0 || settings.autoLockMinutes > longest);
  return {
    ...settings,
    trustedPackKeys: [...theirs, ...own],
    ...(mustShorten ? { autoLockMinutes: longest } : {}),
  };
}

/**
 * The settings as the firm's rules allow them. What the rules add is not written into the workspace: it ends when the
 * rule ends. `asked` is the language in which somebody started the desk.
 */
export function managedSettings(
  settings: SettingsBook,
  managed: Managed | undefined,
  asked?: Lang,
): SettingsBook {
  if (managed === undefined && asked === undefined) return settings;
  return ruledSettings(settings, managed ?? { schema: "h200-desk/managed@1" }, asked);
}

function ruledSettings(settings: SettingsBook, managed: Managed, asked?: Lang): SettingsBook {
  const theirs = new Set((managed.trustedPackKeys ?? []).map(({ publicKey }) => publicKey));
  return {
    get: async () => {
      const found = await settings.get();
      if (!found.ok) return found;
      return ok(underRules(inLanguage(found.value, managed.language ?? asked), managed));
    },
    save: async (wished) => {
      const kept = managed.onlyTheseKeys ? await settings.get() : undefined;
      if (kept?.ok === false) return kept;
      // Keys that a rule hides for a time are not deleted by it.
      const own = kept?.value.trustedPackKeys ?? wished.trustedPackKeys;
      const trustedPackKeys = own.filter(({ publicKey }) => !theirs.has(publicKey));
      return await settings.save({ ...wished, trustedPackKeys });
    },
  };
}
