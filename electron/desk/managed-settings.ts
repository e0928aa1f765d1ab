import type { Managed } from "#node/host";
import { ok } from "#shared/kernel";
import { defaultSettings, type Settings } from "#shared/model";
import type { WorkspacePort } from "./ports.ts";

type SettingsPort = WorkspacePort["settings"];

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
  const isFresh = settings === defaultSettings;
  return {
    ...settings,
    ...(isFresh && managed.language !== undefined ? { language: managed.language } : {}),
    trustedPackKeys: [...theirs, ...own],
    ...(mustShorten ? { autoLockMinutes: longest } : {}),
  };
}

/**
 * The settings as the firm's rules allow them. What the rules add is not written into the workspace: it ends when the
 * rule ends.
 */
export function managedSettings(
  settings: SettingsPort,
  managed: Managed | undefined,
): SettingsPort {
  if (managed === undefined) return settings;
  const theirs = new Set((managed.trustedPackKeys ?? []).map(({ publicKey }) => publicKey));
  return {
    get: async () => {
      const found = await settings.get();
      return found.ok ? ok(underRules(found.value, managed)) : found;
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
