import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "vite";

interface HostBundle {
  readonly entries: Readonly<Record<string, string>>;
  readonly format: "es" | "cjs";
  readonly outDir: string;
}

const isThere = (root: string, entries: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(entries)
      .map(([name, path]) => [name, join(root, path)] as const)
      .filter(([, path]) => existsSync(path)),
  );

/** Every file of electron/worker is the entry of a process. */
function workers(root: string): Readonly<Record<string, string>> {
  const folder = "electron/worker";
  if (!existsSync(join(root, folder))) return {};
  const files = readdirSync(join(root, folder)).filter((name) => /^[^.]+\.ts$/.test(name));
  return Object.fromEntries(files.map((name) => [basename(name, ".ts"), `${folder}/${name}`]));
}

async function bundleFor(root: string, { entries, format, outDir }: HostBundle): Promise<void> {
  const input = isThere(root, entries);
  if (Object.keys(input).length === 0) return;
  const extension = format === "es" ? "mjs" : "cjs";
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: "warn",
    ssr: { target: "node", noExternal: true, external: ["electron"] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: "node22",
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input,
        external: ["electron", /^node:/],
        output: {
          format,
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `chunks/[name]-[hash].${extension}`,
        },
      },
    },
  });
}

/**
 * Bundles the hosts. What Electron loads and what Node loads are two separate trees, so that the packaged
 * application holds no line of the loopback host.
 */
export async function bundleHosts(root: string, outDir: string): Promise<void> {
  await bundleFor(root, {
    entries: { main: "electron/main/main.ts", ...workers(root) },
    format: "es",
    outDir: join(outDir, "electron"),
  });
  await bundleFor(root, {
    entries: { preload: "electron/preload/preload.ts" },
    format: "cjs",
    outDir: join(outDir, "electron"),
  });
  await bundleFor(root, {
    entries: {
      loopback: "electron/loopback/main.ts",
      cli: "electron/cli/main.ts",
      ...workers(root),
    },
    format: "es",
    outDir: join(outDir, "node"),
  });
}
