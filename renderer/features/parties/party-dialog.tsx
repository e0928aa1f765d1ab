import * as Tabs from "@radix-ui/react-tabs";
import { useState } from "react";
import { useI18n } from "#i18n";
import { type PartyRecord, partyRecordSchema } from "#shared/model";
import { type Draft, Fields, newId, RecordDialog, type RecordTarget, Rows, useDesk } from "#ui";
import { Contradictions, FormReading, SectorReading } from "./identity-reading.tsx";
import { Ownership } from "./ownership/ownership.tsx";
import {
  addressRows,
  codeRows,
  contactRows,
  directorRows,
  holderRows,
  identityFields,
  infrastructureFields,
  natureFields,
  representativeFields,
  signatoryFields,
} from "./party-fields.ts";
import { PartyHistory } from "./party-history.tsx";
import { UsccReading } from "./uscc-reading.tsx";

type Props = {
  readonly target: RecordTarget;
  readonly onDone: (id: string | undefined) => void;
};

function freshRecord(name: string): PartyRecord {
  const han = /\p{Script=Han}/u.test(name);
  const names = name === "" ? {} : { [han ? "zh" : "en"]: name };
  return { party: { id: newId("pty"), kind: "company", names }, holders: [] };
}

/** `party.uscc` stands in messages as `parties.pty_x.uscc`, a holder's share as `links.lnk_y.equity`. */
function addressOf(path: string, record: PartyRecord): string {
  if (path.startsWith("holders.")) return `links.${path.slice("holders.".length)}`;
  return path.startsWith("party.") ? `parties.${record.party.id}.${path.slice(6)}` : path;
}

/** The editor of one party: who it is, what it is, who holds it, and the picture of that. */
export function PartyDialog({ target, onDone }: Props) {
  const { t, pick } = useI18n();
  const { client } = useDesk();
  return (
    <RecordDialog<PartyRecord>
      title={t("parties.edit")}
      nameOf={({ party }) => pick(party.names)}
      target={target}
      schema={partyRecordSchema}
      load={(id) => client.parties.get({ id })}
      fresh={freshRecord}
      save={(value, revision) => client.parties.save({ value, revision })}
      address={addressOf}
      stale={[["parties"], ["ownership"], ["completeness"], ["check"]]}
      wide
      onDone={onDone}
    >
      {(draft, isNew) => (
        <PartyTabs
          draft={draft}
          isNew={isNew}
          focus={target.focus}
          onRestored={() => onDone(target.id)}
        />
      )}
    </RecordDialog>
  );
}

const tabs = ["identity", "contact", "nature", "cii", "holders", "picture", "history"] as const;
type Tab = (typeof tabs)[number];

function tabOf(focus: string | undefined): Tab {
  if (focus === undefined) return "identity";
  if (focus.startsWith("links.") || focus.includes(".holders")) return "holders";
  const name = focus.split(".")[2] ?? "";
  if (name === "criticalInfrastructure") return "cii";
  if (["addresses", "contacts", "signatory"].includes(name)) return "contact";
  return natureFields.some((spec) => spec.name === name) ? "nature" : "identity";
}

type TabsProps = {
  readonly draft: Draft<PartyRecord>;
  readonly isNew: boolean;
  readonly focus: string | undefined;
  /** The window shows what was; once an earlier version is back it is opened anew. */
  readonly onRestored: () => void;
};

function PartyTabs({ draft, isNew, focus, onRestored }: TabsProps) {
  const { t } = useI18n();
  const [tab, setTab] = useState<string>(tabOf(focus));
  const { id } = draft.get().party;
  const shown = isNew ? tabs.filter((name) => name !== "picture" && name !== "history") : tabs;
  return (
    <Tabs.Root value={tab} onValueChange={setTab}>
      <Tabs.List className="tabs" aria-label={t("parties.edit")}>
        {shown.map((name) => (
          <Tabs.Trigger key={name} value={name} className="tab">
            {t(`parties.group.${name}`)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content value="identity" className="tab-body stack">
        <UsccReading draft={draft} />
        <Contradictions draft={draft} />
        <Fields specs={identityFields} of="party" base="party" />
        <FormReading draft={draft} />
        <Rows spec={codeRows} base="party" />
      </Tabs.Content>
      <Tabs.Content value="contact" className="tab-body stack">
        <Rows spec={addressRows} base="party" />
        <h3>{t("field.party.signatory.name")}</h3>
        <Fields specs={representativeFields} of="party" base="party" />
        <Fields specs={signatoryFields} of="party" base="party" />
        <Rows spec={contactRows} base="party" />
        <h3>{t("field.party.directors")}</h3>
        <Rows spec={directorRows} base="party" />
      </Tabs.Content>
      <Tabs.Content value="nature" className="tab-body stack">
        <SectorReading draft={draft} />
        <Fields specs={natureFields} of="party" base="party" />
      </Tabs.Content>
      <Tabs.Content value="cii" className="tab-body stack">
        <p className="muted">{t("parties.cii.about")}</p>
        <Fields specs={infrastructureFields} of="party" base="party" />
      </Tabs.Content>
      <Tabs.Content value="holders" className="tab-body stack">
        <p className="muted">{t("parties.holders.about")}</p>
        <Rows spec={holderRows(id)} />
      </Tabs.Content>
      {isNew ? null : (
        <>
          <Tabs.Content value="picture" className="tab-body stack">
            <Ownership party={id} editable={false} />
          </Tabs.Content>
          <Tabs.Content value="history" className="tab-body stack">
            <PartyHistory party={id} onRestored={onRestored} />
          </Tabs.Content>
        </>
      )}
    </Tabs.Root>
  );
}
