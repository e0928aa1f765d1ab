/** A file that breaks one border, or keeps to all of them. */
export interface Probe {
  /** Completes "nothing objects when …". */
  readonly name: string;
  readonly file: string;
  readonly code: string;
}

const use = (from: string, name = "x") =>
  `import { ${name} } from "${from}";\n\nexport const probe = ${name};`;

/** Stand-ins for the modules that probes import: only their places matter. */
export const stubs: Readonly<Record<string, string>> = {
  "shared/kernel/index.ts": "export const x = 1;\n",
  "shared/rules/index.ts": 'export { x } from "./tri.ts";\n',
  "shared/rules/tri.ts": "export const x = 1;\n",
  "shared/ipc/channels.ts":
    'export const channels = { check: ["run"], packet: ["build"] } as const;\n',
  "shared/ipc/index.ts": "export const x = 1;\n",
  "electron/store/index.ts": "export const x = 1;\n",
  "electron/desk/index.ts": "export const x = 1;\n",
  "electron/main/main.ts": "export const x = 1;\n",
  "electron/cli/main.ts": "export const x = 1;\n",
  "renderer/bridge/desk.ts": "export const x = 1;\n",
  "renderer/ui/index.ts": "export const x = 1;\n",
  "renderer/i18n/index.ts": "export const x = 1;\n",
  "renderer/features/orders/list.ts": "export const x = 1;\n",
  "renderer/features/parties/list.ts": "export const x = 1;\n",
  "tests/support/stub.ts": "export const x = 1;\n",
};

const sharedProbe = (id: string, name: string, code: string): Probe => ({
  name: `shared ${name}`,
  file: `shared/kernel/probe-${id}.ts`,
  code,
});

/** Each breaks one border; at least one tool must name the file. */
export const forbiddenProbes: readonly Probe[] = [
  sharedProbe("fs", "imports node:fs", use("node:fs", "readFileSync")),
  // electron's declarations bring Node's types into a whole project and would hide other probes from the
  // compiler: the linter alone is asked, in a file the compiler does not take up.
  {
    name: "shared imports electron",
    file: "shared/kernel/probe-electron.mts",
    code: use("electron", "app"),
  },
  sharedProbe("react", "imports react", use("react", "useState")),
  sharedProbe("lowdb", "imports lowdb", use("lowdb", "Low")),
  sharedProbe("document", "uses document", "export const probe = document.title;"),
  sharedProbe("process", "uses process", "export const probe = process.pid;"),
  sharedProbe("console", "uses console", 'console.log("x");\nexport const probe = 1;'),
  sharedProbe("fetch", "uses fetch", 'export const probe = fetch("x");'),
  sharedProbe("timer", "uses setTimeout", "export const probe = setTimeout(() => undefined, 1);"),
  sharedProbe("clock", "reads the clock", "export const probe = Date.now();"),
  sharedProbe("locale", "uses Intl", 'export const probe = new Intl.NumberFormat("en");'),
  sharedProbe("chance", "rolls dice", "export const probe = Math.random();"),
  sharedProbe("adapter", "imports an adapter", use("#store")),
  sharedProbe("page", "imports the page", use("#ui")),
  sharedProbe("deep", "imports a module's inside", use("#shared/rules/tri")),
  {
    name: "the page imports an adapter by its alias",
    file: "renderer/app/probe-adapter.ts",
    code: use("#store"),
  },
  {
    name: "the page imports an adapter by its path",
    file: "renderer/app/probe-path.ts",
    code: use("../../electron/store/index.ts"),
  },
  {
    name: "the page imports electron",
    file: "renderer/app/probe-electron.mts",
    code: use("electron", "app"),
  },
  {
    name: "the page imports Node",
    file: "renderer/app/probe-node.ts",
    code: use("node:path", "join"),
  },
  {
    name: "the page imports the desk's handlers",
    file: "renderer/app/probe-desk.ts",
    code: use("#desk"),
  },
  {
    name: "an adapter imports electron",
    file: "electron/store/probe-electron.mts",
    code: use("electron", "app"),
  },
  {
    name: "a group of the desk imports electron",
    file: "electron/desk/probe-electron.mts",
    code: use("electron", "app"),
  },
  {
    name: "the command line imports electron",
    file: "electron/cli/probe-electron.mts",
    code: use("electron", "app"),
  },
  {
    name: "the loopback host imports electron",
    file: "electron/loopback/probe-electron.mts",
    code: use("electron", "app"),
  },
  { name: "a host imports the page", file: "electron/main/probe-page.ts", code: use("#ui") },
  {
    name: "the command line imports the page",
    file: "electron/cli/probe-page.ts",
    code: use("#ui"),
  },
  {
    name: "a feature imports another feature",
    file: "renderer/features/orders/probe-feature.ts",
    code: use("../parties/list.ts"),
  },
  {
    name: "a room of a feature imports another feature",
    file: "renderer/features/orders/room/probe-feature.ts",
    code: use("../../parties/list.ts"),
  },
  {
    name: "a record lacks a channel's name",
    file: "shared/ipc/probe-contract.ts",
    code: [
      'import { channels } from "./channels.ts";',
      "",
      "type Names = { [G in keyof typeof channels]: Record<(typeof channels)[G][number], number> };",
      "",
      "export const probe = { check: { run: 1 } } as const satisfies Names;",
    ].join("\n"),
  },
  {
    name: "a sentence stands in the markup",
    file: "renderer/app/probe-text.tsx",
    code: "export const Probe = () => <p>Hello</p>;",
  },
  {
    name: "an enum is written",
    file: "shared/kernel/probe-enum.ts",
    code: "export enum Probe {\n  A,\n}",
  },
  {
    name: "an index is read unchecked",
    file: "shared/kernel/probe-index.ts",
    code: "const list: number[] = [];\n\nexport const probe: number = list[0];",
  },
  {
    name: "a case of a union is left out",
    file: "shared/kernel/probe-case.ts",
    code: [
      'export function probe(kind: "a" | "b"): number {',
      "  switch (kind) {",
      '    case "a":',
      "      return 1;",
      "  }",
      "}",
    ].join("\n"),
  },
  {
    name: "a promise is left floating",
    file: "electron/desk/probe-floating.ts",
    code: [
      "async function work(): Promise<number> {",
      "  return await Promise.resolve(1);",
      "}",
      "",
      "export function probe(): void {",
      "  work();",
      "}",
    ].join("\n"),
  },
  {
    name: "a default is exported",
    file: "shared/kernel/probe-default.ts",
    code: "export default 1;",
  },
];

/** Each keeps to the borders: a tool that objects to one of these objects to everything. */
export const legalProbes: readonly Probe[] = [
  {
    name: "shared uses its own kind",
    file: "shared/rules/legal-own.ts",
    code: use("#shared/kernel"),
  },
  {
    name: "an adapter uses Node and shared",
    file: "electron/store/legal-node.ts",
    code: 'import { join } from "node:path";\nimport { x } from "#shared/kernel";\n\nexport const probe = join("a", String(x));',
  },
  {
    name: "Electron's main uses electron",
    file: "electron/main/legal-app.ts",
    code: use("electron", "app"),
  },
  {
    name: "a feature uses the page's parts",
    file: "renderer/features/orders/legal-parts.ts",
    code: 'import { x } from "#bridge";\nimport { x as y } from "#ui";\n\nexport const probe = x + y;',
  },
  {
    name: "a room of a feature uses its own feature",
    file: "renderer/features/orders/room/legal-own.ts",
    code: use("../list.ts"),
  },
];
