import { getAs } from "#shared/model/index.ts";
import type { Poll } from "#shared/talk/index.ts";
import { useSession } from "../../session/session-context.tsx";
import { PollCount, PollResult, useReasons } from "../../voting/index.ts";
import { usePresenter } from "./presenter-context.ts";
import css from "./shown-poll.module.css";

/** The vote that is before everybody, beside the picture: how many have voted, or what came of it. */
export function ShownPoll() {
  const { doc } = useSession();
  const { stage, polls } = usePresenter();
  const poll = stage.poll && !stage.blank ? polls.byId(stage.poll.id) : undefined;
  if (!stage.poll || !poll) return null;
  const isResult = stage.poll.showsResult && poll.state === "revealed";
  return (
    <section className={css["poll"]} data-result={isResult}>
      <div className={css["large"]}>
        <p className={css["question"]} dir="auto">
          {getAs(doc, "card", poll.card)?.text}
        </p>
        {isResult ? <ShownResult poll={poll} /> : <PollCount poll={poll} />}
      </div>
    </section>
  );
}

function ShownResult({ poll }: Readonly<{ poll: Poll }>) {
  const reasons = useReasons(poll.card);
  return <PollResult poll={poll} reasons={reasons} size="projector" />;
}
