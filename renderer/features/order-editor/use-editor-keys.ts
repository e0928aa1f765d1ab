import { useEffect } from "react";
import type { Order } from "#shared/model";
import { type Draft, goTo, jumpTo } from "#ui";
import { goWay, wayOf } from "./undo-keys.ts";

type Wish = {
  readonly draft: Draft<Order>;
  readonly guided: boolean;
  readonly order: string;
  readonly onSave: () => void;
};

/** The chords of the editor: Ctrl+Z and Ctrl+Y through the changes, Ctrl+S saves at once, Ctrl+. changes between the two forms. */
export function useEditorKeys({ draft, guided, order, onSave }: Wish): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector("dialog[open]") !== null) return;
      const chord = event.ctrlKey || event.metaKey;
      if (chord && event.key.toLowerCase() === "s") {
        event.preventDefault();
        return onSave();
      }
      if (chord && event.key === ".") {
        event.preventDefault();
        return goTo(
          guided ? ["orders", order, "edit", "basics"] : ["orders", order, "edit", "guide"],
        );
      }
      const way = wayOf(event);
      if (way === undefined) return;
      event.preventDefault();
      const path = goWay(draft, way);
      if (path !== undefined) jumpTo(`order.${path}`);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [draft, guided, order, onSave]);
}
