// What UndoToast offers is kept for this tab, so that it can be undone after a reload, too. While the page is loaded again the circuit
// is asked only where something was kept that isn't over.

const key = 'undo';
const root = document.documentElement;

new MutationObserver(changes => changes.forEach(({ target }) => keep(target)))
  .observe(root, { subtree: true, attributeFilter: ['data-undo', 'data-left', 'data-paused'] });

function keep(toast) {
  const { undo: write, left, text, step, paused } = toast.dataset;
  if (write === undefined) {
    sessionStorage.removeItem(key);
  } else {
    sessionStorage.setItem(key, JSON.stringify({ write, text, step, left, until: paused === undefined ? Date.now() + Number(left) : null }));
  }
}

function resume() {
  const kept = JSON.parse(sessionStorage.getItem(key));
  const left = kept?.until ? kept.until - Date.now() : Number(kept?.left ?? 0);
  const field = document.querySelector('[data-interactive] ~ .toasts [data-undo-resume]');
  if (field && left > 0) {
    field.value = JSON.stringify({ write: kept.write, text: kept.text, step: kept.step, left });
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  if (!(left > 0)) {
    sessionStorage.removeItem(key);
  }

  return field !== null || !(left > 0);
}

// Whoever signs in next isn't told what was done before.
if (!document.querySelector('[data-member]')) {
  sessionStorage.removeItem(key);
}

if (sessionStorage.getItem(key) !== null && !resume()) {
  new MutationObserver((_, observer) => resume() && observer.disconnect()).observe(root, { subtree: true, childList: true });
}
