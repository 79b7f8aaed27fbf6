// A server that has forgotten this tab (it was restarted, or an hour went by) answers a reconnect
// with empty defaults, and with the page a moment later. Drawn one after the other, the first would
// take the forms away with what is typed in them. So they are drawn as one.
const HYDRATED = "is_hydrated_rx_state_";
const PATIENCE_MS = 4000;

let connects = 0;
let held = null;
let since = 0;

export function connected() {
  connects += 1;
  held = connects > 1 ? {} : null;
  since = Date.now();
}

// The delta to draw now; nothing while the answer to a reconnect is not whole.
export function whole(delta) {
  if (!held || !delta) return delta;
  for (const [state, vars] of Object.entries(delta)) held[state] = { ...held[state], ...vars };
  const isWhole = Object.values(delta).some((vars) => vars[HYDRATED]);
  if (!isWhole && Date.now() - since < PATIENCE_MS) return undefined;
  const drawn = held;
  held = null;
  return drawn;
}
