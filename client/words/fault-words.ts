import type { CommandFault } from "#shared/model/index.ts";
import type { Translate } from "./words.ts";

/** Why something was refused, in a sentence. */
export function faultText(t: Translate, fault: CommandFault): string {
  switch (fault.code) {
    case "missing":
      return t("fault.missing");
    case "wrong-kind":
      return t("fault.wrongKind");
    case "self-reference":
      return t("fault.selfReference");
    case "duplicate":
      return t("fault.duplicate");
    case "cycle":
      return t("fault.cycle");
    case "empty":
      return t("fault.empty");
    case "too-large":
      return t("fault.tooLarge");
    case "read-only":
      return t("fault.readOnly");
    case "id-taken":
    case "out-of-range":
    case "bad-value":
      return t("fault.other");
  }
}
