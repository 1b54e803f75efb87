// Serves the app without a network. `cargo xtask` fills in the version and the list of files.
//
// All files of a version are in one cache, so that a page finds the files that belong to it. A new
// version is fetched beside the old one and becomes active when no page of the old version is open:
// skipWaiting is not called.
//
// Files with a hash in their name never change and are served from the cache: those of the app and of
// the language in its address (sw.js?en) from the installation on, those of other languages, of the
// program for reports and of the starter for other questionnaires from their first request on. The other files
// (config.json, questionnaires, a logo) belong to the site's owner, who changes them without a build:
// they are served from the network, and from the cache if the network fails.

const CACHE = "assay-VERSION_PLACEHOLDER";
const FILES = ["FILES_PLACEHOLDER"];
const SCOPE = self.registration.scope;
// Not index.html: some hosts redirect it, and browsers refuse a redirected response for a navigation.
const PAGE = SCOPE;
const setOfAddresses = (names) => new Set(names.map((name) => new URL(name, SCOPE).href));
const KNOWN = setOfAddresses(FILES);
const LATER = setOfAddresses(["LATER_PLACEHOLDER"]);
const OF_LANGUAGE = new RegExp(`[./]${self.location.search.slice(1)}(\\.starter)?-[0-9a-f]{16}\\.`);
const HASHED = /[-._][0-9a-f]{16}[-._][^/]*$/;
// Files that the app itself does not request: other sites and the host do.
const FOR_OTHERS = /^(examples\/|embed|hosting\/|sw\.js$)/;
// Milliseconds after which a cached file is served while the network is still awaited.
const NETWORK_TIMEOUT_MS = 4000;

self.addEventListener("install", (event) => {
  event.waitUntil(cacheAllFiles());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(removeOtherVersions().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (isPageAddress(address)) event.respondWith(fromNetworkFirst(event, fetch(request), PAGE));
    return;
  }
  address.search = "";
  address.hash = "";
  const file = address.href;
  if (HASHED.test(file)) {
    if (KNOWN.has(file)) event.respondWith(fromCacheFirst(request, file));
    else if (LATER.has(file)) event.respondWith(cacheAtFirstUse(event, request, file));
  } else if (belongsToOwner(file) && !request.headers.has("range")) {
    event.respondWith(fromNetworkFirst(event, fetchAndCache(event, file), file));
  }
});

// Fails unless every file of the program is cached. The owner may have removed one of the others.
async function cacheAllFiles() {
  const cache = await caches.open(CACHE);
  const add = (file) => cache.add(new Request(file, { cache: "no-cache" }));
  const addMissing = async (file) => (await cache.match(file)) ?? add(file);
  const isOptional = (file) => file !== PAGE && !HASHED.test(file);
  const needed = [...KNOWN, ...[...LATER].filter((file) => OF_LANGUAGE.test(file))];
  await Promise.all(needed.map((file) => {
    if (HASHED.test(file)) return addMissing(file);
    return isOptional(file) ? add(file).catch(() => {}) : add(file);
  }));
}

// Sites in different folders of one host share the cache storage: only this site's caches are deleted.
async function removeOtherVersions() {
  for (const name of await caches.keys()) {
    if (!name.startsWith("assay-") || name === CACHE) continue;
    const cache = await caches.open(name);
    if (await cache.match(PAGE)) await caches.delete(name);
  }
}

function isPageAddress(address) {
  const path = address.origin + address.pathname;
  return path === PAGE || path === PAGE + "index.html";
}

function belongsToOwner(file) {
  return file.startsWith(SCOPE) && file !== PAGE && !FOR_OTHERS.test(file.slice(SCOPE.length));
}

async function fromCacheFirst(request, file) {
  const cache = await caches.open(CACHE);
  return (await cache.match(file)) ?? fetch(request);
}

async function cacheAtFirstUse(event, request, file) {
  const cache = await caches.open(CACHE);
  const cached = await cache.match(file);
  if (cached) return cached;
  const answer = await fetch(request);
  // The response is served even if the disk is full.
  if (answer.status === 200 && !isPage(answer)) event.waitUntil(cache.put(file, answer.clone()).catch(() => {}));
  return answer;
}

async function fromNetworkFirst(event, fresh, file) {
  const cached = () => caches.open(CACHE).then((cache) => cache.match(file));
  const slow = new Promise((resolve) => setTimeout(resolve, NETWORK_TIMEOUT_MS)).then(cached);
  // The request may settle after the cached response was returned.
  event.waitUntil(fresh.catch(() => {}));
  try {
    const answer = await Promise.race([fresh, slow.then((answer) => answer ?? fresh)]);
    return isOutage(answer, file) ? ((await cached()) ?? answer) : answer;
  } catch {
    return (await cached()) ?? Response.error();
  }
}

// Always revalidates with the host: not every host sends a lifetime, and browsers then assume one.
async function fetchAndCache(event, file) {
  const answer = await fetch(file, { cache: "no-cache" });
  const cache = await caches.open(CACHE);
  if (answer.status === 404 || answer.status === 410) {
    event.waitUntil(cache.delete(file));
  } else if (answer.status === 200 && !isOutage(answer, file)) {
    // The response is served even if the disk is full.
    event.waitUntil(cache.put(file, answer.clone()).catch(() => {}));
  }
  return answer;
}

// An error of the host, or the sign-in page of a network in place of the file.
function isOutage(answer, file) {
  return answer.status >= 500 || answer.status === 429 || (file.endsWith(".json") && answer.ok && isPage(answer));
}

function isPage(answer) {
  return /^text\/html\b/.test(answer.headers.get("content-type") ?? "");
}
