import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build, Platform } from "electron-builder";
import { builderConfig } from "./config.ts";
import { drawIcons } from "./draw-icons.ts";
import { type PackagePlatform, signingPlan } from "./signing.ts";
import { stageApplication } from "./stage.ts";
import { updateKeys } from "./update-keys.ts";

const help = `npm run package -- [--win] [--mac] [--linux] [--dir] [--stand-in]

  --win --mac --linux  the systems to pack for (default: this machine's)
  --dir                an unpacked tree instead of installers
  --out DIR            where to (default: dist/package)
  --stand-in           ELECTRON_OVERRIDE_DIST_PATH holds a stand-in runtime, which has no fuses to set

Signing is taken from the environment (WIN_CSC_LINK, CSC_LINK, APPLE_API_KEY and so on), all of a system's names or none.
UPDATE_PUBLIC_KEYS names the keys under which the program believes update files: Name=<64 hex digits>, separated by commas.
`;

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const builderPlatforms = { win: Platform.WINDOWS, mac: Platform.MAC, linux: Platform.LINUX };
const here: Readonly<Partial<Record<NodeJS.Platform, PackagePlatform>>> = {
  win32: "win",
  darwin: "mac",
  linux: "linux",
};

/** The most that the archive may hold: fonts and typesetter make up nearly all of it. */
const budget = 110 * 1024 * 1024;

function fail(sentence: string): never {
  process.stderr.write(`package: ${sentence}\n`);
  process.exit(2);
}

const { values } = parseArgs({
  options: {
    win: { type: "boolean" },
    mac: { type: "boolean" },
    linux: { type: "boolean" },
    dir: { type: "boolean" },
    out: { type: "string" },
    "stand-in": { type: "boolean" },
    help: { type: "boolean", short: "h" },
  },
});
if (values.help) {
  process.stdout.write(help);
  process.exit(0);
}

const asked = (["win", "mac", "linux"] as const).filter((platform) => values[platform]);
const own = here[process.platform];
const platforms = asked.length > 0 || own === undefined ? asked : [own];
const out = resolve(values.out ?? join(root, "dist", "package"));
const keys = (() => {
  try {
    return updateKeys(process.env["UPDATE_PUBLIC_KEYS"]);
  } catch (cause) {
    return fail(cause instanceof Error ? cause.message : String(cause));
  }
})();
if (keys.length === 0)
  console.log("package: no key for updates (UPDATE_PUBLIC_KEYS): this program will believe none");
const staged = stageApplication(root, join(out, "app"), keys);
console.log(
  `package: ${(staged.bytes / 1e6).toFixed(1)} MB staged (budget ${(budget / 1e6).toFixed(0)} MB)`,
);
if (staged.bytes > budget) fail("the staged application is larger than its budget.");

const icons = join(out, "icons");
mkdirSync(icons, { recursive: true });
const browser = process.env["CHROMIUM_PATH"];
if (browser === undefined) fail("the icons are drawn with a browser; set CHROMIUM_PATH to one.");
await drawIcons(join(root, "build", "package"), icons, browser);

const electron = JSON.parse(readFileSync(join(root, "node_modules/electron/package.json"), "utf8"));
const electronDist = process.env["ELECTRON_OVERRIDE_DIST_PATH"];
for (const platform of platforms) {
  const plan = signingPlan(platform, process.env);
  if (plan.kind === "half") {
    fail(
      `signing for ${platform} is half configured; also set ${plan.missing.join(", ")}, or unset the others.`,
    );
  }
  console.log(`package: ${platform}, ${plan.kind}`);
  const config = builderConfig({
    icons,
    out: join(out, platform),
    electronVersion: electron.version,
    ...(electronDist === undefined ? {} : { electronDist }),
    signed: plan.kind === "signed",
    setFuses: values["stand-in"] !== true,
  });
  const targets = builderPlatforms[platform].createTarget(values.dir ? "dir" : null);
  // The staged folder is the whole project here: electron-builder must not go looking for dependencies elsewhere.
  await build({ targets, config, projectDir: staged.folder, publish: "never" });
}
