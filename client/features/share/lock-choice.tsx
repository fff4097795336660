import { useState } from "react";
import { useServices } from "../../api/services.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Notice } from "../../ui/notice.tsx";
import { problemText } from "../../words/problem-words.ts";
import { useWords } from "../../words/use-words.ts";

export type LockChoiceProps = Readonly<{ mapId: string; token: string; wasLocked: boolean }>;

/** Whether anybody but the owner may change the map. The box shows what the server has said, not what was wished. */
export function LockChoice({ mapId, token, wasLocked }: LockChoiceProps) {
  const t = useWords();
  const { api } = useServices();
  const [isLocked, setLocked] = useState(wasLocked);
  const [fault, setFault] = useState<string | null>(null);

  async function handleChange(wanted: boolean) {
    const answer = await api.setLocked(mapId, wanted, token);
    setFault(answer.ok ? null : problemText(t, answer.error));
    if (answer.ok) setLocked(wanted);
  }

  return (
    <>
      <Checkbox
        label={t("access.lock.label")}
        hint={t("access.lock.hint")}
        isSelected={isLocked}
        onChange={handleChange}
      />
      {fault ? <Notice tone="danger">{fault}</Notice> : null}
    </>
  );
}
