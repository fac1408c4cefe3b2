// The page of the service worker: it stands at the address that couldn't be reached, and loads it when the server answers again.
const every = 5000; // ms between two attempts
const state = document.querySelector('.state');

const theme = document.cookie.match(/(?:^|; )theme=(light|dark)/)?.[1];
if (theme) {
  document.documentElement.dataset.theme = theme;
}

async function attempt() {
  try {
    const answer = await fetch('/healthz', { cache: 'no-store' });
    if (answer.ok) {
      location.reload();
      return true;
    }
  } catch {
    // Not back yet.
  }

  return false;
}

document.querySelector('button').addEventListener('click', async () => {
  state.textContent = 'Trying…';
  state.textContent = (await attempt()) ? '' : 'Still not reachable.';
});
window.addEventListener('online', attempt);
setInterval(attempt, every);
