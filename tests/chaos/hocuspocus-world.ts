import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Libsql from "libsql";
import * as Y from "yjs";
import { ensureInstalled, peersFolder } from "../../bench/peer-packages.ts";
import { startPeer } from "../../bench/server/programs.ts";
import { Fleet } from "./fleet.ts";
import { HocuspocusWriter } from "./hocuspocus-writer.ts";
import type { World } from "./world.ts";

const room = "chaos";

/**
 * Hocuspocus with its defaults and its SQLite extension, killed as ours is and held to what it says itself. It is asked
 * for what it has stored only while it is dead: what it has still in memory is no fault of it until then.
 */
export async function hocuspocusWorld(): Promise<World> {
  await ensureInstalled("hocuspocus");
  const directory = mkdtempSync(join(tmpdir(), "counterpoint-chaos-"));
  const file = join(directory, "documents.db");
  const program = join(peersFolder, "hocuspocus/server.mjs");
  const fleet = await Fleet.start(1, async () => {
    const { port, kill } = await startPeer(program, [file]);
    return { url: `ws://127.0.0.1:${port}`, kill, terminate: () => kill().then(() => null) };
  });
  return {
    faults: [{ name: "kill", strike: ({ check }) => fleet.kill([0], check) }],
    createWriter: (name, number) => {
      const writer = new HocuspocusWriter(name, fleet.server(number).url, room);
      fleet.onMoved(number, ({ url }) => writer.moveTo(url));
      return Promise.resolve(writer);
    },
    killAll: () => fleet.killAll(),
    readStored: () => {
      const database = new Libsql(file);
      const row = database.prepare("SELECT data FROM documents WHERE name = ?").get(room) as
        | Readonly<{ data: Uint8Array }>
        | undefined;
      database.close();
      const ydoc = new Y.Doc();
      if (row !== undefined) Y.applyUpdate(ydoc, Uint8Array.from(row.data));
      return Promise.resolve(new Set(ydoc.getMap("probe").keys()));
    },
    end: async () => {
      await fleet.killAll();
      rmSync(directory, { recursive: true });
    },
  };
}
