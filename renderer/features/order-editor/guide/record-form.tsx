import { type ReactNode, useCallback, useState } from "react";
import type { z } from "zod";
import { useI18n } from "#i18n";
import type { Result } from "#shared/kernel";
import {
  type PartyRecord,
  type Product,
  partyRecordSchema,
  productSchema,
  type Site,
  siteSchema,
} from "#shared/model";
import {
  Button,
  createDraft,
  ErrorNotice,
  errorOf,
  Form,
  jumpTo,
  Notice,
  Skeleton,
  useAnswer,
  useDesk,
  useInvalidate,
} from "#ui";
import { noteSave, savesDone } from "../saving/saves-under-way.ts";
import { useAutosave } from "../saving/use-autosave.ts";
import { goWay, wayOf } from "../undo-keys.ts";

type Stored<T> = { readonly revision: number; readonly value: T };

type Book<T> = {
  readonly name: "parties" | "sites" | "products";
  readonly id: string;
  readonly schema: z.ZodType<T>;
  readonly load: (id: string) => Promise<Result<Stored<T>>>;
  readonly save: (
    value: T,
    revision: number,
  ) => Promise<Result<{ revision: number; savedAt: string }>>;
  readonly address: (path: string) => string;
};

type Props<T> = { readonly book: Book<T>; readonly children: ReactNode };

/** One entry of a book inside the order's own page: loaded, edited and saved like the order, never in a window over it. */
function RecordForm<T>({ book, children }: Props<T>) {
  const stored = useAnswer(
    ["record", book.name, book.id],
    async () => {
      await savesDone(book.id);
      return await book.load(book.id);
    },
    { fresh: true },
  );
  if (stored.error !== null && stored.data === undefined)
    return <ErrorNotice error={errorOf(stored.error)} onRetry={() => void stored.refetch()} />;
  if (stored.data === undefined || !stored.isFetchedAfterMount) return <Skeleton lines={3} />;
  return (
    <Editing book={book} stored={stored.data}>
      {children}
    </Editing>
  );
}

function Editing<T>({ book, stored, children }: Props<T> & { readonly stored: Stored<T> }) {
  const { t, te } = useI18n();
  const { client } = useDesk();
  const invalidate = useInvalidate();
  const host = useAnswer(["host"], async () => await client.host.info({}));
  const [draft] = useState(() => createDraft<T>(stored.value));
  const { id, load } = book;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the book is made anew with each drawing; its entry is what counts
  const save = useCallback(
    async (value: T, revision: number) => await noteSave(id, book.save(value, revision)),
    [id],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const onDisk = useCallback(async () => await load(id), [id]);
  const onSaved = useCallback(
    () => invalidate([book.name], ["completeness"], ["glance"], ["check"], ["ownership"]),
    [invalidate, book.name],
  );
  const saving = useAutosave({
    draft,
    schema: book.schema,
    revision: stored.revision,
    save,
    stored: onDisk,
    onSaved,
  });
  const takeStored = async () => {
    const there = await onDisk();
    if (!there.ok) return;
    draft.replace(there.value.value);
    saving.resume(there.value.revision, there.value.value);
  };
  return (
    <Form
      draft={draft}
      schema={book.schema}
      address={book.address}
      readOnly={host.data?.readOnly ?? false}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the chords are those of the fields inside */}
      <div
        className="stack"
        data-record={book.id}
        data-saved={saving.state.kind}
        onKeyDown={(event) => {
          const way = wayOf(event);
          if (way === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          const path = goWay(draft, way);
          if (path !== undefined) jumpTo(book.address(path));
        }}
      >
        {saving.state.kind === "conflict" ? (
          <Notice
            tone="warn"
            action={
              <Button size="small" onClick={() => void takeStored()}>
                {t("editor.conflict.theirs")}
              </Button>
            }
          >
            {t("guide.record.conflict")}
          </Notice>
        ) : null}
        {saving.state.kind === "failed" ? (
          <Notice tone="warn">{t("editor.save.failed", { why: te(saving.state.error) })}</Notice>
        ) : null}
        {children}
      </div>
    </Form>
  );
}

type Entry = { readonly id: string; readonly children: ReactNode };

/** A party inside the page; fields inside stand under `party.` and `holders.`. */
export function PartyForm({ id, children }: Entry) {
  const { client } = useDesk();
  const book: Book<PartyRecord> = {
    name: "parties",
    id,
    schema: partyRecordSchema,
    load: (party) => client.parties.get({ id: party }),
    save: (value, revision) => client.parties.save({ value, revision }),
    address: (path) => {
      if (path.startsWith("holders.")) return `links.${path.slice("holders.".length)}`;
      return `parties.${id}.${path.startsWith("party.") ? path.slice("party.".length) : path}`;
    },
  };
  return (
    <RecordForm key={id} book={book}>
      {children}
    </RecordForm>
  );
}

/** A site inside the page. */
export function SiteForm({ id, children }: Entry) {
  const { client } = useDesk();
  const book: Book<Site> = {
    name: "sites",
    id,
    schema: siteSchema,
    load: (site) => client.sites.get({ id: site }),
    save: (value, revision) => client.sites.save({ value, revision }),
    address: (path) => `sites.${id}.${path}`,
  };
  return (
    <RecordForm key={id} book={book}>
      {children}
    </RecordForm>
  );
}

/** A product inside the page. */
export function ProductForm({ id, children }: Entry) {
  const { client } = useDesk();
  const book: Book<Product> = {
    name: "products",
    id,
    schema: productSchema,
    load: (product) => client.products.get({ id: product }),
    save: (value, revision) => client.products.save({ value, revision }),
    address: (path) => `products.${id}.${path}`,
  };
  return (
    <RecordForm key={id} book={book}>
      {children}
    </RecordForm>
  );
}
