// The service worker of the recording screen (served at /capture/sw.js behind its list of FILES and its VERSION).
// It keeps the page and its static files and nothing else: no answer about a child ever comes by here.

const NAME = `beadwork-capture-${VERSION}`;
const KEPT = new Set(FILES);
const PAGE = FILES[0];

// What the page has fetched a moment ago is not fetched again: a static file's name changes with its content, the page is asked about.
async function fetchWhole(address) {
  const answer = await fetch(address, { cache: address === PAGE ? "no-cache" : "default", credentials: "same-origin" });
  if (!answer.ok || answer.redirected) throw new Error(`${address} ${answer.status}`);
  return answer;
}

async function install() {
  const cache = await caches.open(NAME);
  await Promise.all(FILES.map(async (address) => cache.put(address, await fetchWhole(address))));
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("beadwork-capture-") && name !== NAME).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function kept(address, request) {
  const cache = await caches.open(NAME);
  return (await cache.match(address)) ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => { if (event.data === "take over") self.skipWaiting(); });
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || !KEPT.has(pathname)) return;
  event.respondWith(kept(request.mode === "navigate" ? PAGE : pathname, request));
});
