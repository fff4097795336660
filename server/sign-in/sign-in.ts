import { createHash } from "node:crypto";
import * as openId from "openid-client";
import { err, ok, type Result } from "#shared/lib/result.ts";
import { maxPersonNameChars } from "#shared/protocol/presence.ts";
import { Notes, type Person } from "./notes.ts";

export type SignInSettings = Readonly<{
  /** The provider, such as `https://login.example.edu`. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Where the provider sends people back to. */
  returnAddress: string;
}>;

/** `expired`: too long ago, in another browser, or never begun. `refused`: the provider, or the person there, said no. */
export type SignInFault = "expired" | "refused" | "unavailable";

/** Something for the browser to keep. */
export type Kept = Readonly<{ value: string; expiresAt: number }>;
export type Begun = Readonly<{ address: string; attempt: Kept }>;
export type SignedIn = Readonly<{ session: Kept; person: Person; returnTo: string }>;

const attemptMs = 10 * 60 * 1000;
/** After a working day people are asked again; most providers then answer without asking them. */
const sessionMs = 12 * 60 * 60 * 1000;

/** People sign in with an account elsewhere: OpenID Connect, authorization code with PKCE, state and nonce. */
export class SignIn {
  readonly #settings: SignInSettings;
  readonly #notes: Notes;
  readonly #now: () => number;
  #provider: Promise<openId.Configuration> | undefined;

  constructor(settings: SignInSettings, now: () => number) {
    this.#settings = settings;
    this.#notes = new Notes(settings.clientSecret, now);
    this.#now = now;
  }

  /** Who has signed in, by what their browser kept. */
  personOf(session: string | undefined): Person | undefined {
    return this.#notes.readPerson(session);
  }

  /** The provider's address for signing in. Rejects when the provider cannot be reached. */
  async begin(returnTo: string): Promise<Begun> {
    const provider = await this.#discover();
    const verifier = openId.randomPKCECodeVerifier();
    const [state, nonce] = [openId.randomState(), openId.randomNonce()];
    const address = openId.buildAuthorizationUrl(provider, {
      redirect_uri: this.#settings.returnAddress,
      scope: "openid profile",
      code_challenge: await openId.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      state,
      nonce,
    });
    const expiresAt = this.#now() + attemptMs;
    const value = this.#notes.writeAttempt({ state, nonce, verifier, returnTo }, expiresAt);
    return { address: address.href, attempt: { value, expiresAt } };
  }

  /** Whether a browser kept a way to the provider that it can come back from; the provider is not asked. */
  hasSetOut(kept: string | undefined): boolean {
    return this.#notes.readAttempt(kept) !== undefined;
  }

  /** What came of it when the provider sends somebody back with `query`. */
  async finish(query: string, kept: string | undefined): Promise<Result<SignedIn, SignInFault>> {
    const attempt = this.#notes.readAttempt(kept);
    if (attempt === undefined) return err("expired");
    const provider = await this.#discover();
    try {
      const tokens = await openId.authorizationCodeGrant(
        provider,
        new URL(`${this.#settings.returnAddress}${query}`),
        {
          pkceCodeVerifier: attempt.verifier,
          expectedState: attempt.state,
          expectedNonce: attempt.nonce,
          idTokenExpected: true,
        },
      );
      const person = await this.#personOf(provider, tokens);
      const expiresAt = this.#now() + sessionMs;
      const value = this.#notes.writePerson(person, expiresAt);
      return ok({ session: { value, expiresAt }, person, returnTo: attempt.returnTo });
    } catch (error) {
      if (isRefusal(error)) return err("refused");
      throw error;
    }
  }

  async #personOf(
    provider: openId.Configuration,
    tokens: openId.TokenEndpointResponse & openId.TokenEndpointResponseHelpers,
  ): Promise<Person> {
    const claims = tokens.claims();
    if (claims === undefined) throw new Error("The provider gave no id token.");
    // Many providers tell names only when asked once more.
    const told =
      nameOf(claims) ?? nameOf(await openId.fetchUserInfo(provider, tokens.access_token, claims.sub));
    const id = createHash("sha256").update(`${claims.iss} ${claims.sub}`).digest("base64url");
    return { id, name: told ?? claims.sub.slice(0, maxPersonNameChars) };
  }

  /** Asked once, and again only when that failed. */
  #discover(): Promise<openId.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const isPlain = issuer.startsWith("http:"); // the settings allow it for this machine alone
    this.#provider ??= openId
      .discovery(new URL(issuer), clientId, clientSecret, undefined, {
        // The standard lets signatures go unchecked on a connection that https vouches for; a proxy may end that.
        execute: [openId.enableNonRepudiationChecks, ...(isPlain ? [openId.allowInsecureRequests] : [])],
      })
      .catch((error: unknown) => {
        this.#provider = undefined;
        throw error;
      });
    return this.#provider;
  }
}

function nameOf(claims: Readonly<Record<string, unknown>>): string | undefined {
  for (const claim of ["name", "preferred_username", "nickname"]) {
    const value = claims[claim];
    if (typeof value === "string" && value.trim() !== "") return value.trim().slice(0, maxPersonNameChars);
  }
  return undefined;
}

/** The provider's no, or an answer that does not belong to what was asked; all else is trouble on the way. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof openId.AuthorizationResponseError ||
    error instanceof openId.ResponseBodyError ||
    (error instanceof openId.ClientError && error.code !== "OAUTH_TIMEOUT")
  );
}
