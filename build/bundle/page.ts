import react from "@vitejs/plugin-react";
import { build } from "vite";
import { splitWords } from "./split-words.ts";

/**
 * What the list of orders needs before it can be drawn, in one file: left to itself the bundler makes twenty small ones
 * of it, each of which costs a request before the first picture.
 */
const firstPicture = new RegExp(
  [
    "node_modules/(react|react-dom|scheduler|@tanstack/(query-core|react-query)|big\\.js|@noble/hashes)/",
    "/renderer/(app/(?!sample)|bridge/|i18n/|features/orders/(?!sample))",
    "/renderer/ui/(books|button|desk|dialog|draft|feedback|field|file-pick|icon|jump|query|route|savable|time|toast)\\.tsx?$",
    "/shared/(i18n|kernel)/",
    "/shared/ipc/(channels|procedure|start-contract)\\.ts$",
    "/shared/model/(primitives|settings)\\.ts$",
  ].join("|"),
);

/** Bundles the page into `outDir`: hashed files, one chunk per feature, nothing inlined that a strict policy would refuse. */
export async function bundlePage(root: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: `${root}/renderer`,
    base: "./",
    publicDir: false,
    logLevel: "warn",
    plugins: [splitWords(), react()],
    // Both hosts put the nonce of each load in its place.
    html: { cspNonce: "desk-nonce-placeholder" },
    build: {
      outDir,
      emptyOutDir: true,
      target: "chrome128",
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
      manifest: "manifest.json",
      rolldownOptions: {
        output: {
          // One chunk for zod and for the line that forbids it to make code from text: that line must run before any
          // schema is made, in whatever order the other chunks are loaded.
          codeSplitting: {
            groups: [
              { name: "zod", test: /node_modules\/zod\/|no-code-from-text/, priority: 2 },
              { name: "start", test: firstPicture, priority: 1 },
            ],
          },
        },
      },
    },
  });
}
