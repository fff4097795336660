import { useMemo, useRef } from "react";
import type { Step } from "#shared/model/index.ts";
import * as words from "#shared/presenting/index.ts";
import type { Stage, StagePlace } from "#shared/protocol/stage.ts";
import type { Poll } from "#shared/talk/index.ts";
import type { Hall } from "../../stage/index.ts";
import { useStageTools } from "../../stage/index.ts";
import type { Polls } from "../../voting/index.ts";

/** A timer that is started by key runs so long. */
const firstTimerMs = 5 * 60_000;

export type TalkActions = ReturnType<typeof createTalkActions>;

type Ground = Readonly<{
  tools: ReturnType<typeof useStageTools>;
  steps: readonly Step[];
  polls: Polls;
  hall: Hall;
  /** By what the talk knows this person when they have the word. */
  device: string;
  /** Where one was before jumps, the last at the end. */
  trail: StagePlace[];
  /** Says that there is no code to join with. */
  onNoCode: () => void;
  /** Says that the step's vote was held already, and what shows or repeats it. */
  onAnsweredBefore: () => void;
}>;

/** What whoever presents can do to the talk, in their terms; keys and buttons of all windows call these. */
export function useTalkActions(of: Omit<Ground, "tools" | "trail">): TalkActions {
  const tools = useStageTools();
  const trail = useRef<StagePlace[]>([]);
  const { steps, polls, hall, device, onNoCode, onAnsweredBefore } = of;
  return useMemo(
    () =>
      createTalkActions({
        tools,
        steps,
        polls,
        hall,
        device,
        trail: trail.current,
        onNoCode,
        onAnsweredBefore,
      }),
    [tools, steps, polls, hall, device, onNoCode, onAnsweredBefore],
  );
}

/** Outside of React, where tests come to it. */
export function createTalkActions({
  tools,
  steps,
  polls,
  hall,
  device,
  trail,
  onNoCode,
  onAnsweredBefore,
}: Ground) {
  const { keeper, session, clock } = tools;
  const say = (word: (stage: Stage) => Stage) => keeper.say(word);
  const now = () => keeper.state().stage;

  function go(place: StagePlace | null | undefined) {
    if (place?.step) say((stage) => words.goTo(stage, place, clock.now()));
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

  let isMakingCode = false;
  async function showCode() {
    if (isMakingCode) return;
    if (now()?.code !== null) return say((known) => words.showCode(known, !known.showsCode));
    isMakingCode = true;
    const made = await hall.audience.makeJoinCode("audience");
    isMakingCode = false;
    if (!made.ok) return onNoCode();
    say((known) => words.showCode(words.joinBy(known, known.code ?? made.value.code), true));
  }

  /** Asks for the step's vote, opens it again or closes it, and puts it before everybody. */
  async function turnPoll(step: Step) {
    const asked = step.poll;
    if (!asked) return;
    const known = polls.find(asked.card, asked.kind);
    if (!known) {
      const id = await polls.ask(asked.card, asked.kind, "everyone");
      if (id && isStillAt(step)) say((stage) => words.showPoll(stage, { id, showsResult: false }));
      return;
    }
    const { id, state } = known;
    if (state === "revealed") {
      // What came of an earlier vote would tell people what to say in this one: it takes a key of its own.
      const isTooEarly = asked.kind === "stance" && asked.moment === "before";
      if (isTooEarly) return onAnsweredBefore();
      return say((stage) => words.showPoll(stage, { id, showsResult: true }));
    }
    const isDone = (await openToAll(known)) && (await takeOn(known, asked));
    if (isDone && isStillAt(step)) say((stage) => words.showPoll(stage, { id, showsResult: false }));
  }

  /** A vote that was asked for among those who work on the map is now asked of the hall as well. */
  async function openToAll(poll: Poll): Promise<boolean> {
    return poll.audience === "everyone" || (await polls.setAudience(poll, "everyone"));
  }

  /** To the step's moment, open or closed, whichever it is not. */
  async function takeOn(poll: Poll, asked: NonNullable<Step["poll"]>): Promise<boolean> {
    if (asked.kind === "stance" && asked.moment === "after" && poll.moment === "before")
      return polls.setMoment(poll, "after");
    if (poll.state === "closed") return polls.setState(poll, "open");
    const isShown = now()?.poll?.id === poll.id;
    return !isShown || (await polls.setState(poll, "closed"));
  }

  /** What was asked of the server may have taken longer than the step. */
  const isStillAt = (step: Step) => now()?.place.step === step.id;

  /** Shows what came of the vote, or takes it off the screen again. */
  async function reveal(step: Step) {
    const known = step.poll ? polls.find(step.poll.card, step.poll.kind) : undefined;
    if (!known) return;
    const shown = now()?.poll;
    if (shown?.id === known.id && shown.showsResult) return say((stage) => words.showPoll(stage, null));
    if (known.state !== "revealed" && !(await polls.setState(known, "revealed"))) return;
    if (!isStillAt(step)) return;
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
    /** Lets the audience come along that is held at a step. */
    letGo: () => say((stage) => words.hold(stage, false)),
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
          ? words.stopTimer(stage, stage.timer.leftMs === null, clock.now())
          : words.putTimer(stage, firstTimerMs, clock.now()),
      ),
    putTimer: (lengthMs: number) => say((stage) => words.putTimer(stage, lengthMs, clock.now())),
    addMinute: () => say((stage) => words.addTime(stage, 60_000, clock.now())),
    clearTimer: () => say(words.clearTimer),
    offer: (to: number | null) => say((stage) => words.offer(stage, to)),
    take: (name: string) => say((stage) => words.take(stage, { id: session.presence.ownId, name, device })),
    lowerFirstHand: () => {
      const [first] = hall.talk.hands;
      if (first) void hall.audience.lowerHandOf(first.participant);
    },
    /**
     * For everybody; the code to join this talk with ends, too, and those of all remotes, for a window that was closed cannot
     * end its own. Whoever waits for it may leave afterwards.
     */
    end: (): Promise<void> => {
      void hall.audience.endRemoteCodes();
      const code = now()?.code;
      if (code) void hall.audience.endJoinCode(code);
      return keeper.end();
    },
  };
}
