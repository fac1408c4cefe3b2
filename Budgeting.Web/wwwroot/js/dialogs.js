// Native dialogs: what names one in data-opens opens it, without waiting for the circuit, and what has data-closes closes the one
// it is in. The browser keeps the focus inside, and takes it back to where it was.

export function openDialog(id) {
  const dialog = document.getElementById(id);
  if (dialog && !dialog.open) {
    document.querySelector('.menu:popover-open')?.hidePopover();
    dialog.showModal();
    dialog.dispatchEvent(new Event('opened', { bubbles: true }));
  }
}

export function closeDialog(id) {
  document.getElementById(id)?.close();
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

// What was typed into one is gone when it closes.
document.addEventListener('close', event => event.target.querySelectorAll('[role="combobox"]').forEach(field => (field.value = '')), true);

// The list of a combobox is gone through from its field.
document.addEventListener('keydown', event => {
  if (event.target instanceof Element && event.target.matches('[role="combobox"]') && ['ArrowDown', 'ArrowUp'].includes(event.key)) {
    event.preventDefault();
  }
});

new MutationObserver(changes => changes.forEach(({ target }) =>
  document.getElementById(target.getAttribute('aria-activedescendant'))?.scrollIntoView({ block: 'nearest' })))
  .observe(document.documentElement, { subtree: true, attributeFilter: ['aria-activedescendant'] });
