// A remembered page gives way to the server's answer, whole.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Stage } from "../../assets/components/reading/stage.js";
import fc from "./chance.js";

const HYDRATED = "is_hydrated_rx_state_";
const INITIAL = { root: { [HYDRATED]: false }, goals: { list: [], loaded: false }, said: { notice: "" } };
const settled = () => new Promise((resolve) => queueMicrotask(resolve));

// Reflex's store as plainly as it can be written.
function page() {
  const state = structuredClone(INITIAL);
  const dispatchers = Object.fromEntries(
    Object.keys(state).map((name) => [name, (delta) => (state[name] = { ...state[name], ...delta })]),
  );
  const stage = new Stage({ getSnapshot: (name) => state[name] }, dispatchers, INITIAL, "root");
  stage.onWhole = () => stage.release();
  return { state, stage, dispatchers };
}

test("what has gone back to its default meanwhile is right after the connection", async () => {
  const { state, stage, dispatchers } = page();
  stage.hold();
  stage.show({ goals: { list: ["an old goal"], loaded: true } });
  assert.deepEqual(state.goals.list, ["an old goal"]);
  dispatchers.goals({ loaded: true }); // the first connect sends differences only: the list is empty
  assert.deepEqual(state.goals.list, ["an old goal"]);
  dispatchers.root({ [HYDRATED]: true });
  await settled();
  assert.deepEqual(state.goals, { list: [], loaded: true });
});

test("whatever is remembered and whatever comes, the page ends as if nothing had been remembered", async () => {
  const delta = fc.oneof(
    fc.record({ name: fc.constant("goals"), vars: fc.record({ list: fc.array(fc.string()), loaded: fc.boolean() }, { requiredKeys: [] }) }),
    fc.record({ name: fc.constant("said"), vars: fc.record({ notice: fc.string() }, { requiredKeys: [] }) }),
  );
  const shown = fc.record({ goals: fc.record({ list: fc.array(fc.string()), loaded: fc.boolean() }, { requiredKeys: [] }) });
  await fc.assert(
    fc.asyncProperty(fc.array(delta), fc.array(delta), shown, async (before, after, remembered) => {
      const [plain, with_] = [page(), page()];
      with_.stage.hold();
      const say = ({ name, vars }) => [plain, with_].forEach(({ dispatchers }) => dispatchers[name](vars));
      before.forEach(say);
      with_.stage.show(remembered);
      after.forEach(say);
      say({ name: "root", vars: { [HYDRATED]: true } });
      await settled();
      assert.deepEqual(with_.state, plain.state);
    }),
  );
});

test("an answer that was here before the remembered page is not covered by it", async () => {
  const { state, stage, dispatchers } = page();
  stage.hold();
  dispatchers.goals({ list: ["new"], loaded: true });
  dispatchers.root({ [HYDRATED]: true });
  await settled();
  stage.show({ goals: { list: ["old"] } });
  assert.deepEqual(state.goals.list, ["new"]);
});

test("a dark stage is empty, and nothing lights it again", () => {
  const { state, stage, dispatchers } = page();
  dispatchers.goals({ list: ["a goal"], loaded: true });
  stage.darken();
  dispatchers.goals({ list: ["another"] });
  stage.hold();
  stage.show({ goals: { list: ["a third"] } });
  stage.release();
  assert.deepEqual(state, INITIAL);
});
