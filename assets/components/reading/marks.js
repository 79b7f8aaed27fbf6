// What a page must know before it draws anything. No mark holds a word about anybody.
//   reading  this phone remembers pages
//   seen     when somebody last had the app before them, by the phone's clock
//   session  which sign-in the server last told of, so that leaving ends that one and no later one
//   left     signed out here; the server has not heard it yet
const IN_STORAGE = {
  reading: "sammen-reading",
  seen: "sammen-seen",
  session: "sammen-session",
  left: "sammen-left",
};

export function read(name) {
  try {
    return localStorage.getItem(IN_STORAGE[name]) ?? "";
  } catch {
    return ""; // a browser without storage remembers nothing, and that is fine
  }
}

export function write(name, value) {
  try {
    if (value) localStorage.setItem(IN_STORAGE[name], value);
    else localStorage.removeItem(IN_STORAGE[name]);
  } catch {
    // as above
  }
}

// For "delete everything on this phone" alone: what stands here says still that somebody has left.
export function eraseOthers() {
  try {
    for (const name of Object.keys(localStorage)) if (name !== IN_STORAGE.left) localStorage.removeItem(name);
  } catch {
    // as above
  }
}

const CACHE = "sammen-marks"; // the service worker cannot see localStorage
const READING = "/reading";

// Tells the style sheet and the service worker whether this phone remembers pages.
export async function sayReading(isOn) {
  write("reading", isOn ? "1" : "");
  document.documentElement.toggleAttribute("data-reading", isOn);
  if (!("caches" in globalThis)) return;
  if (!isOn) await caches.delete(CACHE);
  else await (await caches.open(CACHE)).put(READING, new Response("on"));
}
