import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The client. `npm run dev` serves it with hot reload and hands API and sync calls to the server on `PORT`. */
const serverUrl = `http://localhost:${process.env["PORT"] ?? "4321"}`;

export default defineConfig({
  root: "client",
  plugins: [react()],
  build: {
    outDir: "../dist/client",
    emptyOutDir: true,
    target: "es2022",
    sourcemap: true,
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: {
      // Not all of /api: the client's own folder of that name is served from there.
      "^/api/(maps|openapi)": serverUrl,
      "/sync": { target: serverUrl, ws: true },
    },
  },
});
