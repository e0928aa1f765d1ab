import react from "@vitejs/plugin-react";
import { build } from "vite";

/** Bundles the page into `outDir`: hashed files, one chunk per feature, nothing inlined that a strict policy would refuse. */
export async function bundlePage(root: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: `${root}/renderer`,
    base: "./",
    publicDir: false,
    logLevel: "warn",
    plugins: [react()],
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
            groups: [{ name: "zod", test: /node_modules\/zod\/|no-code-from-text/ }],
          },
        },
      },
    },
  });
}
