// Which phone it is decides what a page says about messages and about installing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isApple, isInstalled, messages } from "../../assets/components/device.js";

const MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.5 Safari/605.1.15";
const IPAD = { userAgent: MAC, platform: "MacIntel", maxTouchPoints: 5 };

// A browser that stands where `shown` says, and knows no messages unless the phone is given one.
function on(phone, shown = "browser", window = {}) {
  const mode = new RegExp(`display-mode: ${shown}\\)`);
  Object.defineProperty(globalThis, "navigator", { value: { maxTouchPoints: 0, ...phone }, configurable: true });
  Object.assign(globalThis, { window, ...window, matchMedia: (query) => ({ matches: mode.test(query) }) });
}

test("an iPad that says it is a Mac may get messages once the app is installed", () => {
  on(IPAD);
  assert.ok(isApple());
  assert.equal(messages(), "install");
});

test("a Mac is no iPad", () => {
  on({ ...IPAD, maxTouchPoints: 0 });
  assert.equal(isApple(), false);
  assert.equal(messages(), "cannot");
});

test("an app in a window of its own is installed, however little the browser shows around it", () => {
  for (const mode of ["standalone", "minimal-ui"]) {
    on(IPAD, mode);
    assert.ok(isInstalled(), mode);
  }
  on(IPAD);
  assert.equal(isInstalled(), false);
});

test("who has said no is sent to the phone's own settings where the app is installed", () => {
  const says = { Notification: { permission: "denied" }, PushManager: class {} };
  on({ ...IPAD, serviceWorker: {} }, "minimal-ui", says);
  assert.equal(messages(), "deniedByPhone");
  on({ ...IPAD, serviceWorker: {} }, "browser", says);
  assert.equal(messages(), "denied");
});
