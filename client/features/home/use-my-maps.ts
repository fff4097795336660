import { useCallback, useEffect, useRef, useState } from "react";
import type { MyMap } from "#shared/protocol/my-maps.ts";
import type { ApiProblem } from "../../api/api-problem.ts";
import { listMyMaps } from "../../api/my-maps.ts";
import { useServices } from "../../api/services.tsx";

export type MyMapsState = Readonly<{
  /** Null until the first page has come. */
  maps: readonly MyMap[] | null;
  /** What to ask for more with; undefined where there is no more. */
  next: string | undefined;
  isLoading: boolean;
  problem: ApiProblem | null;
}>;

const atFirst: MyMapsState = { maps: null, next: undefined, isLoading: true, problem: null };

/** The maps of this user's account, page by page. `load` asks for the next one, or again for one that did not come. */
export function useMyMaps() {
  const { api } = useServices();
  const [state, setState] = useState(atFirst);
  /** What was asked before the page was left is answered too late. */
  const visit = useRef(0);

  const load = useCallback(
    async (after?: string) => {
      const asked = visit.current;
      setState((current) => ({ ...current, isLoading: true, problem: null }));
      const answer = await listMyMaps(api, after);
      if (visit.current !== asked) return;
      setState((current) => {
        if (!answer.ok) return { ...current, isLoading: false, problem: answer.error };
        const { maps, next } = answer.value;
        return { maps: [...(current.maps ?? []), ...maps], next, isLoading: false, problem: null };
      });
    },
    [api],
  );

  const reload = useCallback(() => {
    visit.current++;
    setState(atFirst);
    void load();
  }, [load]);

  useEffect(() => {
    reload();
    return () => {
      visit.current++;
    };
  }, [reload]);

  const drop = useCallback((id: string) => {
    setState((current) => ({ ...current, maps: current.maps?.filter((map) => map.id !== id) ?? null }));
  }, []);

  return { ...state, loadMore: () => load(state.next), reload, drop };
}
