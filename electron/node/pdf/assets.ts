import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Everything a typesetter needs, in memory: no file, font or page of the system is looked at afterwards. */
export type TypesetterAssets = {
  readonly wasm: Uint8Array;
  readonly fonts: readonly FontAsset[];
  readonly templates: ReadonlyMap<string, string>;
  /** The papers' edition that the templates were kept from; absent for today's. */
  readonly edition?: number;
};

/** A font file; `covers: true` counts it among those whose glyphs a text may rely on. */
type FontAsset = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly covers: boolean;
};

/** Where the files lie; the defaults find them in a checkout and beside a bundle. */
export type AssetPlaces = {
  readonly modules?: string;
  readonly templates?: string;
};

const SCOPE = "@expo-google-fonts";
const COMPILER = "@myriaddreamin/typst-ts-web-compiler";
const WASM = "pkg/typst_ts_web_compiler_bg.wasm";

// Order matters to no one but readers: the templates choose by family name. Only these weights are used.
const FONTS = [
  { path: `${SCOPE}/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf`, covers: true },
  { path: `${SCOPE}/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf`, covers: false },
  { path: `${SCOPE}/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf`, covers: false },
  { path: `${SCOPE}/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf`, covers: true },
] as const;

/** The font files that ship with the desk, as paths below `node_modules`; packaging copies exactly these. */
export const FONT_FILES: readonly string[] = FONTS.map((font) => font.path);

/** The compiler's file below `node_modules`. */
export const COMPILER_FILE = `${COMPILER}/${WASM}`;

function nodeModules(): string {
  const entry = createRequire(import.meta.url).resolve(`${COMPILER}/wasm`);
  return entry.slice(0, entry.lastIndexOf(join(COMPILER, "pkg")));
}

async function readTemplates(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".typ")).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return new Map(names.map((name, i) => [name, texts[i] ?? ""]));
}

/** Reads compiler, fonts and templates once. Throws when one is missing: that is a broken installation, not bad input. */
export async function loadTypesetterAssets(places: AssetPlaces = {}): Promise<TypesetterAssets> {
  const modules = places.modules ?? nodeModules();
  const folder = places.templates ?? join(dirname(fileURLToPath(import.meta.url)), "templates");
  const kept = /templates-(\d+)$/.exec(folder)?.[1];
  const [wasm, templates, ...fonts] = await Promise.all([
    readFile(join(modules, COMPILER_FILE)),
    readTemplates(folder),
    ...FONTS.map((font) => readFile(join(modules, font.path))),
  ]);
  return {
    wasm,
    templates,
    ...(kept === undefined ? {} : { edition: Number(kept) }),
    fonts: fonts.map((bytes, i) => ({
      name: FONTS[i]?.path.split("/").at(-1) ?? "",
      bytes,
      covers: FONTS[i]?.covers ?? false,
    })),
  };
}

// Node's own digest: these are a hundred megabytes, and the portable one takes seconds.
const digest = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

/** Name and SHA-256 of every asset: what a manifest records so that re-computation can say "not comparable" truthfully. */
export function describeAssets(assets: TypesetterAssets): Readonly<Record<string, string>> {
  const templates = [...assets.templates].map(([name, text]) => `${name}\n${digest(text)}`);
  return {
    typesetter: digest(assets.wasm),
    templates: digest(templates.join("\n")),
    ...Object.fromEntries(assets.fonts.map((font) => [font.name, digest(font.bytes)])),
  };
}
