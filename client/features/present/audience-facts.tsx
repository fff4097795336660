import { ChevronsLeft, ChevronsRight, Hand, LifeBuoy, Users } from "lucide-react";
import type { ReactNode } from "react";
import { getAs } from "#shared/model/index.ts";
import type { AudienceResponse } from "#shared/protocol/audience.ts";
import { useSession } from "../../session/session-context.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import css from "./audience-facts.module.css";
import { usePresenter } from "./presenter-context.ts";
import { usePresentWords } from "./use-present-words.ts";

/** How many follow, what they say without a name, and who has raised a hand, the first on top. */
export function AudienceFacts({ audience }: Readonly<{ audience: AudienceResponse | null }>) {
  const tell = usePresentWords();
  const { doc } = useSession();
  const { hall, stage } = usePresenter();
  const { hands } = hall.talk;
  const { faster, slower, lost } = audience?.signals ?? { faster: 0, slower: 0, lost: 0 };
  return (
    <section className={css["facts"]} aria-label={tell("present.hall")}>
      <p className={css["count"]}>
        <Users size={18} aria-hidden="true" />
        {tell("present.audience", { count: audience?.followers ?? 0 })}
      </p>
      <ul className={css["signals"]}>
        <Signal
          icon={<ChevronsRight size={16} />}
          count={faster}
          words={tell("present.signal.faster", { count: faster })}
        />
        <Signal
          icon={<ChevronsLeft size={16} />}
          count={slower}
          words={tell("present.signal.slower", { count: slower })}
        />
        <Signal
          icon={<LifeBuoy size={16} />}
          count={lost}
          words={tell("present.signal.lost", { count: lost })}
        />
      </ul>
      {stage.showsCode ? <p className={css["none"]}>{tell("present.code.opens")}</p> : null}
      {hands.length === 0 ? <p className={css["none"]}>{tell("present.hand.none")}</p> : null}
      <ol className={css["hands"]}>
        {hands.map(({ participant, name, about }) => {
          const who = name || tell("present.hand.nameless");
          const text = about ? getAs(doc, "card", about)?.text : undefined;
          return (
            <li key={participant} className={css["hand"]}>
              <Hand size={16} aria-hidden="true" />
              <span>
                <bdi>{who}</bdi>
                {text ? <small dir="auto">{tell("present.hand.about", { text })}</small> : null}
              </span>
              <IconButton
                size="small"
                label={tell("present.hand.lower", { name: who })}
                onPress={() => void hall.audience.lowerHandOf(participant)}
              >
                <ChevronsLeft size={16} className={css["down"]} />
              </IconButton>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

type SignalProps = Readonly<{ icon: ReactNode; count: number; words: string }>;

function Signal({ icon, count, words }: SignalProps) {
  return (
    <li className={css["signal"]} data-some={count > 0}>
      {icon}
      {words}
    </li>
  );
}
