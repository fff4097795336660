import type { LaserPoint } from "#shared/protocol/stage.ts";

/** Points further apart in time than this belong to two movements, in milliseconds. */
const pauseMs = 300;

/** Where each who points was last, so that a point is joined to the one before. */
export class LaserTrails {
  readonly #last = new Map<number, Readonly<{ point: LaserPoint; at: number }>>();

  /** From where a line is to be drawn to the point; null where it has been drawn already. */
  next(clientId: number, point: LaserPoint, at: number): LaserPoint | null {
    const before = this.#last.get(clientId);
    if (before?.point[0] === point[0] && before.point[1] === point[1]) return null;
    this.#last.set(clientId, { point, at });
    return before && at - before.at < pauseMs ? before.point : point;
  }

  /** Whoever else has pointed does so no more, or has gone: what they point at next begins anew. */
  keepOnly(pointing: (clientId: number) => boolean): void {
    for (const clientId of this.#last.keys()) if (!pointing(clientId)) this.#last.delete(clientId);
  }
}
