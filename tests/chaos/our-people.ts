import type { MapId } from "#shared/protocol/rooms.ts";
import type { ServerProcess } from "../support/server-process.ts";
import { SteadyWriter } from "../support/steady-writer.ts";
import type { Fleet } from "./fleet.ts";
import type { World } from "./world.ts";

/** A map at our servers, and who writes it. */
export async function ourPeople(
  fleet: Fleet<ServerProcess>,
): Promise<Pick<World, "createWriter"> & Readonly<{ map: MapId }>> {
  const map = await fleet.server(0).createMap({ title: "Chaos" });
  return {
    map: map.id as MapId,
    createWriter: async (name, number) => {
      const writer = await SteadyWriter.create(name, fleet.server(number), map);
      fleet.onMoved(number, (server) => writer.moveTo(server));
      return writer;
    },
  };
}
