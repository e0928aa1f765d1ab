import { useMemo } from "react";
import { useI18n } from "#i18n";
import { type PackWords, traceLines } from "#shared/check";
import type { Because } from "#shared/rules";

type Props = { readonly because: readonly Because[]; readonly packs: readonly PackWords[] };

/** How a rule was judged, as sentences: each thing seen beside all that the rule asks of it; what lies below is set in. */
export function Trace({ because, packs }: Props) {
  const { lang } = useI18n();
  const lines = useMemo(() => traceLines(because, { packs, lang }), [because, packs, lang]);
  return (
    <ul className="plain-list trace">
      {lines.map(({ depth, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no identity and never move
        <li key={index} style={{ "--depth": depth } as React.CSSProperties}>
          {text}
        </li>
      ))}
    </ul>
  );
}
