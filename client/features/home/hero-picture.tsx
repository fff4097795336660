import type { ReactNode } from "react";
import { useWords } from "../../app/words/use-words.ts";
import { classNames } from "../../ui/class-names.ts";
import css from "./hero-picture.module.css";

/** A small argument in the colours of the canvas: a question, a claim, a reason, an objection and its reply. */
export function HeroPicture() {
  const t = useWords();
  return (
    <svg className={css["picture"]} viewBox="0 0 560 396" role="img" aria-label={t("home.picture.label")}>
      <g className={css["links"]}>
        <path className={css["answer"]} d="M152 250C152 222 102 218 102 186" />
        <path className={css["support"]} d="M396 62C340 62 330 76 322 92C306 130 296 238 250 274" />
        <path className={css["supportHead"]} d="M262 262l-14 13 19-1" />
        <path className={css["oppose"]} d="M386 226C340 226 330 290 250 290" />
        <path className={css["opposeHead"]} d="M265 282l-17 8 17 8" />
        <path className={css["undercut"]} d="M462 322C420 330 352 318 338 272" />
        <path className={css["undercutHead"]} d="M332 285l5-15 10 12" />
      </g>
      <Card kind="question" x={18} y={104} width={172} text={t("home.picture.question")} />
      <Card kind="claim" x={62} y={252} width={186} text={t("home.picture.claim")} />
      <Card kind="evidence" x={372} y={24} width={176} text={t("home.picture.evidence")} />
      <Card kind="claim" x={372} y={186} width={168} text={t("home.picture.objection")} />
      <Card kind="claim" x={384} y={296} width={168} text={t("home.picture.reply")} />
      <Chip tone="support" x={318} y={124} sign="+" text={t("home.picture.because")} />
      <Chip tone="oppose" x={318} y={262} sign="−" text={t("home.picture.but")} />
    </svg>
  );
}

type CardProps = Readonly<{
  kind: "question" | "claim" | "evidence";
  x: number;
  y: number;
  width: number;
  /** Two lines. */
  text: string;
}>;

function Card({ kind, x, y, width, text }: CardProps) {
  return (
    <g transform={`translate(${x} ${y})`} className={classNames(css["card"], css[kind])}>
      <rect className={css["surface"]} width={width} height="82" rx="11" />
      <rect
        className={css["kindMark"]}
        x="16"
        y="15"
        width={kind === "question" ? 44 : 30}
        height="5"
        rx="2.5"
      />
      {text.split("\n").map((line, index) => (
        <text key={line} className={css["text"]} x="16" y={43 + 21 * index}>
          {line}
        </text>
      ))}
    </g>
  );
}

type ChipProps = Readonly<{ tone: "support" | "oppose"; x: number; y: number; sign: string; text: string }>;

/** Centred on its point: how wide the word is depends on the language. */
function Chip({ tone, x, y, sign, text }: ChipProps): ReactNode {
  const width = 34 + text.length * 7.2;
  return (
    <g transform={`translate(${x} ${y})`} className={classNames(css["chip"], css[`${tone}Chip`])}>
      <rect x={-width / 2} y="-13" width={width} height="26" rx="13" />
      <text className={css["chipText"]} y="4.5" textAnchor="middle">
        {`${sign} ${text}`}
      </text>
    </g>
  );
}
