// Keeps the app usable offline. Written by `cargo xtask`, which fills in the
// version and the list of files.
//
// All files of one version lie in one cache, so that a page always finds what
// belongs to it. A new version is fetched beside the old one and takes over
// only when no page of the old one is open any more: there is no skipWaiting.

const CACHE = "assay-VERSION_PLACEHOLDER";
const FILES = ["FILES_PLACEHOLDER"];
// Not index.html: some hosts redirect that, and a page cannot come from a redirect.
const PAGE = self.registration.scope;
// The site's owner changes it without building anew.
const SETTINGS = new URL("config.json", self.registration.scope).href;
const KNOWN = new Set(FILES.map((name) => new URL(name, self.registration.scope).href));
const PATIENCE = 4000;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) => cache.addAll([...KNOWN].map((address) => new Request(address, { cache: "no-cache" })))),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(removeOtherVersions().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (isThePage(address)) event.respondWith(fromNetworkFirst(request, PAGE));
    return;
  }
  address.search = "";
  address.hash = "";
  if (address.href === SETTINGS) {
    event.respondWith(fromNetworkFirst(request, SETTINGS));
    return;
  }
  if (KNOWN.has(address.href)) event.respondWith(fileFromCacheFirst(request, address.href));
});

// Two sites on one host, in different folders, share their caches.
async function removeOtherVersions() {
  for (const name of await caches.keys()) {
    if (!name.startsWith("assay-") || name === CACHE) continue;
    const cache = await caches.open(name);
    if (await cache.match(PAGE)) await caches.delete(name);
  }
}

function isThePage(address) {
  const path = address.origin + address.pathname;
  return path === PAGE || path === PAGE + "index.html";
}

async function fromNetworkFirst(request, address) {
  const kept = () => caches.open(CACHE).then((cache) => cache.match(address));
  const slow = new Promise((resolve) => setTimeout(resolve, PATIENCE)).then(kept);
  const fresh = fetch(request);
  // It may fail when the kept answer has long been given.
  fresh.catch(() => {});
  try {
    const answer = await Promise.race([fresh, slow.then((answer) => answer ?? fresh)]);
    return answer.status >= 500 ? ((await kept()) ?? answer) : answer;
  } catch {
    return (await kept()) ?? Response.error();
  }
}

async function fileFromCacheFirst(request, address) {
  const cache = await caches.open(CACHE);
  return (await cache.match(address)) ?? fetch(request);
}
