// Whoever takes the phone next sees nothing of the one before, outside the app either.
import assert from "node:assert/strict";
import { test } from "node:test";
import "./browser.js";

const { forgetPages, wipe } = await import("../../assets/components/reading/wipe.js");

function phoneThatShows(messages, { clearAppBadge } = {}) {
  const worker = { getNotifications: async () => messages };
  const phone = { clearAppBadge, serviceWorker: { getRegistration: async () => worker } };
  Object.defineProperty(globalThis, "navigator", { value: phone, configurable: true });
}

const message = () => {
  const self = { isClosed: false, close: () => (self.isClosed = true) };
  return self;
};

test("the icon's number and the messages that are shown go", async () => {
  const shown = [message(), message()];
  let icon = 2;
  phoneThatShows(shown, { clearAppBadge: async () => (icon = 0) });
  await wipe();
  assert.equal(icon, 0);
  assert.ok(shown.every(({ isClosed }) => isClosed));
});

test("where the icon can have no number, or will not let go of it, the messages still go", async () => {
  const no = async () => { throw new DOMException("no", "InvalidStateError"); };
  for (const clearAppBadge of [undefined, no]) {
    const shown = [message()];
    phoneThatShows(shown, { clearAppBadge });
    await wipe();
    assert.ok(shown[0].isClosed);
  }
});

test("who only stops remembering pages keeps both", async () => {
  const shown = [message()];
  let icon = 2;
  phoneThatShows(shown, { clearAppBadge: async () => (icon = 0) });
  await forgetPages();
  assert.equal(icon, 2);
  assert.equal(shown[0].isClosed, false);
});
