import type { OpenAPIHono } from "@hono/zod-openapi";
import { personName, sessionName } from "../cookie.ts";
import type { Environment } from "./services.ts";

/** The ways in that a call takes, any one of them, by their names in the API's description. */
type WaysIn = Readonly<Record<string, string[]>>[];

/** What most calls take: the right that a link of the map gives. */
export const byLink: WaysIn = [{ secret: [] }, { session: [] }];
/** Of calls that work for everybody, or by a secret in their body. */
export const byNothing: WaysIn = [];
/** Of calls about what an account has. */
export const byAccount: WaysIn = [{ account: [] }];

/** Tells in the API's description how callers show what they may do. */
export function describeWaysIn(app: OpenAPIHono<Environment>): void {
  const { openAPIRegistry } = app;
  openAPIRegistry.registerComponent("securitySchemes", "secret", {
    type: "http",
    scheme: "bearer",
    description: "The secret of a link, which stands behind its #, or the token of a session.",
  });
  openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: sessionName,
    description: "What a browser has once it has opened a link; for pages of this server.",
  });
  openAPIRegistry.registerComponent("securitySchemes", "account", {
    type: "apiKey",
    in: "cookie",
    name: personName,
    description: "Who has signed in. A server where people have to sign in asks for it with every call.",
  });
}
