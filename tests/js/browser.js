// As much of a browser as the modules need that draw nothing. They are imported after this one.
import "fake-indexeddb/auto";
import { registerHooks } from "node:module";

const ASSETS = new URL("../../assets/", import.meta.url);
// Nothing is drawn here: a component is its effects, and where it leads is written down.
const IN_THEIR_PLACE = {
  react: "export const useSyncExternalStore = () => {}, useEffect = (act) => (globalThis.undo = act());",
  "react-router": "export const useNavigate = () => (to) => globalThis.ledTo.push(to);",
};
globalThis.ledTo = [];

registerHooks({
  resolve(specifier, context, next) {
    const own = IN_THEIR_PLACE[specifier];
    if (own) return { url: `data:text/javascript,${own}`, shortCircuit: true };
    if (specifier.startsWith("$/public/")) return next(`${ASSETS}${specifier.slice(9)}`, context);
    const found = next(specifier, context);
    // `?tab=1` behind a module's address makes it a tab's own, with all that it imports.
    const tab = context.parentURL ? new URL(context.parentURL).search : "";
    return tab && specifier.startsWith(".") ? { ...found, url: found.url + tab } : found;
  },
  load(url, context, next) {
    return next(url, url.endsWith(".jsx") ? { ...context, format: "module" } : context);
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
const seenByAll = new EventTarget();
for (const name of ["addEventListener", "removeEventListener", "dispatchEvent"])
  globalThis[name] = seenByAll[name].bind(seenByAll);
globalThis.document = Object.assign(new EventTarget(), {
  hidden: false,
  visibilityState: "visible",
  documentElement: { toggleAttribute: () => {} },
});
Object.defineProperty(navigator, "onLine", { value: true });
