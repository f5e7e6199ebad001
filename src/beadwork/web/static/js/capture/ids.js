// A UUIDv7: 48 bits of time, then chance. A retry names the same thing, and later things sort later.

export function newId(now = Date.now()) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const time = Math.round(now).toString(16).padStart(12, "0");
  const chance = [...bytes.slice(6)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return (time + chance).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
