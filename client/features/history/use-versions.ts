import { useCallback, useEffect, useState } from "react";
import type { VersionSummary } from "#shared/protocol/versions.ts";
import type { ApiProblem } from "../../api/api-problem.ts";
import type { VersionApi } from "../../api/version-api.ts";

export type VersionsState =
  | Readonly<{ state: "loading" }>
  | Readonly<{ state: "loaded"; versions: readonly VersionSummary[] }>
  | Readonly<{ state: "failed"; problem: ApiProblem }>;

/** Asks the server which versions there are; `refresh` asks again, and what was known stays meanwhile. */
export function useVersions(api: VersionApi) {
  const [versions, setVersions] = useState<VersionsState>({ state: "loading" });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another `attempt` asks for the same list again
  useEffect(() => {
    let isCurrent = true;
    void api.list().then((listed) => {
      if (!isCurrent) return;
      setVersions(
        listed.ok ? { state: "loaded", ...listed.value } : { state: "failed", problem: listed.error },
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [api, attempt]);
  const refresh = useCallback(() => setAttempt((count) => count + 1), []);
  return { versions, refresh };
}
