import { useI18n } from "#i18n";
import type { TenantBookValue, TenantValue } from "#shared/ipc";
import { Badge } from "#ui";

export type Tenant = TenantValue;
export type TenantBookSummary = TenantBookValue;

type Props = {
  readonly tenants: readonly Tenant[];
  readonly wrong?: ReadonlySet<number>;
  readonly onWrong?: (line: number) => void;
};

/** Tenants with the class that the desk gives them and what that rests on. */
export function TenantRows({ tenants, wrong, onWrong }: Props) {
  const { t } = useI18n();
  const heads = ["line", "name", "code", "class", "evidence"] as const;
  return (
    <div className="table-wrap">
      <table className="table small">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`tenants.head.${head}`)}
              </th>
            ))}
            {onWrong === undefined ? null : <th scope="col">{t("tenants.head.wrong")}</th>}
          </tr>
        </thead>
        <tbody>
          {tenants.map((tenant) => (
            <tr key={tenant.line}>
              <td className="number">{tenant.line}</td>
              <td>{tenant.name}</td>
              <td>{tenant.code}</td>
              <td>
                {t(`tenant.class.${tenant.class}`)}{" "}
                {tenant.sure ? null : <Badge tone="warn">{t("tenants.unsure")}</Badge>}
              </td>
              <td>
                {tenant.evidence
                  .map(({ kind, what }) => t(`tenants.evidence.${kind}`, { what }))
                  .join("; ")}
              </td>
              {onWrong === undefined ? null : (
                <td>
                  <input
                    type="checkbox"
                    aria-label={t("tenants.wrong.named", { name: tenant.name })}
                    checked={wrong?.has(tenant.line) ?? false}
                    onChange={() => onWrong(tenant.line)}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
