// A phone that remembers opens the app without asking anybody first; on others the server comes first.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

const script = readFileSync(new URL("../../assets/sw/shell.js", import.meta.url), "utf8");
const ORIGIN = "https://sammen.example";
const BUILD = { version: "2", pages: [["/maal", "/maal/"]], files: [], hashed: "/assets/" };

// What the worker answers to somebody who opens `/maal`, and whom it has asked.
async function opens({ caches: names }) {
  const asked = [];
  const listeners = {};
  vm.runInNewContext(script, {
    BUILD,
    URL,
    location: { origin: ORIGIN },
    setTimeout: (...how) => setTimeout(...how).unref(),
    addEventListener: (kind, listener) => (listeners[kind] = listener),
    fetch: async ({ url }) => asked.push(url) && { status: 200, from: "the server" },
    caches: {
      has: async (name) => names.includes(name),
      open: async () => ({ match: async (path) => ({ from: path }) }),
    },
  });
  let answer;
  const request = { method: "GET", mode: "navigate", url: `${ORIGIN}/maal` };
  listeners.fetch({ request, respondWith: (given) => (answer = given) });
  return { from: (await answer).from, asked };
}

test("a phone that remembers has the page's shell at once, and nobody is asked for it", async () => {
  assert.deepEqual(await opens({ caches: ["pages-2", "sammen-marks"] }), { from: "/maal/", asked: [] });
});

test("on any other phone the server is asked", async () => {
  const { from, asked } = await opens({ caches: ["pages-2"] });
  assert.deepEqual([from, asked], ["the server", [`${ORIGIN}/maal`]]);
});
