import { defineConfig } from "vite";

/** The server, bundled for Node; registry packages stay outside and are loaded from node_modules. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: "dist/server",
    emptyOutDir: true,
    target: "node20",
    sourcemap: true,
    rollupOptions: {
      input: {
        main: "server/main.ts",
        "store-worker": "server/storage/sqlite/store-worker.ts",
        "file-worker": "server/files/file-worker.ts",
        "version-worker": "server/history/version-worker.ts",
      },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
});
