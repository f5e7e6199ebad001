// The device's own database. What concerns a child is sealed before it comes here; the rest is numbers and ids.
//
// people   {id, name, language, theme, current}   who uses this browser
// devices  {who, id, name, seq, registered}       this browser as the server knows it, and its counter; outlives a sign-out
// keys     {who, key} or {who, wrapped, salt, iv} what unseals her things; the second only with her PIN
// days     {who, box}                             the next days as the server told them
// entries  {id, who, seq, state, box, why}        what was recorded: waiting | sent | refused | aside | conflict
// running  {visit, who, box}                      what has begun and has no end yet: activities, timers, counters

const NAME = "beadwork-capture";
export const STORES = { people: "id", devices: "who", keys: "who", days: "who", entries: "id", running: "visit" };
let opened;

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(STORES)) request.result.createObjectStore(name, { keyPath });
      request.transaction.objectStore("entries").createIndex("who", "who");
      request.transaction.objectStore("running").createIndex("who", "who");
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => { request.result.close(); opened = undefined; };
      request.result.onclose = () => { opened = undefined; };
      resolve(request.result);
    };
    request.onerror = () => { opened = undefined; reject(request.error); };
  });
}

const database = () => (opened ??= open());

// One question: the result of the request that `ask` makes of a store.
export async function read(store, ask) {
  const request = ask((await database()).transaction(store).objectStore(store));
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

// One change of some stores, durable before it resolves: `act` gets the stores by name; what it returns is called at the end.
export async function write(names, act) {
  const change = (await database()).transaction(names, "readwrite", { durability: "strict" });
  const stores = Object.fromEntries(names.map((name) => [name, change.objectStore(name)]));
  return new Promise((resolve, reject) => {
    let result;
    change.oncomplete = () => resolve(result?.());
    change.onabort = () => reject(change.error ?? new DOMException("aborted", "AbortError"));
    try {
      result = act(stores);
    } catch (error) {
      change.abort();
      reject(error);
    }
  });
}

// Calls `act` with each row of a person.
export function each(store, who, act) {
  store.index("who").openCursor(who).onsuccess = ({ target }) => {
    if (!target.result) return;
    act(target.result);
    target.result.continue();
  };
}
