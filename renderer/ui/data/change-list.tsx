import { useI18n } from "#i18n";
import { type Change, fieldLabel } from "#shared/packet";
import { Button } from "../layout/button.tsx";

type Props = {
  readonly changes: readonly Change[];
  readonly onJump?: (path: string) => void;
};

/** What differs between two states of an order: the field by its name, what stood there, what stands there now. */
export function ChangeList({ changes, onJump }: Props) {
  const { t, lang } = useI18n();
  return (
    <div className="table-wrap">
      <table className="table change-list">
        <thead>
          <tr>
            <th scope="col">{t("change.field")}</th>
            <th scope="col">{t("change.before")}</th>
            <th scope="col">{t("change.after")}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ path, of, before, after }) => {
            const label = fieldLabel(lang, path);
            return (
              <tr key={path}>
                <th scope="row">
                  {onJump === undefined ? (
                    label
                  ) : (
                    <Button look="link" onClick={() => onJump(path)}>
                      {label}
                    </Button>
                  )}
                  {of === undefined ? null : <div className="muted small">{of}</div>}
                </th>
                <td className={before === undefined ? "muted" : "change-before"}>
                  {before ?? t("change.nothing")}
                </td>
                <td className={after === undefined ? "muted" : "change-after"}>
                  {after ?? t("change.nothing")}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
