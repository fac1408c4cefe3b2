// Shows a page of its own where a page can't be reached, and does nothing else: no page, no answer of the API and no file of the
// app is ever kept, so that nobody sees figures of yesterday.

const cache = 'offline';
const page = '/offline.html';
const files = [page, '/offline.css', '/tokens.css', '/js/offline.js', '/icon.svg'];
let isFresh = false; // in this worker's life, which is short

async function keep() {
  isFresh = true;
  await (await caches.open(cache)).addAll(files.map(file => new Request(file, { cache: 'no-cache' })));
}

async function navigate(event) {
  try {
    const answer = await fetch(event.request);
    if (!isFresh) {
      // As it is now, after an update of the app. What can't be had is what was kept before.
      event.waitUntil(keep().catch(() => { isFresh = false; }));
    }

    return answer;
  } catch {
    return caches.match(page);
  }
}

self.addEventListener('install', event => {
  // What a page says when it is left goes past this worker, or it is mostly lost with the page, and the server keeps what it had for it.
  event.addRoutes?.({ condition: { urlPattern: { pathname: '/_blazor/*' } }, source: 'network' });
  event.waitUntil(keep().then(() => self.skipWaiting()));
});
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', event => {
  const { mode, method, url } = event.request;
  if (mode === 'navigate' && method === 'GET') {
    event.respondWith(navigate(event));
  } else if (files.includes(new URL(url).pathname)) {
    event.respondWith(fetch(event.request).catch(() => caches.match(url)));
  }
});
