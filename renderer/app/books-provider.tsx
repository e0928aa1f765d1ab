import { lazy, type ReactNode, Suspense, useCallback, useMemo, useRef, useState } from "react";
import { useI18n } from "#i18n";
import {
  type BookEntry,
  type BookKind,
  type Books,
  BooksContext,
  Skeleton,
  useAnswer,
  useDesk,
  usePlace,
} from "#ui";

const PartyDialog = lazy(async () => ({
  default: (await import("../features/parties/party-dialog.tsx")).PartyDialog,
}));
const SiteDialog = lazy(async () => ({
  default: (await import("../features/sites/site-dialog.tsx")).SiteDialog,
}));
const ProductDialog = lazy(async () => ({
  default: (await import("../features/products/product-dialog.tsx")).ProductDialog,
}));
const EvidenceDialog = lazy(async () => ({
  default: (await import("../features/evidence/evidence-dialog.tsx")).EvidenceDialog,
}));
const PersonDialog = lazy(async () => ({
  default: (await import("../features/settings/persons/person-dialog.tsx")).PersonDialog,
}));

const dialogs = {
  party: PartyDialog,
  site: SiteDialog,
  product: ProductDialog,
  evidence: EvidenceDialog,
  person: PersonDialog,
} as const;

type Opened = {
  readonly key: number;
  readonly kind: BookKind;
  readonly target: Parameters<Books["open"]>[1];
  readonly answer: (id: string | undefined) => void;
};

type Words = Readonly<{ zh?: string | undefined; en?: string | undefined }>;

/** The books as pickers see them, and their editors over the page; the one place that knows all book features. */
export function BooksProvider({ children }: { readonly children: ReactNode }) {
  const entries = useEntries();
  const [opened, setOpened] = useState<readonly Opened[]>([]);
  const next = useRef(1);
  const open = useCallback<Books["open"]>(
    (kind, target) =>
      new Promise((resolve) => {
        const key = next.current;
        next.current += 1;
        const answer = (id: string | undefined) => {
          setOpened((all) => all.filter((item) => item.key !== key));
          resolve(id);
        };
        setOpened((all) => [...all, { key, kind, target, answer }]);
      }),
    [],
  );
  const books = useMemo<Books>(() => ({ entries: (kind) => entries[kind], open }), [entries, open]);
  return (
    <BooksContext value={books}>
      {children}
      {opened.map(({ key, kind, target, answer }) => {
        const Editor = dialogs[kind];
        return (
          <Suspense key={key} fallback={<Skeleton lines={1} />}>
            <Editor target={target} onDone={answer} />
          </Suspense>
        );
      })}
    </BooksContext>
  );
}

function useEntries(): Readonly<Record<BookKind, readonly BookEntry[]>> {
  const { client } = useDesk();
  const { pick, td } = useI18n();
  const { steps } = usePlace();
  // The list of orders points into no book; it must not wait behind five that nobody looks at.
  const enabled = steps.length > 1 || (steps[0] ?? "orders") !== "orders";
  const parties = useAnswer(["parties"], async () => await client.parties.list({}), { enabled });
  const sites = useAnswer(["sites"], async () => await client.sites.list({}), { enabled });
  const products = useAnswer(["products"], async () => await client.products.list({}), { enabled });
  const evidence = useAnswer(["evidence"], async () => await client.evidence.list({}), { enabled });
  const persons = useAnswer(["persons"], async () => await client.persons.list({}), { enabled });
  return useMemo(() => {
    const named = (items: readonly { id: string; name: string }[] | undefined) =>
      (items ?? []).map(({ id, name }) => ({ id, label: name, search: name.toLowerCase() }));
    const words = (value: Words, fallback: string) => pick(value) || fallback;
    return {
      party: (parties.data ?? []).map((party) => ({
        id: party.id,
        label: words(party, party.id),
        detail: [party.uscc, party.country].filter((part) => part !== undefined).join(" · "),
        search: `${party.zh ?? ""} ${party.en ?? ""} ${party.search}`.toLowerCase(),
      })),
      site: named(sites.data),
      product: (products.data ?? []).map(({ id, name, form, partNumber }) => ({
        id,
        label: name,
        detail: [partNumber, td(`product.form.${form}`)]
          .filter((part) => part !== undefined)
          .join(" · "),
        search: `${name} ${partNumber ?? ""}`.toLowerCase(),
      })),
      evidence: (evidence.data ?? []).map(({ value }) => ({
        id: value.id,
        label: words(value.title, value.fileName),
        detail: `${td(`evidence.kind.${value.kind}`)} · ${value.fileName}`,
        search: `${value.title.zh ?? ""} ${value.title.en ?? ""} ${value.fileName}`.toLowerCase(),
      })),
      person: (persons.data ?? []).map(({ value }) => ({
        id: value.id,
        label: value.name,
        search: `${value.name} ${value.nameEn ?? ""}`.toLowerCase(),
      })),
    };
  }, [parties.data, sites.data, products.data, evidence.data, persons.data, pick, td]);
}
