import type { Figures } from "./measure.ts";
import type { AppName, MotionName } from "./options.ts";
import type { Opening } from "./stage.ts";

/** Where ten people drag on a map of so many cards. */
export const crowdCards = 3000;

/** Ours and the empty canvas in turn, so that what else the machine does falls on both. */
export type Measured = Readonly<{ figures: Figures; empty?: Figures | undefined }>;

export type Machine = Readonly<{
  processor: string;
  cores: number;
  system: string;
  node: string;
  chromium: string;
  load: number;
  date: string;
}>;

export type Results = Readonly<{
  machine: Machine;
  repeats: number;
  openings: Map<string, Opening>;
  motions: Map<string, Measured>;
  crowd: Figures | undefined;
  /** What a program could not do, as a sentence, by program and size. */
  failures: Map<string, string>;
}>;

export function openingKey(app: AppName, size: number): string {
  return `${app} ${size}`;
}

export function motionKey(app: AppName, size: number, motion: MotionName): string {
  return `${app} ${size} ${motion}`;
}
