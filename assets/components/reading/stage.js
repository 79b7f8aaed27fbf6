// What the page shows, and what the server has said. They are the same, except while remembered
// pages are shown or the phone is locked: then the server's words wait beside, and take over whole.
const HYDRATED = "is_hydrated_rx_state_";

export class Stage {
  // `store` and `dispatchers` are Reflex's; `initial` its compiled defaults, `root` its root state.
  constructor(store, dispatchers, initial, root) {
    Object.assign(this, { store, initial, root, heard: null, isDark: false });
    this.draw = { ...dispatchers };
    for (const name of Object.keys(this.draw)) dispatchers[name] = (delta) => this.hear(name, delta);
  }

  get isLive() {
    return !this.heard && !this.isDark;
  }

  hear(name, delta) {
    if (this.isDark) return;
    if (!this.heard) {
      this.draw[name](delta);
      return;
    }
    this.heard[name] = { ...this.heard[name], ...delta };
    // The rest of the same message follows in this very turn.
    if (name === this.root && delta[HYDRATED]) queueMicrotask(() => this.onWhole());
  }

  // From now on the server's words wait.
  hold() {
    if (this.isDark) return;
    this.heard ??= Object.fromEntries(Object.keys(this.draw).map((name) => [name, this.store.getSnapshot(name)]));
  }

  // Shows `shown` by state, each on top of its defaults, as long as the server's words wait.
  show(shown) {
    if (!this.heard) return;
    for (const [name, vars] of Object.entries(shown)) this.draw[name]?.({ ...this.initial[name], ...vars });
  }

  // The server's words take over: every value, also one that has gone back to its default.
  release() {
    if (!this.heard) return;
    const heard = this.heard;
    this.heard = null;
    for (const [name, vars] of Object.entries(heard)) this.draw[name](vars);
  }

  clear(names) {
    for (const name of names) this.draw[name](this.initial[name]);
  }

  // Everything becomes empty and stays so: only a new page load lights the stage again.
  darken() {
    this.isDark = true;
    this.heard = null;
    this.clear(Object.keys(this.draw));
  }
}
