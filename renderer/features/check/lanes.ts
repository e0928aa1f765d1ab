import type { Lane } from "#shared/rules";
import type { IconName, Tone } from "#ui";

/** Colour and drawing of a lane; the words always stand beside them. */
export const laneLook: Readonly<Record<Lane, { readonly tone: Tone; readonly icon: IconName }>> = {
  "presumption-of-denial": { tone: "bad", icon: "stop" },
  "reported-barred": { tone: "bad", icon: "stop" },
  "reported-hold": { tone: "bad", icon: "lock" },
  "verify-first": { tone: "warn", icon: "search" },
  "needs-information": { tone: "warn", icon: "question" },
  "case-by-case": { tone: "info", icon: "case" },
  "no-bar-found": { tone: "plain", icon: "info" },
};
