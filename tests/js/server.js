// A server that keeps to the protocol, as plainly as it can be written; and the ways to it fail.
import { createHash } from "node:crypto";

export class Server {
  constructor() {
    this.applied = new Map(); // id -> what was applied, in the order it was
    this.known = new Map(); // id -> {hash, status}
    this.sent = new Map(); // id -> every content it was ever sent with
    this.faults = [];
    this.person = "mette";
  }

  answer(entry) {
    const hash = createHash("sha256").update(JSON.stringify(entry)).digest("hex");
    const contents = this.sent.get(entry.id) ?? new Set();
    this.sent.set(entry.id, contents.add(hash));
    if (entry.person !== this.person) return { id: entry.id, status: "not_yours" };
    const before = this.known.get(entry.id);
    if (before && before !== hash) return { id: entry.id, status: "mismatch", sentence: "…" };
    if (!before) this.applied.set(entry.id, entry);
    this.known.set(entry.id, hash);
    return { id: entry.id, status: "applied", sentence: "" };
  }

  take(body) {
    const { entries } = JSON.parse(body);
    if (entries.length > 50 || body.length > 256 * 1024) return reply(413, { sentence: "…" });
    return reply(200, { answers: entries.map((entry) => this.answer(entry)) });
  }

  // What the pages call `fetch`: the next fault decides how far the request and its answer come.
  fetch = async (_address, { body }) => {
    const fault = this.faults.shift() ?? "none";
    if (fault === "lost") throw new TypeError("no connection");
    if (fault === "busy") return reply(503, { sentence: "…" });
    if (fault === "portal") return new Response("<html>Log på nettet</html>");
    if (fault === "signed out") return reply(401, { sentence: "…" });
    const said = this.take(body);
    if (fault === "twice") this.take(body);
    if (fault === "cut") throw new TypeError("the answer never came");
    if (fault === "half") return new Response((await said.text()).slice(0, -9));
    if (fault === "reordered") {
      const { answers } = await said.json();
      return reply(200, { answers: [...answers, ...answers].reverse() });
    }
    if (fault === "later") {
      return reply(200, { answers: entriesIn(body).map(({ id }) => ({ id, status: "later" })) });
    }
    return said;
  };
}

export const FAULTS = [
  ...["none", "lost", "busy", "portal", "signed out", "twice", "cut", "half", "reordered", "later"],
];

const entriesIn = (body) => JSON.parse(body).entries;
const reply = (status, said) => new Response(JSON.stringify(said), { status });
