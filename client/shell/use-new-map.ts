import { useState } from "react";
import { useLocation } from "wouter";
import type { CreateMapRequest } from "#shared/protocol/api.ts";
import type { ApiProblem } from "../api/api-problem.ts";
import { secretOf } from "../api/link-secret.ts";
import { useServices } from "../api/services.tsx";
import { useToast } from "../ui/toast.tsx";
import { findingText } from "../words/problem-words.ts";
import { useWords } from "../words/use-words.ts";

export type NewMapRequest = CreateMapRequest & Readonly<{ fileName?: string }>;

/** Makes a map, remembers its owner link on this device, and goes to it. Gives back what stood in the way, or null. */
export function useNewMap() {
  const { api, deviceMaps, now } = useServices();
  const [, navigate] = useLocation();
  const showToast = useToast();
  const t = useWords();
  const [isBusy, setIsBusy] = useState(false);

  async function create({ fileName, ...request }: NewMapRequest): Promise<ApiProblem | null> {
    setIsBusy(true);
    const made = await api.createMap(request);
    setIsBusy(false);
    if (!made.ok) return made.error;
    const { id, links, diagnostics } = made.value;
    deviceMaps.remember({
      id,
      role: "owner",
      secret: secretOf(links.owner),
      openedAt: now(),
      ...(request.title === undefined ? {} : { title: request.title }),
    });
    if (fileName !== undefined && diagnostics.length > 0) {
      const first = findingText(t, made.value);
      showToast({ text: t("home.imported", { file: fileName, count: diagnostics.length, first }) });
    }
    navigate(`/m/${id}`);
    return null;
  }

  return { create, isBusy };
}
