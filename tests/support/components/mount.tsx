import type { ReactNode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { onTestFinished } from "vitest";
import { LanguageProvider } from "#i18n";
import { type MessageKey, translate } from "#shared/i18n";

/** Shows a part of the page in the browser that runs the test, in Chinese; it is gone after the test. */
export function mount(part: ReactNode): void {
  const place = document.createElement("div");
  document.body.append(place);
  const root = createRoot(place);
  onTestFinished(() => {
    root.unmount();
    place.remove();
  });
  const whole = (
    <LanguageProvider lang="zh" onChange={() => undefined}>
      {part}
    </LanguageProvider>
  );
  // Shown when this returns, so that a test may look at once.
  flushSync(() => root.render(whole));
}

/** The words that the page shows for a key. */
export function w(key: MessageKey, params: Record<string, string | number> = {}): string {
  return translate("zh", key, params);
}
