import { beforeEach, describe, expect, it } from "vitest";
import { limits } from "#shared/protocol/limits.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import { BusNetwork } from "../../tests/support/bus-network.ts";
import { ManualScheduler } from "../../tests/support/manual-scheduler.ts";
import { Audiences } from "./audiences.ts";

const map = "some-map-01" as MapId;
const other = "some-map-02" as MapId;
const silence = { faster: 0, slower: 0, lost: 0 };

let network: BusNetwork;
let scheduler: ManualScheduler;

beforeEach(() => {
  network = new BusNetwork();
  scheduler = new ManualScheduler();
});

function start(process: string): Audiences {
  const audiences = new Audiences({ bus: network.join(process), scheduler });
  network.mend();
  return audiences;
}

describe("the audience of a map", () => {
  it("[W21] is counted as it comes and goes, map by map", () => {
    const here = start("here");
    const leave = here.follow(map);
    here.follow(map);
    here.follow(other);
    expect([here.of(map).followers, here.of(other).followers, here.followersHere]).toEqual([2, 1, 3]);
    leave();
    expect([here.of(map).followers, here.of(other).followers]).toEqual([1, 1]);
  });

  it("[P8] is the same at every process, also one that starts later", () => {
    const [here, there] = [start("here"), start("there")];
    here.follow(map);
    const leave = there.follow(map);
    there.signal(map, "ann", "lost");
    const late = start("late");
    for (const audiences of [here, there, late])
      expect(audiences.of(map)).toEqual({ followers: 2, signals: { ...silence, lost: 1 } });
    leave();
    for (const audiences of [here, there, late]) expect(audiences.of(map).followers).toBe(1);
  });

  it("[P8] [P4] loses those of a process that has ended, and finds again what was said while the line was cut", () => {
    const [here, there, third] = [start("here"), start("there"), start("third")];
    here.follow(map);
    there.follow(map);
    network.kill("there");
    expect(here.of(map).followers).toBe(1);
    network.isCut = true;
    third.follow(map);
    third.signal(map, "ann", "faster");
    expect(here.of(map)).toEqual({ followers: 1, signals: silence });
    network.mend();
    for (const audiences of [here, third])
      expect(audiences.of(map)).toEqual({ followers: 2, signals: { ...silence, faster: 1 } });
  });

  it("[W21] says of each what they said last, wherever, until they take it back", () => {
    const [here, there] = [start("here"), start("there")];
    here.signal(map, "ann", "faster");
    there.signal(map, "ann", "slower");
    there.signal(map, "ben", "slower");
    here.signal(other, "ann", "lost");
    for (const audiences of [here, there])
      expect(audiences.of(map).signals).toEqual({ ...silence, slower: 2 });
    here.signal(map, "ann", null);
    for (const audiences of [here, there])
      expect(audiences.of(map).signals).toEqual({ ...silence, slower: 1 });
  });

  it("[W21] [P4] does not say again what was taken back while the line was cut", async () => {
    const [here, there] = [start("here"), start("there")];
    here.signal(map, "ann", "lost");
    network.isCut = true;
    await scheduler.advance(1_000);
    there.signal(map, "ann", null);
    network.mend();
    for (const audiences of [here, there, start("late")]) expect(audiences.of(map).signals).toEqual(silence);
  });

  it("[W21] fades, also where a process heard of it late", async () => {
    const here = start("here");
    here.signal(map, "ann", "lost");
    await scheduler.advance(limits.signalMs - 1);
    const late = start("late");
    for (const audiences of [here, late]) expect(audiences.of(map).signals.lost).toBe(1);
    await scheduler.advance(1);
    for (const audiences of [here, late]) expect(audiences.of(map).signals.lost).toBe(0);
  });

  it("[W21] says as much as may be, and of one more the oldest goes", () => {
    const here = start("here");
    for (let who = 0; who < limits.maxSignalsPerMap; who++) here.signal(map, `${who}`, "faster");
    here.signal(map, "one more", "lost");
    expect(here.of(map).signals).toEqual({ faster: limits.maxSignalsPerMap - 1, slower: 0, lost: 1 });
  });

  it("[F11] [P8] takes no harm from news that cannot be read", () => {
    const here = start("here");
    here.follow(map);
    const odd = network.join("odd").subscribe("audience", () => undefined);
    const texts = [
      "",
      "{",
      "null",
      '{"type":"later"}',
      '{"type":"followers","map":"../x","count":5}',
      `{"type":"followers","map":"${map}","count":-5}`,
      `{"type":"all","followers":[["${map}","many"]],"signals":[]}`,
    ];
    for (const text of texts) odd.publish(new TextEncoder().encode(text));
    odd.publish(Uint8Array.of(255, 0, 1));
    expect(here.of(map)).toEqual({ followers: 1, signals: silence });
  });
});
