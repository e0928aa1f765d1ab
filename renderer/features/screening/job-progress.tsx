import { useI18n } from "#i18n";
import { Button } from "#ui";

type Props = {
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  readonly label: string;
  readonly onStop: () => void;
};

/** How far long work is, and the way to stop it. */
export function JobProgress({ progress, label, onStop }: Props) {
  const { t } = useI18n();
  if (progress === undefined) return null;
  return (
    <div className="row" role="status">
      <span>{label}</span>
      <progress aria-label={label} value={progress.done} max={Math.max(1, progress.total)} />
      <Button size="small" onClick={onStop}>
        {t("screening.stop")}
      </Button>
    </div>
  );
}
