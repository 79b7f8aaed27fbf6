// The app's empty pages and their parts, for when nobody answers. Nothing about a person is kept
// here: the shells are the prerendered pages, the same for everybody, and no answer to a person's
// own request is ever put into a cache. BUILD is written in front of this by herning_pwa/build/worker.py.
const PREFIX = "pages-";
const CACHE = PREFIX + BUILD.version;
const READING = "sammen-marks"; // this cache says that the phone may show what it remembers
const VERSIONS_KEPT = 2; // a tab that still shows the former version needs its parts
const PATIENCE_MS = 3000;
const NOBODY_HOME = [502, 503, 504]; // what a proxy says for a server that is away
const NEVER = /^\/(api|_event)(\/|$)/;
const ROUTES = BUILD.pages.map(([pattern, folder]) => [new RegExp(`^${pattern}$`), folder]);

addEventListener("install", (event) => event.waitUntil(keepEverything()));

addEventListener("activate", (event) =>
  event.waitUntil(Promise.all([forgetOldVersions(), clients.claim()])),
);

// A new version waits until the page says so: never in the middle of a sentence.
addEventListener("message", ({ data }) => data === "take-over" && skipWaiting());

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || NEVER.test(pathname)) return;
  if (request.mode === "navigate") event.respondWith(page(request, pathname));
  else if (BUILD.files.includes(pathname) || pathname.startsWith(BUILD.hashed)) {
    event.respondWith(file(request, pathname));
  }
});

// All or nothing: a version with a part missing is not installed, and is tried again later.
async function keepEverything() {
  const cache = await caches.open(CACHE);
  const files = BUILD.files.map((path) => keepFile(cache, path));
  await Promise.all([keepShells(cache), ...files]);
}

async function keepFile(cache, path) {
  const known = path.startsWith(BUILD.hashed) && (await caches.match(path, { ignoreVary: true }));
  await cache.put(path, known || (await ask(path)));
}

async function keepShells(cache) {
  const { style, headers, pages } = await (await ask(BUILD.shells)).json();
  const socket = location.origin.replace("http", "ws");
  for (const [folder, { html, policy }] of Object.entries(pages)) {
    const rules = { "content-security-policy": policy.replace(BUILD.socket, socket) };
    const body = html.replace(BUILD.style, () => style);
    await cache.put(folder, new Response(body, { headers: { ...headers, ...rules } }));
  }
}

async function ask(path) {
  const cache = path.startsWith(BUILD.hashed) ? "default" : "no-cache";
  const answer = await fetch(path, { cache, credentials: "omit", priority: "low", redirect: "error" });
  if (!answer.ok) throw Error(`${path}: ${answer.status}`);
  return answer;
}

async function forgetOldVersions() {
  const versions = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const old = versions.filter((name) => name !== CACHE).slice(0, 1 - VERSIONS_KEPT);
  await Promise.all(old.map((name) => caches.delete(name)));
}

// The server first, for three seconds; on a phone that remembers, the shell at once.
async function page(request, pathname) {
  const address = pathname.replace(/(.)\/$/, "$1");
  const shell = ROUTES.find(([pattern]) => pattern.test(address))?.[1];
  if (shell && (await caches.has(READING))) return (await kept(shell)) ?? fetch(request);
  const live = fetch(request);
  const answer = await Promise.race([live, silence()]).catch(() => null);
  if (answer && !NOBODY_HOME.includes(answer.status)) return answer;
  return (shell && (await kept(shell))) ?? (await kept(BUILD.offline)) ?? live;
}

const silence = () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));

// This version's own copy; an older tab's part may be left in the former version's cache.
async function kept(path) {
  const own = await (await caches.open(CACHE)).match(path, { ignoreVary: true });
  return own ?? caches.match(path, { ignoreVary: true });
}

const file = async (request, pathname) => (await kept(pathname)) ?? fetch(request);
