import { useState } from "react";
import { useLocation } from "wouter";
import type { CreateMapRequest, CreateMapResponse } from "#shared/protocol/api.ts";
import type { ApiProblem } from "../api/api-problem.ts";
import { secretOf } from "../api/link-secret.ts";
import { useServices } from "../api/services.tsx";

/**
 * `create` makes a map and enters it, and gives back what stood in the way, or null. To `enter` a map that was just made
 * is to remember its owner link on this device, and to go to it.
 */
export function useNewMap() {
  const { api, deviceMaps, now } = useServices();
  const [, navigate] = useLocation();
  const [isBusy, setIsBusy] = useState(false);

  function enter({ id, links }: Pick<CreateMapResponse, "id" | "links">, title?: string): void {
    const secret = secretOf(links.owner);
    const known = title === undefined ? {} : { title };
    deviceMaps.remember({ id, role: "owner", secret, openedAt: now(), ...known });
    navigate(`/m/${id}`);
  }

  async function create(request: CreateMapRequest): Promise<ApiProblem | null> {
    setIsBusy(true);
    const made = await api.createMap(request);
    setIsBusy(false);
    if (!made.ok) return made.error;
    enter(made.value, request.title);
    return null;
  }

  return { create, enter, isBusy };
}
