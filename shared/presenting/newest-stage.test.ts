import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StepId } from "#shared/model/index.ts";
import type { Stage } from "#shared/protocol/stage.ts";
import { newestStage } from "./newest-stage.ts";
import { beginTalk, blank, goTo, offer, take } from "./stage-words.ts";

const begun = beginTalk(
  {
    talk: "talk",
    presentation: null,
    place: { step: "s0" as StepId, beat: 0 },
    presenter: { id: 1, name: "Ada", device: "" },
    now: 5_000,
  },
  null,
);

type Saying = Readonly<{ word: number; arg: number }>;

function said(stage: Stage, { word, arg }: Saying): Stage {
  if (word === 0) return goTo(stage, { step: `s${arg}` as StepId, beat: 0 }, 6_000 + arg);
  if (word === 1) return blank(stage, !stage.blank);
  if (word === 2) return offer(stage, arg);
  return take(stage, { id: arg, name: `person ${arg}`, device: `device ${arg}` });
}

/** Windows that say on what counts for them; word of it is on its way until it is passed on. */
class Windows {
  readonly own: (Stage | null)[];
  readonly #heard: Map<number, Stage>[];
  readonly #onTheWay: (readonly [from: number, to: number, stage: Stage])[] = [];

  constructor(count: number) {
    this.own = Array.from({ length: count }, () => begun);
    this.#heard = this.own.map(() => new Map());
  }

  say(window: number, saying: Saying): void {
    const now = this.own[window];
    if (now) this.#take(window, said(now, saying));
  }

  leave(window: number): void {
    this.own[window] = null;
    for (const heard of this.#heard) heard.delete(window);
  }

  /** What one window sends another arrives in order; whose word comes first is anybody's. */
  passOn(pick: number): boolean {
    const lines = [...new Set(this.#onTheWay.map(([from, to]) => `${from} ${to}`))];
    const line = lines[pick % Math.max(1, lines.length)];
    const at = this.#onTheWay.findIndex(([from, to]) => `${from} ${to}` === line);
    const [word] = at < 0 ? [] : this.#onTheWay.splice(at, 1);
    if (!word) return false;
    const [from, to, stage] = word;
    const own = this.own[to];
    if (!own || this.own[from] === null) return true;
    this.#heard[to]?.set(from, stage);
    const newest = newestStage([[to, own], ...(this.#heard[to] ?? [])]);
    if (newest && newest !== own) this.#take(to, newest);
    return true;
  }

  #take(window: number, stage: Stage): void {
    if (this.own[window] === stage) return;
    this.own[window] = stage;
    this.own.forEach((_, to) => {
      if (to !== window) this.#onTheWay.push([window, to, stage]);
    });
  }
}

describe("the newest stage", () => {
  test("[K3] is none where nobody says any", () => {
    expect(newestStage([])).toBeNull();
  });

  test("[K3] has the highest turn, then the word of the lowest client", () => {
    const later = blank(begun, true);
    const other = offer(begun, 7);
    expect(
      newestStage([
        [1, begun],
        [2, later],
      ]),
    ).toBe(later);
    expect(
      newestStage([
        [5, other],
        [2, later],
        [9, begun],
      ]),
    ).toBe(later);
  });

  test("[K3] is the same everywhere once all have heard all, whatever was said at once", () => {
    const steps = fc.array(
      fc.record({
        window: fc.nat(3),
        word: fc.nat(3),
        arg: fc.nat(5),
        passes: fc.array(fc.nat(50), { maxLength: 6 }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(steps, fc.array(fc.nat(50), { minLength: 1, maxLength: 20 }), (script, order) => {
        const windows = new Windows(4);
        for (const { window, word, arg, passes } of script) {
          windows.say(window, { word, arg });
          for (const pick of passes) windows.passOn(pick);
        }
        for (let at = 0; windows.passOn(order[at % order.length] ?? 0); at += 1)
          expect(at).toBeLessThan(50_000);
        for (const own of windows.own) expect(own).toEqual(windows.own[0]);
      }),
    );
  });

  test("[K3] outlives the end of any one window that has told the others", () => {
    fc.assert(
      fc.property(fc.nat(2), fc.array(fc.nat(3), { maxLength: 8 }), (leaver, words) => {
        const windows = new Windows(3);
        for (const word of words) windows.say(leaver, { word, arg: word });
        while (windows.passOn(0));
        const last = windows.own[leaver];
        windows.leave(leaver);
        while (windows.passOn(0));
        for (const own of windows.own) if (own) expect(own).toEqual(last);
      }),
    );
  });
});
