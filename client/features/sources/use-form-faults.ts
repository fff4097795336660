import { useEffect, useRef, useState } from "react";
import type { CommandFault } from "#shared/model/index.ts";

/**
 * When faults are shown: from the first try to save on, so that nobody is told off while they begin. A try that fails
 * brings the focus to the first field with a fault. `refusal` is what the map said to the last try.
 */
export function useFormFaults() {
  const form = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  const [refusal, setRefusal] = useState<CommandFault | null>(null);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  return {
    form,
    refusal,
    isTried: tries > 0,
    refuse: (fault: CommandFault | null) => {
      setRefusal(fault);
      setTries((count) => count + 1);
    },
  };
}
