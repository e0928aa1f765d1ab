import type { ReactNode } from "react";
import { useI18n } from "#i18n";
import type { AppError } from "#shared/kernel";
import { Button } from "../layout/button.tsx";
import { Icon, type IconName } from "./icon.tsx";

/** How a message is coloured; the words carry the meaning, the colour only helps. */
export type Tone = "plain" | "good" | "warn" | "bad" | "info";

const toneIcons: Readonly<Record<Tone, IconName>> = {
  plain: "info",
  good: "check",
  warn: "alert",
  bad: "stop",
  info: "info",
};

type BadgeProps = { readonly tone?: Tone; readonly icon?: IconName; readonly children: ReactNode };

/** A few words in a pill. */
export function Badge({ tone = "plain", icon, children }: BadgeProps) {
  return (
    <span className={`badge badge-${tone}`}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </span>
  );
}

type NoticeProps = {
  readonly tone?: Tone;
  readonly role?: "alert" | "status";
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

/** A message that stays in the page. */
export function Notice({ tone = "info", role, action, children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={role}>
      <Icon name={toneIcons[tone]} />
      <div className="grow stack-tight">{children}</div>
      {action}
    </div>
  );
}

type ErrorNoticeProps = { readonly error: AppError; readonly onRetry?: () => void };

/** What went wrong, where, and what to do; with a way to try again where there is one. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
  const { t, te } = useI18n();
  const retry =
    onRetry === undefined ? null : (
      <Button size="small" onClick={onRetry}>
        {t("screen.retry")}
      </Button>
    );
  return (
    <Notice tone="bad" role="alert" action={retry}>
      {te(error)}
    </Notice>
  );
}

type EmptyProps = {
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
};

/** What to do where there is nothing yet. */
export function Empty({ title, text, children }: EmptyProps) {
  return (
    <div className="card empty">
      <h2>{title}</h2>
      {text === undefined ? null : <p className="muted">{text}</p>}
      {children === undefined ? null : <div className="row">{children}</div>}
    </div>
  );
}

/** Grey bars while something is fetched. */
export function Skeleton({ lines = 4 }: { readonly lines?: number }) {
  const { t } = useI18n();
  return (
    <div className="stack" role="status">
      <span className="sr-only">{t("screen.loading")}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity
        <div key={line} className="skeleton" />
      ))}
    </div>
  );
}
