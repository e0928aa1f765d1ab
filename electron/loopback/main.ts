import process from "node:process";
import { parseArgs } from "node:util";
import { defaultWorkspace } from "#node/host";
import { errorText, languages } from "#shared/i18n";
import { appError } from "#shared/kernel";
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

const asked = languages.find((known) => known === values.lang);
const lang = asked ?? "zh";
const port = Number(values.port ?? 0);
if (Number.isInteger(port) && port >= 0 && port <= 65_535) {
  const workspace = values.workspace ?? defaultWorkspace();
  process.exitCode = await serve({
    workspace,
    named: values.workspace !== undefined,
    port,
    lang,
    pageLang: asked,
    open: values["no-open"] !== true,
  });
} else {
  const error = appError("port-not-usable", { port: values.port ?? "", reason: "0-65535" });
  process.stderr.write(`${errorText(lang, error)}\n`);
  process.exitCode = 2;
}
