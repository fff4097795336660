import { defineConfig } from "@playwright/test";

// Chromium refuses its sandbox to root, and only then may it go without.
const isRoot = process.getuid?.() === 0;

/** Pages that are made slow are given so much more time (tests/e2e/support/slow-machine.ts). */
const slowdown = Number(process.env["E2E_SLOWDOWN"] ?? 1);

/** Every test starts a server of its own (tests/e2e/fixtures), so none is started here. */
export default defineConfig({
  testDir: "tests/e2e",
  fullyParallel: true,
  forbidOnly: process.env["CI"] !== undefined,
  retries: 0,
  workers: 2,
  timeout: 60_000 * slowdown,
  expect: { timeout: 20_000 * slowdown },
  outputDir: "test-results",
  // A failing test run by hand with --retries 1 leaves a trace in test-results/.
  use: { trace: "on-first-retry" },
  projects: [
    {
      name: "chromium",
      use: {
        browserName: "chromium",
        launchOptions: {
          ...(process.env["CHROMIUM_PATH"] === undefined
            ? {}
            : { executablePath: process.env["CHROMIUM_PATH"] }),
          args: [
            ...(isRoot ? ["--no-sandbox"] : []),
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
          ],
        },
      },
    },
  ],
});
