// The framework marks this element with one of four classes; only what comes after "rejected" is ours: the server was
// restarted and the circuit is gone, so the page is loaded anew, as soon as the server answers.
const modal = document.getElementById('components-reconnect-modal');

async function reloadWhenBack() {
  for (;;) {
    try {
      const answer = await fetch('/healthz', { cache: 'no-store' });
      if (answer.ok) {
        location.reload();
        return;
      }
    } catch {
      // Not back yet.
    }

    await new Promise(resolve => setTimeout(resolve, 1000));
  }
}

let waiting = false;
new MutationObserver(() => {
  const gone = modal.classList.contains('components-reconnect-rejected') || modal.classList.contains('components-reconnect-failed');
  if (gone && !waiting) {
    waiting = true;
    reloadWhenBack();
  }
}).observe(modal, { attributes: true, attributeFilter: ['class'] });
