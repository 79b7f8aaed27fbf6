// The newest words of every page are on the phone or at the server, whatever the page does meanwhile.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import * as store from "../../assets/components/outbox/store.js";
import fc from "./chance.js";
import { aWhile, fill, hold } from "./disk.js";
import { FAULTS } from "./server.js";
import { clearStorage, newServer, openTab } from "./tabs.js";

const tabs = [await openTab(1), await openTab(2)];
const [page] = tabs;
let server;
let count = 0;

async function begin() {
  server = newServer();
  for (const tab of tabs) tab.start("nobody"); // what the page remembers of another person goes
  await clearStorage();
  for (const tab of tabs) {
    tab.start("mette");
    await tab.send(); // what an earlier test began has ended
    tab.reportSuccess();
    await tab.send();
  }
}

beforeEach(begin);

// An id in its order, so that a failure can be read.
const newId = () => `save ${(count += 1)}`;
const save = (slot, { tab = page, id = newId() } = {}) =>
  tab.carry({ id, kind: "meeting.prepared", fields: { hard: id }, slot, writer: "mette" });
const ids = async () => (await store.all()).map(({ id }) => id);

// Everything in the database, whatever the app's own look at it gives.
async function onTheDisk() {
  const db = await new Promise((resolve) => {
    const asked = indexedDB.open("sammen-outbox");
    asked.onsuccess = () => resolve(asked.result);
  });
  const stores = [...db.objectStoreNames];
  const turn = db.transaction(stores);
  const rows = await Promise.all(
    stores.map(
      (name) =>
        new Promise((resolve) => {
          const asked = turn.objectStore(name).getAll();
          asked.onsuccess = () => resolve(asked.result);
        }),
    ),
  );
  db.close();
  return JSON.stringify(rows.flat());
}

test("no word of what is kept can be read on the phone, sent or not", async () => {
  const words = "Emil sov hele natten";
  const write = () =>
    page.carry({ id: newId(), kind: "progress", fields: { note: words, rating: "7193" }, writer: "mette" });
  server.faults = ["lost", "lost", "lost"];
  const { id } = await write();
  const disk = await onTheDisk();
  assert.ok(disk.includes(id) && disk.includes('"sealed"'));
  assert.ok(!disk.includes("Emil") && !disk.includes("7193"), disk);
  answers("refused");
  await page.send();
  assert.ok(!(await onTheDisk()).includes("Emil"));
});

test("nothing is said to be kept before the disk has it for good, nor sent", async () => {
  const { held, letGo } = hold();
  let kept;
  const saved = save("").then((said) => (kept = said));
  while (held.length === 0) await aWhile(); // it is sealed first
  await aWhile();
  assert.deepEqual(held.map(({ durability }) => durability), ["strict"]);
  assert.deepEqual([kept, server.sent.size], [undefined, 0]);
  letGo();
  await saved;
  assert.ok(kept.isKept);
});

test("a phone without room sends at once; without a connection either, nothing is called kept", async () => {
  const makeRoom = fill();
  const at = await save("");
  assert.deepEqual([at.isKept, at.answer.status], [false, "applied"]);
  server.faults = ["lost"];
  const nowhere = await save("");
  assert.deepEqual([nowhere.isKept, nowhere.answer, nowhere.trouble], [false, undefined, "unreached"]);
  makeRoom();
  assert.deepEqual(await ids(), []);
  assert.ok((await save("", { id: nowhere.id })).isKept);
});

test("two pages that send at once take turns", async () => {
  for (const id of ["a", "b"]) {
    await store.keep({ id, person: "mette", kind: "progress", at: "", entry: { id, person: "mette" } });
  }
  const reach = server.fetch;
  let [under, most] = [0, 0];
  server.fetch = async (...request) => {
    most = Math.max(most, (under += 1));
    await aWhile();
    under -= 1;
    return reach(...request);
  };
  await Promise.all(tabs.map((tab) => tab.send()));
  assert.deepEqual([...server.applied.keys()], ["a", "b"]);
  assert.equal(most, 1);
});

// --- when it is sent -----------------------------------------------------------------------

test("what waits is sent as soon as there is a network, or somebody looks at the app", async () => {
  const later = globalThis.setTimeout;
  for (const [target, event, hidden] of [
    [globalThis, "online", false],
    [document, "visibilitychange", false],
    [document, "visibilitychange", true],
  ]) {
    server.faults = ["lost", "lost", "lost", "lost"];
    const { id } = await save("");
    globalThis.setTimeout = () => 0; // nothing is sent only because time goes by
    await page.send();
    server.faults = [];
    await aWhile();
    assert.ok(!server.applied.has(id));
    document.hidden = hidden;
    target.dispatchEvent(new Event(event));
    for (let turns = 0; turns < 50 && !server.applied.has(id); turns += 1) await aWhile();
    [document.hidden, globalThis.setTimeout] = [false, later];
    assert.equal(server.applied.has(id), !hidden, `${event}, ${hidden ? "put aside" : "looked at"}`);
  }
});

test("a look does not put back what a newer save has taken the place of", async () => {
  server.faults = ["cut", "lost", "lost", "lost", "lost"];
  const tried = (await save("a meeting")).id;
  const { id: second } = await save("a meeting");
  const { id: third } = await save("a meeting");
  await page.changed();
  await page.changed();
  const left = await ids();
  assert.ok(left.includes(third), `${third} is not among ${left}`);
  assert.ok(left.includes(tried));
  assert.equal(left.includes(second), server.sent.has(second));
});

test("what was deleted under an open page is put back before it sends", async () => {
  const reach = server.fetch;
  server.fetch = async () => { throw new TypeError("no connection"); };
  const { id } = await save("");
  await page.send();
  await page.changed();
  await clearStorage();
  server.fetch = reach;
  await page.send();
  assert.deepEqual([...server.applied.keys()], [id]);
});

test("two saves at once are kept in the order they were written", async () => {
  const real = crypto.subtle.encrypt;
  let sealed = 0;
  crypto.subtle.encrypt = async function (...how) {
    sealed += 1;
    if (sealed === 1) for (let turns = 0; turns < 50; turns += 1) await new Promise(setImmediate);
    return real.apply(this, how);
  };
  await Promise.all([save("a meeting"), save("a meeting", { id: "the newest" })]);
  crypto.subtle.encrypt = real;
  while ((await page.send()).trouble);
  assert.equal([...server.applied.keys()].at(-1), "the newest");
});

// --- what the server cannot take in --------------------------------------------------------

const answers = (status) => {
  server.fetch = async (_address, { body }) => {
    const { entries } = JSON.parse(body);
    return Response.json({ answers: entries.map(({ id }) => ({ id, status, sentence: "…" })) });
  };
};

test("words that the server could not read stay readable, until their writer lets go of them", async () => {
  for (const status of ["unreadable", "mismatch"]) {
    answers(status);
    const { id } = await save("");
    await page.send();
    assert.deepEqual(page.wordsOf(id), { hard: id });
    for (const tab of tabs) await tab.changed();
    assert.equal((await store.all()).find((row) => row.id === id).fault, status);
    await tabs[1].isTold(id); // deleted in another tab: nobody puts it back
    await page.changed();
    assert.deepEqual(await ids(), []);
    await page.isTold(id);
    assert.equal(page.wordsOf(id), undefined);
  }
});

test("what the server has taken in, or sent back, is no longer kept readable here", async () => {
  for (const status of ["applied", "refused"]) {
    answers(status);
    const { id } = await save("");
    await page.send();
    assert.equal(page.wordsOf(id), undefined);
  }
});

test("a text longer than the server reads is not taken out of its form", async () => {
  const carry = (fields) => page.carry({ kind: "progress", fields, writer: "mette", longest: 20 });
  await assert.rejects(carry({ note: "x".repeat(21) }), { name: page.TOO_LONG });
  const many = Object.fromEntries(Array.from({ length: 9000 }, (_, n) => [`field ${n}`, "x".repeat(20)]));
  await assert.rejects(carry(many), { name: page.TOO_LONG });
  assert.deepEqual([await ids(), server.sent.size], [[], 0]);
  assert.ok((await carry({ note: "x".repeat(20) })).isKept);
});

test("without a key nothing is said to be kept, and it works once there is one", async () => {
  await clearStorage();
  const reach = globalThis.fetch;
  globalThis.fetch = async () => { throw new TypeError("no connection"); };
  await assert.rejects(save(""), { name: "NotReadyError" });
  globalThis.fetch = reach;
  assert.ok((await save("")).isKept);
});

// --- anything in any order -----------------------------------------------------------------

const slot = fc.constantFrom("", "page 1", "page 2");
const fault = fc.constantFrom(...FAULTS);
const tab = fc.nat(1);
const act = fc.oneof(
  fc.record({ does: fc.constant("save"), tab, slot, fault }),
  fc.record({ does: fc.constant("save"), tab, slot, fault: fc.constant("lost") }),
  fc.record({ does: fc.constant("saves"), tab, slot, fault }),
  fc.record({ does: fc.constant("send"), tab, fault }),
  fc.record({ does: fc.constant("look"), tab }),
  fc.record({ does: fc.constant("clear") }),
  fc.record({ does: fc.constant("clear and look"), tab, slot }),
);

async function run(acts) {
  const written = new Map(); // slot -> the ids of its saves, in their order
  const write = (slot, number) => {
    const id = newId();
    const own = slot && `${slot} in tab ${number}`; // a slot is one page's own
    written.set(own || id, [...(written.get(own || id) ?? []), id]);
    return save(own, { tab: tabs[number], id });
  };
  for (const { does, tab, slot, fault } of acts) {
    if (fault) server.faults = [fault];
    if (does === "save") await write(slot, tab);
    if (does === "saves") await Promise.all([write(slot, tab), write(slot, tab), tabs[tab].send()]);
    if (does === "send") await tabs[tab].send();
    if (does === "look") await tabs[tab].changed();
    if (does === "clear") await clearStorage();
    if (does === "clear and look")
      await Promise.all([clearStorage(), tabs[tab].changed(), write(slot, tab), tabs[tab].changed()]);
  }
  server.faults = [];
  for (const each of tabs) while ((await each.send()).trouble);
  return written;
}

test("the newest words of each slot arrive, whatever is deleted under the pages", async () => {
  await fc.assert(
    fc
      .asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
        const written = await run(acts);
        const arrived = [...server.applied.keys()];
        for (const [slot, saves] of written) {
          const came = arrived.filter((id) => saves.includes(id));
          assert.equal(came.at(-1), saves.at(-1), `the newest of ${slot}`);
        }
      })
      .beforeEach(begin),
  );
});
