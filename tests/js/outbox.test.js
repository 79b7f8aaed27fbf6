// What is kept on the phone is sent, once, whatever happens between any two steps.
import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";
import { batchOf, deliver, post, publicKey } from "../../assets/components/outbox/deliver.js";
import { leftBehind, newId } from "../../assets/components/outbox/seal.js";
import * as store from "../../assets/components/outbox/store.js";
import fc from "./chance.js";
import { fill } from "./disk.js";
import { FAULTS, Server } from "./server.js";

let server;

const row = (id, more = {}) => ({
  id,
  person: "mette",
  kind: "progress",
  at: "2026-11-27T12:00:00Z",
  entry: { id, person: more.person ?? "mette", sealed: `words of ${id}` },
  ...more,
});

const ids = async () => (await store.all()).map(({ id }) => id);
const clear = async () => {
  for (const id of await ids()) await store.remove(id);
};
const begin = () => {
  server = new Server();
  globalThis.fetch = server.fetch;
};

beforeEach(async () => {
  begin();
  await clear();
});

test("what is kept is sent in its order and then gone", async () => {
  for (const id of ["b", "a", "c"]) await store.keep(row(id));
  assert.equal((await deliver("mette")).trouble, "");
  assert.deepEqual([...server.applied.keys()], ["b", "a", "c"]);
  assert.equal(await store.count(), 0);
});

test("nothing leaves the store before it is answered, nor is anybody told before the store", async () => {
  await store.keep(row("a"));
  server.faults = ["cut"];
  assert.equal((await deliver("mette")).trouble, "unreached");
  assert.deepEqual(await ids(), ["a"]);
  let left;
  await deliver("mette", async () => (left = await store.count()));
  assert.equal(left, 0);
});

test("another person's entries stay, and are not sent", async () => {
  await store.keep(row("hers", { person: "inger" }));
  await store.keep(row("mine"));
  await deliver("mette");
  assert.deepEqual([...server.sent.keys()], ["mine"]);
  assert.deepEqual(await ids(), ["hers"]);
});

test("what the server calls another person's is asked about once in a session", async () => {
  await store.keep(row("not yours", { person: "inger" }));
  let asked = 0;
  globalThis.fetch = (...request) => ((asked += 1), server.fetch(...request));
  await deliver();
  await deliver();
  assert.equal(asked, 1);
  assert.deepEqual(await ids(), ["not yours"]);
});

test("what cannot be read stays to be shown, and blocks nothing", async () => {
  await store.keep(row("large", { entry: { id: "large", sealed: "x".repeat(300_000) } }));
  await store.keep(row("small"));
  await deliver("mette");
  assert.deepEqual([...server.applied.keys()], ["small"]);
  const [left] = await store.all();
  assert.equal(left.fault, "unreadable");
  assert.equal((await store.waiting("mette")).length, 0);
});

test("of what was refused a line stays that says so, without the words", async () => {
  await store.keep(row("a"));
  globalThis.fetch = async () => Response.json({ answers: [{ id: "a", status: "refused" }] });
  await deliver("mette");
  const [left] = await store.all();
  assert.deepEqual([left.fault, left.entry], ["refused", null]);
  assert.equal((await store.waiting("mette")).length, 0);
});

test("a later answer for one lets the others through", async () => {
  await store.keep(row("a", { slot: "page" }));
  await store.keep(row("b"));
  const slow = (id) => (id === "a" ? "later" : "applied");
  globalThis.fetch = async (_address, { body }) => {
    const { entries } = JSON.parse(body);
    return Response.json({ answers: entries.map(({ id }) => ({ id, status: slow(id) })) });
  };
  assert.equal((await deliver("mette")).trouble, "unreached");
  await store.keep(row("a2", { slot: "page" }));
  await deliver("mette");
  assert.deepEqual(await ids(), ["a", "a2"]);
});

test("a newer save takes the place of one that has never left, and of no other", async () => {
  await store.keep(row("first", { slot: "page" }));
  server.faults = ["cut"];
  await deliver("mette");
  await store.keep(row("second", { slot: "page" }));
  await store.keep(row("third", { slot: "page" }));
  assert.deepEqual(await ids(), ["first", "third"]);
  await deliver("mette");
  assert.deepEqual([...server.applied.keys()], ["first", "third"]);
});

test("what was deleted comes back, but not in the place of what is newer in its slot", async () => {
  await store.keep(row("newer", { slot: "page" }));
  await store.putBack([row("older", { slot: "page" }), row("a"), row("newer", { slot: "page" })]);
  assert.deepEqual(await ids(), ["newer", "a"]);
});

test("the same id is kept once", async () => {
  await store.keep(row("a"));
  await store.keep(row("a"));
  assert.equal(await store.count(), 1);
});

test("a batch holds 50 entries, and 200 KB unless one alone is larger", () => {
  const many = Array.from({ length: 60 }, (_, n) => row(`e${n}`));
  assert.equal(batchOf(many).length, 50);
  const big = (id) => row(id, { entry: { id, sealed: "x".repeat(120_000) } });
  assert.equal(batchOf([big("a"), big("b")]).length, 1);
});

test("a line that breaks off whatever is large still brings everything through", async () => {
  for (let n = 0; n < 30; n += 1) await store.keep(row(`e${n}`));
  const carries = 3 * JSON.stringify(row("e10").entry).length;
  globalThis.fetch = async (address, request) => {
    if (request.body.length > carries) throw new TypeError("reset");
    return server.fetch(address, request);
  };
  for (let tries = 0; tries < 30 && (await store.count()) > 0; tries += 1) await deliver("mette");
  assert.equal(server.applied.size, 30);
});

test("the database may be deleted while it is open", async () => {
  await store.keep(row("a"));
  await new Promise((resolve) => {
    indexedDB.deleteDatabase("sammen-outbox").onsuccess = resolve;
  });
  await store.keep(row("b"));
  assert.deepEqual(await ids(), ["b"]);
});

test("without storage a keep fails by name, and a later one may work", async () => {
  const real = globalThis.indexedDB;
  await new Promise((resolve) => {
    real.deleteDatabase("sammen-outbox").onsuccess = resolve;
  });
  globalThis.indexedDB = { open: () => { throw new DOMException("no", "SecurityError"); } };
  await assert.rejects(store.keep(row("a")), { name: "SecurityError" });
  globalThis.indexedDB = real;
  await store.keep(row("a"));
  assert.deepEqual(await ids(), ["a"]);
});

test("what finds no room on the disk is not said to be kept", async () => {
  const makeRoom = fill();
  await assert.rejects(store.keep(row("a")), { name: "QuotaExceededError" });
  makeRoom();
  assert.deepEqual(await ids(), []);
  await store.keep(row("a"));
  assert.deepEqual(await ids(), ["a"]);
});

test("where a newer page has made the store larger, it will do", async () => {
  await store.keep(row("a"));
  const newer = await new Promise((resolve) => {
    indexedDB.open("sammen-outbox", 2).onsuccess = ({ target }) => resolve(target.result);
  });
  newer.close();
  await store.keep(row("b"));
  assert.deepEqual(await ids(), ["a", "b"]);
  await store.wipe();
});

test("a sign-in page in the answer's place is no answer", async () => {
  server.faults = ["portal", "signed out"];
  assert.equal((await post([row("a")])).trouble, "unreached");
  assert.equal((await post([row("a")])).trouble, "signed_out");
});

test("the key is kept on the phone, and good without a connection", async () => {
  globalThis.fetch = async () => Response.json({ id: "2026Q4", key: "abc" });
  assert.equal((await publicKey()).id, "2026Q4");
  globalThis.fetch = async () => { throw new TypeError("no connection"); };
  assert.equal((await publicKey()).key, "abc");
});

test("a key the server no longer uses is changed for the next words, and older ones wait", async () => {
  await store.remember("key", { id: "old", key: "abc", at: Date.now() });
  await store.keep(row("a"));
  globalThis.fetch = async (address) =>
    address.endsWith("noegle")
      ? Response.json({ id: "new", key: "def" })
      : Response.json({ answers: [{ id: "a", status: "later" }], key: "new" });
  await deliver("mette");
  while ((await publicKey()).id !== "new"); // it is fetched beside the delivery
  assert.deepEqual(await ids(), ["a"]);
  assert.equal((await store.waiting("mette")).length, 1);
});

test("signing out names what waits as the server reads it, and nothing that has failed", async () => {
  const file = new URL("left_behind.json", import.meta.url);
  const { row, named } = JSON.parse(readFileSync(file, "utf8"));
  const refused = { ...row, entry: null, fault: "refused" };
  assert.equal(await leftBehind([row, refused, row]), `${named} ${named}`);
  assert.equal(await leftBehind([refused]), "");
});

test("who signs out names their own things, however much others have left here", async () => {
  const file = new URL("left_behind.json", import.meta.url);
  const { row, named } = JSON.parse(readFileSync(file, "utf8"));
  const others = Array.from({ length: 500 }, () => ({ ...row, person: "inger" }));
  assert.equal(await leftBehind([...others, row], row.person), named);
  assert.equal((await leftBehind([...others, row])).split(" ").length, 500, "nobody knows who it is");
});

test("ids have the form of a UUIDv7 whatever the clock says", () => {
  const form = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  fc.assert(fc.property(fc.double(), (now) => form.test(newId(now))));
});

// --- anything in any order -----------------------------------------------------------------

class Crash extends Error {}

// The phone dies at the nth step from now: the next transaction, request or answer is its last.
function dieAt(step) {
  let left = step;
  const count = () => {
    left -= 1;
    if (left < 0) throw new Crash("the phone died");
  };
  const real = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...how) {
    count();
    return real.apply(this, how);
  };
  globalThis.fetch = async (...request) => {
    count();
    const said = await server.fetch(...request);
    count();
    return said;
  };
  return () => {
    IDBDatabase.prototype.transaction = real;
    globalThis.fetch = server.fetch;
  };
}

const act = fc.oneof(
  fc.record({ does: fc.constant("write"), slot: fc.constantFrom("", "", "page 1", "page 2") }),
  fc.record({ does: fc.constant("send"), fault: fc.constantFrom(...FAULTS) }),
  fc.record({ does: fc.constant("die"), step: fc.nat(8), fault: fc.constantFrom(...FAULTS) }),
  fc.record({ does: fc.constant("both"), fault: fc.constantFrom(...FAULTS) }),
);

async function run(acts) {
  const kept = [];
  const write = async (slot) => {
    const id = newId();
    await store.keep(row(id, { slot }));
    kept.push({ id, slot });
  };
  for (const { does, slot, fault, step } of acts) {
    if (fault) server.faults = [fault];
    if (does === "write") await write(slot);
    if (does === "send") await deliver("mette");
    if (does === "both") await Promise.all([deliver("mette"), write(""), deliver("mette")]);
    if (does === "die") {
      const wakeUp = dieAt(step);
      await deliver("mette").catch((error) => assert.ok(error instanceof Crash));
      wakeUp();
    }
  }
  server.faults = [];
  while ((await deliver("mette")).trouble);
  return kept;
}

test("nothing is lost, nothing is sent as two things, and a page's saves come in order", async () => {
  await fc.assert(
    fc
      .asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
        const kept = await run(acts);
        const arrived = [...server.applied.keys()];
        for (const [index, { id, slot }] of kept.entries()) {
          const newer = kept.slice(index + 1).filter((later) => slot && later.slot === slot);
          const counts = [id, ...newer.map((later) => later.id)];
          assert.ok(counts.some((one) => arrived.includes(one)), "a word was lost");
        }
        for (const page of ["page 1", "page 2"]) {
          const written = kept.filter(({ slot }) => slot === page).map(({ id }) => id);
          const came = arrived.filter((id) => written.includes(id));
          assert.deepEqual(came, written.filter((id) => came.includes(id)));
          assert.equal(came.at(-1), written.at(-1));
        }
        for (const contents of server.sent.values()) assert.equal(contents.size, 1);
        assert.equal(await store.count(), 0);
      })
      .beforeEach(async () => {
        begin();
        await clear();
      }),
  );
});
