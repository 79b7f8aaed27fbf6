// Stands between the phone and the page: shows what is remembered, locks, and empties the page when
// somebody has left. `phase` says what stands on the screen: "open", "locked", "left", or "hidden" on
// the way to the page that says nothing.
import { isOffline, subscribe as onConnection } from "$/public/components/connection.js";
import { typed } from "$/public/components/session.jsx";
import { asOf } from "./days.js";
import { ERASING, HIDDEN, WRONG_CODES, endSession } from "./leaving.js";
import * as marks from "./marks.js";
import { isHere, isRested } from "./rest.js";
import { follow, isPutAside, isVisible, untouchedFor } from "./rhythm.js";
import { Stage } from "./stage.js";
import { beginAnew } from "./taps.js";
import * as vault from "./vault.js";
import { eraseAll, forget, wipe } from "./wipe.js";

const IDLE_MS = 30 * 60 * 1000; // the server's own limit
const PAUSE_MS = 500;
const PERSON = "person_rx_state_";
const SESSION = "session_rx_state_";
const SEEN_AT = "seen_at_rx_state_";
const HYDRATED = "is_hydrated_rx_state_";
const LOADED = "loaded_rx_state_";
const MISSING = "missing_rx_state_";
const FRAME = "frame_rx_state_";

const listeners = new Set();
let app = null; // what the page told at its start: see begin
let stage = null;
let here = "";
let looking = Promise.resolve(null); // how the vault stood when this page was opened
let isAnswered = false; // by the server, since this page was opened
let heardAt = 0;
let saving = 0;
let wasWriting = false; // when it was locked
let emptied = Promise.resolve();
let now = { phase: "open", age: null, drafts: [] };

export const subscribe = (listener) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const present = () => now;

function tell(news) {
  now = { ...now, ...news };
  for (const listener of [...listeners]) listener();
}

const isReading = () => marks.read("reading") !== "";
const wasHidden = () => marks.read("left") === HIDDEN;
const bare = (path) => path.split("?")[0];
const isSignIn = (path) => bare(path) === app.signIn;
const isOutside = (path) => isSignIn(path) || app.outside.includes(bare(path));
const value = (state, name) => app.store.getSnapshot(state)?.[name];
const pageAt = (path) => app.pages.find((page) => new RegExp(page.pattern).test(bare(path)));

// Called before Reflex's socket opens. `told`: its store, dispatchers, initial state and the names
// of its root and auth states; `pages` that may be remembered; addresses `outside` the lock; the
// `endings` that sign out.
export function begin(told) {
  app = told;
  stage ??= new Stage(told.store, told.dispatchers, told.initial, told.root);
  stage.onWhole = whole;
  document.documentElement.toggleAttribute("data-reading", isReading());
  const names = new Set([told.auth, told.root, ...told.pages.map(({ state }) => state)]);
  const stops = [...names].map((name) => told.store.subscribe(name, heard));
  stops.push(onConnection(reach), follow(beat));
  return () => stops.forEach((stop) => stop());
}

// The app is before somebody's eyes, is put aside, or has been away for too long.
function beat(event) {
  if (now.phase !== "open") return;
  if (isOutside(here)) return restOutside(event);
  if (marks.read("left")) return gone();
  if (isReading() && isRested()) return lock();
  if (isVisible() || event?.type === "visibilitychange") isHere();
  turn(event);
}

// On a phone, being out of sight may be the last thing that happens to the app.
function turn(event) {
  if (!isReading()) return;
  if (isVisible()) vault.takeUp().catch(() => undefined);
  else if (isPutAside(event)) vault.putAside().catch(() => undefined);
}

// Pages that everybody may see are not locked. What is remembered is, all the same.
function restOutside(event) {
  if (marks.read("left") || (isReading() && isRested())) vault.close().catch(() => undefined);
  else turn(event);
}

// There is a connection now, or none.
async function reach() {
  if (now.phase === "left" && isOffline() && wasHidden() && isReading()) tell({ phase: "locked" });
  else if (now.phase === "open" && isSignIn(here)) hearLeft();
  else if (isOffline() && (await looking)?.isOpen === false) lock();
}

// A page was opened: by its address, or from another one.
export async function arrive(path) {
  here = path;
  if (now.phase !== "open") return;
  if (isSignIn(path)) return signedOut();
  if (isOutside(path)) return leaveAlone();
  if (marks.read("left")) return gone();
  if (isReading() && isRested()) return lock();
  isHere();
  stage.hold();
  looking = isReading() ? vault.look().catch(() => null) : Promise.resolve(null);
  const page = pageAt(path);
  const recalling = isReading() && page ? vault.recall(path).catch(() => null) : null;
  const door = await looking;
  if (isReading() && !door) await marks.sayReading(false); // somebody cleared the phone's storage
  if (door?.left <= 0) return leave(WRONG_CODES);
  if (door && !door.isOpen) return void ((isOffline() || !door.isEmpty) && lock());
  const found = door && (await recalling);
  if (here !== path || now.phase !== "open") return;
  if (found) stage.show({ ...asOf(found), ...readerOf(door) });
  else if (isOffline() && page) stage.show({ [page.state]: {} }); // not another goal's words
  else stage.release();
  tell({ age: stage.isLive ? null : found });
  if (door) restoreDrafts();
}

// Whoever has unlocked the phone may write on what it shows, before the server has said who they are.
const readerOf = ({ person }) => (value(app.auth, PERSON) ? {} : { [app.auth]: { [PERSON]: person } });

function leaveAlone() {
  restOutside();
  stage.release();
}

async function restoreDrafts() {
  const drafts = await vault.takeDrafts().catch(() => []);
  if (drafts.length > 0) tell({ drafts });
}

// The page stands open, and the server has not said a word yet.
export const isUnheard = () => now.phase === "open" && !isAnswered;

// The server's whole answer is here.
async function whole() {
  const door = await looking;
  if (isOfAnother(door, stage.heard?.[app.auth]?.[PERSON])) forgetThem();
  else if (door && !door.isOpen) return lock();
  stage.release();
  tell({ age: null });
}

// What the phone remembers is somebody else's than who reads here now, as the server says.
const isOfAnother = (door, person) => Boolean(door && person && person !== door.person);

function forgetThem() {
  looking = Promise.resolve(null);
  forget();
}

// Nothing of theirs may have been left to show: then nobody waited for the server's answer.
async function meet() {
  const door = await looking;
  if (stage.isLive && isOfAnother(door, value(app.auth, PERSON))) forgetThem();
}

// Something new stands on the page.
function heard() {
  const at = value(app.auth, SEEN_AT);
  const isWhole = value(app.root, HYDRATED);
  isAnswered ||= isWhole;
  if (at && !heardAt && isWhole) {
    heardAt = at; // once for each page load: what a tab was told before is old by then
    vault.hearTime(at);
    if (!marks.read("left")) marks.write("session", value(app.auth, SESSION));
  }
  if (!isReading()) return;
  if (isWhole) meet();
  clearTimeout(saving);
  saving = setTimeout(() => save().catch(() => undefined), PAUSE_MS); // a full phone remembers no more
}

async function save() {
  const page = pageAt(here);
  if (!page || !stage.isLive || isOffline() || !value(app.root, HYDRATED)) return;
  const vars = app.store.getSnapshot(page.state);
  if (!vars[LOADED]) return;
  if (vars[MISSING]) await vault.drop(here);
  else await vault.keep(here, { [page.state]: only(vars, page.vars) }, whoReads(vars));
}

const whoReads = (vars) => ({ id: value(app.auth, PERSON), circles: vars[FRAME].circles.map(({ id }) => id) });

const only = (vars, names) => Object.fromEntries(names.map((name) => [name, vars[name]]));

async function lock() {
  if (now.phase !== "open") return;
  const drafts = typed(); // before the forms go
  wasWriting = drafts.length > 0;
  stage.darken();
  tell({ phase: "locked", age: null });
  await shut(drafts);
}

async function shut(drafts) {
  await vault.keepDrafts(drafts).catch(() => undefined);
  await vault.close().catch(() => undefined);
}

// Unlocked: the page begins anew, with what is remembered and the words that were being written.
export function unlocked() {
  if (wasHidden()) marks.write("left", ""); // and is back before anybody could be told
  isHere();
  beginAnew({ stays: wasWriting });
}

// Somebody has left here, in another tab or before this page was opened. Who has hidden everything
// on a phone that remembers comes back by the code, when nobody can be told.
function gone() {
  if (!wasHidden() || !isReading()) return leave(marks.read("left"));
  if (isOffline()) return lock();
  stage.darken();
  tell({ phase: "left", age: null });
  return shut([]);
}

// Signed out here, and everything readable goes. The server hears it now, or when there is a
// connection (left.jsx).
export function leave(why = "1") {
  marks.write("left", why);
  stage.darken();
  emptied = (why === ERASING ? eraseAll() : forget()).catch(() => undefined);
  tell({ phase: "left", age: null });
  return emptied;
}

// The phone is as empty as it can be: only then does the page lead to another.
export const whenEmptied = () => emptied;

// At once to a page that says nothing. What was here asks who it is: the session ends, now or on that
// page, and what is remembered is locked.
export function hideAway(to) {
  document.documentElement.dataset.covered = "blank";
  const drafts = typed();
  marks.write("left", HIDDEN);
  stage.darken();
  tell({ phase: "hidden", age: null });
  endSession(app.endings);
  shut(drafts);
  location.replace(to);
}

// The session ended: nothing readable stays.
async function signedOut() {
  leaveAlone();
  stage.clear(app.pages.map(({ state }) => state));
  hearLeft();
  await wipe();
  isHere();
}

// Whoever signs in next must not be signed out for the one who has left, and can sign out themselves
// before the server has named their session.
async function hearLeft() {
  if (marks.read("left") && !(await endSession(app.endings))) return;
  marks.write("left", "");
  marks.write("session", "");
}

// The session ran out by the clock. Offline, a page that cannot load would be no answer.
export function runOut(to) {
  if (!isOffline()) location.assign(to);
  else if (isReading()) lock();
  else if (untouchedFor() > IDLE_MS) leave();
}
