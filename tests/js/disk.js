// A disk in a test's hands: full, or slow to have what it was given.
const turn = () => new Promise(setImmediate);

// As long as everything that can happen by itself takes.
export async function aWhile() {
  for (let turns = 0; turns < 60; turns += 1) await turn();
}

// Whatever is written is undone at the end, as browsers do it without room. Gives how to make room.
export function fill() {
  const real = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...how) {
    const begun = real.apply(this, how);
    if (begun.mode !== "readwrite") return begun;
    const error = new DOMException("no room", "QuotaExceededError");
    Object.defineProperty(begun, "error", { get: () => error, set: () => {} });
    queueMicrotask(() => begun.abort());
    return begun;
  };
  return () => (IDBDatabase.prototype.transaction = real);
}

// Whoever adds something does not hear that the disk has it, before it is let go. Gives the
// transactions, and how to let go.
export function hold() {
  const real = IDBObjectStore.prototype.add;
  const [held, told] = [[], []];
  IDBObjectStore.prototype.add = function (...what) {
    const { transaction } = this;
    const tell = transaction.oncomplete;
    transaction.oncomplete = (event) => told.push(() => tell(event));
    held.push(transaction);
    return real.apply(this, what);
  };
  const letGo = () => {
    IDBObjectStore.prototype.add = real;
    for (const tell of told.splice(0)) tell();
  };
  return { held, letGo };
}
