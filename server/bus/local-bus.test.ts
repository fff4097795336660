import { describeBus } from "../../tests/support/describe-bus.ts";
import { LocalBus } from "./local-bus.ts";

describeBus("local", async () => {
  const bus = new LocalBus();
  return { here: bus, there: bus, opened: () => Promise.resolve(), dispose: () => bus.close() };
});
