import { useState } from "react";
import { useLocation } from "wouter";
import type { CreateMapRequest, CreateMapResponse } from "#shared/protocol/api.ts";
import type { ApiProblem } from "../api/api-problem.ts";
import { secretOf } from "../api/link-secret.ts";
import { useServices } from "../api/services.tsx";
import { useToast } from "../ui/toast.tsx";
import { findingText } from "../words/problem-words.ts";
import { useWords } from "../words/use-words.ts";

export type NewMapRequest = CreateMapRequest & Readonly<{ fileName?: string }>;

/**
 * `create` makes a map and enters it, and gives back what stood in the way, or null. To `enter` a map that was just made
 * is to remember its owner link on this device, and to go to it.
 */
export function useNewMap() {
  const { api, deviceMaps, now } = useServices();
  const [, navigate] = useLocation();
  const showToast = useToast();
  const t = useWords();
  const [isBusy, setIsBusy] = useState(false);

  function enter({ id, links }: Pick<CreateMapResponse, "id" | "links">, title?: string): void {
    const secret = secretOf(links.owner);
    const known = title === undefined ? {} : { title };
    deviceMaps.remember({ id, role: "owner", secret, openedAt: now(), ...known });
    navigate(`/m/${id}`);
  }

  async function create({ fileName, ...request }: NewMapRequest): Promise<ApiProblem | null> {
    setIsBusy(true);
    const made = await api.createMap(request);
    setIsBusy(false);
    if (!made.ok) return made.error;
    const { diagnostics } = made.value;
    if (fileName !== undefined && diagnostics.length > 0) {
      const first = findingText(t, made.value);
      showToast({ text: t("home.imported", { file: fileName, count: diagnostics.length, first }) });
    }
    enter(made.value, request.title);
    return null;
  }

  return { create, enter, isBusy };
}
