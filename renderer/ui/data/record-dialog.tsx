import { type ReactNode, useEffect, useState } from "react";
import type { z } from "zod";
import { useI18n } from "#i18n";
import type { AppError, Result } from "#shared/kernel";
import { ErrorNotice, Notice, Skeleton } from "../feedback/feedback.tsx";
import { createDraft, type Draft } from "../fields/draft.ts";
import { Form, useDraftValue } from "../fields/form.tsx";
import { savable } from "../fields/savable.ts";
import { Button } from "../layout/button.tsx";
import { Confirm, Dialog } from "../layout/dialog.tsx";
import { jumpTo } from "../layout/jump.ts";
import { useInvalidate } from "./query.ts";

/** Which entry to open: a known one, or a new one that may have a name already. */
export type RecordTarget = {
  readonly id?: string;
  readonly name?: string;
  /** Address of the field to go to. */
  readonly focus?: string;
};

type Stored<T> = { readonly revision: number; readonly value: T };

type Props<T> = {
  readonly title: string;
  /** What the entry is called, for the window's title. */
  readonly nameOf?: (value: T) => string;
  readonly target: RecordTarget;
  readonly schema: z.ZodType<T>;
  readonly load: (id: string) => Promise<Result<Stored<T>>>;
  readonly fresh: (name: string) => T;
  readonly save: (value: T, revision: number) => Promise<Result<{ readonly id: string }>>;
  /** The address of a field by its path in the entry. */
  readonly address: (path: string, value: T) => string;
  /** Answers that show this book. */
  readonly stale: readonly (readonly unknown[])[];
  readonly readOnly?: boolean;
  readonly wide?: boolean;
  readonly onDone: (id: string | undefined) => void;
  readonly children: (draft: Draft<T>, isNew: boolean) => ReactNode;
};

/** Edits one entry of a book in a window over the page: loads it, saves it on purpose, asks before dropping changes. */
export function RecordDialog<T>(props: Props<T>) {
  const { target, load, fresh, title, onDone } = props;
  const [start, setStart] = useState<Stored<T> | undefined>(() =>
    target.id === undefined ? { revision: 0, value: fresh(target.name ?? "") } : undefined,
  );
  const [error, setError] = useState<AppError | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the loader is made anew with each drawing; the entry is what counts
  useEffect(() => {
    if (target.id === undefined) return;
    let gone = false;
    void load(target.id).then((result) => {
      if (gone) return;
      if (result.ok) setStart({ revision: result.value.revision, value: result.value.value });
      else setError(result.error);
    });
    return () => {
      gone = true;
    };
  }, [target.id]);
  if (start !== undefined) return <RecordForm {...props} start={start} />;
  return (
    <Dialog title={title} onClose={() => onDone(undefined)}>
      {error === undefined ? <Skeleton /> : <ErrorNotice error={error} />}
    </Dialog>
  );
}

function RecordForm<T>(props: Props<T> & { readonly start: Stored<T> }) {
  const { title, target, schema, save, address, stale, readOnly, wide, onDone, children, start } =
    props;
  const { t } = useI18n();
  const invalidate = useInvalidate();
  const [draft] = useState(() => createDraft<T>(start.value));
  const [error, setError] = useState<AppError | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const name = useDraftValue(draft, (value) => props.nameOf?.(value) ?? "");
  const issues = useDraftValue(draft, (value) => savable(schema, value).issues.length);
  const dirty = useDraftValue(draft, (value) => value !== start.value);
  const isNew = target.id === undefined;
  useEffect(() => (target.focus === undefined ? undefined : jumpTo(target.focus)), [target.focus]);

  const store = async () => {
    const parsed = savable(schema, draft.get());
    if (parsed.value === undefined || parsed.issues.length > 0) return;
    setBusy(true);
    const result = await save(parsed.value, start.revision);
    setBusy(false);
    if (!result.ok) return setError(result.error);
    invalidate(...stale);
    onDone(result.value.id);
  };
  const close = () => (dirty ? setLeaving(true) : onDone(undefined));
  const foot = (
    <>
      <Button onClick={close}>{t(dirty ? "screen.cancel" : "screen.close")}</Button>
      <Button
        look="primary"
        disabled={busy || readOnly === true || issues > 0 || !(dirty || isNew)}
        onClick={() => void store()}
      >
        {t("screen.save")}
      </Button>
    </>
  );
  return (
    <Dialog
      title={name === "" ? title : `${title} · ${name}`}
      onClose={close}
      foot={foot}
      {...(wide === undefined ? {} : { wide })}
    >
      <Form
        draft={draft}
        schema={schema}
        address={(path) => address(path, start.value)}
        readOnly={readOnly === true}
        quietAtFirst={isNew}
      >
        <div className="stack">
          {error === undefined ? null : <ErrorNotice error={error} />}
          {issues === 0 || (isNew && !dirty) ? null : (
            <Notice tone="warn">{t("screen.record.issues", { count: issues })}</Notice>
          )}
          {children(draft, isNew)}
        </div>
      </Form>
      {leaving ? (
        <Confirm
          title={t("screen.unsaved.title")}
          text={t("screen.unsaved.text")}
          action={t("screen.unsaved.drop")}
          danger
          onConfirm={() => onDone(undefined)}
          onClose={() => setLeaving(false)}
        />
      ) : null}
    </Dialog>
  );
}
