import { useEffect, useRef, useState } from "react";
import { useI18n } from "#i18n";
import type { AppError } from "#shared/kernel";
import { type PartyRecord, partyRecordSchema } from "#shared/model";
import {
  Button,
  createDraft,
  type Draft,
  ErrorNotice,
  errorOf,
  Fields,
  Form,
  newId,
  Skeleton,
  savable,
  unwrap,
  useDesk,
  useDraftValue,
  useInvalidate,
  useToasts,
} from "#ui";
import { holderFields } from "../party-fields.ts";

/** Links to edit: those named, into one party; none named means a new one. */
export type LinkTarget = { readonly party: string; readonly links: readonly string[] };

type Props = {
  readonly target: LinkTarget;
  readonly nameOf: (id: string) => string;
  readonly onClose: () => void;
};

type Loaded = {
  readonly before: PartyRecord;
  readonly revision: number;
  readonly draft: Draft<PartyRecord>;
  readonly links: readonly string[];
};

const STALE = [["parties"], ["ownership"], ["completeness"], ["check"]] as const;

function useLoaded({ party, links }: LinkTarget): Loaded | AppError | undefined {
  const { client } = useDesk();
  const [loaded, setLoaded] = useState<Loaded | AppError | undefined>(undefined);
  const key = `${party} ${links.join(" ")}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for party and links
  useEffect(() => {
    let gone = false;
    setLoaded(undefined);
    void client.parties.get({ id: party }).then((result) => {
      if (gone) return;
      if (!result.ok) return setLoaded(result.error);
      const { value, revision } = result.value;
      const id = newId("lnk");
      const start: PartyRecord =
        links.length > 0
          ? value
          : { ...value, holders: [...value.holders, { id, owner: "", target: party }] };
      const draft = createDraft<PartyRecord>(start);
      setLoaded({ before: value, revision, draft, links: links.length > 0 ? links : [id] });
    });
    return () => {
      gone = true;
    };
  }, [key]);
  return loaded;
}

/** Edits holdings beside the picture: what is saved shows at once, and can be taken back. */
export function LinkEditor({ target, nameOf, onClose }: Props) {
  const { t } = useI18n();
  const loaded = useLoaded(target);
  return (
    <section className="entry stack" aria-label={t("ownership.edit")}>
      <h2>{t("ownership.edit.of", { name: nameOf(target.party) })}</h2>
      {loaded === undefined ? <Skeleton lines={2} /> : null}
      {loaded !== undefined && "code" in loaded ? <ErrorNotice error={loaded} /> : null}
      {loaded !== undefined && "draft" in loaded ? (
        <LinkForm key={loaded.links.join(" ")} loaded={loaded} nameOf={nameOf} onClose={onClose} />
      ) : null}
    </section>
  );
}

type FormProps = Pick<Props, "nameOf" | "onClose"> & { readonly loaded: Loaded };

function LinkForm({ loaded, nameOf, onClose }: FormProps) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const { draft, before, revision, links } = loaded;
  const [error, setError] = useState<AppError | undefined>(undefined);
  const issues = useDraftValue(draft, (value) => savable(partyRecordSchema, value).issues.length);
  const dirty = useDraftValue(draft, (value) => value !== before);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    top.current?.querySelector<HTMLElement>("input, select")?.focus();
  }, []);

  const undo = (saved: number) => async () => {
    try {
      await unwrap(client.parties.save({ value: before, revision: saved }));
      invalidate(...STALE);
      toasts.say(t("parties.undone"));
    } catch (fault) {
      toasts.fail(errorOf(fault));
    }
  };
  const store = async (value: PartyRecord, words: string) => {
    setError(undefined);
    try {
      const done = await unwrap(client.parties.save({ value, revision }));
      invalidate(...STALE);
      const back = undo(done.revision);
      toasts.say(words, () => void back());
      onClose();
    } catch (fault) {
      setError(errorOf(fault));
    }
  };
  const save = () => {
    const { value } = savable(partyRecordSchema, draft.get());
    if (value !== undefined) void store(value, t("ownership.edit.saved"));
  };
  const remove = () => {
    const holders = before.holders.filter(({ id }) => !links.includes(id));
    void store({ ...before, holders }, t("ownership.edit.removed"));
  };
  const isNew = !before.holders.some(({ id }) => links.includes(id));
  return (
    <Form
      draft={draft}
      schema={partyRecordSchema}
      address={(path) => `links.${path.slice("holders.".length)}`}
    >
      {error === undefined ? null : <ErrorNotice error={error} />}
      {links.length < 2 ? null : <p className="muted">{t("ownership.edit.several")}</p>}
      {links.map((id) => {
        const owner = before.holders.find((link) => link.id === id)?.owner;
        return (
          <div key={id} ref={id === links[0] ? top : undefined} className="stack-tight">
            {owner === undefined ? null : <strong>{nameOf(owner)}</strong>}
            <Fields specs={holderFields} of="link" base={`holders.${id}`} />
          </div>
        );
      })}
      <div className="row">
        <Button look="primary" disabled={!dirty || issues > 0} onClick={save}>
          {t("screen.save")}
        </Button>
        <Button onClick={onClose}>{t("screen.cancel")}</Button>
        <span className="grow" />
        {isNew ? null : (
          <Button look="quiet" icon="trash" onClick={remove}>
            {t("ownership.edit.remove")}
          </Button>
        )}
      </div>
    </Form>
  );
}
