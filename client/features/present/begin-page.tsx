import { nanoid } from "nanoid";
import { useState, useSyncExternalStore } from "react";
import { type PresentationId, presentationsOf } from "#shared/model/index.ts";
import { firstPlace, playable } from "#shared/presenting/index.ts";
import type { Stage } from "#shared/protocol/stage.ts";
import { useMapMeta } from "../../session/session-context.tsx";
import { useOwnPresence } from "../../shell/use-own-presence.ts";
import { useStageTools } from "../../stage/index.ts";
import { Button } from "../../ui/button.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { useWords } from "../../words/use-words.ts";
import css from "./begin-page.module.css";
import { usePresentWords } from "./use-present-words.ts";

const talkIdChars = 12;

/** What the address asks for: a presentation (empty: the one without a name), and a step to begin with. */
function readAsked(): Readonly<{ presentation: PresentationId | null | undefined; step: string | null }> {
  const asked = new URLSearchParams(window.location.search);
  const presentation = asked.get("presentation");
  return {
    presentation: presentation === null ? undefined : ((presentation || null) as PresentationId | null),
    step: asked.get("step"),
  };
}

export type BeginPageProps = Readonly<{
  before: Stage | null;
  /** By what the talk will know who has the word here. */
  device: string;
}>;

/** Before a talk: which presentation it is to be; where there is none, where to make one. */
export function BeginPage({ before, device }: BeginPageProps) {
  const t = useWords();
  const tell = usePresentWords();
  const { session, keeper, talkMap, clock } = useStageTools();
  const { title } = useMapMeta();
  const own = useOwnPresence();
  useSyncExternalStore(talkMap.subscribe, talkMap.version);
  const choices = choicesOf();
  const [asked] = useState(readAsked);
  const [chosen, choose] = useState<PresentationId | null | undefined>(asked.presentation);
  const choice = choices.find(({ id }) => id === chosen) ?? choices[0];

  function choicesOf() {
    const named: readonly Readonly<{ id: PresentationId | null; title: string }>[] = presentationsOf(
      session.doc,
    );
    return [...named, { id: null, title: "" }].flatMap(({ id, title: name }) => {
      const count = playable(session.doc, talkMap.stepsOf(id)).length;
      return count > 0 ? [{ id, name: name || tell("present.untitled"), count }] : [];
    });
  }

  function begin() {
    if (!choice) return;
    const steps = talkMap.stepsOf(choice.id);
    const first = playable(session.doc, steps).find(({ id }) => id === asked.step);
    keeper.begin({
      talk: nanoid(talkIdChars),
      presentation: choice.id,
      place: first ? { step: first.id, beat: 0 } : firstPlace(session.doc, steps),
      presenter: { id: session.presence.ownId, name: own.name, device },
      now: clock.now(),
    });
  }

  return (
    <main className={css["page"]}>
      <h1 className={css["title"]} dir="auto">
        {title || t("map.untitled")}
      </h1>
      {before?.isOver ? <p role="status">{tell("present.over.body")}</p> : null}
      {choice ? (
        <form
          className={css["form"]}
          onSubmit={(event) => {
            event.preventDefault();
            begin();
          }}
        >
          <fieldset className={css["choices"]}>
            <legend>{tell("present.choose")}</legend>
            {choices.map(({ id, name, count }) => (
              <label key={id ?? ""} className={css["choice"]}>
                <input
                  type="radio"
                  name="presentation"
                  checked={id === choice.id}
                  onChange={() => choose(id)}
                />
                <span dir="auto">{name}</span>
                <span className={css["count"]}>{tell("present.stepCount", { count })}</span>
              </label>
            ))}
          </fieldset>
          <p className={css["aside"]}>{tell("present.code.opens")}</p>
          <div className={css["actions"]}>
            <LinkButton size="large" href={`/m/${session.mapId}`}>
              {tell("present.backToMap")}
            </LinkButton>
            <Button size="large" variant="primary" type="submit" autoFocus>
              {tell("present.begin")}
            </Button>
          </div>
        </form>
      ) : (
        <>
          <h2>{tell("present.noSteps")}</h2>
          <p className={css["body"]}>{tell("present.noSteps.body")}</p>
          <div className={css["actions"]}>
            <LinkButton variant="primary" size="large" href={`/m/${session.mapId}?steps`}>
              {tell("present.noSteps.open")}
            </LinkButton>
          </div>
        </>
      )}
    </main>
  );
}
