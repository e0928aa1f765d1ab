import { useI18n } from "#i18n";
import type { Lang } from "#shared/i18n";
import { fieldLabel } from "#shared/packet";
import {
  DifferencesTable,
  ErrorNotice,
  errorOf,
  type FieldNames,
  Skeleton,
  useAnswer,
  useDesk,
} from "#ui";
import type { BundlePreview } from "./use-bundle.ts";

type Entry = BundlePreview["documents"][number];

/** The address that a dossier gives to a field of one document; the words of fields are kept by those. */
function addressOf({ book, id }: Entry, path: string): string {
  if (book === "orders") return `order.${path}`;
  if (book !== "parties") return `${book}.${id}.${path}`;
  return path.startsWith("holders.")
    ? `links.${path.slice("holders.".length)}`
    : `parties.${id}.${path.replace(/^party\./, "")}`;
}

function namesOf(entry: Entry): FieldNames {
  return {
    keyOf: (path) => path,
    label: (lang: Lang, path: string) => fieldLabel(lang, addressOf(entry, path)),
    words: new Map(),
  };
}

type Props = { readonly bundle: string; readonly entry: Entry };

/** Where mine and theirs differ, field by field. */
export function BundleComparison({ bundle, entry }: Props) {
  const { t } = useI18n();
  const { client } = useDesk();
  const { book, id, mine, theirs } = entry;
  const found = useAnswer(
    ["bundle", bundle, book, id],
    async () => await client.bundles.compare({ bundle, book, id }),
  );
  if (found.error !== null) return <ErrorNotice error={errorOf(found.error)} />;
  if (found.data === undefined) return <Skeleton lines={2} />;
  return (
    <DifferencesTable
      differences={found.data}
      names={namesOf(entry)}
      before={t("bundle.mine", { revision: mine?.revision ?? 0 })}
      after={t("bundle.theirs", { revision: theirs.revision })}
    />
  );
}
