import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { ArgumentDoc } from "#shared/doc/index.ts";
import type { ArgumentId, CardId, Step, StepId } from "#shared/model/index.ts";
import { beginTalk, goTo } from "#shared/presenting/index.ts";
import type { CreateMapResponse } from "#shared/protocol/api.ts";
import type { JoinCodeResponse } from "#shared/protocol/audience.ts";
import { bearerPrefix, subprotocol } from "#shared/protocol/messages.ts";
import type { PollResponse } from "#shared/protocol/polls.ts";
import { syncPath } from "#shared/protocol/rooms.ts";
import type { LaserPoint, Stage } from "#shared/protocol/stage.ts";
import { participantHeader } from "#shared/protocol/talk.ts";

/** A step as a test writes it: cards and arguments by the ids that `createMap` gives them. */
export type ScriptedStep = Readonly<{ title: string; shows: readonly string[] }> &
  Partial<Omit<Step, "shows">>;

/** Leads a talk by the wire alone, as the presenter's page does it, so that tests of an audience need no second page. */
export class ScriptedPresenter {
  readonly #ydoc = new Y.Doc();
  readonly #provider: WebsocketProvider;
  readonly #map: ArgumentDoc;
  readonly #api: string;
  readonly #headers: Record<string, string>;
  readonly #name: string;
  #stage: Stage | null = null;

  private constructor(serverUrl: string, { id, links }: CreateMapResponse, name: string) {
    const secret = new URL(links.edit).hash.slice(1);
    this.#name = name;
    this.#api = new URL(`/api/maps/${id}`, serverUrl).href;
    this.#headers = { authorization: `Bearer ${secret}`, "content-type": "application/json" };
    this.#map = new ArgumentDoc(this.#ydoc, () => 1);
    this.#provider = new WebsocketProvider(
      `${serverUrl.replace(/^http/u, "ws")}${syncPath}`,
      id,
      this.#ydoc,
      {
        protocols: [subprotocol, `${bearerPrefix}${secret}`],
        WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
        disableBc: true,
        maxBackoffTime: 200,
      },
    );
  }

  /** Comes to the map by the link for editing, and waits until it is there. */
  static async open(serverUrl: string, map: CreateMapResponse, name: string): Promise<ScriptedPresenter> {
    const presenter = new ScriptedPresenter(serverUrl, map, name);
    const provider = presenter.#provider;
    await new Promise<void>((resolve) => provider.once("sync", () => resolve()));
    return presenter;
  }

  /** Puts the steps of the talk on the map, in this order, named `s1`, `s2`, .... */
  addSteps(steps: readonly ScriptedStep[]): void {
    steps.forEach(({ shows, ...values }, index) => {
      const step: Step = {
        type: "step",
        id: `s${index + 1}` as StepId,
        presentation: null,
        order: `a${index}` as Step["order"],
        notes: "",
        fits: [],
        view: null,
        reveal: "only",
        build: "together",
        dimsOthers: false,
        emphasises: [],
        layer: "none",
        seconds: null,
        poll: null,
        transition: "cut",
        isHidden: false,
        createdAt: index + 1,
        ...values,
        shows: shows as readonly (CardId | ArgumentId)[],
      };
      const added = this.#map.apply({ type: "addStep", step }, "user");
      if (!added.ok) throw new Error(added.error.message);
    });
  }

  /** Begins to talk at the first step. */
  begin(talk = "talk-1"): void {
    const presenter = { id: this.#ydoc.clientID, name: this.#name, device: "" };
    const place = { step: "s1" as StepId, beat: 0 };
    this.#announce(beginTalk({ talk, presentation: null, place, presenter, now: Date.now() }, this.#stage));
  }

  go(step: string, beat = 0): void {
    this.say((stage) => goTo(stage, { step: step as StepId, beat }, Date.now()));
  }

  /** Says a word of `shared/presenting`. */
  say(word: (stage: Stage) => Stage): void {
    if (!this.#stage) throw new Error("The talk has not begun.");
    this.#announce(word(this.#stage));
  }

  point(laser: LaserPoint): void {
    this.#show(laser);
  }

  /** The presenter's window is closed, or loaded anew. */
  goAway(): void {
    this.#provider.awareness.setLocalState(null);
  }

  comeBack(): void {
    this.#show(null);
  }

  async joinCode(): Promise<JoinCodeResponse> {
    return (await this.#call("POST", "/join-codes", { for: "audience" })) as JoinCodeResponse;
  }

  /** By which a phone becomes a remote. */
  async remoteCode(): Promise<JoinCodeResponse> {
    return (await this.#call("POST", "/join-codes", { for: "remote" })) as JoinCodeResponse;
  }

  /** How many follow, and what they say. */
  async audience(): Promise<unknown> {
    return this.#call("GET", "/audience");
  }

  /** Asks everybody for their stance on a card, by the id that `createMap` gives it. */
  async ask(card: string): Promise<string> {
    const body = { card, kind: "stance", audience: "everyone" };
    return ((await this.#call("POST", "/polls", body)) as PollResponse).id;
  }

  async reveal(poll: string): Promise<void> {
    await this.#call("POST", `/polls/${poll}/reveal`);
  }

  async vote(poll: string, device: number, stance: string): Promise<void> {
    await this.#call(
      "PUT",
      `/polls/${poll}/ballot`,
      { stance },
      { [participantHeader]: `the-secret-of-device-${device}` },
    );
  }

  async lowerHands(): Promise<void> {
    await this.#call("DELETE", "/hands");
  }

  close(): void {
    this.#map.dispose();
    this.#provider.destroy();
    this.#ydoc.destroy();
  }

  #announce(stage: Stage): void {
    this.#stage = stage;
    this.#show(null);
  }

  #show(laser: LaserPoint | null): void {
    this.#provider.awareness.setLocalState({
      user: { name: this.#name, color: "#6f4fbf" },
      cursor: null,
      selection: [],
      editing: null,
      drag: null,
      stage: this.#stage,
      laser,
    });
  }

  async #call(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<unknown> {
    const response = await fetch(`${this.#api}${path}`, {
      method,
      headers: { ...this.#headers, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.status === 204 ? null : response.json();
  }
}
