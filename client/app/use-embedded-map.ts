import { useEffect, useReducer, useState } from "react";
import { readJson } from "#shared/formats/json/index.ts";
import type { PlainMap } from "#shared/model/index.ts";
import type { ApiProblem } from "../api/api-problem.ts";
import { useServices } from "../api/services.tsx";

/** Why the map is not there, as far as whoever reads the page around can be told. */
export type EmbedProblem = "no-secret" | "wrong-secret" | "gone" | "sign-in-needed" | "unreachable";

export type EmbeddedMap =
  | Readonly<{ state: "loading" }>
  | Readonly<{ state: "loaded"; map: PlainMap }>
  | Readonly<{ state: "failed"; problem: EmbedProblem }>;

const loading: EmbeddedMap = { state: "loading" };

/** A class that opens a page at once may be more than the server lets come in one minute. */
const comeAgainAfterMs = [2_000, 8_000, 40_000];

/**
 * The map as it is now, by the secret of the address alone: what this device keeps of links and sessions is nothing to the
 * page around. No session is opened, so that whoever reads that page is not among the people of the map.
 */
export function useEmbeddedMap(mapId: string, secret: string | null) {
  const { api } = useServices();
  const [embedded, setEmbedded] = useState<EmbeddedMap>(loading);
  const [attempt, tryAgain] = useReducer((count: number) => count + 1, 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another `attempt` asks for the same map again
  useEffect(() => {
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    setEmbedded(loading);
    void tryTo(0);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };

    async function tryTo(failures: number): Promise<void> {
      const loaded = await load();
      if (!isCurrent) return;
      setEmbedded(loaded);
      const waitMs = comeAgainAfterMs[failures];
      if (loaded.state !== "failed" || loaded.problem !== "unreachable" || waitMs === undefined) return;
      // Apart by chance: those who were turned away together do not come back together.
      timer = setTimeout(() => void tryTo(failures + 1), waitMs * (0.5 + Math.random()));
    }

    async function load(): Promise<EmbeddedMap> {
      if (secret === null) return { state: "failed", problem: "no-secret" };
      const exported = await api.exportMap(mapId, "json", secret);
      if (!exported.ok) return { state: "failed", problem: problemOf(exported.error) };
      const { map, diagnostics } = readJson(await exported.value.text());
      const isRead = diagnostics.every(({ severity }) => severity !== "error");
      return isRead ? { state: "loaded", map } : { state: "failed", problem: "unreachable" };
    }
  }, [api, mapId, secret, attempt]);
  return { embedded, tryAgain };
}

function problemOf({ code }: ApiProblem): EmbedProblem {
  switch (code) {
    case "unauthenticated":
    case "wrong-secret":
    case "forbidden":
      return "wrong-secret";
    case "not-found":
    case "deleted":
      return "gone";
    case "sign-in-needed":
      return code;
    default:
      return "unreachable";
  }
}
