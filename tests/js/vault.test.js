// What a phone remembers can be read with the right code, by the right person, for three days.
import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { isWeak } from "../../assets/components/reading/codes.js";
import { almanac } from "../../assets/components/reading/days.js";
import { fill } from "./disk.js";
import * as vault from "../../assets/components/reading/vault.js";

const CODE = new TextEncoder().encode("493817");
const WRONG = new TextEncoder().encode("738194");
const HOUR = 60 * 60 * 1000;
const TEN_YEARS = 10 * 365 * 24 * HOUR;
const NOON = Date.UTC(2026, 10, 27, 12);
const SHOWN = { goals: { titles: ["Emil møder til tiden"] } };

const hers = (...circles) => ({ id: "mette", circles });
const begin = (person = "mette") => vault.begin({ person, way: "pin", secret: CODE });

beforeEach(async () => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["Date"], now: NOON });
  await vault.destroy();
  vault.hearTime(NOON);
});

async function inTheSafe(mode, work) {
  const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const db = await done(indexedDB.open("sammen-reading"));
  const turn = db.transaction(["about", "pages"], mode);
  const found = await work((store) => turn.objectStore(store), done);
  db.close();
  return found;
}

const everything = () =>
  inTheSafe("readonly", async (store, done) => {
    const rows = ["about", "pages"].map((name) => done(store(name).getAll()));
    return (await Promise.all(rows)).flat();
  });

const change = (name, key, how, ...where) =>
  inTheSafe("readwrite", async (store, done) => {
    const row = await done(store(name).get(key));
    await done(store(name).put(how(row), ...where));
  });

test("a page comes back as it was, and no word of it lies open", async () => {
  await begin();
  await vault.keep("/maal", SHOWN, hers("k1"));
  assert.deepEqual(await vault.recall("/maal"), { almanac: almanac(NOON), now: NOON, shown: SHOWN });
  const stored = Buffer.concat((await everything()).map((row) => Buffer.from(row.sealed ?? [])));
  assert.ok(stored.length > 0 && !stored.includes("Emil"));
});

test("what somebody else reads is not kept in her vault", async () => {
  await begin();
  await vault.keep("/maal", SHOWN, { ...hers("k1"), id: "fatima" });
  assert.equal(await vault.recall("/maal"), null);
  await vault.keep("/maal", SHOWN, { ...hers("k1"), id: "" });
  assert.equal(await vault.recall("/maal"), null);
});

test("the key cannot be read out, and is gone while the phone is locked", async () => {
  await begin();
  await vault.keep("/maal", SHOWN, hers());
  const keys = (await everything()).filter((row) => row instanceof CryptoKey);
  assert.deepEqual(keys.map((key) => key.extractable), [false]);
  await vault.close();
  assert.equal(await vault.recall("/maal"), null);
  assert.equal((await everything()).some((row) => row instanceof CryptoKey), false);
  assert.equal(await vault.unlock(CODE), -1);
  assert.deepEqual((await vault.recall("/maal")).shown, SHOWN);
});

test("put aside, the key is this page's alone: when the app is ended the code is asked for", async () => {
  await begin();
  await vault.keep("/maal", SHOWN, hers());
  await vault.putAside();
  assert.equal((await everything()).some((row) => row instanceof CryptoKey), false);
  assert.deepEqual((await vault.recall("/maal")).shown, SHOWN);
  const afterAnEnd = await import("../../assets/components/reading/vault.js?after-an-end");
  assert.equal((await afterAnEnd.look()).isOpen, false);
  assert.equal(await afterAnEnd.recall("/maal"), null);
  await vault.takeUp();
  assert.deepEqual((await afterAnEnd.recall("/maal")).shown, SHOWN);
});

test("who is put aside and locked comes back by the code", async () => {
  await begin();
  await Promise.all([vault.putAside(), vault.keepDrafts([{ text: "Han gik selv" }]), vault.close()]);
  await vault.takeUp();
  assert.equal((await vault.look()).isOpen, false);
  await vault.unlock(CODE);
  assert.deepEqual(await vault.takeDrafts(), [{ text: "Han gik selv" }]);
});

test("a key that was put aside does not get into the next person's vault", async () => {
  await begin();
  await vault.putAside();
  await vault.destroy();
  await begin("anders");
  await vault.close();
  await vault.takeUp();
  assert.equal((await vault.look()).isOpen, false);
});

// A phone that is locked, with one page and `left` tries.
async function lockedWith(left) {
  await begin();
  await vault.keep("/maal", SHOWN, hers());
  await vault.keepDrafts([{ text: "Han gik selv" }]);
  await vault.close();
  await change("about", "lock", (lock) => ({ ...lock, tries: vault.TRIES - left }), "lock");
}

const sealedThings = async () => (await everything()).filter((row) => row.wrapped || row.sealed);

test("ten wrong codes wipe what is remembered, also when the app is ended in the middle of one", async () => {
  await lockedWith(10);
  assert.equal(await vault.unlock(WRONG), 9);
  const killed = vault.unlock(WRONG); // the app ends here: the try was counted before it was made
  assert.equal((await vault.look()).left, 8);
  await killed;
  for (const left of [7, 6, 5, 4, 3, 2, 1]) assert.equal(await vault.unlock(WRONG), left);
  assert.equal((await sealedThings()).length, 3);
  assert.equal(await vault.unlock(WRONG), 0);
  assert.deepEqual(await sealedThings(), []);
  assert.equal(await vault.unlock(CODE), 0, "the right one comes too late");
});

test("an app that is ended in the middle of the last wrong try leaves nothing a code could open", async () => {
  await lockedWith(1);
  const killed = vault.unlock(WRONG);
  assert.equal((await vault.look()).left, 0);
  assert.ok(!(await everything()).some((row) => row.wrapped));
  await killed;
});

test("the last try may be the right one", async () => {
  await lockedWith(1);
  assert.equal(await vault.unlock(CODE), -1);
  assert.deepEqual((await vault.recall("/maal")).shown, SHOWN);
  await vault.close();
  assert.equal(await vault.unlock(CODE), -1);
});

test("two tabs that try at once use two tries", async () => {
  await begin();
  await vault.close();
  await Promise.all([vault.unlock(WRONG), vault.unlock(WRONG)]);
  assert.equal((await vault.look()).left, 8);
});

test("the right code gives the tries back", async () => {
  await begin();
  await vault.unlock(WRONG);
  await vault.unlock(CODE);
  assert.equal((await vault.look()).left, vault.TRIES);
});

test("a page is bound to its address, its person and its age", async () => {
  await begin();
  await vault.keep("/maal", SHOWN, hers());
  for (const other of [{ path: "/kreds" }, { at: NOON + HOUR }]) {
    await vault.keep("/maal", SHOWN, hers());
    await change("pages", "/maal", (row) => ({ ...row, ...other }));
    await assert.rejects(vault.recall(other.path ?? "/maal"));
  }
});

test("after three days a page is gone", async () => {
  await begin();
  await vault.keep("/maal", SHOWN, hers());
  mock.timers.setTime(NOON + 71 * HOUR);
  assert.ok(await vault.recall("/maal"));
  mock.timers.setTime(NOON + 73 * HOUR);
  assert.equal(await vault.recall("/maal"), null);
});

test("a clock ten years off tells the right age", async () => {
  mock.timers.setTime(NOON + TEN_YEARS);
  vault.hearTime(NOON);
  await begin();
  await vault.keep("/maal", SHOWN, hers());
  mock.timers.setTime(NOON + TEN_YEARS + 2 * HOUR);
  const read = await vault.recall("/maal");
  assert.deepEqual([read.almanac, read.now], [almanac(NOON), NOON + 2 * HOUR]);
  assert.equal(vault.serverNow(), NOON + 2 * HOUR);
});

test("a clock that is set back keeps nothing alive, and the age never runs backwards", async () => {
  await begin();
  await vault.keep("/maal", SHOWN, hers());
  mock.timers.setTime(NOON + 50 * HOUR);
  await vault.recall("/maal");
  const later = await import("../../assets/components/reading/vault.js?without-a-connection");
  mock.timers.setTime(NOON + HOUR);
  assert.equal(await later.recall("/maal"), null);
  mock.timers.setTime(NOON + 50 * HOUR - 60 * 1000); // a minute is no reason
  assert.equal((await later.recall("/maal")).now, NOON + 50 * HOUR);
});

test("who is taken out of a circle loses every page of it", async () => {
  await begin();
  await vault.keep("/maal", SHOWN, hers("k1", "k2"));
  await vault.keep("/kreds", SHOWN, hers("k1", "k2", "k3"));
  assert.ok(await vault.recall("/maal"));
  await vault.keep("/moeder", SHOWN, hers("k2", "k3"));
  assert.equal(await vault.recall("/maal"), null);
  assert.ok(await vault.recall("/moeder"));
});

test("sixty pages stay, the newest", async () => {
  await begin();
  for (let n = 0; n < 62; n += 1) {
    mock.timers.setTime(NOON + n * 1000);
    await vault.keep(`/maal/${n}`, SHOWN, hers());
  }
  assert.equal(await vault.recall("/maal/1"), null);
  assert.ok(await vault.recall("/maal/2"));
});

test("half-written words outlive the lock, once", async () => {
  await begin();
  const drafts = [{ form: "progress", field: "note", text: "Han gik selv" }];
  await vault.keepDrafts(drafts);
  await vault.close();
  assert.deepEqual(await vault.takeDrafts(), []);
  await vault.unlock(CODE);
  assert.deepEqual(await vault.takeDrafts(), drafts);
  assert.deepEqual(await vault.takeDrafts(), []);
});

test("storage cleared while the app is open is an empty vault, not an error", async () => {
  await begin();
  await vault.destroy();
  await vault.keep("/maal", SHOWN, hers());
  assert.equal(await vault.recall("/maal"), null);
  assert.equal(await vault.look(), null);
  assert.deepEqual(await vault.takeDrafts(), []);
  assert.deepEqual(await indexedDB.databases(), [], "nobody who came late made a vault again");
});

test("a phone without room begins to remember nothing, and says so", async () => {
  const makeRoom = fill();
  await assert.rejects(begin(), { name: "QuotaExceededError" });
  makeRoom();
  assert.equal(await vault.look(), null);
});

test("the codes everybody tries first are refused", () => {
  const weak = "000000 111111 121212 123123 123456 654321 012345 890123 112233 332211 159753".split(" ");
  assert.deepEqual(weak.filter((code) => !isWeak(code)), []);
  assert.deepEqual(["493817", "738194", "206113"].filter(isWeak), []);
});
