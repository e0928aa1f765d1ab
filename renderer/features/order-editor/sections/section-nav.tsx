import { useI18n } from "#i18n";
import { Badge, hrefOf, Icon } from "#ui";
import { useCompleteness } from "../guide/use-asked.ts";
import { type Section, sections } from "./sections.ts";

/** The parts of the full form, each with how much of it is still missing; a tick where nothing is. */
export function SectionNav({ order, shown }: { readonly order: string; readonly shown: Section }) {
  const { t } = useI18n();
  const completeness = useCompleteness(order).data;
  const missing = new Map<string, Set<string>>();
  for (const set of ["cn-filing", "us-exporter"] as const)
    for (const { section, path, need } of completeness?.[set].missing ?? [])
      if (need !== "optional") missing.set(section, (missing.get(section) ?? new Set()).add(path));
  return (
    <nav className="editor-nav" aria-label={t("editor.sections")}>
      <ol className="plain-list">
        {sections.map((name) => (
          <li key={name} className="section-entry">
            <a
              className="nav-link"
              href={hrefOf(["orders", order, "edit", name])}
              aria-current={name === shown ? "page" : undefined}
            >
              {t(`editor.section.${name}`)}
            </a>
            {completeness === undefined ? null : <Mark count={missing.get(name)?.size ?? 0} />}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Mark({ count }: { readonly count: number }) {
  const { t } = useI18n();
  if (count > 0) return <Badge tone="warn">{t("guide.count", { count })}</Badge>;
  return (
    <span className="step-done">
      <Icon name="check" />
      <span className="sr-only">{t("guide.done")}</span>
    </span>
  );
}
