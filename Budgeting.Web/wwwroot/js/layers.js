// MudBlazor's dialogs. What lies under the uppermost one can't be reached, Tab goes round in it, Escape presses its button that closes,
// and the focus goes back to where it was: its own trap asks the server for each of these, and of each letter that is typed.

import { goOn, placeOf } from './focus.js';

const stays = '.mud-popover-provider, .toasts, #components-reconnect-modal, #left-over';
const before = new WeakMap(); // the place that had the focus when a dialog opened
let open = [];

// How high it is what is told at the bottom of the window: dialogs leave it that room.
const height = new ResizeObserver(([{ target }]) => document.documentElement.style.setProperty('--toasts', `${target.offsetHeight}px`));
let toasts = null;

function watchToasts() {
  const now = document.querySelector('.toasts');
  if (now !== toasts) {
    height.disconnect();
    toasts = now;
    toasts && height.observe(toasts);
  }
}

watchToasts();

new MutationObserver(() => {
  watchToasts();
  const now = [...document.body.children].filter(e => e.matches('.mud-dialog-container'));
  const opened = now.filter(d => !open.includes(d));
  const closed = open.filter(d => !now.includes(d));
  open = now;
  if (opened.length + closed.length === 0) {
    return;
  }

  opened.forEach(dialog => before.set(dialog, placeOf(document.activeElement)));
  [...document.body.children].forEach(e => (e.inert = now.length > 0 && e !== now.at(-1) && !e.matches(stays)));
  const back = closed.length > 0 ? before.get(closed[0]) : null;
  if (back && [null, document.body].includes(document.activeElement)) {
    goOn(back);
  }
}).observe(document.body, { childList: true });

window.addEventListener('keydown', event => {
  const dialog = open.at(-1);
  if (!dialog || event.defaultPrevented || document.querySelector('dialog[open], .menu:popover-open, [role="combobox"][aria-expanded="true"]')) {
    return;
  }

  if (event.key === 'Escape') {
    // Text is told to the circuit when its field is left: what was typed last must count before it is asked whether anything was.
    if (event.target.matches?.('input:not([type="file"]), textarea')) {
      event.target.dispatchEvent(new Event('change', { bubbles: true }));
    }

    dialog.querySelector('[data-escape]')?.click();
  } else if (event.key === 'Tab') {
    goRound(dialog, event);
  } else {
    keep(event);
  }
}, true);

window.addEventListener('keyup', keep, true);

function keep(event) {
  if ((event.key.length === 1 || ['Backspace', 'Delete'].includes(event.key)) && !event.ctrlKey && !event.metaKey &&
    event.target.matches?.('.mud-dialog :is(input, textarea)')) {
    event.stopPropagation();
  }
}

function goRound(dialog, event) {
  const all = [...dialog.querySelectorAll('a[href], button, input:not([type="hidden"]), select, textarea, summary')]
    .filter(e => !e.disabled && e.checkVisibility({ visibilityProperty: true }));
  const [end, start] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
  if (start && (event.target === end || !dialog.contains(event.target) || event.target.matches('.mud-dialog'))) {
    event.preventDefault();
    start.focus();
  }
}
