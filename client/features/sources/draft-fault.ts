import type { Translate } from "../../words/words.ts";

/** What is wrong with one field of a form. */
export type DraftFault =
  | Readonly<{ kind: "missing" }>
  | Readonly<{ kind: "too-long"; length: number; max: number }>;

/** The faults of a form by field; a field without one is fine. */
export type DraftFaults<Draft> = Readonly<Partial<Record<keyof Draft, DraftFault>>>;

export function tooLong(text: string, max: number): DraftFault | undefined {
  const { length } = text.trim();
  return length > max ? { kind: "too-long", length, max } : undefined;
}

/** The faults that are there, so that an empty result means that all is well. */
export function faultsOf<Draft>(
  found: Readonly<Partial<Record<keyof Draft, DraftFault | undefined>>>,
): DraftFaults<Draft> {
  const entries = Object.entries(found).filter(([, fault]) => fault !== undefined);
  return Object.fromEntries(entries) as DraftFaults<Draft>;
}

/** The sentence at the field. `missing` says what to do where something must be there. */
export function draftFaultText(
  t: Translate,
  fault: DraftFault | undefined,
  missing: string,
): string | undefined {
  switch (fault?.kind) {
    case undefined:
      return undefined;
    case "missing":
      return missing;
    case "too-long":
      return t("sources.fault.tooLong", { length: fault.length, max: fault.max });
  }
}
