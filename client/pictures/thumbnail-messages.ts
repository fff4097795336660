import type { Rect } from "#shared/diagram/index.ts";
import type { PictureThemeName } from "#shared/diagram/picture/index.ts";
import type { RecordId } from "#shared/model/index.ts";

/** A stretch of canvas to be drawn small, with these cards and lines on it. */
export type ThumbnailJob = Readonly<{
  /** Packed (`packPlainMap`). */
  map: string;
  stretch: Rect;
  theme: PictureThemeName;
  dimmed: readonly RecordId[];
}>;

export type ToThumbnailer = Readonly<{ id: number; job: ThumbnailJob }>;

/** Null where it could not be drawn. */
export type FromThumbnailer = Readonly<{ id: number; picture: Blob | null }>;
