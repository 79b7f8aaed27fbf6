// As much of a browser as the modules need that draw nothing. They are imported after this one.
import "fake-indexeddb/auto";
import { registerHooks } from "node:module";

const REACT = "data:text/javascript,export const useSyncExternalStore = () => {}"; // nothing is drawn here

// `?tab=1` behind a module's address makes it a tab's own, with all that it imports.
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === "react") return { url: REACT, shortCircuit: true };
    const found = next(specifier, context);
    const tab = context.parentURL ? new URL(context.parentURL).search : "";
    return tab && specifier.startsWith(".") ? { ...found, url: found.url + tab } : found;
  },
});

// Nothing that waits for later keeps the tests from ending.
const realTimeout = globalThis.setTimeout;
const RealChannel = globalThis.BroadcastChannel;
globalThis.setTimeout = (...how) => realTimeout(...how).unref();
globalThis.BroadcastChannel = class extends RealChannel {
  constructor(name) {
    super(name);
    this.unref();
  }
};
globalThis.addEventListener = () => {};
globalThis.document = {
  hidden: false,
  visibilityState: "visible",
  addEventListener: () => {},
  documentElement: { toggleAttribute: () => {} },
};
Object.defineProperty(navigator, "onLine", { value: true });
