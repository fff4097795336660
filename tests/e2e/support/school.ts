import type { Browser } from "@playwright/test";
import { type IdentityProvider, startIdentityProvider } from "../../support/identity-provider.ts";
import { freePort } from "../../support/private-program.ts";
import { Actor } from "../actor.ts";
import { ServerProcess } from "./server-process.ts";

/** Whoever has an account there. */
export type Account = "Ann Author" | "Ben Baker";

const desktop = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };

/** A server that lets only people with an account in, and the provider that knows the accounts. */
export class School {
  readonly #browser: Browser;
  readonly #provider: IdentityProvider;
  readonly #server: ServerProcess;
  readonly #devices: Actor[] = [];

  private constructor(browser: Browser, provider: IdentityProvider, server: ServerProcess) {
    this.#browser = browser;
    this.#provider = provider;
    this.#server = server;
  }

  static async open(browser: Browser): Promise<School> {
    const provider = await startIdentityProvider();
    const port = String(await freePort());
    const server = await ServerProcess.open({
      PORT: port,
      PUBLIC_URL: `http://localhost:${port}`,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
    });
    return new School(browser, provider, server);
  }

  /** Somebody at a device that nobody has used before; they have come to the first page, past the provider. */
  async arrive(account: Account, at: "desktop" | "phone" = "desktop"): Promise<Actor> {
    const hasSeenTour = JSON.stringify({ version: 1, state: { hasSeenTour: true } });
    const context = await this.#browser.newContext({
      viewport: at === "phone" ? phone : desktop,
      storageState: {
        cookies: [],
        origins: [
          { origin: this.#server.url, localStorage: [{ name: "counterpoint.view", value: hasSeenTour }] },
        ],
      },
    });
    const actor = new Actor(context, await context.newPage());
    this.#devices.push(actor);
    await this.signIn(actor, account);
    return actor;
  }

  /** Whoever comes to the provider next is the one of that name. */
  async signIn(actor: Actor, account: Account): Promise<void> {
    this.#provider.account.sub = account;
    this.#provider.account.name = account;
    await actor.home.open(this.#server.url);
  }

  async close(): Promise<void> {
    for (const { context } of this.#devices) await context.close();
    await this.#server.close();
    await this.#provider.stop();
  }
}
