import { useState } from "react";
import { useI18n } from "#i18n";
import { type Person, type PersonRole, personRoles } from "#shared/model";
import { ActDialog, type ActEntered, useDesk, useInvalidate, useToasts } from "#ui";

/** What is to be signed about a person, or about the firm. */
export type Act = {
  readonly kind: "confirm" | "key" | "revoke" | "roles" | "one-on" | "one-off";
  readonly person?: Person;
};

type Props = { readonly act: Act; readonly fingerprint: string; readonly onClose: () => void };

/** The dialogs in which persons sign for persons. */
export function PersonActs({ act, fingerprint, onClose }: Props) {
  const { t, td } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const { person, kind } = act;
  const [roles, setRoles] = useState<readonly PersonRole[]>(person?.roles ?? []);
  const [lost, setLost] = useState(false);
  const name = person?.name ?? "";
  const of = person?.id ?? "";
  const call = async ({ hand, second, reason }: ActEntered) => {
    const { persons } = client;
    switch (kind) {
      case "confirm":
        return await persons.confirm({ of, fingerprint, ...hand });
      case "key":
        return await persons.changeKey({
          person: of,
          passphrase: hand.passphrase,
          second: second ?? hand,
          lost,
          reason,
        });
      case "revoke":
        return await persons.revokeKey({ of, ...hand, second, reason });
      case "roles":
        return await persons.changeRoles({ of, roles: [...roles], ...hand, second, reason });
      case "one-on":
      case "one-off":
        return await persons.onePerson({ on: kind === "one-on", ...hand, reason });
    }
  };
  const sign = async (entered: ActEntered) => {
    const done = await call(entered);
    if (!done.ok) return done;
    for (const stale of ["persons", "register", "order-reviews", "readiness"]) invalidate([stale]);
    toasts.say(t("act.signed"));
    return done;
  };
  return (
    <ActDialog
      title={td(`persons.act.${kind}`, { name })}
      about={td(`persons.act.${kind}.about`, { name, fingerprint })}
      submit={t("act.sign")}
      {...(kind === "confirm" ? { without: [of] } : {})}
      {...(kind === "key" ? { signer: of, fresh: true } : {})}
      countersigned={kind === "key" || kind === "roles" || kind === "revoke"}
      reasoned={kind !== "confirm"}
      onSign={sign}
      onClose={onClose}
    >
      {kind === "confirm" ? (
        <p>
          <code>{fingerprint}</code>
        </p>
      ) : null}
      {kind === "key" ? (
        <label className="row">
          <input
            type="checkbox"
            checked={lost}
            onChange={(event) => setLost(event.target.checked)}
          />
          {t("persons.act.key.lost")}
        </label>
      ) : null}
      {kind === "roles" ? <RoleBoxes roles={roles} onChange={setRoles} /> : null}
    </ActDialog>
  );
}

type BoxesProps = {
  readonly roles: readonly PersonRole[];
  readonly onChange: (next: readonly PersonRole[]) => void;
};

function RoleBoxes({ roles, onChange }: BoxesProps) {
  const { td } = useI18n();
  return (
    <div className="row">
      {personRoles.map((role) => (
        <label key={role} className="row">
          <input
            type="checkbox"
            checked={roles.includes(role)}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...roles, role] : roles.filter((one) => one !== role),
              )
            }
          />
          {td(`person.role.${role}`)}
        </label>
      ))}
    </div>
  );
}
