// Where a phone keeps what it remembers: what it is about, and the pages.
export const NAME = "sammen-reading";

export const ask = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function make(db) {
  db.createObjectStore("about");
  db.createObjectStore("pages", { keyPath: "path" });
}

// Null when there is none, unless it `isNew`: who comes after one was destroyed makes no other.
async function open(isNew) {
  const asked = indexedDB.open(NAME, 1);
  asked.onupgradeneeded = () => (isNew ? make(asked.result) : asked.transaction.abort());
  try {
    return await ask(asked);
  } catch (error) {
    if (error.name === "AbortError") return null;
    throw error;
  }
}

// One transaction, opened anew each time: storage may be cleared under us. Null when there is no vault.
export async function use(mode, work, { isNew = false } = {}) {
  const db = await open(isNew);
  if (!db) return null;
  db.onversionchange = () => db.close();
  try {
    const turn = db.transaction(["about", "pages"], mode, { durability: "strict" });
    const done = new Promise((resolve, reject) => {
      turn.oncomplete = resolve;
      turn.onabort = () => reject(turn.error);
    });
    const found = await work(turn.objectStore("about"), turn.objectStore("pages"));
    await done;
    return found;
  } finally {
    db.close();
  }
}

export const destroy = () => ask(indexedDB.deleteDatabase(NAME));
