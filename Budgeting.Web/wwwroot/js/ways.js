// What opened a form, to open it once more: a button, by hand or by a key; a link that asks for it in its address; an entry of the palette.
// Only what was seen to open something is ever taken again: a button that deletes would do so once more.

import { closeDialog, openDialog } from './dialogs.js';
import { soon } from './soon.js';

export const patience = 5000;
const around = '.mud-dialog, .editing, .item';
const openable = '.mud-dialog, .editing, .item form';
const palette = 'palette';
const ways = new WeakMap();
let pressed = null;

const press = way => (pressed = way && { at: Date.now(), way });

document.addEventListener('click', ({ target }) => {
  const control = target instanceof Element ? target.closest('button, a[href*="?add="]') : null;
  const menu = control?.closest('.menu');
  press(control && !control.matches('.danger') && !control.closest('form, dialog, .mud-dialog, .toasts')
    ? [...(menu ? document.querySelectorAll(`[popovertarget="${CSS.escape(menu.id)}"]`) : []), control].map(describe)
    : null);
}, true);

// What a key does isn't the button's before it; a button that is pressed by a key is clicked behind this.
document.addEventListener('keydown', ({ key }) => key === 'Enter' && press(null), true);
document.addEventListener('chosen', ({ detail }) => press([{ entry: detail }]));

new MutationObserver(changes => {
  for (const node of pressed && Date.now() - pressed.at < patience ? changes.flatMap(change => [...change.addedNodes]) : []) {
    const opened = node instanceof Element ? [node, ...node.querySelectorAll(openable)].filter(e => e.matches(openable)) : [];
    opened.forEach(e => ways.set(e.closest(around), pressed.way));
    if (opened.length > 0) {
      press(null);
      return;
    }
  }
}).observe(document.documentElement, { subtree: true, childList: true });

export const wayOf = form => ways.get(form.closest(around)) ?? [];

export async function take(way) {
  for (const { address, entry, ...button } of way) {
    if (address) {
      Blazor.navigateTo(location.pathname + address);
    } else if (entry) {
      await choose(entry);
    } else {
      (await soon(() => buttonOf(button), patience))?.click();
    }
  }
}

async function choose(entry) {
  openDialog(palette);
  const input = document.querySelector(`#${palette} input`);
  input.value = entry.text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  const found = await soon(() => entryOf(entry), patience);
  found ? found.click() : closeDialog(palette);
}

// On the page that it is about, its hint says so instead.
function entryOf({ text, hint }) {
  const found = [...document.querySelectorAll(`#${palette} [role="option"]`)].filter(o => o.querySelector('.text').textContent === text);
  return found.find(o => o.querySelector('.hint').textContent === hint) ?? (found.length === 1 ? found[0] : null);
}

// In a row by its place: somebody may call it by another name meanwhile.
function describe(control) {
  const row = rowOf(control);
  const place = row && ['.open', '.face', '[popovertarget]'].find(p => control.matches(p));
  return control.localName === 'a' ? { address: new URL(control.href).search } : { row, place, text: textOf(control), isInMenu: control.closest('.menu') !== null };
}

function buttonOf({ row, place, text, isInMenu }) {
  const within = isInMenu ? document.querySelector('.menu:popover-open') : row ? document.querySelector(row) : document;
  return place ? within?.querySelector(place) : [...(within?.querySelectorAll('button') ?? [])].find(b => textOf(b) === text && !b.closest('form') && !b.matches('.danger'));
}

export function rowOf(element) {
  const row = element.closest('[data-row], [data-card]');
  return row && (row.dataset.row !== undefined ? `[data-row="${CSS.escape(row.dataset.row)}"]` : `[data-card="${CSS.escape(row.dataset.card)}"]`);
}

export const textOf = element => element.getAttribute('aria-label') ?? element.textContent.trim();
