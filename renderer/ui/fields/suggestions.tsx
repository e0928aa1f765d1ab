import { useEffect, useState } from "react";
import { hasMessage, loadWords, translate } from "#shared/i18n";

/** Words of the forms, and for goods the headings that the reference names, that are offered while a field is typed into; any other text may be typed all the same. The numbers of customs tables are not offered: nobody has verified them. */
const suggestionLists = {
  hs: ["8473309000", "8471509000", "8471800000", "8542319000"],
  "trade-mode": [
    "ordinary",
    "joint-venture-equipment",
    "foreign-firm-equipment",
    "temporary",
    "samples",
    "replacement",
    "returned",
  ],
  duty: ["as-laid-down", "half", "exempt", "special", "by-nature", "deposit", "guarantee"],
  transport: ["water", "rail", "road", "air", "post", "other"],
} as const;
export type SuggestionList = keyof typeof suggestionLists;

type Props = { readonly id: string; readonly of: SuggestionList };

/** The options below a box. They are written into Chinese forms, so their words are Chinese whatever the page speaks. */
export function Suggestions({ id, of }: Props) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let gone = false;
    void loadWords("zh").then(() => {
      if (!gone) setReady(true);
    });
    return () => {
      gone = true;
    };
  }, []);
  if (!ready) return null;
  return (
    <datalist id={id}>
      {suggestionLists[of].map((code) => {
        const key = `code.${of}.${code}`;
        const words = hasMessage(key) ? translate("zh", key) : code;
        return of === "hs" ? (
          <option key={code} value={code} label={words} />
        ) : (
          <option key={code} value={words} />
        );
      })}
    </datalist>
  );
}
