import { VisuallyHidden } from "react-aria-components";
import { useSession } from "../../session/session-context.tsx";
import { usePlaceNews } from "../../shell/use-place-news.ts";
import { usePresenter } from "./presenter-context.ts";
import { usePresentWords } from "./use-present-words.ts";
import { useStepName } from "./use-step-name.ts";

/** Says politely which step has come, and with how many new cards. */
export function Announcer() {
  const tell = usePresentWords();
  const { doc } = useSession();
  const { stage, showing } = usePresenter();
  const nameOf = useStepName();
  const news = usePlaceNews(showing && `${showing.step.id} ${stage.place.beat}`, () => {
    if (!showing) return "";
    const { step, number, count, fresh } = showing;
    const cards = fresh.filter((id) => doc.get(id)?.type === "card").length;
    return tell("present.announce", { number, count, title: nameOf(step, number), fresh: cards });
  });
  return (
    <VisuallyHidden elementType="div">
      <p role="status">{showing ? <span key={news.key}>{news.text}</span> : tell("present.empty")}</p>
    </VisuallyHidden>
  );
}
