import { useEffect, useState } from "react";
import type { AudienceResponse } from "#shared/protocol/audience.ts";
import { usePresenter } from "./presenter-context.ts";

/** The server is asked this often how many follow and what they say, in milliseconds. */
const askMs = 4_000;

/** How many follow and what they say at present; null while it is not known, or not asked for. Once a window. */
export function useAudienceCount(isAsked = true): AudienceResponse | null {
  const { hall } = usePresenter();
  const { audience } = hall;
  const [known, setKnown] = useState<AudienceResponse | null>(null);
  useEffect(() => {
    if (!isAsked) return;
    let timer: number | undefined;
    let isHere = true;
    const ask = async () => {
      const answer = await audience.audience();
      if (!isHere) return;
      setKnown(answer.ok ? answer.value : null);
      timer = window.setTimeout(() => void ask(), askMs);
    };
    void ask();
    return () => {
      isHere = false;
      window.clearTimeout(timer);
    };
  }, [audience, isAsked]);
  return isAsked ? known : null;
}
