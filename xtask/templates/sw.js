// Keeps the app usable offline. Written by `cargo xtask`, which fills in the
// version and the list of files.
//
// All files of one version lie in one cache, so that a page always finds what
// belongs to it. A new version is fetched beside the old one and takes over
// only when no page of the old one is open any more: there is no skipWaiting.
//
// Files with a hash in their name never change and come from the cache. All
// others (config.json, questionnaires, a logo) are the owner's, who changes
// them without building anew: they come from the network, and from the cache
// where there is none.

const CACHE = "assay-VERSION_PLACEHOLDER";
const FILES = ["FILES_PLACEHOLDER"];
const SCOPE = self.registration.scope;
// Not index.html: some hosts redirect that, and a page cannot come from a redirect.
const PAGE = SCOPE;
const KNOWN = new Set(FILES.map((name) => new URL(name, SCOPE).href));
const HASHED = /[-._][0-9a-f]{16}[-._][^/]*$/;
// What other sites and hosts ask for: the app does not.
const FOR_OTHERS = /^(examples\/|embed|hosting\/|sw\.js$)/;
const PATIENCE = 4000;

self.addEventListener("install", (event) => {
  event.waitUntil(keepAll());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(removeOtherVersions().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (isThePage(address)) event.respondWith(fromNetworkFirst(event, fetch(request), PAGE));
    return;
  }
  address.search = "";
  address.hash = "";
  const file = address.href;
  if (HASHED.test(file)) {
    if (KNOWN.has(file)) event.respondWith(fromCacheFirst(request, file));
  } else if (isOfTheOwner(file) && !request.headers.has("range")) {
    event.respondWith(fromNetworkFirst(event, fetchAndKeep(event, file), file));
  }
});

// The program has to be complete. A file of the owner's may be gone by now.
async function keepAll() {
  const cache = await caches.open(CACHE);
  const keep = (file) => cache.add(new Request(file, { cache: "no-cache" }));
  const isOptional = (file) => file !== PAGE && !HASHED.test(file);
  await Promise.all([...KNOWN].map((file) => (isOptional(file) ? keep(file).catch(() => {}) : keep(file))));
}

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

function isOfTheOwner(file) {
  return file.startsWith(SCOPE) && file !== PAGE && !FOR_OTHERS.test(file.slice(SCOPE.length));
}

async function fromCacheFirst(request, file) {
  const cache = await caches.open(CACHE);
  return (await cache.match(file)) ?? fetch(request);
}

async function fromNetworkFirst(event, fresh, file) {
  const kept = () => caches.open(CACHE).then((cache) => cache.match(file));
  const slow = new Promise((resolve) => setTimeout(resolve, PATIENCE)).then(kept);
  // It may come, or fail, when the kept answer has long been given.
  event.waitUntil(fresh.catch(() => {}));
  try {
    const answer = await Promise.race([fresh, slow.then((answer) => answer ?? fresh)]);
    return isOutage(answer, file) ? ((await kept()) ?? answer) : answer;
  } catch {
    return (await kept()) ?? Response.error();
  }
}

// Asks the host even where the browser believes that it need not: not every host says how long a
// file may be kept.
async function fetchAndKeep(event, file) {
  const answer = await fetch(file, { cache: "no-cache" });
  const cache = await caches.open(CACHE);
  if (answer.status === 404 || answer.status === 410) {
    event.waitUntil(cache.delete(file));
  } else if (answer.status === 200 && !isOutage(answer, file)) {
    // A full disk is no reason to withhold the answer.
    event.waitUntil(cache.put(file, answer.clone()).catch(() => {}));
  }
  return answer;
}

// A host in trouble, or a network that answers everything with a page of its own.
function isOutage(answer, file) {
  const isPage = /^text\/html\b/.test(answer.headers.get("content-type") ?? "");
  return answer.status >= 500 || answer.status === 429 || (file.endsWith(".json") && answer.ok && isPage);
}
