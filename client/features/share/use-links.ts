import { useCallback, useEffect, useReducer, useState } from "react";
import type { Result } from "#shared/lib/result.ts";
import type { LinksResponse } from "#shared/protocol/api.ts";
import type { LinkName } from "#shared/protocol/roles.ts";
import type { ApiProblem } from "../../api/api-problem.ts";
import { useServices } from "../../api/services.tsx";

export type LinksState =
  | Readonly<{ state: "loading" }>
  | Readonly<{ state: "loaded" } & LinksResponse>
  | Readonly<{ state: "failed"; problem: ApiProblem }>;

const loading: LinksState = { state: "loading" };

/** Asks the server for the links of a map, and changes them; only the owner's secret may do either. */
export function useLinks(mapId: string, ownerSecret: string) {
  const { api } = useServices();
  const [links, setLinks] = useState<LinksState>(loading);
  const [attempt, countUp] = useReducer((count: number) => count + 1, 0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another `attempt` asks for the same links again
  useEffect(() => {
    let isCurrent = true;
    // After a change of the owner's own link the others stand as they did: nothing needs to go away meanwhile.
    setLinks((current) => (current.state === "loaded" ? current : loading));
    void api.fetchLinks(mapId, ownerSecret).then((fetched) => {
      if (isCurrent) setLinks(stateOf(fetched));
    });
    return () => {
      isCurrent = false;
    };
  }, [api, mapId, ownerSecret, attempt]);

  /** Puts a new link in place of one; says why that could not be. */
  const changeLink = useCallback(
    async (name: LinkName): Promise<ApiProblem | null> => {
      const changed = await api.changeLink(mapId, name, ownerSecret);
      if (changed.ok) setLinks(stateOf(changed));
      return changed.ok ? null : changed.error;
    },
    [api, mapId, ownerSecret],
  );

  return { links, tryAgain: countUp, changeLink };
}

function stateOf(answer: Result<LinksResponse, ApiProblem>): LinksState {
  return answer.ok ? { state: "loaded", ...answer.value } : { state: "failed", problem: answer.error };
}
