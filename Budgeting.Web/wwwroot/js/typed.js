// What was typed and isn't saved yet outlives the circuit that it was typed into: where a page begins anew, on this server or on another,
// each form comes back as it stood, by what had opened it. data-form says what is typed into a form and which record it edits, and
// data-version on what that edit was made. What has no certain place any more goes nowhere: it is shown, to be copied.

import { openDialog } from './dialogs.js';
import { soon } from './soon.js';
import { patience, rowOf, take, textOf, wayOf } from './ways.js';

const field = ':is(input:not([type="password"], [type="file"], [type="hidden"]), select, textarea):not([readonly], :disabled, [data-anew])';
const amount = 'input[data-saved]';
const forms = new Set(); // those that were typed into
const sent = new WeakSet(); // those that were sent since
const begun = new WeakMap(); // what an amount was that is edited in its row
let waiting = []; // what isn't back yet
let last = Promise.resolve();

['input', 'change'].forEach(type => document.addEventListener(type, ({ target }) => {
  const form = target.matches?.(field) && target.closest('form[data-form]');
  if (form) {
    [...forms].filter(f => !f.isConnected).forEach(f => forms.delete(f));
    forms.add(form);
    sent.delete(form);
  }
}, true));

document.addEventListener('focusin', ({ target }) => target.matches(amount) && begun.set(target, target.dataset.saved));
document.addEventListener('submit', ({ target }) => sent.add(target), true);
document.addEventListener('click', ({ target }) => target.closest?.('[data-adds-next]') && sent.add(target.closest('form')), true);

// What is on this page now and not saved, to be put back.
export function typed() {
  const now = [...forms].filter(form => form.isConnected).map(formNow).filter(form => !waiting.some(w => w.form === form.form));
  return { member: member(), path: location.pathname, parts: [...waiting, ...now, ...amountNow()] };
}

function formNow(form) {
  const fields = [...form.querySelectorAll(field)].filter(nameOf).map(f => ({ name: nameOf(f), value: valueOf(f), by: f.dataset.openedBy, hasFocus: f === document.activeElement }));
  return { ...identityOf(form), version: form.dataset.version, wasSent: sent.has(form), way: wayOf(form), fields };
}

// One that is left is saved.
function amountNow() {
  const f = document.activeElement;
  const row = f.matches(amount) && !f.closest('form, .mud-dialog') && f.value !== f.dataset.saved ? rowOf(f) : null;
  return row ? [{ row, name: nameOf(f), begun: begun.get(f), value: f.value }] : [];
}

// Puts back what typed() gave, once the page is drawn, for whom it is; one after the other, lest a form is opened twice. Until then it is still
// of this page, which may be lost again.
export function putBack(kept, drawn) {
  waiting = isFor(kept) ? kept.parts : [];
  const go = () => putBackWaiting(kept, drawn);
  last = last.then(go, go);
}

async function putBackWaiting(kept, drawn) {
  await drawn;
  waiting = isFor(kept) ? waiting : [];
  const left = [];
  while (waiting.length > 0) {
    const [part] = waiting;
    left.push(...await (part.form ? putBackForm : putBackAmount)(part));
    waiting = waiting.filter(other => other !== part);
  }

  show(left.filter(({ value }) => typeof value === 'string' && value.trim()));
}

async function putBackForm(was) {
  if (!formOf(was)) {
    await take(was.way);
  }

  const form = await soon(() => formOf(was), patience);
  if (!form) {
    return was.fields;
  }

  // Half of it must not be sent.
  form.inert = true;
  try {
    return await fillIn(form, was);
  } finally {
    form.inert = false;
    const focused = was.fields.find(f => f.hasFocus);
    focused && focus(fieldOf(form, focused.name));
  }
}

// What is left over.
async function fillIn(form, { version, wasSent, fields }) {
  if (!form.checkVisibility()) {
    form.closest('.add')?.previousElementSibling?.click();
  }

  const left = [];
  for (const was of fields) {
    if (was.by && !fieldOf(form, was.name)) {
      [...form.querySelectorAll('button')].find(b => textOf(b) === was.by)?.click();
    }

    const found = await soon(() => fieldOf(form, was.name), patience);
    if (!found || !fill(found, was.value)) {
      left.push(was);
    }
  }

  const returned = form.querySelector('[data-returned]');
  if (returned && (version !== form.dataset.version || (wasSent && version === undefined))) {
    tell(returned, version === undefined ? 'sent' : 'outdated');
  }

  return left;
}

// As a person types it, so that it is saved when they leave it.
function putBackAmount(was) {
  const found = only(document.querySelectorAll(`${was.row} ${amount}`));
  if (found?.dataset.saved !== was.begun) {
    return [was];
  }

  found.focus();
  found.select();
  document.execCommand('insertText', false, was.value);
  return [];
}

function fill(found, value) {
  // A list may be about to follow what was put back before it.
  if (valueOf(found) === value && !(found instanceof HTMLSelectElement)) {
    return true;
  }

  // What is chosen may stand at another place among others now.
  const option = found instanceof HTMLSelectElement ? only([...found.options].filter(o => o.textContent.trim() === value)) : null;
  if (found instanceof HTMLSelectElement && !option) {
    return false;
  }

  if (found.type === 'checkbox') {
    found.checked = value;
  }

  tell(found, found.type === 'checkbox' ? found.value : option?.value ?? value);
  return true;
}

function tell(found, value) {
  found.value = value;
  ['input', 'change'].forEach(type => found.dispatchEvent(new Event(type, { bubbles: true })));
}

function focus(found) {
  found?.closest('details')?.setAttribute('open', '');
  found?.focus();
}

// What adds one of many is known by its dialog's heading, too.
const identityOf = form => ({ form: form.dataset.form, heading: (form.dataset.version === undefined && form.closest('.mud-dialog')?.querySelector('h2').textContent) || null });

function formOf(was) {
  return only([...document.querySelectorAll('form[data-form]')].filter(f => {
    const { form, heading } = identityOf(f);
    return form === was.form && heading === was.heading && fieldOf(f, was.fields[0].name);
  }));
}

const fieldOf = (form, name) => only([...form.querySelectorAll(field)].filter(f => nameOf(f) === name));
const nameOf = f => (f.labels?.length ? f.labels[0].textContent.trim() : f.getAttribute('aria-label'));
const valueOf = f => (f.type === 'checkbox' ? f.checked : f instanceof HTMLSelectElement ? f.selectedOptions[0]?.textContent.trim() : f.value);
const only = found => (found.length === 1 ? found[0] : null);
const member = () => document.querySelector('[data-member]')?.dataset.member;
const isFor = kept => kept.path === location.pathname && kept.member === member();

function show(left) {
  if (left.length > 0) {
    document.querySelector('#left-over textarea').value = left.map(({ name, value }) => `${name}: ${value}`).join('\n');
    openDialog('left-over');
  }
}
