// The key of one person on this device. Without a PIN it lies in the database, not extractable; with a PIN only a wrapped
// form lies there, and the key itself lives as long as the page. docs/decisions/ says what each protects from.

import { read, write } from "./database.js";

const AES = { name: "AES-GCM", length: 256 };
const USES = ["encrypt", "decrypt"];
const ROUNDS = 600_000; // PBKDF2-SHA256, as OWASP's password storage cheat sheet asks

// {key} when it can be used at once, {locked} when a PIN is needed, made where there was none.
export async function keyOf(who) {
  const row = await read("keys", (keys) => keys.get(who));
  if (row?.key) return { key: row.key };
  if (row?.wrapped) return { locked: row };
  const key = await crypto.subtle.generateKey(AES, false, USES);
  return { key: await keepFirst(who, key) };
}

// Two tabs may come here at once: the first key stays.
async function keepFirst(who, key) {
  return write(["keys"], ({ keys }) => {
    let kept = key;
    keys.get(who).onsuccess = ({ target }) => {
      if (target.result?.key) kept = target.result.key;
      else keys.put({ who, key });
    };
    return () => kept;
  });
}

async function fromPin(pin, salt) {
  const words = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS };
  return crypto.subtle.deriveKey(how, words, AES, false, ["wrapKey", "unwrapKey"]);
}

export async function unlock(row, pin) {
  const lock = await fromPin(pin, row.salt);
  return crypto.subtle.unwrapKey("raw", row.wrapped, lock, { name: "AES-GCM", iv: row.iv }, AES, false, USES);
}

// A row with a new key under a PIN, and the key. What the old key sealed has to be gone or sealed anew.
export async function lockedKey(who, pin) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const lock = await fromPin(pin, salt);
  const key = await crypto.subtle.generateKey(AES, true, USES);
  const wrapped = await crypto.subtle.wrapKey("raw", key, lock, { name: "AES-GCM", iv });
  const row = { who, wrapped, salt, iv };
  return { row, key: await unlock(row, pin) };
}
