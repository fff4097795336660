import type { Stance } from "#shared/talk/index.ts";

/** The words that a report adds to those of the map and of the people. */
export type ReportWords = Readonly<{
  lang: string;
  untitledMap: string;
  untitledStep: string;
  /** With {map}. */
  title: string;
  steps: string;
  /** With {minutes}. */
  minutes: string;
  votes: string;
  noVotes: string;
  stances: Readonly<Record<Stance, string>>;
  stance: string;
  before: string;
  after: string;
  /** With {before} and {after}. */
  voted: string;
  notShown: string;
  /** With {voters} and {points}. */
  moreAgree: string;
  fewerAgree: string;
  tooClose: string;
  reason: string;
  mean: string;
  ballots: string;
  floor: string;
  noFloor: string;
  /** With {card}. */
  speaksFor: string;
  speaksAgainst: string;
  questions: string;
  noQuestions: string;
  hands: string;
  somebody: string;
  /** With {name} and {card}. */
  handAbout: string;
}>;

const english: ReportWords = {
  lang: "en",
  untitledMap: "Untitled map",
  untitledStep: "Untitled step",
  title: "Report of a talk: {map}",
  steps: "Steps",
  minutes: "{minutes} min",
  votes: "Votes",
  noVotes: "Nobody was asked to vote.",
  stances: {
    "strongly-disagree": "strongly disagree",
    disagree: "disagree",
    neutral: "neither",
    agree: "agree",
    "strongly-agree": "strongly agree",
    "no-view": "no view",
  },
  stance: "Stance",
  before: "Before",
  after: "After",
  voted: "Voted before: {before}; after: {after}.",
  notShown: "The result has not been shown, or too few have voted for it to be told.",
  moreAgree: "Of {voters} who voted twice, {points} points more agree than before.",
  fewerAgree: "Of {voters} who voted twice, {points} points fewer agree than before.",
  tooClose: "Of {voters} who voted twice, about as many agree as before: too close to call.",
  reason: "Reason",
  mean: "Mean, 0 to 4",
  ballots: "Votes cast",
  floor: "From the floor",
  noFloor: "No card came from the floor.",
  speaksFor: "for “{card}”",
  speaksAgainst: "against “{card}”",
  questions: "Questions",
  noQuestions: "No questions are left.",
  hands: "Hands still raised",
  somebody: "Somebody",
  handAbout: "{name}, about “{card}”",
};

const chinese: ReportWords = {
  lang: "zh-CN",
  untitledMap: "未命名的论证图",
  untitledStep: "未命名的步骤",
  title: "演示报告：{map}",
  steps: "步骤",
  minutes: "{minutes} 分钟",
  votes: "投票",
  noVotes: "没有进行投票。",
  stances: {
    "strongly-disagree": "强烈反对",
    disagree: "反对",
    neutral: "中立",
    agree: "赞成",
    "strongly-agree": "强烈赞成",
    "no-view": "没有看法",
  },
  stance: "立场",
  before: "讨论前",
  after: "讨论后",
  voted: "投票人数：讨论前 {before}，讨论后 {after}。",
  notShown: "结果尚未公布，或投票的人太少，不能公布。",
  moreAgree: "在两次都投票的 {voters} 人中，赞成者比之前多 {points} 个百分点。",
  fewerAgree: "在两次都投票的 {voters} 人中，赞成者比之前少 {points} 个百分点。",
  tooClose: "在两次都投票的 {voters} 人中，赞成者与之前大致相同：差距太小，无法判断。",
  reason: "理由",
  mean: "平均分（0 到 4）",
  ballots: "票数",
  floor: "来自听众",
  noFloor: "没有来自听众的卡片。",
  speaksFor: "支持“{card}”",
  speaksAgainst: "反对“{card}”",
  questions: "问题",
  noQuestions: "没有剩下的问题。",
  hands: "仍在举手",
  somebody: "某人",
  handAbout: "{name}，关于“{card}”",
};

/** In what language a report can be. */
export type ReportLanguage = "en" | "zh";

export function reportWordsIn(lang: ReportLanguage): ReportWords {
  return lang === "zh" ? chinese : english;
}
