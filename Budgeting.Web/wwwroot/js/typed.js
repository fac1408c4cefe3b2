// What was typed and isn't saved yet outlives the circuit that it was typed into: where a page begins anew, on this server or on another,
// the form is opened again by the button that opened it, and filled in.

const field = 'input:not([type="password"], [type="file"], [type="hidden"]), select, textarea';
const patience = 5000;
const forms = new Map(); // what was typed into a form, and the buttons that led there
let way = [];

document.addEventListener('click', ({ target }) => {
  const control = target instanceof Element ? target.closest('button, a') : null;
  if (control && !control.closest('form, .mud-dialog')) {
    const menu = control.closest('.menu');
    way = [...(menu ? document.querySelectorAll(`[popovertarget="${CSS.escape(menu.id)}"]`) : []), control].map(describe);
  }
}, true);

['input', 'change'].forEach(type => document.addEventListener(type, ({ target }) => {
  const form = target.matches?.(field) && target.closest('form');
  if (form) {
    [...forms.keys()].filter(f => !f.isConnected).forEach(f => forms.delete(f));
    const typed = forms.get(form) ?? { way, fields: new Set() };
    typed.fields.add(target);
    typed.isSent = false;
    forms.set(form, typed);
  }
}, true));

document.addEventListener('submit', ({ target }) => forms.has(target) && (forms.get(target).isSent = true), true);

/// What stands in the forms of this page now, to be put back.
export function typed() {
  return [...forms]
    .filter(([form, { isSent }]) => form.isConnected && !(isSent && !form.querySelector('[aria-invalid="true"], .form-error')))
    .map(([form, { way, fields }]) => ({
      way,
      place: placeOf(form),
      fields: [...fields].filter(f => f.isConnected).map(f => ({ name: nameOf(f), value: f.type === 'checkbox' ? f.checked : f.value, hasFocus: f === document.activeElement })),
    }));
}

/// Puts back what typed() gave, where nobody has begun anew meanwhile.
export async function putBack(kept) {
  for (const { way, place, fields } of kept) {
    let form = formAt(place, fields);
    for (const step of form ? [] : way) {
      (await soon(() => controlAt(step)))?.click();
    }

    form ??= await soon(() => formAt(place, fields));
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
const controlAt = ({ row, tag, text }) => [...((row ? document.querySelector(row) : document)?.querySelectorAll(tag) ?? [])].find(c => textOf(c) === text && !c.closest('form'));

const placeOf = form => ({ dialog: form.closest('.mud-dialog')?.querySelector('h2').textContent, row: rowOf(form) });
const fieldOf = (form, name) => [...form.querySelectorAll(field)].find(f => nameOf(f) === name);

function formAt({ dialog, row }, fields) {
  const at = dialog ? [...document.querySelectorAll('.mud-dialog')].find(d => d.querySelector('h2')?.textContent === dialog) : row ? document.querySelector(row) : document;
  return [...(at?.querySelectorAll('form') ?? [])].find(form => (dialog || !form.closest('.mud-dialog')) && fieldOf(form, fields[0].name));
}

async function soon(find) {
  for (const end = Date.now() + patience; Date.now() < end;) {
    const found = find();
    if (found) {
      return found;
    }

    await new Promise(resolve => setTimeout(resolve, 50));
  }

  return null;
}
