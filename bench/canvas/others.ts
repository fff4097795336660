/**
 * Other people on the map, each with a document and a connection of their own, in a process of their own so that they
 * take no time from who measures. Arguments: port, then the map as JSON. Does what its parent's messages say.
 */
import type { CardId, Point } from "#shared/model/index.ts";
import { apiClient, type TestMap } from "../../tests/support/test-server.ts";
import { type StockClient, stockClient, synced } from "../../tests/support/wire-client.ts";

/** `near` are cards that the one who measures has on the screen. */
export type OthersOrder =
  | Readonly<{ do: "edit"; near: readonly string[]; perSecond: number }>
  | Readonly<{ do: "drag"; near: readonly string[]; people: number }>
  | Readonly<{ do: "stop" }>;

const dragEveryMs = 50;
/** A drag of so many moves, two seconds, then the drop. */
const movesPerDrag = 40;
const reachPx = 80;

const [port = "", mapJson = ""] = process.argv.slice(2);
const server = apiClient(Number(port));
const map = JSON.parse(mapJson) as TestMap;
const people: StockClient[] = [];
const timers: NodeJS.Timeout[] = [];
const homes = new Map<CardId, Point>();
let step = 0;

process.on("message", (order: OthersOrder) => void carryOut(order).then(() => process.send?.(order.do)));
process.once("disconnect", () => process.exit(0));
process.send?.("ready");

async function carryOut(order: OthersOrder): Promise<void> {
  switch (order.do) {
    case "edit": {
      const [editor] = await gather(1);
      if (editor) timers.push(setInterval(() => edit(editor, order.near), 1000 / order.perSecond));
      return;
    }
    case "drag": {
      const crowd = await gather(order.people);
      crowd.forEach((person, index) => {
        timers.push(setInterval(() => drag(person, index, order.near), dragEveryMs));
      });
      return;
    }
    case "stop":
      for (const timer of timers.splice(0)) clearInterval(timer);
      for (const { provider } of people) provider.awareness.setLocalState(null);
  }
}

async function gather(count: number): Promise<readonly StockClient[]> {
  while (people.length < count) {
    const person = await stockClient(server, map);
    await synced(person);
    people.push(person);
  }
  return people.slice(0, count);
}

/** In turn a move and a word; half of them where one looks, half anywhere on the map. */
function edit({ map: doc }: StockClient, near: readonly string[]): void {
  step++;
  const ids = step % 4 < 2 && near.length > 0 ? near : [...doc.records.keys()].slice(0, 20_000);
  const id = ids[(step * 7919) % ids.length] as CardId;
  const card = doc.get(id);
  if (card?.type !== "card") return;
  if (step % 2 === 0) {
    const [x, y] = homeOf(doc, id);
    doc.apply({ type: "moveCards", to: [[id, [x + wander(step), y + wander(step + 3)]]] }, "user");
  } else {
    const isWritten = card.text.endsWith("…");
    const index = card.text.length - (isWritten ? 1 : 0);
    doc.apply(
      { type: "spliceText", id, index, remove: isWritten ? 1 : 0, insert: isWritten ? "" : "…" },
      "user",
    );
  }
}

/** As our own page does it: places travel as presence, the drop is written once. */
function drag({ map: doc, provider }: StockClient, person: number, near: readonly string[]): void {
  const time = Math.floor(performance.now() / dragEveryMs) + person * 5;
  const id = near[person % near.length] as CardId | undefined;
  if (id === undefined) return;
  const [x, y] = homeOf(doc, id);
  const at: Point = [x + wander(time), y + wander(time + 11)];
  const from = doc.position(id) ?? at;
  const isDrop = time % movesPerDrag === 0;
  provider.awareness.setLocalState({
    user: { name: `Person ${person}`, color: "#2a7f62" },
    cursor: at,
    selection: [id],
    editing: null,
    drag: isDrop ? null : { ids: [id], dx: at[0] - from[0], dy: at[1] - from[1] },
  });
  if (isDrop) doc.apply({ type: "moveCards", to: [[id, at]] }, "user");
}

function homeOf(doc: StockClient["map"], id: CardId): Point {
  const home = homes.get(id) ?? doc.position(id) ?? [0, 0];
  homes.set(id, home);
  return home;
}

function wander(time: number): number {
  return Math.round(Math.sin(time / 6) * reachPx);
}
