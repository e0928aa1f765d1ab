import { registerHooks } from "node:module";
import "./control.ts";
import { note } from "./host-state.ts";

const standIn = new URL("./electron-module.ts", import.meta.url).href;

// The built program is run as it is; only the name "electron" leads elsewhere.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "electron" ? { url: standIn, shortCircuit: true } : next(specifier, context),
});

note("host-loaded");
