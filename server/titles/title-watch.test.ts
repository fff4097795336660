import { expect, it } from "vitest";
import type { ArgumentDoc } from "#shared/doc/index.ts";
import type { RoomId } from "#shared/protocol/rooms.ts";
import { ManualScheduler } from "../../tests/support/manual-scheduler.ts";
import { silentLog } from "../logging.ts";
import type { Room } from "../rooms/index.ts";
import { TitleWatch } from "./title-watch.ts";

const parks = "parks-000001" as RoomId;

function bench() {
  const scheduler = new ManualScheduler();
  const meta = { title: "Parks" };
  const room: Pick<Room, "id" | "read"> = {
    id: parks,
    read: <T>(task: (document: ArgumentDoc) => T): T => task({ meta } as unknown as ArgumentDoc),
  };
  const written: unknown[] = [];
  const faults: Error[] = [];
  const setTitle = async (map: string, title: string): Promise<void> => {
    const fault = faults.pop();
    if (fault) throw fault;
    written.push([map, title]);
  };
  const watch = new TitleWatch({
    accounts: { setTitle },
    rooms: { visited: () => [parks], use: async (_id, task) => task(room as Room) },
    scheduler,
    log: silentLog,
  });
  return { scheduler, meta, room, written, faults, watch };
}

it("[A14] writes down what an open map is called within five seconds, and only what is new", async () => {
  const { scheduler, meta, written } = bench();
  await scheduler.advance(5_000);
  await scheduler.advance(5_000);
  expect(written).toEqual([[parks, "Parks"]]);
  meta.title = "Trees\0";
  await scheduler.advance(5_000);
  expect(written.at(-1)).toEqual([parks, "Trees"]);
  expect(written).toHaveLength(2);
});

it("[A14] tries again what the store refused, without disturbing the map", async () => {
  const { scheduler, written, faults } = bench();
  faults.push(new Error("made to fail"));
  await scheduler.advance(5_000);
  expect(written).toEqual([]);
  await scheduler.advance(5_000);
  expect(written).toEqual([[parks, "Parks"]]);
});

it("[A14] looks once more when it ends, and knows nothing of what is said about maps", async () => {
  const { scheduler, room, written, watch } = bench();
  await watch.keep({ ...room, id: `${parks}.talk` as RoomId });
  await watch.end();
  await scheduler.advance(60_000);
  expect(written).toEqual([[parks, "Parks"]]);
});
