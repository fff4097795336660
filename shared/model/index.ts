/** What a map is, as plain data: ids, records, commands and the rules they keep. */
export { cardsAbove, cardsBelow } from "./above-below.ts";
export { type ChainMemo, chainMemo } from "./chains.ts";
export type { Authorship, Command, CommandFault } from "./commands.ts";
export { copyOf, excerptOf, withFreshIds, withIds } from "./copy.ts";
export { differenceBetween, type MapDifference } from "./difference.ts";
export {
  blankCard,
  blankRecord,
  type Field,
  fieldOf,
  fieldsOf,
  initialOf,
  isPoint,
  metaSchemas,
  pointSchema,
} from "./fields.ts";
export {
  type ArgumentId,
  type CardId,
  type CitationId,
  type ConflictId,
  type CreateId,
  createIdSource,
  type GroupId,
  idPattern,
  type PresentationId,
  type RecordId,
  type SourceId,
  type StepId,
} from "./ids.ts";
export { modelLimits } from "./limits.ts";
export {
  argumentRef,
  argumentsFrom,
  argumentsTo,
  cardRef,
  getAs,
  getStatement,
  type MapView,
  mentionsOf,
} from "./map-view.ts";
export {
  byAge,
  bySiblingOrder,
  emptyMap,
  type PlainMap,
  recordsOf,
  resolveMap,
  viewOf,
} from "./plain-map.ts";
export { plan } from "./plan.ts";
export { textEdit } from "./plan-cards.ts";
export { presentationsOf, stepsOf } from "./presentations.ts";
export {
  type Argument,
  type Card,
  type CardKind,
  type Citation,
  type Conflict,
  type ConflictType,
  cardKinds,
  conflictTypes,
  type Group,
  type MapMeta,
  type MapRecord,
  type Point,
  type Polarity,
  type PollMoment,
  type Presentation,
  polarities,
  type Rating,
  type RecordOf,
  type RecordType,
  type Ref,
  ratings,
  type Scheme,
  type Source,
  type Step,
  type StepBuild,
  type StepLayer,
  type StepPoll,
  type StepReveal,
  type StepTransition,
  schemes,
  stepBuilds,
  stepLayers,
  stepReveals,
  stepTransitions,
  type Tint,
  tints,
} from "./records.ts";
export { resolve } from "./resolve.ts";
export { restorationOf, restoredMap } from "./restoration.ts";
export { checkMap, checkRecordRules, type Violation } from "./violations.ts";
export { applyToRecord, keyOf, spliceText, type Write } from "./writes.ts";
