import { useState } from "react";
import { useI18n } from "#i18n";
import type { Lang } from "#shared/i18n";
import type { AppError } from "#shared/kernel";
import {
  Button,
  Confirm,
  ErrorNotice,
  errorOf,
  type FreshCode,
  goTo,
  momentText,
  Notice,
  unwrap,
  useDesk,
} from "#ui";
import { CreateForm } from "./create-form.tsx";
import { RestoreForm } from "./restore-form.tsx";
import type { Look, OpenWish, StartState } from "./start-state.ts";
import { UnlockForm } from "./unlock-form.tsx";

type Props = {
  readonly start: StartState;
  readonly look: Look;
  readonly onOpened: (fresh: FreshCode | undefined) => void;
  readonly onLookAgain: () => void;
};

/** A new workspace goes on in the language in which it was made. */
export async function keepLanguage(
  client: ReturnType<typeof useDesk>["client"],
  language: Lang,
): Promise<void> {
  const settings = await client.settings.get({});
  if (settings.ok && settings.value.language !== language)
    await client.settings.save({ ...settings.value, language });
}

/** Opens one folder in the way that fits what it is; a refusal is said with what can be done about it. */
export function WayIn({ start, look, onOpened, onLookAgain }: Props) {
  const { t, lang } = useI18n();
  const { client } = useDesk();
  const [error, setError] = useState<AppError | undefined>(
    look.path === start.path ? start.problem : undefined,
  );
  const [busy, setBusy] = useState(false);
  const [last, setLast] = useState<Partial<OpenWish>>({});
  const open = async (more: Partial<OpenWish>) => {
    setBusy(true);
    setError(undefined);
    setLast(more);
    const wish = { mode: "write", create: false, takeOver: false, ...more } as const;
    try {
      const opened = await unwrap(client.start.open({ path: look.path, ...wish }));
      const { recoveryCode: code } = opened;
      // A fresh code is shown before anything else can happen to it.
      if (code !== undefined) onOpened({ code, workspace: look.path });
      if (wish.create) await keepLanguage(client, lang);
      if (code === undefined) onOpened(undefined);
    } catch (fault) {
      setError(errorOf(fault));
      setBusy(false);
    }
  };
  const again = () => {
    onLookAgain();
    void open(last);
  };
  return (
    <div className="stack">
      {error === undefined ? null : (
        <Refusal
          error={error}
          busy={busy}
          onAgain={again}
          onRead={() => void open({ ...last, mode: "read" })}
          onTakeOver={() => void open({ ...last, takeOver: true })}
        />
      )}
      {busy ? <p role="status">{t("start.opening")}</p> : null}
      <Entrance start={start} look={look} busy={busy} error={error} onOpen={open} />
      {look.backups.length === 0 || look.backupDir === undefined ? null : (
        <RestoreForm
          look={look}
          backupDir={look.backupDir}
          onRestored={() => {
            // The page that was open last belongs to another workspace.
            goTo(["orders"]);
            onOpened(undefined);
          }}
          onOneDocument={
            look.kind !== "workspace" || look.encrypted || busy
              ? undefined
              : () => {
                  goTo(["settings", "backup"]);
                  void open({});
                }
          }
        />
      )}
    </div>
  );
}

type EntranceProps = Pick<Props, "start" | "look"> & {
  readonly busy: boolean;
  readonly error: AppError | undefined;
  readonly onOpen: (wish: Partial<OpenWish>) => Promise<void>;
};

function Entrance({ start, look, busy, error, onOpen }: EntranceProps) {
  const { t } = useI18n();
  switch (look.kind) {
    case "damaged":
    case "other":
      return look.problem === undefined || error !== undefined ? null : (
        <ErrorNotice error={look.problem} />
      );
    case "empty":
    case "missing":
      return (
        <CreateForm
          keyStore={start.keyStore}
          mustEncrypt={start.encryptionRequired}
          busy={busy}
          onCreate={(encrypt) => void onOpen({ create: true, ...encrypt })}
        />
      );
    case "workspace":
      break;
  }
  const isHere = look.path === start.path;
  const ways = isHere
    ? start.ways
    : look.ways.filter((way) => way !== "key-store" || start.keyStore);
  // A refusal brings its own ways on.
  const isRefused = error !== undefined && READABLE.has(error.code);
  return (
    <div className="stack">
      {error?.code === HELD ? null : <HolderLine look={look} />}
      {look.encrypted ? (
        <UnlockForm ways={ways} busy={busy} onUnlock={(wish) => void onOpen(wish)} />
      ) : null}
      {look.encrypted || isRefused ? null : (
        <div className="row">
          <Button look="primary" disabled={busy} onClick={() => void onOpen({})}>
            {t("start.open")}
          </Button>
          <Button disabled={busy} onClick={() => void onOpen({ mode: "read" })}>
            {t("start.open.read")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Who has it open at this moment. */
function HolderLine({ look }: Pick<Props, "look">) {
  const { t, lang } = useI18n();
  const { holder } = look;
  if (holder === undefined) return null;
  return (
    <Notice tone="warn">
      {t("start.held", {
        owner: holder.owner === "" ? t("start.held.nobody") : holder.owner,
        host: holder.host,
        pid: holder.pid,
        since: momentText(holder.since, lang),
      })}
    </Notice>
  );
}

type RefusalProps = {
  readonly error: AppError;
  readonly busy: boolean;
  readonly onAgain: () => void;
  readonly onRead: () => void;
  readonly onTakeOver: () => void;
};

const HELD = "store.held-by-other";

/** Reasons for which a workspace that is not to be written may still be read. */
const READABLE = new Set([
  HELD,
  "store.folder-does-not-lock",
  "files.read-only",
  "files.no-permission",
  "files.disk-full",
]);

function Refusal({ error, busy, onAgain, onRead, onTakeOver }: RefusalProps) {
  const { t, lang } = useI18n();
  const [asking, setAsking] = useState(false);
  const since = error.params["since"];
  const told =
    typeof since === "string"
      ? { ...error, params: { ...error.params, since: momentText(since, lang) } }
      : error;
  const mayTakeOver = error.code === HELD && error.params["life"] === "unknown";
  return (
    <div className="stack-tight">
      <ErrorNotice error={told} />
      {READABLE.has(error.code) ? (
        <div className="row">
          <Button disabled={busy} onClick={onAgain}>
            {t("screen.retry")}
          </Button>
          <Button disabled={busy} onClick={onRead}>
            {t("start.open.read")}
          </Button>
          {mayTakeOver ? (
            <Button look="danger" disabled={busy} onClick={() => setAsking(true)}>
              {t("start.takeover")}
            </Button>
          ) : null}
        </div>
      ) : null}
      {asking ? (
        <Confirm
          title={t("start.takeover")}
          text={t("start.takeover.text")}
          action={t("start.takeover")}
          danger
          onConfirm={() => {
            setAsking(false);
            onTakeOver();
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  );
}
