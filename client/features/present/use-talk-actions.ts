import { useMemo, useRef } from "react";
import type { Step } from "#shared/model/index.ts";
import * as words from "#shared/presenting/index.ts";
import type { Stage, StagePlace } from "#shared/protocol/stage.ts";
import type { Hall } from "../../stage/index.ts";
import { useStageTools } from "../../stage/index.ts";
import type { Polls } from "../../voting/index.ts";

/** A timer that is started by key runs so long. */
export const firstTimerMs = 5 * 60_000;

export type TalkActions = ReturnType<typeof createTalkActions>;

type Ground = Readonly<{
  tools: ReturnType<typeof useStageTools>;
  steps: readonly Step[];
  polls: Polls;
  hall: Hall;
  /** Where one was before jumps, the last at the end. */
  trail: StagePlace[];
  /** Says that there is no code to join with. */
  onNoCode: () => void;
}>;

/** What whoever presents can do to the talk, in their terms; keys and buttons of all windows call these. */
export function useTalkActions(of: Omit<Ground, "tools" | "trail">): TalkActions {
  const tools = useStageTools();
  const trail = useRef<StagePlace[]>([]);
  const { steps, polls, hall, onNoCode } = of;
  return useMemo(
    () => createTalkActions({ tools, steps, polls, hall, trail: trail.current, onNoCode }),
    [tools, steps, polls, hall, onNoCode],
  );
}

function createTalkActions({ tools, steps, polls, hall, trail, onNoCode }: Ground) {
  const { keeper, session } = tools;
  const say = (word: (stage: Stage) => Stage) => keeper.say(word);
  const now = () => keeper.state().stage;

  function go(place: StagePlace | null | undefined) {
    if (place?.step) say((stage) => words.goTo(stage, place, Date.now()));
  }
  /** Goes somewhere that is not next to here, and keeps the way back. */
  function jump(place: StagePlace) {
    const from = now()?.place;
    if (from && from.step !== place.step) trail.push(from);
    go(place);
  }
  const from = (way: typeof words.placeAfter) => {
    const place = now()?.place;
    return place ? way(session.doc, steps, place) : null;
  };

  async function showCode() {
    const stage = now();
    if (stage && stage.code === null) {
      const made = await hall.audience.makeJoinCode("audience");
      if (!made.ok) return onNoCode();
      say((known) => words.joinBy(known, made.value.code));
    }
    say((known) => words.showCode(known, !known.showsCode));
  }

  /** Asks for the step's vote, opens it again or closes it, and puts it before everybody. */
  async function turnPoll(step: Step) {
    const asked = step.poll;
    if (!asked) return;
    const known = polls.find(asked.card, asked.kind);
    const isShown = known !== undefined && now()?.poll?.id === known.id;
    if (!known) {
      const id = await polls.ask(asked.card, asked.kind, "everyone");
      if (id) say((stage) => words.showPoll(stage, { id, showsResult: false }));
      return;
    }
    if (asked.kind === "stance" && asked.moment === "after" && known.moment === "before") {
      await polls.setMoment(known, "after");
    } else if (known.state === "open" && isShown) await polls.setState(known, "closed");
    else if (known.state === "closed") await polls.setState(known, "open");
    const showsResult = known.state === "revealed";
    say((stage) => words.showPoll(stage, { id: known.id, showsResult }));
  }

  /** Shows what came of the vote, or takes it off the screen again. */
  async function reveal(step: Step) {
    const known = step.poll ? polls.find(step.poll.card, step.poll.kind) : undefined;
    if (!known) return;
    if (now()?.poll?.showsResult) return say((stage) => words.showPoll(stage, null));
    if (known.state !== "revealed" && !(await polls.setState(known, "revealed"))) return;
    say((stage) => words.showPoll(stage, { id: known.id, showsResult: true }));
  }

  return {
    jump,
    next: () => go(from(words.placeAfter)),
    previous: () => go(from(words.placeBefore)),
    nextStep: () => go(from(words.stepAfter)),
    previousStep: () => go(from(words.stepBefore)),
    first: () => jump(words.firstPlace(session.doc, steps)),
    last: () => jump(words.lastPlace(session.doc, steps)),
    back: () => go(trail.pop()),
    /** To the step of that number, among those that are shown. */
    goToNumber: (number: number) => {
      const step = words.playable(session.doc, steps)[number - 1];
      if (step) jump({ step: step.id, beat: 0 });
    },
    turnBlank: () => say((stage) => words.blank(stage, !stage.blank)),
    turnFreeze: () => say((stage) => words.hold(stage, stage.held === null)),
    turnSpotlight: () => say((stage) => words.spotlight(stage, !stage.spotlight)),
    focusOn: (key: string | null) => say((stage) => words.focusOn(stage, key as Stage["focus"])),
    gather: () => say(words.gather),
    showCode,
    turnPoll,
    reveal,
    hidePoll: () => say((stage) => words.showPoll(stage, null)),
    turnTimer: () =>
      say((stage) =>
        stage.timer
          ? words.stopTimer(stage, stage.timer.leftMs === null, Date.now())
          : words.putTimer(stage, firstTimerMs, Date.now()),
      ),
    putTimer: (lengthMs: number) => say((stage) => words.putTimer(stage, lengthMs, Date.now())),
    addMinute: () => say((stage) => words.addTime(stage, 60_000, Date.now())),
    clearTimer: () => say(words.clearTimer),
    offer: (to: number | null) => say((stage) => words.offer(stage, to)),
    take: (name: string) => say((stage) => words.take(stage, { id: session.presence.ownId, name })),
    lowerFirstHand: () => {
      const [first] = hall.talk.hands;
      if (first) void hall.audience.lowerHandOf(first.participant);
    },
    /** For everybody; the codes to join with end, too. */
    end: () => {
      say(words.endTalk);
      void hall.audience.endJoinCodes();
    },
  };
}
