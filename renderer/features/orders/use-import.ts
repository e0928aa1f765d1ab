import { useState } from "react";
import { useI18n } from "#i18n";
import type { AppError, Result } from "#shared/kernel";
import { goTo, readTextFile, useDesk, useInvalidate, useToasts } from "#ui";

type Source = { readonly fileName: string; readonly text: string };
type Conflicts = readonly { readonly kind: string; readonly id: string; readonly name: string }[];

type Book = "orders" | "parties" | "sites" | "products" | "evidence";
const books: readonly Book[] = ["orders", "parties", "sites", "products", "evidence"];

function binnedBy(error: AppError | undefined): { book: Book; id: string } | undefined {
  if (error?.code !== "store.in-bin") return undefined;
  const book = books.find((name) => name === error.params["collection"]);
  const id = error.params["id"];
  return book === undefined || typeof id !== "string" ? undefined : { book, id };
}

/** Takes a dossier file in: reads it, asks about conflicts, opens the order. Nothing is kept when it fails. */
export function useImport() {
  const { client } = useDesk();
  const { t } = useI18n();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | undefined>(undefined);
  const [refused, setRefused] = useState<Source | undefined>(undefined);
  const [asked, setAsked] = useState<{ source: Source; conflicts: Conflicts } | undefined>(
    undefined,
  );

  const send = async (source: Source, onConflict: "ask" | "keep-mine" | "take-theirs") => {
    const result = await client.orders.import({ ...source, onConflict });
    if (!result.ok) {
      setError(result.error);
      return setRefused(source);
    }
    const { imported, order, conflicts, left } = result.value;
    if (!imported && conflicts.length > 0) return setAsked({ source, conflicts });
    invalidate(["orders"], ["parties"], ["sites"], ["products"], ["evidence"], ["persons"]);
    toasts.say(
      left.length === 0
        ? t("screen.orders.imported")
        : t("orders.import.left", { names: left.slice(0, 8) }),
    );
    if (order !== undefined) goTo(["orders", order, "edit"]);
  };
  const run = async (
    source: Promise<Result<Source>>,
    onConflict: "ask" | "keep-mine" | "take-theirs",
  ) => {
    setBusy(true);
    setError(undefined);
    setRefused(undefined);
    const read = await source;
    if (read.ok) await send(read.value, onConflict);
    else setError(read.error);
    setBusy(false);
  };
  /** The deleted document that stands in the way, when that is why the file was refused. */
  const binned = binnedBy(error);
  const bringBack = async (book: Book, id: string, source: Source) => {
    const restored = await client[book].restore({ id });
    if (!restored.ok) return setError(restored.error);
    invalidate([book]);
    await run(Promise.resolve({ ok: true, value: source }), "ask");
  };
  const fromFile = async (file: File): Promise<Result<Source>> => {
    const text = await readTextFile(file);
    return text.ok ? { ok: true, value: { fileName: file.name, text: text.value } } : text;
  };
  const fromSample = async (): Promise<Result<Source>> => {
    const { sampleFile } = await import("./sample.ts");
    return { ok: true, value: sampleFile };
  };
  return {
    busy,
    error,
    conflicts: asked?.conflicts,
    /** Brings the deleted document back and reads the file again; only there when that would help. */
    restore:
      binned === undefined || refused === undefined
        ? undefined
        : () => void bringBack(binned.book, binned.id, refused),
    file: (file: File) => void run(fromFile(file), "ask"),
    sample: () => void run(fromSample(), "ask"),
    decide: (choice: "keep-mine" | "take-theirs") => {
      if (asked === undefined) return;
      setAsked(undefined);
      void run(Promise.resolve({ ok: true, value: asked.source }), choice);
    },
    giveUp: () => setAsked(undefined),
    /** Says why a file cannot even be looked into. */
    refuse: setError,
  };
}
