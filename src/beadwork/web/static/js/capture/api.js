// What is said to the server (docs/sync.md). A `Said` is an answer that is not the one hoped for; anything else thrown is silence.

export class Said extends Error {
  constructor(status, body) {
    super(body?.problem?.what ?? String(status));
    Object.assign(this, { status, problem: body?.problem ?? null, revoked: body?.revoked === true });
  }
}

const cookie = (name) => document.cookie.split("; ").find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? "";

async function ask(url, options = {}) {
  const headers = { Accept: "application/json", ...options.headers };
  const answer = await fetch(url, { ...options, headers, redirect: "error", signal: AbortSignal.timeout(20_000) });
  if (answer.ok || answer.status === 304) return answer;
  const isJson = answer.headers.get("Content-Type")?.includes("json");
  throw new Said(answer.status, isJson ? await answer.json() : null);
}

async function post(url, body, isSecond = false) {
  const headers = { "Content-Type": "application/json", "X-CSRFToken": cookie("csrftoken") };
  try {
    return await (await ask(url, { method: "POST", headers, body: JSON.stringify(body) })).json();
  } catch (error) {
    if (isSecond || !(error instanceof Said) || error.status !== 403) throw error;
    await hello();
    return post(url, body, true);
  }
}

export async function hello() {
  return (await ask("/sync/")).json();
}

export function register(device) {
  return post("/sync/device/", { id: device.id, name: device.name });
}

export function sendEnvelope(envelope) {
  return post("/sync/envelope/", envelope);
}

// The days; null when nothing changed since `version`.
export async function fetchDays(device, version) {
  const answer = await ask(`/sync/days/?device=${device.id}`, version ? { headers: { "If-None-Match": `"${version}"` } } : {});
  return answer.status === 304 ? null : answer.json();
}
