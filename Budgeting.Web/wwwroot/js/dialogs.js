// Native dialogs: what names one in data-opens opens it, without waiting for the circuit, and what has data-closes closes the one
// it is in. The browser keeps the focus inside, and takes it back to where it was.

export function openDialog(id) {
  const dialog = document.getElementById(id);
  if (dialog && !dialog.open) {
    document.querySelector('.menu:popover-open')?.hidePopover();
    comboboxes(dialog).forEach(field => (field.value = ''));
    dialog.showModal();
    dialog.dispatchEvent(new Event('opened', { bubbles: true }));
  }
}

// With what was chosen in it, if anything was.
export function closeDialog(id, chosen = null) {
  const dialog = document.getElementById(id);
  dialog?.close();
  if (chosen) {
    dialog?.dispatchEvent(new CustomEvent('chosen', { bubbles: true, detail: chosen }));
  }
}

document.addEventListener('click', event => {
  const target = event.target instanceof Element ? event.target : null;
  openDialog(target?.closest('[data-opens]')?.dataset.opens);
  if (target?.closest('[data-closes]') || isBeside(target, event)) {
    target.closest('dialog').close();
  }
});

// What lies behind a dialog is clicked as the dialog itself.
function isBeside(target, { clientX: x, clientY: y }) {
  const box = target instanceof HTMLDialogElement && target.getBoundingClientRect();
  return box && (x < box.left || x > box.right || y < box.top || y > box.bottom);
}

// The browser tells of a closing a little later. One that is open again by then isn't closed any more, and begins anew.
window.addEventListener('close', event => {
  if (event.target.open) {
    event.stopImmediatePropagation();
    comboboxes(event.target).forEach(field => field.dispatchEvent(new Event('input', { bubbles: true })));
  }
}, true);

function comboboxes(dialog) {
  return dialog.querySelectorAll('[role="combobox"]');
}

// The list of a combobox is gone through from its field.
document.addEventListener('keydown', event => {
  if (event.target instanceof Element && event.target.matches('[role="combobox"]') && ['ArrowDown', 'ArrowUp'].includes(event.key)) {
    event.preventDefault();
  }
});

new MutationObserver(changes => changes.forEach(({ target }) =>
  document.getElementById(target.getAttribute('aria-activedescendant'))?.scrollIntoView({ block: 'nearest' })))
  .observe(document.documentElement, { subtree: true, attributeFilter: ['aria-activedescendant'] });
