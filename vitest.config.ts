import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: [
            "shared/**/*.test.ts",
            "server/**/*.test.ts",
            "examples/**/*.test.ts",
            "scripts/**/*.test.mjs",
            "bench/*.test.ts",
            "bench/{canvas,server}/*.test.ts",
          ],
          // Properties compute for seconds, and a machine that does something else besides takes many times that.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "sync",
          environment: "node",
          include: ["tests/sync/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "files",
          environment: "node",
          include: ["tests/files/**/*.test.ts"],
          // LibreOffice takes some ten seconds to start, more on a machine that does something else besides.
          testTimeout: 180_000,
        },
      },
      {
        test: {
          name: "cluster",
          environment: "node",
          include: ["tests/cluster/**/*.test.ts"],
          // One private PostgreSQL and one Redis for all; whoever stops them in a test starts others.
          globalSetup: ["tests/cluster/start-databases.ts"],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "client",
          environment: "happy-dom",
          include: ["client/**/*.test.ts", "client/**/*.test.tsx"],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
