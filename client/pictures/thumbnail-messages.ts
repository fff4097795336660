import type { Rect } from "#shared/diagram/index.ts";
import type { PictureThemeName } from "#shared/diagram/picture/index.ts";
import type { CardId, RecordId } from "#shared/model/index.ts";
import type { Fare } from "../canvas/weighing/weighed.ts";

/** A stretch of canvas to be drawn small, with these cards and lines on it. */
export type ThumbnailJob = Readonly<{
  /** Packed (`packPlainMap`). */
  map: string;
  stretch: Rect;
  theme: PictureThemeName;
  dimmed: readonly RecordId[];
  /** What is said of how cards fare. */
  fares: readonly (readonly [CardId, Fare])[];
  /** Dots from left to right; in the shape of a projector's screen. */
  width: number;
}>;

export type ToThumbnailer = Readonly<{ id: number; job: ThumbnailJob }>;

/** Null where it could not be drawn. */
export type FromThumbnailer = Readonly<{ id: number; picture: Blob | null }>;
