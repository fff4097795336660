import { useEffect, useReducer, useState } from "react";
import type { PlainMap } from "#shared/model/index.ts";
import type { ApiProblem } from "../../api/api-problem.ts";
import type { VersionApi } from "../../api/version-api.ts";

export type VersionState =
  | Readonly<{ state: "loading" }>
  | Readonly<{ state: "loaded"; map: PlainMap }>
  | Readonly<{ state: "failed"; problem: ApiProblem }>;

const loading: VersionState = { state: "loading" };

/** Asks the server for the map as it was. */
export function useVersion(versions: VersionApi, id: string) {
  const [version, setVersion] = useState<VersionState>(loading);
  const [attempt, tryAgain] = useReducer((count: number) => count + 1, 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another `attempt` asks for the same version again
  useEffect(() => {
    let isCurrent = true;
    setVersion(loading);
    void versions.read(id).then((read) => {
      if (!isCurrent) return;
      setVersion(read.ok ? { state: "loaded", map: read.value } : { state: "failed", problem: read.error });
    });
    return () => {
      isCurrent = false;
    };
  }, [versions, id, attempt]);
  return { version, tryAgain };
}
