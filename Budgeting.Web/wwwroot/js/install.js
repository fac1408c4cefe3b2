// Browsers offer to install the app, and show its offline page, on HTTPS and on this machine only: elsewhere there is no worker.
// What the page itself needs comes first.
window.addEventListener('load', () => navigator.serviceWorker?.register('/service-worker.js', { updateViaCache: 'none' }));
