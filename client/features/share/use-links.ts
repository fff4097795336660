import { useEffect, useReducer, useState } from "react";
import type { MapLinks } from "#shared/protocol/api.ts";
import type { ApiProblem } from "../../api/api-problem.ts";
import { useServices } from "../../api/services.tsx";

export type LinksState =
  | Readonly<{ state: "loading" }>
  | Readonly<{ state: "loaded"; links: MapLinks }>
  | Readonly<{ state: "failed"; problem: ApiProblem }>;

const loading: LinksState = { state: "loading" };

/** Asks the server for the links of a map; only the owner's secret gets them. */
export function useLinks(mapId: string, ownerSecret: string) {
  const { api } = useServices();
  const [links, setLinks] = useState<LinksState>(loading);
  const [attempt, countUp] = useReducer((count: number) => count + 1, 0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another `attempt` asks for the same links again
  useEffect(() => {
    let isCurrent = true;
    setLinks(loading);
    void api.fetchLinks(mapId, ownerSecret).then((fetched) => {
      if (!isCurrent) return;
      setLinks(
        fetched.ok ? { state: "loaded", links: fetched.value } : { state: "failed", problem: fetched.error },
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [api, mapId, ownerSecret, attempt]);

  return { links, tryAgain: countUp };
}
