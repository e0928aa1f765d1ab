import { useState } from "react";
import { useI18n } from "#i18n";
import type { Person } from "#shared/model";
import { ActDialog, Button, errorOf, Notice, unwrap, useDesk, useInvalidate, useToasts } from "#ui";

type Props = { readonly signedIn: string | undefined; readonly persons: readonly Person[] };

/** Under whose name the journal goes on: whoever unlocked a key, or nobody. */
export function SignedIn({ signedIn, persons }: Props) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const [asking, setAsking] = useState(false);
  const name = persons.find(({ id }) => id === signedIn)?.name ?? signedIn;
  const stale = () => {
    invalidate(["register"]);
    invalidate(["settings"]);
  };
  const leave = async () => {
    try {
      await unwrap(client.persons.signOut({}));
      stale();
    } catch (fault) {
      toasts.fail(errorOf(fault));
    }
  };
  return (
    <>
      <Notice
        tone={signedIn === undefined ? "warn" : "info"}
        action={
          <Button
            size="small"
            icon="lock"
            onClick={() => (signedIn === undefined ? setAsking(true) : void leave())}
          >
            {t(signedIn === undefined ? "persons.signin" : "persons.signout")}
          </Button>
        }
      >
        {signedIn === undefined
          ? t("persons.signedin.nobody")
          : t("persons.signedin", { name: name ?? "" })}
      </Notice>
      {asking ? (
        <ActDialog
          title={t("persons.signin")}
          about={t("persons.signin.about")}
          submit={t("persons.signin")}
          onSign={async ({ hand }) => {
            const done = await client.persons.unlock(hand);
            if (done.ok) stale();
            return done;
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
