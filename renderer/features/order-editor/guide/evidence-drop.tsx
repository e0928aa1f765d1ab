import { useState } from "react";
import { useI18n } from "#i18n";
import { type Lang, languages, loadWords, translateData } from "#shared/i18n";
import { appError } from "#shared/kernel";
import {
  bytesFit,
  EVIDENCE_LIMIT,
  type Evidence,
  evidenceKinds,
  evidenceSides,
  guessKind,
  usualSide,
} from "#shared/model";
import {
  Button,
  bytesText,
  Combobox,
  errorOf,
  FilePick,
  IconButton,
  Notice,
  unwrap,
  useDesk,
  useDropTarget,
  useInvalidate,
  useToasts,
} from "#ui";

type Waiting = {
  readonly key: number;
  readonly file: File;
  readonly kind: Evidence["kind"] | undefined;
  readonly side: Evidence["side"];
  readonly guessed: boolean;
  readonly fits: boolean | undefined;
};

/** A paper's title in both languages: what it is. */
async function titlesOf(kind: Evidence["kind"]): Promise<Readonly<Record<Lang, string>>> {
  await Promise.all(languages.map((lang) => loadWords(lang)));
  const [zh, en] = languages.map((lang) => translateData(lang, `evidence.kind.${kind}`));
  return { zh: zh ?? kind, en: en ?? kind };
}

type Props = {
  readonly readOnly: boolean;
  /** Takes the ids of what was added. */
  readonly onAdded: (ids: readonly string[]) => void;
};

/**
 * Papers in numbers: dropped or chosen together, what each is guessed from its name and who may see it from who asks for it. Nothing
 * counts before a person has looked at the guesses.
 */
export function EvidenceDrop({ readOnly, onAdded }: Props) {
  const { t, te } = useI18n();
  const desk = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<readonly string[]>([]);

  const take = async (files: readonly File[]) => {
    const first = Math.max(0, ...waiting.map(({ key }) => key)) + 1;
    const read = await Promise.all(
      files.map(async (file, index): Promise<Waiting> => {
        const kind = guessKind(file.name);
        const head = new Uint8Array(await file.slice(0, 8).arrayBuffer());
        return {
          key: first + index,
          file,
          kind,
          side: kind === undefined ? "internal" : usualSide(kind),
          guessed: kind !== undefined,
          fits: bytesFit(file.name, head),
        };
      }),
    );
    setWaiting([...waiting, ...read]);
  };
  const change = (key: number, part: Partial<Waiting>) =>
    setWaiting(waiting.map((one) => (one.key === key ? { ...one, ...part } : one)));

  const add = async ({ file, kind, side }: Waiting): Promise<string> => {
    if (kind === undefined) throw new Error(file.name);
    const { grant } = await unwrap(desk.upload(file, file.name, {}));
    const title = await titlesOf(kind);
    const added = await unwrap(desk.client.evidence.add({ grant, kind, side, title: title.zh }));
    const value = { ...added.value, title };
    await unwrap(desk.client.evidence.save({ value, revision: added.revision }));
    return added.value.id;
  };
  const count = async () => {
    setBusy(true);
    const ids: string[] = [];
    const problems: string[] = [];
    const left: Waiting[] = [];
    for (const one of waiting)
      try {
        if (one.file.size > EVIDENCE_LIMIT) {
          const words = { fileName: one.file.name, size: bytesText(one.file.size) };
          problems.push(
            te(appError("evidence-too-large", { ...words, limit: bytesText(EVIDENCE_LIMIT) })),
          );
          left.push(one);
        } else ids.push(await add(one));
      } catch (fault) {
        problems.push(`${one.file.name}: ${te(errorOf(fault))}`);
        left.push(one);
      }
    setBusy(false);
    setWaiting(left);
    setFailed(problems);
    invalidate(["evidence"], ["completeness"], ["glance"]);
    if (ids.length > 0) {
      onAdded(ids);
      toasts.say(t("guide.papers.added", { count: ids.length }));
    }
  };
  const drop = useDropTarget((data) => {
    if (!readOnly) void take([...data.files]);
  });
  const open = waiting.filter(({ kind }) => kind === undefined).length;
  return (
    <div className="stack">
      <section
        className={drop.over ? "drop drop-over" : "drop"}
        aria-label={t("guide.papers.drop")}
        {...drop.handlers}
      >
        <p>{t("guide.papers.drop")}</p>
        <FilePick
          label={t("guide.papers.choose")}
          disabled={busy || readOnly}
          onFiles={(files) => void take(files)}
        />
      </section>
      {failed.map((text) => (
        <Notice key={text} tone="bad" role="alert">
          {text}
        </Notice>
      ))}
      {waiting.length === 0 ? null : (
        <>
          <Notice tone="info">{t("guide.papers.look", { count: waiting.length })}</Notice>
          <ul className="plain-list stack-tight">
            {waiting.map((one) => (
              <PaperRow
                key={one.key}
                paper={one}
                busy={busy}
                onChange={(part) => change(one.key, part)}
                onRemove={() => setWaiting(waiting.filter(({ key }) => key !== one.key))}
              />
            ))}
          </ul>
          <div className="row">
            <Button look="primary" disabled={busy || open > 0} onClick={() => void count()}>
              {t("guide.papers.count", { count: waiting.length })}
            </Button>
            {open > 0 ? <span>{t("guide.papers.open", { count: open })}</span> : null}
          </div>
        </>
      )}
    </div>
  );
}

type RowProps = {
  readonly paper: Waiting;
  readonly busy: boolean;
  readonly onChange: (part: Partial<Waiting>) => void;
  readonly onRemove: () => void;
};

/** One file that waits, with what it is taken for and who may see it. */
function PaperRow({ paper, busy, onChange, onRemove }: RowProps) {
  const { t, td } = useI18n();
  const kinds = evidenceKinds.map((kind) => ({ value: kind, label: td(`evidence.kind.${kind}`) }));
  return (
    <li className="entry paper-row">
      <span>
        {paper.file.name}
        <span className="muted small">{` ${bytesText(paper.file.size)}`}</span>
        {paper.guessed ? <div className="muted small">{t("guide.papers.guessed")}</div> : null}
        {paper.fits === false ? (
          <div className="field-error">{t("guide.papers.otherwise")}</div>
        ) : null}
      </span>
      <Combobox
        label={t("guide.papers.kind", { name: paper.file.name })}
        options={kinds}
        disabled={busy}
        shown={paper.kind === undefined ? "" : td(`evidence.kind.${paper.kind}`)}
        onPick={(value) => {
          const kind = evidenceKinds.find((known) => known === value);
          onChange({
            kind,
            guessed: false,
            side: kind === undefined ? "internal" : usualSide(kind),
          });
        }}
      />
      <select
        className="input"
        aria-label={t("guide.papers.side", { name: paper.file.name })}
        disabled={busy}
        value={paper.side}
        onChange={(event) => {
          const side = evidenceSides.find((known) => known === event.target.value);
          if (side !== undefined) onChange({ side });
        }}
      >
        {evidenceSides.map((side) => (
          <option key={side} value={side}>
            {td(`evidence.side.${side}`)}
          </option>
        ))}
      </select>
      <IconButton
        size="small"
        icon="close"
        label={t("screen.remove.named", { name: paper.file.name })}
        disabled={busy}
        onClick={onRemove}
      />
    </li>
  );
}
