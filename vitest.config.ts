import { defineConfig } from "vitest/config";

const away = ["**/node_modules/**", "**/dist/**", "**/.cache/**"];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{shared,electron,renderer,build}/**/*.test.{ts,tsx}"],
          exclude: away,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "borders",
          include: ["tests/{contract,packs,support}/**/*.test.ts"],
          exclude: away,
          globalSetup: ["tests/support/built.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.spec.ts"],
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
