import * as Tabs from "@radix-ui/react-tabs";
import { useI18n } from "#i18n";
import { usePlace } from "#ui";
import { Backups } from "./backup/backups.tsx";
import { DeskSettings } from "./desk-settings.tsx";
import { EncryptionSettings } from "./encryption.tsx";
import { Lists } from "./lists/lists.tsx";
import { Persons } from "./persons/persons.tsx";

const tabs = ["desk", "persons", "lists", "encryption", "backup"] as const;

/** Choices of this desk; nothing here changes what a rule says. */
export function SettingsPage() {
  const { t } = useI18n();
  const { steps } = usePlace();
  const asked = tabs.find((name) => name === steps[1]) ?? "desk";
  return (
    <div className="page">
      <h1>{t("screen.nav.settings")}</h1>
      <Tabs.Root key={asked} defaultValue={asked}>
        <Tabs.List className="tabs" aria-label={t("screen.nav.settings")}>
          {tabs.map((name) => (
            <Tabs.Trigger key={name} value={name} className="tab">
              {t(`settings.tab.${name}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value="desk" className="card tab-card">
          <DeskSettings />
        </Tabs.Content>
        <Tabs.Content value="persons" className="card tab-card">
          <Persons />
        </Tabs.Content>
        <Tabs.Content value="lists" className="card tab-card">
          <Lists />
        </Tabs.Content>
        <Tabs.Content value="encryption" className="card tab-card">
          <EncryptionSettings />
        </Tabs.Content>
        <Tabs.Content value="backup" className="card tab-card">
          <Backups />
        </Tabs.Content>
      </Tabs.Root>
    </div>
  );
}
