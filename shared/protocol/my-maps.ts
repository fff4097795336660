import * as z from "zod";
import type { Role } from "./roles.ts";
import { roles } from "./roles.ts";

/** A map that somebody with an account has made or opened. Times are in milliseconds since 1970. */
export type MyMap = Readonly<{
  id: string;
  /** May be empty. */
  title: string;
  role: Role;
  isLocked: boolean;
  openedAt: number;
  /** Its owner deleted it and can have it back until then. */
  restorableUntil?: number | undefined;
}>;

/** `GET /api/me/maps`, the last opened first. `next` is there when there are more: send it as `after`. */
export type MyMapList = Readonly<{ maps: readonly MyMap[]; next?: string | undefined }>;
export const myMapList: z.ZodType<MyMapList> = z.object({
  maps: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      role: z.enum(roles as readonly [Role, ...Role[]]),
      isLocked: z.boolean(),
      openedAt: z.number(),
      restorableUntil: z.number().optional(),
    }),
  ),
  next: z.string().optional(),
});
