import { createHash, createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How a provider may be at fault. */
export type ProviderFault = "refuses" | "other-nonce" | "other-audience" | "other-key" | "expired-token";

/** An OpenID provider of this process: everybody who comes is `account`, without being asked. */
export type IdentityProvider = Readonly<{
  issuer: string;
  clientId: string;
  clientSecret: string;
  account: { sub: string; name: string; tellsNameAtOnce: boolean };
  fault: { kind: ProviderFault | undefined };
  stop: () => Promise<void>;
}>;

type Grant = Readonly<{ nonce: string; challenge: string; redirectUri: string }>;

const clientId = "counterpoint";
const clientSecret = "a secret of the tests alone";

/** Discovery, authorization code with PKCE (RFC 7636), RS256 id tokens and userinfo, after OpenID Connect Core 1.0. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const key = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const otherKey = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const account = { sub: "ann-1", name: "Ann Author", tellsNameAtOnce: false };
  const fault: IdentityProvider["fault"] = { kind: undefined };
  const grants = new Map<string, Grant>();
  let issuer = "";

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", issuer);
    switch (url.pathname) {
      case "/.well-known/openid-configuration":
        return json(response, 200, {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`,
          jwks_uri: `${issuer}/jwks`,
          response_types_supported: ["code"],
          subject_types_supported: ["public"],
          id_token_signing_alg_values_supported: ["RS256"],
        });
      case "/jwks":
        return json(response, 200, {
          keys: [{ ...key.publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" }],
        });
      case "/authorize":
        return authorize(url.searchParams, response);
      case "/token":
        return void token(request, response);
      case "/userinfo":
        return json(response, 200, { sub: account.sub, name: account.name });
      default:
        return json(response, 404, {});
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function authorize(query: URLSearchParams, response: ServerResponse): void {
    const back = new URL(query.get("redirect_uri") ?? "");
    back.searchParams.set("state", query.get("state") ?? "");
    if (fault.kind === "refuses") back.searchParams.set("error", "access_denied");
    else {
      const code = randomUUID();
      grants.set(code, {
        nonce: query.get("nonce") ?? "",
        challenge: query.get("code_challenge") ?? "",
        redirectUri: query.get("redirect_uri") ?? "",
      });
      back.searchParams.set("code", code);
    }
    response.writeHead(302, { location: back.href }).end();
  }

  async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await readAll(request));
    const code = form.get("code") ?? "";
    const grant = grants.get(code);
    grants.delete(code);
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const isRight =
      grant?.challenge === challenge &&
      grant.redirectUri === form.get("redirect_uri") &&
      isOurClient(request, form);
    if (!isRight || grant === undefined) return json(response, 400, { error: "invalid_grant" });
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer,
      sub: account.sub,
      aud: fault.kind === "other-audience" ? "somebody else" : clientId,
      iat: now - 60,
      exp: fault.kind === "expired-token" ? now - 50 : now + 300,
      nonce: fault.kind === "other-nonce" ? "another" : grant.nonce,
      ...(account.tellsNameAtOnce ? { name: account.name } : {}),
    };
    json(response, 200, { access_token: "access", token_type: "Bearer", id_token: signed(claims) });
  }

  function signed(claims: unknown): string {
    const parts = [{ alg: "RS256", kid: "1" }, claims].map((part) =>
      Buffer.from(JSON.stringify(part)).toString("base64url"),
    );
    const { privateKey } = fault.kind === "other-key" ? otherKey : key;
    return [...parts, createSign("RSA-SHA256").update(parts.join(".")).sign(privateKey, "base64url")].join(
      ".",
    );
  }

  return {
    issuer,
    clientId,
    clientSecret,
    account,
    fault,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function isOurClient(request: IncomingMessage, form: URLSearchParams): boolean {
  const [, basic = ""] = request.headers.authorization?.split(" ") ?? [];
  const [id = "", secret = ""] = Buffer.from(basic, "base64").toString().split(":").map(decodeForm);
  return (
    (id === clientId && secret === clientSecret) ||
    (form.get("client_id") === clientId && form.get("client_secret") === clientSecret)
  );
}

/** A client's name and secret are encoded as in a form before they are encoded as Basic (RFC 6749, 2.3.1). */
function decodeForm(text: string): string {
  return decodeURIComponent(text.replaceAll("+", " "));
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
