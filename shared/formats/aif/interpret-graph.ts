import { modelLimits, type Polarity } from "#shared/model/index.ts";
import type { Findings } from "../building/index.ts";
import type { AifGraph, AifNode } from "./aif-graph.ts";
import { anchoringOf, type Quote } from "./quotes.ts";

/** A claim or question, and who said it. */
export type AifClaim = Readonly<{ node: AifNode; isQuestion: boolean; quotes: readonly Quote[] }>;

/** A step from premises to something, by the ids of nodes. */
export type AifStep = Readonly<{
  node: AifNode;
  polarity: Polarity;
  premises: readonly string[];
  target: string;
  /** About another step rather than about a claim. */
  isAboutStep: boolean;
  isRephrase: boolean;
}>;

/** Two claims of which each attacks the other. */
export type AifConflict = Readonly<{ node: AifNode; members: readonly [string, string] }>;

/** What a graph says, as a map could say it. */
export type AifMeaning = Readonly<{
  claims: readonly AifClaim[];
  steps: readonly AifStep[];
  conflicts: readonly AifConflict[];
}>;

/** What our own writer tells of its nodes; other files tell nothing. */
export type KnownNodes = Readonly<{
  /** Nodes that are there only because AIF asks for them. */
  generated: ReadonlySet<string>;
  conflicts: ReadonlySet<string>;
}>;

const stepTypes: ReadonlySet<string> = new Set(["RA", "CA", "MA"]);
/** What was said and how it followed; folded into the claims. */
const dialogueTypes: ReadonlySet<string> = new Set(["L", "YA", "TA"]);

/** Understands a graph: claims, steps between them, conflicts. What cannot be understood is left out and found fault with. */
export function interpretGraph(graph: AifGraph, findings: Findings, known?: KnownNodes): AifMeaning {
  return new Interpreter(graph, findings, known).meaning();
}

/** One more than an argument holds, so that whoever makes it says that there were too many. */
const maxPremises = modelLimits.maxMembers + 1;
/** A step with a thousand conclusions is none; in a graph where everything hangs on everything this ends the work. */
const maxTargets = modelLimits.maxMembers;

class Interpreter {
  readonly #graph: AifGraph;
  readonly #findings: Findings;
  readonly #known: KnownNodes | undefined;
  readonly #steps: AifStep[] = [];
  #roomForQuotes: number = modelLimits.maxRecords;

  constructor(graph: AifGraph, findings: Findings, known: KnownNodes | undefined) {
    this.#graph = graph;
    this.#findings = findings;
    this.#known = known;
  }

  meaning(): AifMeaning {
    const claims: AifClaim[] = [];
    const ofOwn: AifConflict[] = [];
    let spoken = 0;
    for (const node of this.#graph.nodes.values()) {
      if (dialogueTypes.has(node.type)) spoken += 1;
      if (this.#isGenerated(node.id) || dialogueTypes.has(node.type)) continue;
      if (node.type === "I") claims.push(this.#claimOf(node));
      else if (this.#known?.conflicts.has(node.id)) ofOwn.push(...this.#conflictOf(node));
      else if (stepTypes.has(node.type)) this.#addSteps(node);
      else this.#leaveOut(node);
    }
    this.#addDirectSteps(claims);
    if (this.#roomForQuotes <= 0) {
      this.#findings.warn(
        "TOO_MANY_QUOTES",
        `Only the first ${modelLimits.maxRecords} quotations were read.`,
      );
    }
    if (spoken > 0 && !this.#known) {
      const message = `${spoken} nodes of the dialogue (locutions, illocutions, transitions) became quotations on the claims, or are left out.`;
      this.#findings.remark("DIALOGUE_FOLDED", message);
    }
    if (this.#known) return { claims, steps: this.#steps, conflicts: ofOwn };
    return { claims, ...withConflicts(this.#steps) };
  }

  #isGenerated(id: string): boolean {
    return this.#known?.generated.has(id) ?? false;
  }

  #typeOf(id: string): string {
    return this.#graph.nodes.get(id)?.type ?? "";
  }

  #claimOf(node: AifNode): AifClaim {
    const { quotes, isAsked } = anchoringOf(node, this.#graph, this.#roomForQuotes);
    this.#roomForQuotes -= quotes.length;
    const isArgued = [...this.#to(node.id), ...this.#from(node.id)].some((id) =>
      stepTypes.has(this.#typeOf(id)),
    );
    return { node, quotes, isQuestion: isAsked && !isArgued };
  }

  #from(id: string): readonly string[] {
    return this.#graph.outs.get(id) ?? [];
  }

  #to(id: string): readonly string[] {
    return this.#graph.ins.get(id) ?? [];
  }

  /** [FF3] One step for each thing that the node is about. */
  #addSteps(node: AifNode): void {
    const premises = this.#to(node.id)
      .filter((id) => this.#typeOf(id) === "I" && !this.#isGenerated(id))
      .slice(0, maxPremises);
    const { targets, isAgainst } = this.#aimsOf(node);
    const where = { path: node.path };
    if (targets.length === 0) {
      this.#findings.warn("NO_CONCLUSION", "A step that leads to nothing was left out.", where);
      return;
    }
    if (premises.length === 0) {
      this.#findings.warn("NO_PREMISE", "A step without any premise was left out.", where);
      return;
    }
    this.#remark(node, targets.length);
    for (const target of targets.slice(0, maxTargets)) {
      this.#steps.push({
        node,
        polarity: isAgainst || node.type === "CA" ? "oppose" : "support",
        premises,
        target,
        isAboutStep: this.#typeOf(target) !== "I",
        isRephrase: node.type === "MA",
      });
    }
  }

  #remark(node: AifNode, targets: number): void {
    const where = { path: node.path };
    if (targets > maxTargets) {
      const message = `A step is about ${maxTargets} things at most; the others were left out.`;
      this.#findings.warn("TOO_MANY_CONCLUSIONS", message, where);
    } else if (targets > 1) {
      const message = "A step with several conclusions became one step for each of them.";
      this.#findings.remark("SEVERAL_CONCLUSIONS", message, where);
    }
    if (node.type === "MA" && !this.#known) {
      const message = "A rephrasing stands as a reason, with a note that says so.";
      this.#findings.remark("REPHRASE", message, where);
    }
  }

  /** Our own files put one claim and one conflict between several premises and what they speak against. */
  #aimsOf(node: AifNode): Readonly<{ targets: readonly string[]; isAgainst: boolean }> {
    const isAim = (id: string): boolean => this.#typeOf(id) === "I" || stepTypes.has(this.#typeOf(id));
    const next = this.#from(node.id);
    const between = next.find((id) => this.#isGenerated(id));
    if (between === undefined) return { targets: next.filter(isAim), isAgainst: false };
    const [conflict = ""] = this.#from(between);
    const targets = this.#from(conflict).slice(0, maxTargets);
    return { targets: targets.filter(isAim), isAgainst: true };
  }

  /** AIF has no edge from claim to claim, but some files do. */
  #addDirectSteps(claims: readonly AifClaim[]): void {
    for (const { node } of claims) {
      for (const target of this.#from(node.id)) {
        if (this.#typeOf(target) !== "I") continue;
        const message = "An edge from one claim straight to another was read as a reason.";
        this.#findings.warn("CLAIM_TO_CLAIM", message, { path: node.path });
        this.#steps.push({
          node: { ...node, type: "RA", text: "", scheme: "", schemeId: "" },
          polarity: "support",
          premises: [node.id],
          target,
          isAboutStep: false,
          isRephrase: false,
        });
      }
    }
  }

  #conflictOf(node: AifNode): readonly AifConflict[] {
    const [[one], [other]] = [this.#to(node.id), this.#from(node.id)];
    return one === undefined || other === undefined ? [] : [{ node, members: [one, other] }];
  }

  #leaveOut(node: AifNode): void {
    const message =
      node.type === "PA"
        ? "A preference between steps was left out: maps have no place for it."
        : "A node of an unknown type was left out.";
    this.#findings.warn(node.type === "PA" ? "PREFERENCE" : "UNKNOWN_TYPE", message, { path: node.path });
  }
}

/** [FF4] Where one claim attacks another and that attacks back, the two exclude each other. */
function withConflicts(steps: readonly AifStep[]): Pick<AifMeaning, "steps" | "conflicts"> {
  const aimedAt = new Set(steps.filter(({ isAboutStep }) => isAboutStep).map(({ target }) => target));
  const attacks = new Map<string, AifStep>();
  for (const step of steps) {
    const [only, ...more] = step.premises;
    const isPlain = step.polarity === "oppose" && !step.isAboutStep && !aimedAt.has(step.node.id);
    if (isPlain && only !== undefined && more.length === 0)
      attacks.set(JSON.stringify([only, step.target]), step);
  }
  const conflicts: AifConflict[] = [];
  const folded = new Set<AifStep>();
  for (const step of attacks.values()) {
    const [from = ""] = step.premises;
    const back = attacks.get(JSON.stringify([step.target, from]));
    if (!back || back === step || folded.has(step)) continue;
    folded.add(step).add(back);
    conflicts.push({ node: step.node, members: [from, step.target] });
  }
  return { steps: steps.filter((step) => !folded.has(step)), conflicts };
}
