// What was typed and isn't saved yet outlives the circuit that it was typed into: where a page begins anew, on this server or on another,
// the form is opened again by the button that opened it, and filled in.

import { soon } from './soon.js';

const field = 'input:not([type="password"], [type="file"], [type="hidden"]), select, textarea';
const opens = '.mud-dialog, :is([data-row], [data-card]) form';
const patience = 5000;
const forms = new Map(); // the fields that were typed into
const ways = new WeakMap(); // the buttons that opened a dialog, or a form in a row
let pressed = null;

// Only what was seen to open something is ever pressed again: a button that deletes would do so once more.
document.addEventListener('click', ({ target }) => {
  const control = target instanceof Element ? target.closest('button') : null;
  const menu = control?.closest('.menu');
  pressed = control && !control.matches('.danger') && !control.closest('form, .mud-dialog, .toasts')
    ? { at: Date.now(), way: [...(menu ? document.querySelectorAll(`[popovertarget="${CSS.escape(menu.id)}"]`) : []), control].map(describe) }
    : null;
}, true);

// What a key does isn't the button's before it; a button that is pressed by a key is clicked behind this.
document.addEventListener('keydown', () => (pressed = null), true);

new MutationObserver(changes => {
  for (const node of pressed && Date.now() - pressed.at < patience ? changes.flatMap(change => [...change.addedNodes]) : []) {
    const opened = node instanceof Element ? [node, ...node.querySelectorAll(opens)].filter(e => e.matches(opens)) : [];
    opened.forEach(e => ways.set(e, pressed.way));
    if (opened.length > 0) {
      pressed = null;
      return;
    }
  }
}).observe(document.documentElement, { subtree: true, childList: true });

['input', 'change'].forEach(type => document.addEventListener(type, ({ target }) => {
  const form = target.matches?.(field) && nameOf(target) && target.closest('form');
  if (form) {
    [...forms.keys()].filter(f => !f.isConnected).forEach(f => forms.delete(f));
    forms.set(form, (forms.get(form) ?? new Set()).add(target));
  }
}, true));

// What stands in the forms of this page now, to be put back.
export function typed() {
  return [...forms].filter(([form]) => form.isConnected).map(([form, fields]) => ({
    way: ways.get(form.closest('.mud-dialog')) ?? ways.get(form) ?? [],
    place: placeOf(form),
    fields: [...fields].filter(f => f.isConnected).map(f => ({ name: nameOf(f), value: f.type === 'checkbox' ? f.checked : f.value, hasFocus: f === document.activeElement })),
  }));
}

// Puts back what typed() gave, where nobody has begun anew meanwhile.
export async function putBack(kept) {
  for (const { way, place, fields } of kept) {
    let form = formAt(place, fields);
    for (const step of form ? [] : way) {
      (await soon(() => controlAt(step), patience))?.click();
    }

    form ??= await soon(() => formAt(place, fields), patience);
    for (const { name, value, hasFocus } of form ? fields : []) {
      const found = fieldOf(form, name);
      if (found) {
        fill(found, value);
        hasFocus && found.focus();
      }
    }
  }
}

function fill(found, value) {
  if (found.type === 'checkbox') {
    found.checked = value;
  } else {
    found.value = value;
  }

  ['input', 'change'].forEach(type => found.dispatchEvent(new Event(type, { bubbles: true })));
}

const rowOf = element => {
  const row = element.closest('[data-row], [data-card]');
  return row && (row.dataset.row !== undefined ? `[data-row="${CSS.escape(row.dataset.row)}"]` : `[data-card="${CSS.escape(row.dataset.card)}"]`);
};
const textOf = element => element.getAttribute('aria-label') ?? element.textContent.trim();
const nameOf = f => (f.labels?.length ? f.labels[0].textContent.trim() : f.getAttribute('aria-label'));

const describe = control => ({ row: rowOf(control), tag: control.localName, text: textOf(control) });
const controlAt = ({ row, tag, text }) => [...((row ? document.querySelector(row) : document)?.querySelectorAll(tag) ?? [])].find(c => textOf(c) === text && !c.closest('form') && !c.matches('.danger'));

const placeOf = form => ({ dialog: form.closest('.mud-dialog')?.querySelector('h2').textContent, row: rowOf(form) });
const fieldOf = (form, name) => [...form.querySelectorAll(field)].find(f => nameOf(f) === name);

function formAt({ dialog, row }, fields) {
  const at = dialog ? [...document.querySelectorAll('.mud-dialog')].find(d => d.querySelector('h2')?.textContent === dialog) : row ? document.querySelector(row) : document;
  return [...(at?.querySelectorAll('form') ?? [])].find(form => (dialog || !form.closest('.mud-dialog')) && fieldOf(form, fields[0].name));
}
