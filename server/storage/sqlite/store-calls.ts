import type { StoreErrorCode } from "../../rooms/ports.ts";
import type { AccessTables } from "./access-tables.ts";
import type { AccountTables } from "./account-tables.ts";
import type { CodeTables } from "./code-tables.ts";
import type { DocumentTables } from "./document-tables.ts";
import type { HistoryTables } from "./history-tables.ts";
import type { PollTables } from "./poll-tables.ts";

/** What the store's thread can be asked: the tables' methods by name, appends singly so that the thread groups them. */
export type StoreCalls = Omit<Methods<DocumentTables>, "append"> &
  Methods<AccessTables> &
  Methods<AccountTables> &
  Methods<CodeTables> &
  Methods<HistoryTables> &
  Methods<PollTables> & {
    append: (request: Parameters<DocumentTables["append"]>[0][number]) => number;
    check: () => void;
  };

type Methods<Tables> = { [Name in keyof Tables]: Tables[Name] };

/** One question to the thread, numbered so that the answer finds its way back. */
export type StoreRequest = {
  [Name in keyof StoreCalls]: Readonly<{ number: number; name: Name; values: Parameters<StoreCalls[Name]> }>;
}[keyof StoreCalls];

export type StoreAnswer = Readonly<
  | { number: number; ok: true; value: unknown }
  | { number: number; ok: false; code: StoreErrorCode; message: string }
>;
