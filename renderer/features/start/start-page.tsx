import { useState } from "react";
import { useI18n } from "#i18n";
import {
  Button,
  ErrorNotice,
  errorOf,
  type FreshCode,
  Icon,
  RecoveryCode,
  Skeleton,
  useAnswer,
  useDesk,
} from "#ui";
import { OtherPlaces } from "./other-places.tsx";
import type { StartState } from "./start-state.ts";
import { WayIn } from "./way-in.tsx";
import { Welcome } from "./welcome.tsx";

type Props = {
  readonly start: StartState;
  /** The code of a workspace that was just made encrypted; shown before anything else. */
  readonly fresh: FreshCode | undefined;
  readonly onOpened: (fresh: FreshCode | undefined) => void;
  readonly onGo: () => void;
};

/** What stands in the window while no workspace is open: which one, why it is closed, and the ways in. */
export function StartPage({ start, fresh, onOpened, onGo }: Props) {
  const { t, lang, setLang } = useI18n();
  const { client } = useDesk();
  const [path, setPath] = useState(start.path);
  const look = useAnswer(["start", "look", path], async () => await client.start.look({ path }), {
    fresh: true,
  });
  return (
    <main className="page">
      <div className="page-head no-print">
        <h1 className="row">
          <Icon name="packet" />
          {t("app.name")}
        </h1>
        <Button
          size="small"
          lang={lang === "zh" ? "en" : "zh-Hans"}
          onClick={() => setLang(lang === "zh" ? "en" : "zh")}
        >
          {t("screen.language.other")}
        </Button>
      </div>
      {fresh === undefined ? (
        <>
          {start.firstRun ? <Welcome start={start} onOpened={() => onOpened(undefined)} /> : null}
          <section className="card stack" aria-labelledby="start-title">
            <h2 id="start-title">{t(start.firstRun ? "welcome.place" : "start.workspace")}</h2>
            <code>{path}</code>
            {look.error === null ? null : (
              <ErrorNotice error={errorOf(look.error)} onRetry={() => void look.refetch()} />
            )}
            {look.data === undefined ? (
              look.error === null && <Skeleton lines={2} />
            ) : (
              <WayIn
                key={path}
                start={start}
                look={look.data}
                onOpened={onOpened}
                onLookAgain={() => void look.refetch()}
              />
            )}
          </section>
          {start.placeIsSet ? (
            <p className="muted">{t("managed.workspace")}</p>
          ) : (
            <OtherPlaces start={start} path={path} onChoose={setPath} />
          )}
        </>
      ) : (
        <div className="card">
          <RecoveryCode fresh={fresh} onDone={onGo} />
        </div>
      )}
    </main>
  );
}
