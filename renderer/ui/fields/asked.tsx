import { createContext, type ReactNode, useContext } from "react";
import { useI18n } from "#i18n";

/** Why a field is asked for: one reason of a paper or a rule, in words. */
export type Reason = { readonly text: string; readonly from: string };

/** What is asked of a field: whether something waits for it, and why. */
export type Asked = { readonly needed: boolean; readonly reasons: readonly Reason[] };

const AskedContext = createContext<ReadonlyMap<string, Asked> | undefined>(undefined);

type Props = {
  readonly asked: ReadonlyMap<string, Asked>;
  readonly children: ReactNode;
};

/** Tells the fields below what papers and rules still want of them, by the fields' addresses. */
export function AskedFields({ asked, children }: Props) {
  return <AskedContext value={asked}>{children}</AskedContext>;
}

/** What is asked of the field at an address; undefined where nothing is, or where nobody says. */
export function useAsked(address: string | undefined): Asked | undefined {
  const all = useContext(AskedContext);
  return address === undefined ? undefined : all?.get(address);
}

/** A mark beside a label: something waits for this field; opened, it says who waits and from which text. */
export function AskedMark({ asked }: { readonly asked: Asked | undefined }) {
  const { t } = useI18n();
  if (asked === undefined) return null;
  const summary = t(asked.needed ? "screen.asked.needed" : "screen.asked.helps");
  if (asked.reasons.length === 0) return <span className="asked-mark">{summary}</span>;
  return (
    <details className="asked">
      <summary className={asked.needed ? "asked-mark" : "asked-mark asked-helps"}>
        {summary}
      </summary>
      <ul className="plain-list small asked-reasons">
        {asked.reasons.map(({ text, from }) => (
          <li key={`${from}-${text}`}>
            {text}
            <span className="muted">{` · ${from}`}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
