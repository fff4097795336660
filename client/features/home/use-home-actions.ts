import { useState } from "react";
import type { FormatName } from "#shared/formats/registry.ts";
import { readMapFile } from "../../api/map-file.ts";
import { type NewMapRequest, useNewMap } from "../../shell/use-new-map.ts";
import { mapFileText } from "../../words/map-file-words.ts";
import { problemText } from "../../words/problem-words.ts";
import { useWords } from "../../words/use-words.ts";

export type HomeAction = "new" | "example" | "import";

const format: FormatName = "json";

/** The three ways to begin. One runs at a time; `fault` says in a sentence why the last one did not succeed. */
export function useHomeActions() {
  const t = useWords();
  const { create } = useNewMap();
  const [pending, setPending] = useState<HomeAction | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  async function run(action: HomeAction, begin: () => Promise<string | null>) {
    if (pending) return;
    setPending(action);
    setFault(null);
    setFault(await begin());
    setPending(null);
  }

  async function createOrExplain(request: NewMapRequest): Promise<string | null> {
    const problem = await create(request);
    return problem && problemText(t, problem);
  }

  function startNew() {
    return run("new", () => createOrExplain({}));
  }

  function startExample() {
    return run("example", async () => {
      const content = await loadExample();
      if (content === null) return t("problem.unreachable");
      return createOrExplain({ title: t("home.exampleTitle"), format, content });
    });
  }

  function startFromFiles(files: readonly File[]) {
    const [file] = files;
    if (!file) return Promise.resolve();
    return run("import", async () => {
      if (files.length > 1) return t("home.filesTooMany");
      const content = await readMapFile(file);
      if (!content.ok) return mapFileText(t, file.name, content.error);
      const problem = await create({ format, content: content.value, fileName: file.name });
      return problem && mapFileText(t, file.name, problem);
    });
  }

  return { startNew, startExample, startFromFiles, pending, fault };
}

/** The example is an asset of its own, fetched when it is asked for; null where it cannot be had. */
async function loadExample(): Promise<string | null> {
  try {
    return (await import("../../../examples/open-or-closed.json?raw")).default;
  } catch {
    return null; // offline, or the server was updated under an open page
  }
}
