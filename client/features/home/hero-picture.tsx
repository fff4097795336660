import type { ReactNode } from "react";
import { classNames } from "../../ui/class-names.ts";
import { useWords } from "../../words/use-words.ts";
import css from "./hero-picture.module.css";

/** A small argument in the colours of the canvas: a question, a claim, a reason, an objection and its reply. */
export function HeroPicture() {
  const t = useWords();
  return (
    <svg className={css["picture"]} viewBox="0 0 560 396" role="img" aria-label={t("home.picture.label")}>
      <g className={css["links"]}>
        <path className={css["answer"]} d="M112 172C112 142 88 136 88 106" />
        <path className={css["support"]} d="M372 81C306 81 296 198 224 198" />
        <path className={css["oppose"]} d="M372 225C310 225 284 226 224 226" />
        <path className={css["undercut"]} d="M372 345C322 345 298 306 298 254" />
      </g>
      <g>
        <path className={css["supportHead"]} d="M212 198l13-6v12z" />
        <path className={css["opposeHead"]} d="M212 226l13-6v12z" />
        <path className={css["undercutHead"]} d="M298 241l-6 13h12z" />
      </g>
      <Card kind="question" x={2} y={22} width={172} text={t("home.picture.question")} />
      <Card kind="claim" x={26} y={172} width={184} text={t("home.picture.claim")} />
      <Card kind="evidence" x={372} y={40} width={180} text={t("home.picture.evidence")} />
      <Card kind="claim" x={372} y={184} width={180} text={t("home.picture.objection")} />
      <Card kind="claim" x={372} y={304} width={180} text={t("home.picture.reply")} />
      <Chip tone="support" x={298} y={138} sign="+" text={t("home.picture.because")} />
      <Chip tone="oppose" x={298} y={225} sign="−" text={t("home.picture.but")} />
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
