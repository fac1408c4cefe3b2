// A page whose circuit is lost, put aside or gone goes on by itself, with what was typed into it.

import { soon } from './soon.js';
import { putBack, typed } from './typed.js';

const key = 'typed';
const begun = '[data-interactive]';
const unseen = 10 * 60 * 1000;
const modal = document.getElementById('components-reconnect-modal');
let isGone = false;

// At once and soon again, since behind a proxy another server may answer; later by chance, lest all pages come back together.
function wait(attempt) {
  const milliseconds = attempt === 0 ? 0 : attempt < 8 ? 250 : attempt < 60 ? 1000 : 5000;
  return milliseconds * (1 + Math.random() / 4);
}

modal.addEventListener('components-reconnect-state-changed', ({ detail: { state } }) => {
  if (['rejected', 'failed', 'resume-failed'].includes(state)) {
    reloadWhenBack();
  }
});

// A circuit that takes the place of one that was put aside draws the page anew, with what was typed meanwhile.
let before = null;
const circuits = {
  onCircuitClosed: () => (before = { shell: document.querySelector(begun), what: typed() }),
  onCircuitOpened: () => {
    if (before) {
      const { shell, what } = before;
      const last = shell?.isConnected ? typed() : what;
      before = null;
      putBack(last, soon(() => ![shell, null].includes(document.querySelector(begun))));
    }
  },
};

async function reloadWhenBack() {
  if (isGone) {
    return;
  }

  isGone = true;
  while (!await isBack()) {
    await new Promise(resolve => setTimeout(resolve, wait(1)));
  }

  // Also what was typed since.
  sessionStorage.setItem(key, JSON.stringify(typed()));
  location.reload();
}

const isBack = () => fetch('/healthz', { cache: 'no-store' }).then(answer => answer.ok, () => false);

// A page that nobody has looked at for long gives its memory back to the server, unless there is on it what can't be had again:
// a link that is shown once, a file that was chosen.
const once = '.secret, .mud-dialog input[type="file"]';
let leaving;
document.addEventListener('visibilitychange', async () => {
  clearTimeout(leaving);
  if (document.hidden) {
    leaving = setTimeout(() => document.querySelector(once) || Blazor.pauseCircuit(), unseen);
  } else if (modal.classList.contains('components-reconnect-paused')) {
    await Blazor.resumeCircuit().catch(() => false) || reloadWhenBack();
  }
});

// Whoever comes to another page meanwhile, such as that to sign in, leaves nothing behind.
const kept = JSON.parse(sessionStorage.getItem(key));
sessionStorage.removeItem(key);
if (kept) {
  putBack(kept, soon(() => document.querySelector(begun)));
}

await Blazor.start({ circuit: { circuitHandlers: [circuits], reconnectionOptions: { maxRetries: Number.MAX_SAFE_INTEGER, retryIntervalMilliseconds: wait, dialogId: modal.id } } });
