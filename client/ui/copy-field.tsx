import { Check, Copy } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Input, Label, Text, TextField } from "react-aria-components";
import { Button } from "./button.tsx";
import css from "./field.module.css";

export type CopyFieldProps = Readonly<{
  label: string;
  hint?: string;
  value: string;
  copyLabel: string;
  copiedLabel: string;
  /** Shown when the browser does not let us copy; the text is then selected. */
  failedLabel: string;
}>;

const confirmationMs = 2_500;

/** Text to take away: shown, and copied with one press. */
export function CopyField(props: CopyFieldProps) {
  const { label, hint, value } = props;
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<"none" | "copied" | "failed">("none");

  useEffect(() => {
    if (outcome !== "copied") return;
    const timer = setTimeout(() => setOutcome("none"), confirmationMs);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function handleCopy() {
    try {
      await navigator.clipboard.writeText(value);
      setOutcome("copied");
    } catch {
      // Clipboards are refused on plain http and in some frames: leave it one key press away.
      input.current?.focus();
      input.current?.select();
      setOutcome("failed");
    }
  }

  return (
    <TextField className={css["field"] ?? ""} value={value} isReadOnly>
      <Label className={css["label"] ?? ""}>{label}</Label>
      {hint ? (
        <Text slot="description" className={css["hint"] ?? ""}>
          {hint}
        </Text>
      ) : null}
      <div className={css["row"]}>
        <Input ref={input} className={css["input"] ?? ""} onFocus={(event) => event.currentTarget.select()} />
        <Button
          aria-label={`${props.copyLabel}: ${label}`}
          icon={outcome === "copied" ? <Check size={16} /> : <Copy size={16} />}
          onPress={handleCopy}
        >
          {outcome === "copied" ? props.copiedLabel : props.copyLabel}
        </Button>
      </div>
      <output className={css["hint"]} hidden={outcome === "none"}>
        {outcome === "copied" ? props.copiedLabel : outcome === "failed" ? props.failedLabel : ""}
      </output>
    </TextField>
  );
}
