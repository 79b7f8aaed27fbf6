"""Everything a browser holds of ours, as one text: to look for words that must not be there."""

from __future__ import annotations

from playwright.sync_api import Page

DUMP = """async () => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const bytes = (value) =>
    value instanceof ArrayBuffer || ArrayBuffer.isView(value)
      ? new TextDecoder("latin1").decode(value) + new TextDecoder().decode(value)
      : value;
  const written = (value) => JSON.stringify(value, (_name, part) => bytes(part));
  const held = [{ ...localStorage }, { ...sessionStorage }, document.cookie].map(written);
  held.push(document.documentElement.outerHTML, document.title, location.href);
  for (const { name } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name));
    for (const store of db.objectStoreNames) {
      const rows = db.transaction(store).objectStore(store);
      held.push(store, written(await done(rows.getAllKeys())), written(await done(rows.getAll())));
    }
    db.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      held.push(request.url, await (await cache.match(request)).text());
    }
  }
  return held.join("\\n");
}"""


def everything_held(page: Page) -> str:
    """localStorage, sessionStorage, readable cookies, IndexedDB, Cache Storage and the page.

    Asked once more when the page is left in the middle of it.
    """
    return str(page.wait_for_function(DUMP).json_value())


def can_seal(page: Page) -> bool:
    """Whether the server's key has come: words written from now on can be kept on the phone."""
    return '"name":"key"' in everything_held(page)
