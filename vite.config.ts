import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** The client. `npm run dev` serves it with hot reload and hands API and sync calls to the server on `PORT`. */
const serverUrl = `http://localhost:${process.env["PORT"] ?? "4321"}`;

/**
 * React Aria brings its own few words in 34 languages, 15 kB gzipped; only those that the page itself speaks stay. A
 * language that is not there is answered in English by React Aria.
 */
function withoutUnspokenLanguages(): Plugin {
  const words =
    /\/node_modules\/react-(?:aria|aria-components|stately)\/.*\/intl\/[^/]+\/([a-z]{2}-[A-Z]{2})\.m?js$/;
  const spoken = ["en-US", "zh-CN"];
  return {
    name: "without-unspoken-languages",
    enforce: "pre",
    load(id) {
      const language = words.exec(id)?.[1];
      return language === undefined || spoken.includes(language) ? null : "export default undefined;";
    },
  };
}

export default defineConfig({
  root: "client",
  plugins: [withoutUnspokenLanguages(), react()],
  build: {
    outDir: "../dist/client",
    emptyOutDir: true,
    target: "es2022",
    sourcemap: true,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // What every page starts with is one file: as twenty small ones it took four rounds of requests.
      output: { codeSplitting: { groups: [{ name: "start", tags: ["$initial"] }] } },
      // None of our modules does anything by being imported, but for the first. Said so, a part that is fetched later
      // is not fetched at once only because an index names it beside something that is needed.
      treeshake: {
        moduleSideEffects: [{ test: /\/(?:shared|client)\/(?!main\.)[^?]*\.tsx?$/, sideEffects: false }],
      },
    },
  },
  server: {
    proxy: {
      // Not all of /api: the client's own folder of that name is served from there.
      "^/api/(maps|openapi)": serverUrl,
      "/sync": { target: serverUrl, ws: true },
    },
  },
});
