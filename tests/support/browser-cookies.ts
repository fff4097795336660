/** A browser's cookies for our server. */
export class BrowserCookies {
  readonly cookies = new Map<string, string>();

  take(response: Response): Response {
    for (const header of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = header.split("; ");
      const [name = "", value = ""] = pair.split("=", 2);
      const isOver = attributes.includes(`Expires=${new Date(0).toUTCString()}`);
      if (isOver) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  get header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }
}
