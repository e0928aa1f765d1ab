import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { installedBrowser, quietFlags } from "./tests/support/browser.ts";

const program = installedBrowser();
const away = ["**/node_modules/**", "**/dist/**", "**/.cache/**"];

// `*.test.ts` runs from the sources, `*.test.tsx` too, but in a real browser; `*.spec.ts` drives the built bundles and
// waits until those are fresh.
export default defineConfig({
  test: {
    maxWorkers: 2,
    // A page on a busy machine may take its time; what holds is seen at once all the same.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "source",
          // Many tests invent hundreds of cases; on a busy machine that takes longer than vitest's five seconds.
          testTimeout: 30_000,
          include: [
            "{shared,electron,renderer,build}/**/*.test.ts",
            "tests/{contract,packs,support}/**/*.test.ts",
          ],
          exclude: away,
          // The files of a worker share what they import: half the time went into loading it anew for each.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        plugins: [react()],
        // Found while tests run, one of these would load the page anew under them.
        optimizeDeps: {
          include: [
            "react",
            "react-dom",
            "react-dom/client",
            "react/jsx-dev-runtime",
            "@radix-ui/react-popover",
            "@tanstack/react-query",
            "big.js",
            "zod",
          ],
        },
        test: {
          name: "page",
          testTimeout: 30_000,
          include: ["renderer/**/*.test.tsx"],
          exclude: away,
          isolate: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(program === undefined ? {} : { executablePath: program }),
                args: quietFlags,
              },
              contextOptions: { locale: "zh-CN", reducedMotion: "reduce" },
            }),
            instances: [{ browser: "chromium" }],
          },
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "built",
          include: ["tests/**/*.spec.ts"],
          exclude: away,
          globalSetup: ["tests/support/built.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
