// Sealing: AES-GCM with a key that does not leave the browser. `about` ties a box to its place, so that none can be swapped.

const text = new TextEncoder();

export async function seal(key, thing, about) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const how = { name: "AES-GCM", iv, additionalData: text.encode(about) };
  return { iv, data: await crypto.subtle.encrypt(how, key, text.encode(JSON.stringify(thing))) };
}

export async function unseal(key, box, about) {
  const how = { name: "AES-GCM", iv: box.iv, additionalData: text.encode(about) };
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, key, box.data)));
}
