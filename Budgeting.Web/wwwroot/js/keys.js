// Shortcuts. An element says in data-keys which keys press it – or open it, where it is a dialog: one key, several one after the
// other, or Control with one; data-keys-outside-text: a text that is typed has these keys itself. What there is to know about them is in Shortcuts.cs.

import { openDialog } from './dialogs.js';

const pause = 1500; // ms at most between two keys of a sequence
const isMac = /Mac|iP/.test(navigator.platform);
const setting = 'single-keys';
let begun = null; // the keys of a sequence so far, and when the last one was pressed

document.documentElement.toggleAttribute('data-mac', isMac);

document.addEventListener('keydown', event => {
  const isHeld = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (event.repeat || event.isComposing || event.defaultPrevented || event.altKey) {
    return;
  }

  if (isHeld) {
    press(event, `Control+${event.key.toLowerCase()}`);
  } else if (!event.ctrlKey && !event.metaKey && !isTyping(event.target) && !isBusy() && !isInMenu() && localStorage.getItem(setting) !== 'off') {
    pressOne(event);
  }
});

function pressOne(event) {
  const key = event.key.toLowerCase();
  const keys = begun && event.timeStamp - begun.at < pause ? `${begun.keys} ${key}` : key;
  begun = null;
  if (!press(event, keys) && find(e => e.dataset.keys.startsWith(`${keys} `))) {
    begun = { keys, at: event.timeStamp };
  }
}

function press(event, keys) {
  const target = find(e => e.dataset.keys === keys);
  const isInText = target?.dataset.keysOutsideText !== undefined && isText(event.target);
  if (!target || (isInText && !isSaved(event.target))) {
    return false;
  }

  event.preventDefault();
  if (isInText) {
    event.target.blur(); // What it shows is then what is saved.
  }

  if (target.open) {
    target.close();
  } else if (!isBusy()) {
    target instanceof HTMLDialogElement ? openDialog(target.id) : target.click();
  }

  return true;
}

const find = test => [...document.querySelectorAll('[data-keys]')].find(test);

const isTyping = target => target instanceof Element && target.closest('input, select, textarea, [contenteditable]') !== null;

const isText = target => target instanceof Element && target.closest('input:not([type="checkbox"], [type="radio"]), textarea, [contenteditable]') !== null;

// A dialog is open, or a card is in the air.
const isBusy = () => document.querySelector('dialog[open], .mud-dialog, [data-lifted], .dragging') !== null;

// What a field in a row saved just now is no text any more that is being typed.
let changed = null;
document.addEventListener('change', event => (changed = event.target.dataset?.saved === undefined ? null : event.target.ariaLabel));
document.addEventListener('focusin', event => (changed = event.target.ariaLabel === changed ? changed : null));
const isSaved = field => changed !== null && field.ariaLabel === changed && field.dataset.saved === field.value;

const isInMenu = () => document.querySelector('.menu:popover-open') !== null;

document.addEventListener('opened', event => event.target.querySelectorAll('[data-single-keys]').forEach(box => {
  box.checked = localStorage.getItem(setting) !== 'off';
}));
document.addEventListener('change', event => {
  if (event.target instanceof HTMLInputElement && event.target.dataset.singleKeys !== undefined) {
    localStorage.setItem(setting, event.target.checked ? 'on' : 'off');
  }
});
