/** How long the server's event loop is held up under a load, by its own figures. */
import { doorsAt } from "./doors.ts";
import type { Load } from "./loads.ts";
import { type Durations, underCrowd } from "./measure-load.ts";
import { startBuilt, withFolder } from "./programs.ts";

const token = "only-for-the-bench";
const series = /^nodejs_eventloop_lag_p99_seconds (\S+)$/m;

/** The 99th percentile, in milliseconds. */
export async function measureLag(load: Load, durations: Durations): Promise<number> {
  return withFolder(async (folder) => {
    const server = await startBuilt(folder, { METRICS_TOKEN: token });
    const ask = async (): Promise<number> => {
      const response = await server.call("GET", "/metrics", {
        headers: { authorization: `Bearer ${token}` },
      });
      return Number(series.exec(await response.text())?.[1]) * 1000;
    };
    try {
      const map = await server.createMap({ title: "Bench" });
      const { clients, writers, writesPerSecond, hasPresence } = load;
      const room = await doorsAt(server, map, { count: clients, link: "edit", firstNumber: 0 });
      // The figure begins anew with each answer.
      await ask();
      await underCrowd(server.pid, {
        dialect: "durable",
        rooms: [room],
        writers,
        writesPerSecond,
        hasPresence,
        ...durations,
      });
      return await ask();
    } finally {
      await server.terminate();
    }
  });
}
