import { defineConfig } from "vitest/config";

const away = ["**/node_modules/**", "**/dist/**", "**/.cache/**"];

// `*.test.ts` runs from the sources; `*.spec.ts` drives the built bundles and waits until those are fresh.
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
            "{shared,electron,renderer,build}/**/*.test.{ts,tsx}",
            "tests/{contract,packs,support}/**/*.test.ts",
          ],
          exclude: away,
          sequence: { groupOrder: 0 },
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
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
