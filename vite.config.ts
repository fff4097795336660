import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
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

/**
 * Messages are compiled when the client is built, so that pages do not wait for the compiler: each string of the
 * catalogues becomes the list that Lingui reads. While developing and in tests Lingui compiles them itself.
 */
function withCompiledWords(): Plugin {
  const catalogue = /\/client\/words\/[a-z]+\/(?!index\.)[^/]+\.ts$/;
  return {
    name: "with-compiled-words",
    apply: "build",
    transform(code, id) {
      if (!catalogue.test(id)) return null;
      let compiled = code;
      const { body } = this.parse(code);
      const messages = body.flatMap((statement) => {
        if (statement.type !== "ExportNamedDeclaration") return [];
        const { declaration } = statement;
        const [words] = declaration?.type === "VariableDeclaration" ? declaration.declarations : [];
        return words?.init?.type === "ObjectExpression" ? words.init.properties : [];
      });
      if (messages.length === 0)
        this.error(`No messages found in ${id}: it should export one object of strings.`);
      // From the end, so that what comes before stays where it is.
      for (const message of messages.reverse()) {
        const text =
          message.type === "Property" && message.value.type === "Literal" ? message.value : undefined;
        if (typeof text?.value !== "string") this.error(`In ${id} a message is not a plain string.`);
        const list = JSON.stringify(compileMessageOrThrow(text.value));
        compiled = compiled.slice(0, text.start) + list + compiled.slice(text.end);
      }
      return { code: compiled, map: null };
    },
  };
}

/**
 * Yjs reports faults by way of lib0, whose helpers for elements make validators as they are imported. Nobody asks for
 * those here: said to have no effect, they go, and so does the library that makes them, 3 kB gzipped.
 */
function withoutUnusedValidators(): Plugin {
  return {
    name: "without-unused-validators",
    apply: "build",
    transform(code, id) {
      if (!/\/node_modules\/lib0\/dom\.js$/.test(id)) return null;
      return { code: code.replaceAll("= $.$custom(", "= /* @__PURE__ */ $.$custom("), map: null };
    },
  };
}

export default defineConfig({
  root: "client",
  plugins: [withoutUnspokenLanguages(), withCompiledWords(), withoutUnusedValidators(), react()],
  build: {
    outDir: "../dist/client",
    emptyOutDir: true,
    target: "es2022",
    // For who looks into a fault; a page does not name them, which would cost it two kilobytes in all.
    sourcemap: "hidden",
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // What every page starts with is one file: as twenty small ones it took four rounds of requests. So is what the page
      // of a map waits for, but for what it has in common with the first page, which is not to wait for all of it: apart by
      // which other pages have it, too, it was sixty files and 11 kB more.
      output: {
        codeSplitting: {
          groups: [
            { name: "start", tags: ["$initial"], priority: 3 },
            {
              name: "first",
              test: /[\\/]client[\\/]app[\\/]first-page\.tsx$/,
              entriesAware: true,
              priority: 2,
            },
            { name: "map", test: /[\\/]client[\\/]app[\\/]map-workspace\.tsx$/, priority: 1 },
          ],
        },
      },
      // None of our modules does anything by being imported, but for the first. Said so, a part that is fetched later
      // is not fetched at once only because an index names it beside something that is needed.
      treeshake: {
        moduleSideEffects: [{ test: /\/(?:shared|client)\/(?!main\.)[^?]*\.tsx?$/, sideEffects: false }],
      },
    },
  },
  // The drawing of files is many megabytes in all; its thread fetches the part it needs.
  worker: { format: "es" },
  server: {
    proxy: {
      // Not all of /api: the client's own folder of that name is served from there.
      "^/api/(maps|openapi)": serverUrl,
      "/sync": { target: serverUrl, ws: true },
    },
  },
});
