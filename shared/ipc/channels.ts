/**
 * Every name that may cross from the page to a host, and nothing else: the preload forwards exactly these. Kept free of
 * schemas so that the preload stays a few hundred bytes.
 */
export const channels = {
  host: ["info"],
  program: ["about", "licences", "diagnostics", "updates", "pickUpdate"],
  settings: ["get", "save"],
  persons: ["list", "save", "remove", "createKey", "unlock"],
  orders: [
    "list",
    "get",
    "create",
    "save",
    "copy",
    "remove",
    "restore",
    "import",
    "export",
    "dossier",
    "history",
    "revision",
    "addReview",
    "changes",
  ],
  drafts: ["hold", "held", "drop"],
  parties: [
    "list",
    "get",
    "save",
    "remove",
    "restore",
    "ownership",
    "import",
    "merge",
    "undo",
    "history",
  ],
  sites: ["list", "get", "save", "remove", "restore"],
  products: ["list", "get", "save", "remove", "restore", "alternatives"],
  evidence: ["list", "add", "save", "remove", "restore", "offer"],
  check: ["run", "completeness", "whatIf", "affected"],
  packs: ["list", "get", "import", "compare", "trust"],
  lists: ["list", "import", "remove", "screen", "decide"],
  packets: [
    "build",
    "list",
    "verify",
    "verifyUpload",
    "offer",
    "page",
    "find",
    "seal",
    "remove",
    "papers",
    "attach",
    "signedCopy",
    "office",
  ],
  cases: ["list", "get", "save", "remove", "restore"],
  journal: ["show", "verify"],
  workspace: ["info", "backup", "backups", "restoreBackup", "quarantined", "changes"],
  files: ["begin", "append", "finish", "save"],
  jobs: ["status", "cancel"],
} as const;

export type Channels = typeof channels;
export type GroupName = keyof Channels;
export type ChannelName<G extends GroupName> = Channels[G][number];
