import process from "node:process";
import { parseArgs } from "node:util";
import { defaultWorkspace } from "#node/host";
import { languages } from "#shared/i18n";
import { serve } from "./serve.ts";

// What `npm start` runs when the desk opens in the browser.
const { values } = parseArgs({
  options: {
    workspace: { type: "string" },
    port: { type: "string" },
    lang: { type: "string" },
    "no-open": { type: "boolean" },
  },
});

process.exitCode = await serve({
  workspace: values.workspace ?? defaultWorkspace(),
  port: Number(values.port ?? 0),
  lang: languages.find((known) => known === values.lang) ?? "zh",
  open: values["no-open"] !== true,
});
