import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import css from "./resizer.module.css";

export type ResizerProps = Readonly<{
  label: string;
  /** The width in pixels of what stands left of it. */
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}>;

/** How far one press of an arrow key moves it, in pixels. */
const stepPx = 24;

/** The right edge of a panel, to be dragged or moved by arrow keys. */
export function Resizer({ label, value, min, max, onChange }: ResizerProps) {
  const held = useRef<{ x: number; value: number } | null>(null);

  function resize(next: number) {
    onChange(Math.round(Math.min(max, Math.max(min, next))));
  }

  function handlePointerDown(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return;
    held.current = { x: event.clientX, value };
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  function handlePointerMove(event: PointerEvent) {
    if (held.current) resize(held.current.value + event.clientX - held.current.x);
  }

  function handleKeyDown(event: KeyboardEvent) {
    const steps: Readonly<Record<string, number>> = { ArrowLeft: -stepPx, ArrowRight: stepPx };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    resize(value + step);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; a focusable separator is what ARIA has for this
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      className={css["resizer"]}
      onPointerDown={handlePointerDown}
      onPointerMove={handlePointerMove}
      onPointerUp={() => {
        held.current = null;
      }}
      onPointerCancel={() => {
        held.current = null;
      }}
      onKeyDown={handleKeyDown}
    />
  );
}
