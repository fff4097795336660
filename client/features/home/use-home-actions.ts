import { useState } from "react";
import type { FormatName } from "#shared/formats/registry.ts";
import type { CreateMapRequest } from "#shared/protocol/api.ts";
import { useNewMap } from "../../shell/use-new-map.ts";
import { problemText } from "../../words/problem-words.ts";
import { useWords } from "../../words/use-words.ts";

export type HomeAction = "new" | "example";

const format: FormatName = "json";

/** The ways to begin that ask nothing. One runs at a time; `fault` says in a sentence why the last one did not succeed. */
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

  async function createOrExplain(request: CreateMapRequest): Promise<string | null> {
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

  return { startNew, startExample, pending, fault };
}

/** The example is an asset of its own, fetched when it is asked for; null where it cannot be had. */
async function loadExample(): Promise<string | null> {
  try {
    return (await import("../../../examples/open-or-closed.json?raw")).default;
  } catch {
    return null; // offline, or the server was updated under an open page
  }
}
