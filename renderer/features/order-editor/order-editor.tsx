import { useCallback, useEffect, useRef, useState } from "react";
import { useI18n } from "#i18n";
import { canonicalJson } from "#shared/kernel";
import { type Order, orderSchema } from "#shared/model";
import {
  AskedFields,
  Button,
  createDraft,
  type Draft,
  ErrorNotice,
  errorOf,
  Form,
  goTo,
  hrefOf,
  jumpTo,
  Skeleton,
  useAnswer,
  useBooks,
  useChangeFeed,
  useDesk,
  useDraftValue,
  useInvalidate,
  useToasts,
} from "#ui";
import "./order-editor.css";
import { CompletenessList } from "./completeness-list.tsx";
import { Guide } from "./guide/guide.tsx";
import { stepOf } from "./guide/guide-steps.ts";
import { useAskedFields } from "./guide/use-asked.ts";
import { SaveStatus } from "./saving/save-status.tsx";
import { noteSave, savesDone } from "./saving/saves-under-way.ts";
import { useAutosave } from "./saving/use-autosave.ts";
import { type HeldEdits, pageName, readHeld, useHeldEdits } from "./saving/use-held-edits.ts";
import { SectionFields } from "./sections/section-fields.tsx";
import { SectionNav } from "./sections/section-nav.tsx";
import { type Section, sectionOf, sections } from "./sections/sections.ts";
import { useEditorKeys } from "./use-editor-keys.ts";
import { VerdictOfDraft } from "./verdict/verdict-bar.tsx";

type Props = {
  readonly order: string;
  /** The part of the full form, or `guide` for the guided way. */
  readonly section: string | undefined;
  /** The part of the guided way. */
  readonly step?: string | undefined;
  /** Address of the field to go to. */
  readonly focus: string | undefined;
  /** Changes with each wish to go there, so that the same field can be asked for twice. */
  readonly focusedAt: string;
};

/** One order under edit: sections, autosave, and what is still missing. */
export function OrderEditor(props: Props) {
  const { client } = useDesk();
  const stored = useAnswer(
    ["order", props.order],
    async () => {
      // The view that was just left may still be saving; what it saves is what must be seen here.
      await savesDone(props.order);
      return await client.orders.get({ id: props.order });
    },
    { fresh: true },
  );
  const held = useAnswer(
    ["held", props.order],
    async () => {
      await savesDone(props.order);
      return await client.drafts.held({ id: props.order, page: pageName() });
    },
    { fresh: true },
  );
  if (stored.error !== null && stored.data === undefined)
    return <ErrorNotice error={errorOf(stored.error)} onRetry={() => void stored.refetch()} />;
  // What another view of this page saved a moment ago must be seen before editing goes on.
  if (stored.data === undefined || !stored.isFetchedAfterMount || !held.isFetchedAfterMount)
    return <Skeleton />;
  const left = readHeld(props.order, held.data?.held);
  // What was saved after all, or held in the very form that is on the disk, asks nobody anything.
  const same = left && canonicalJson(left.value) === canonicalJson(stored.data.value);
  const edits = same ? undefined : left;
  return <Editor {...props} stored={stored.data} held={edits} />;
}

type EditorProps = Props & {
  readonly stored: { readonly revision: number; readonly value: Order };
  /** What this page, or the one before it that stopped, had not saved yet. */
  readonly held: HeldEdits | undefined;
};

const address = (path: string) => `order.${path}`;

function Editor({ order, section, step, focus, focusedAt, stored, held }: EditorProps) {
  const { t } = useI18n();
  const { client } = useDesk();
  const invalidate = useInvalidate();
  const books = useBooks();
  const toasts = useToasts();
  const [draft] = useState(() => createDraft<Order>(stored.value));
  const host = useAnswer(["host"], async () => await client.host.info({}));
  const save = useCallback(
    async (value: Order, revision: number) =>
      await noteSave(order, client.orders.save({ value, revision })),
    [client, order],
  );
  const onDisk = useCallback(async () => await client.orders.get({ id: order }), [client, order]);
  const onSaved = useCallback(
    () =>
      invalidate(
        ["orders"],
        ["completeness", order],
        ["glance", order],
        ["check", order],
        ["history", "orders", order],
      ),
    [invalidate, order],
  );
  const saving = useAutosave({
    draft,
    schema: orderSchema,
    // Edits of an older state meet the newer one as a conflict, which a person decides.
    revision: held?.revision ?? stored.revision,
    save,
    stored: onDisk,
    onSaved,
  });

  const { resume, retry, isAt, isClean, revisionNow } = saving;
  useHeldEdits(order, draft, held !== undefined, {
    revision: revisionNow,
    saved: saving.state.kind === "saved",
    isClean,
  });
  const taken = useRef(false);
  useEffect(() => {
    if (held === undefined || taken.current) return;
    taken.current = true;
    draft.replace(held.value);
    toasts.say(t("editor.held.taken"));
  }, [held, draft, toasts, t]);
  const takeOver = useCallback(
    (next: { readonly revision: number; readonly value: Order }) => {
      draft.replace(next.value);
      resume(next.revision, next.value);
      onSaved();
    },
    [draft, resume, onSaved],
  );

  useChangeFeed(`orders/${order}`, async () => {
    // What could not be saved is tried again at once when something moved; an edit under way is left to its own save.
    if (!isClean()) return retry();
    const there = await onDisk();
    if (!there.ok || isAt(there.value.revision) || !isClean()) return;
    takeOver(there.value);
    toasts.say(t("editor.reloaded"));
  });

  const wanted = sections.find((name) => name === section) ?? "basics";
  const focused = focus === undefined ? undefined : sectionOf(focus);
  const shown: Section = focus?.startsWith("order.") ? (focused ?? wanted) : wanted;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the books change with every save; one wish is one jump
  useEffect(() => {
    if (focus === undefined || focusedAt === "-") return undefined;
    if (focus.startsWith("order.")) return jumpTo(focus);
    const [book, id] = focus.split(".");
    const kind = bookOf(book ?? "");
    if (kind !== undefined && id !== undefined) void books.open(kind, { id, focus });
    return undefined;
  }, [focus, focusedAt]);

  const guided = section === "guide" && focus === undefined;
  useEditorKeys({ draft, guided, order, onSave: retry });
  const inGuide = (path: string) => {
    goTo(["orders", order, "edit", "guide", stepOf(path, draft.get())]);
    jumpTo(path);
  };
  const top = (
    <div className="stack-tight editor-top">
      <VerdictOfDraft order={order} draft={draft} onJump={guided ? inGuide : undefined} />
      <div className="row">
        <SaveStatus order={order} draft={draft} saving={saving} />
        <span className="grow" />
        <UndoButtons draft={draft} />
        <a
          className="button button-small"
          href={hrefOf(["orders", order, "edit", guided ? "basics" : "guide"])}
          aria-keyshortcuts="Control+."
        >
          {t(guided ? "guide.to.form" : "guide.to.guide")}
        </a>
      </div>
    </div>
  );
  return (
    <Form
      draft={draft}
      schema={orderSchema}
      address={address}
      readOnly={host.data?.readOnly ?? false}
    >
      {top}
      {guided ? (
        <div className="editor editor-guided">
          <Guide order={order} step={step} draft={draft} />
        </div>
      ) : (
        <FullForm
          order={order}
          shown={shown}
          draft={draft}
          focus={focus}
          saved={saving.state.kind === "saved"}
          onStored={takeOver}
        />
      )}
    </Form>
  );
}

type FullProps = Omit<Parameters<typeof SectionFields>[0], "section"> & {
  readonly shown: Section;
};

/** Every field of the order, section by section, with what is missing beside it. */
function FullForm({ order, shown, draft, focus, saved, onStored }: FullProps) {
  const { t } = useI18n();
  const asked = useAskedFields(order);
  return (
    <div className="editor">
      <SectionNav order={order} shown={shown} />
      <div className="stack editor-main">
        <section className="card stack" aria-labelledby="section-title">
          <h2 id="section-title">{t(`editor.section.${shown}`)}</h2>
          <p className="muted">{t(`editor.about.${shown}`)}</p>
          <AskedFields asked={asked}>
            <SectionFields
              order={order}
              section={shown}
              draft={draft}
              focus={focus}
              saved={saved}
              onStored={onStored}
            />
          </AskedFields>
        </section>
      </div>
      <CompletenessList order={order} />
    </div>
  );
}

/** Takes the last change back or makes it again, whatever it was: a word, a choice, a deleted row. */
function UndoButtons({ draft }: { readonly draft: Draft<Order> }) {
  const { t } = useI18n();
  const back = useDraftValue(draft, () => draft.depth().back);
  const forth = useDraftValue(draft, () => draft.depth().forth);
  const go = (path: string | undefined) => {
    if (path !== undefined) jumpTo(address(path));
  };
  return (
    <>
      <Button
        size="small"
        look="quiet"
        icon="undo"
        disabled={back === 0}
        aria-keyshortcuts="Control+Z"
        onClick={() => go(draft.undo())}
      >
        {t("editor.undo")}
      </Button>
      <Button
        size="small"
        look="quiet"
        disabled={forth === 0}
        aria-keyshortcuts="Control+Y"
        onClick={() => go(draft.redo())}
      >
        {t("editor.redo")}
      </Button>
    </>
  );
}

function bookOf(name: string): "party" | "site" | "product" | "evidence" | "person" | undefined {
  switch (name) {
    case "parties":
    case "links":
      return "party";
    case "sites":
      return "site";
    case "products":
      return "product";
    case "evidence":
      return "evidence";
    case "persons":
      return "person";
    default:
      return undefined;
  }
}
