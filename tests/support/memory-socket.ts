import type { Socket } from "../../server/rooms/index.ts";
import { readServerFrame, type ServerFrame } from "./frames.ts";

/** A socket that keeps what the server sends, and lets a test say how much of it has left. */
export class MemorySocket implements Socket {
  readonly frames: Uint8Array[] = [];
  closed: Readonly<{ code: number; reason: string }> | undefined;
  bufferedBytes = 0;
  /** Called with every frame, as the client at the other end. */
  onFrame: (frame: Uint8Array) => void = () => undefined;
  onClose: () => void = () => undefined;

  send(frame: Uint8Array): void {
    this.frames.push(frame);
    this.onFrame(frame);
  }

  close(code: number, reason: string): void {
    this.closed = { code, reason };
    this.onClose();
  }

  /** Everything sent since the last call, decoded. */
  take(): readonly ServerFrame[] {
    return this.frames.splice(0).map(readServerFrame);
  }

  /** As `take`, of one kind. */
  takeOf<Type extends ServerFrame["type"]>(type: Type): readonly Extract<ServerFrame, { type: Type }>[] {
    return this.take().filter((frame): frame is Extract<ServerFrame, { type: Type }> => frame.type === type);
  }
}
