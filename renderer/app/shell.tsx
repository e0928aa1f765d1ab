import { lazy, type ReactNode, Suspense, useEffect, useRef } from "react";
import { useI18n, usePageTitle } from "#i18n";
import type { MessageKey } from "#shared/i18n";
import {
  Badge,
  Button,
  goTo,
  hrefOf,
  Icon,
  IconButton,
  type IconName,
  Notice,
  Skeleton,
  useAnswer,
  useDesk,
  usePlace,
} from "#ui";
import { OrdersPage } from "../features/orders/orders-page.tsx";
import { useOpenCommands } from "./commands.ts";
import { FaultBarrier } from "./fault-barrier.tsx";
import { FileIssueBar } from "./file-issue-bar.tsx";
import { LockButton } from "./lock-button.tsx";
import { SampleBar } from "./sample-bar.tsx";
import { setTourStep, useTourStep } from "./tour-state.ts";

const OrderFrame = lazy(async () => ({
  default: (await import("./order-frame.tsx")).OrderFrame,
}));
const PartiesPage = lazy(async () => ({
  default: (await import("../features/parties/parties-page.tsx")).PartiesPage,
}));
const SitesPage = lazy(async () => ({
  default: (await import("../features/sites/sites-page.tsx")).SitesPage,
}));
const ProductsPage = lazy(async () => ({
  default: (await import("../features/products/products-page.tsx")).ProductsPage,
}));
const EvidencePage = lazy(async () => ({
  default: (await import("../features/evidence/evidence-page.tsx")).EvidencePage,
}));
const RulesPage = lazy(async () => ({
  default: (await import("../features/rules/rules-page.tsx")).RulesPage,
}));
const CasesPage = lazy(async () => ({
  default: (await import("../features/cases/cases-page.tsx")).CasesPage,
}));
const ScreeningPage = lazy(async () => ({
  default: (await import("../features/screening/screening-page.tsx")).ScreeningPage,
}));
const TotalsPage = lazy(async () => ({
  default: (await import("../features/totals/totals-page.tsx")).TotalsPage,
}));
const CalendarPage = lazy(async () => ({
  default: (await import("../features/calendar/calendar-page.tsx")).CalendarPage,
}));
const VerifyPage = lazy(async () => ({
  default: (await import("../features/packets/verify-page.tsx")).VerifyPage,
}));
const JournalPage = lazy(async () => ({
  default: (await import("../features/journal/journal-page.tsx")).JournalPage,
}));
const AboutPage = lazy(async () => ({
  default: (await import("../features/about/about-page.tsx")).AboutPage,
}));
const TrashPage = lazy(async () => ({
  default: (await import("../features/trash/trash-page.tsx")).TrashPage,
}));
const TourPage = lazy(async () => ({
  default: (await import("../features/tour/tour-page.tsx")).TourPage,
}));
const TourPanel = lazy(async () => ({
  default: (await import("../features/tour/tour-panel.tsx")).TourPanel,
}));
const SettingsPage = lazy(async () => ({
  default: (await import("../features/settings/settings-page.tsx")).SettingsPage,
}));

type Entry = { readonly step: string; readonly label: MessageKey; readonly icon: IconName };

const groups: readonly (readonly Entry[])[] = [
  [
    { step: "orders", label: "screen.nav.orders", icon: "list" },
    { step: "cases", label: "screen.nav.cases", icon: "case" },
    { step: "screening", label: "screen.nav.screening", icon: "search" },
    { step: "totals", label: "screen.nav.totals", icon: "graph" },
    { step: "calendar", label: "screen.nav.calendar", icon: "calendar" },
    { step: "verify", label: "screen.nav.verify", icon: "shield" },
  ],
  [
    { step: "parties", label: "screen.nav.parties", icon: "building" },
    { step: "sites", label: "screen.nav.sites", icon: "site" },
    { step: "products", label: "screen.nav.products", icon: "chip" },
    { step: "evidence", label: "screen.nav.evidence", icon: "file" },
  ],
  [
    { step: "rules", label: "screen.nav.rules", icon: "rules" },
    { step: "journal", label: "screen.nav.journal", icon: "history" },
    { step: "trash", label: "screen.nav.trash", icon: "trash" },
    { step: "settings", label: "screen.nav.settings", icon: "gear" },
    { step: "about", label: "screen.nav.about", icon: "info" },
  ],
];

type Theme = "system" | "light" | "dark";
const nextTheme: Readonly<Record<Theme, Theme>> = {
  system: "light",
  light: "dark",
  dark: "system",
};
const themeIcons: Readonly<Record<Theme, IconName>> = {
  system: "system",
  light: "sun",
  dark: "moon",
};

type Props = { readonly theme: Theme; readonly onTheme: (theme: Theme) => void };

/** Navigation on the left, name and switches on top, the page in the middle. */
export function Shell({ theme, onTheme }: Props) {
  const { t } = useI18n();
  const main = useRef<HTMLElement>(null);
  const { steps } = usePlace();
  const page = steps[0] ?? "orders";
  const entry = groups.flat().find(({ step }) => step === page);
  // An order names itself by its own title.
  const inOrder = page === "orders" && steps[1] !== undefined;
  usePageTitle(entry === undefined || inOrder ? undefined : t(entry.label));
  const first = useRef(true);
  const touring = useTourStep();
  useOpenCommands();
  useEffect(() => {
    if (first.current) first.current = false;
    else globalThis.scrollTo(0, 0);
    void page;
  }, [page]);
  return (
    <div className={touring === undefined ? "shell" : "shell shell-touring"}>
      <Header theme={theme} onTheme={onTheme}>
        <a
          className="skip-link"
          href={hrefOf(steps)}
          onClick={(event) => {
            event.preventDefault();
            main.current?.focus();
          }}
        >
          {t("screen.skip")}
        </a>
      </Header>
      <Navigation page={page} />
      <main className="shell-main" ref={main} tabIndex={-1}>
        <SampleBar />
        <FileIssueBar />
        <FaultBarrier key={steps.slice(0, 2).join("/")}>
          <Suspense
            fallback={
              <div className="page">
                <Skeleton />
              </div>
            }
          >
            <Page steps={steps} />
          </Suspense>
        </FaultBarrier>
      </main>
      {touring === undefined ? null : (
        <Suspense fallback={null}>
          <TourPanel step={touring} onStep={setTourStep} />
        </Suspense>
      )}
    </div>
  );
}

function Header({ theme, onTheme, children }: Props & { readonly children: ReactNode }) {
  const { t, te, lang, setLang } = useI18n();
  const { client } = useDesk();
  const host = useAnswer(["host"], async () => await client.host.info({}));
  return (
    <header className="shell-head">
      {children}
      <a className="shell-name" href={hrefOf(["orders"])}>
        <Icon name="packet" />
        {t("app.name")}
      </a>
      <Badge icon="lock">{t("screen.offline")}</Badge>
      <span className="grow" />
      {host.data?.readOnly ? (
        <Notice tone="warn" role="status">
          {host.data.readOnlyBecause === undefined
            ? t("screen.readonly.asked")
            : t("screen.readonly", { reason: te(host.data.readOnlyBecause) })}
        </Notice>
      ) : null}
      <LockButton />
      <IconButton
        icon={themeIcons[theme]}
        label={t(`screen.theme.${theme}`)}
        onClick={() => onTheme(nextTheme[theme])}
      />
      <Button
        size="small"
        lang={lang === "zh" ? "en" : "zh-Hans"}
        onClick={() => setLang(lang === "zh" ? "en" : "zh")}
      >
        {t("screen.language.other")}
      </Button>
    </header>
  );
}

function Navigation({ page }: { readonly page: string }) {
  const { t } = useI18n();
  return (
    <nav className="shell-nav" aria-label={t("screen.nav")}>
      {groups.map((group) => (
        <ul key={group[0]?.step} className="plain-list">
          {group.map(({ step, label, icon }) => (
            <li key={step}>
              <a
                className="nav-link"
                href={hrefOf([step])}
                aria-current={page === step ? "page" : undefined}
              >
                <Icon name={icon} />
                {t(label)}
              </a>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}

function Tour() {
  const step = useTourStep();
  const start = (next: number) => {
    setTourStep(next);
    goTo(["orders"]);
  };
  return <TourPage step={step} onStep={start} />;
}

function Page({ steps }: { readonly steps: readonly string[] }) {
  const [page = "orders", id] = steps;
  switch (page) {
    case "orders":
      return id === undefined ? <OrdersPage /> : <OrderFrame key={id} order={id} />;
    case "parties":
      return <PartiesPage />;
    case "sites":
      return <SitesPage />;
    case "products":
      return <ProductsPage />;
    case "evidence":
      return <EvidencePage />;
    case "rules":
      return <RulesPage />;
    case "cases":
      return <CasesPage />;
    case "screening":
      return <ScreeningPage />;
    case "totals":
      return <TotalsPage />;
    case "calendar":
      return <CalendarPage />;
    case "verify":
      return <VerifyPage />;
    case "journal":
      return <JournalPage />;
    case "trash":
      return <TrashPage />;
    case "settings":
      return <SettingsPage />;
    case "tour":
      return <Tour />;
    case "about":
      return <AboutPage />;
    default:
      return <OrdersPage />;
  }
}
