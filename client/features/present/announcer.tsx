import { VisuallyHidden } from "react-aria-components";
import { useSession } from "../../session/session-context.tsx";
import { usePresenter } from "./presenter-context.ts";
import { usePresentWords } from "./use-present-words.ts";
import { useStepName } from "./use-step-name.ts";

/** Says politely which step has come, and with how many new cards. */
export function Announcer() {
  const tell = usePresentWords();
  const { doc } = useSession();
  const { showing } = usePresenter();
  const nameOf = useStepName();
  const fresh = showing?.fresh.filter((id) => doc.get(id)?.type === "card").length ?? 0;
  return (
    <VisuallyHidden elementType="div">
      <p role="status">
        {showing
          ? tell("present.announce", {
              number: showing.number,
              count: showing.count,
              title: nameOf(showing.step, showing.number),
              fresh,
            })
          : tell("present.empty")}
      </p>
    </VisuallyHidden>
  );
}
