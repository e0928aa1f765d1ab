import { parseArgs } from "node:util";
import { type Lang, languages } from "#shared/i18n";

/** What the desktop host is told when it starts, or when a second start hands its words over. */
export interface StartOptions {
  readonly workspace?: string;
  readonly lang?: Lang;
  /** Another place of the managed settings, for trying them out; a packaged program does not listen to it. */
  readonly managed?: string;
  /** Order bundles, packets and packs that the system asks to open. */
  readonly files: readonly string[];
}

const opens = /\.(h200order|h200packet|h200pack|h200update)$/i;

/** Reads the command line; words that Chromium or the system added are passed over. */
export function readArguments(argv: readonly string[]): StartOptions {
  const { values, positionals } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options: {
      workspace: { type: "string" },
      lang: { type: "string" },
      managed: { type: "string" },
    },
  });
  const lang = languages.find((known) => known === values["lang"]);
  return {
    files: positionals.filter((word) => opens.test(word)),
    ...(typeof values["workspace"] === "string" ? { workspace: values["workspace"] } : {}),
    ...(typeof values["managed"] === "string" ? { managed: values["managed"] } : {}),
    ...(lang === undefined ? {} : { lang }),
  };
}
