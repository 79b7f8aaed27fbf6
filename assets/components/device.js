// Which kind of phone this is, as far as a page can tell.
const STANDS_ALONE = "(display-mode: standalone), (display-mode: minimal-ui)";

export const isInstalled = () => matchMedia(STANDS_ALONE).matches || navigator.standalone === true;

// An iPad says that it is a Mac. No Mac has a screen to touch.
export const isApple = () =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) ||
  (navigator.platform === "MacIntel" && navigator.maxTouchPoints > 1);

// Whether messages can be turned on here, or what stands in the way. On an iPhone or iPad they come
// once the app is installed.
export function messages() {
  const can = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  if (!can) return isApple() && !isInstalled() ? "install" : "cannot";
  if (Notification.permission === "denied") return isInstalled() ? "deniedByPhone" : "denied";
  return "can";
}
