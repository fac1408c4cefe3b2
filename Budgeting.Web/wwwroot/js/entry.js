// Somebody may type faster than the server answers. Nothing of it is lost, and nothing lands in another place than it was meant for.

// A date field tells of each part that is typed as of another date: the answer to one would take the next away. It is told when it is
// left, or when Enter saves.
const untold = new WeakSet();

window.addEventListener('change', event => {
  if (event.isTrusted && event.target instanceof HTMLInputElement && event.target.type === 'date' && event.target.matches(':focus')) {
    untold.add(event.target);
    event.stopImmediatePropagation();
  }
}, true);

window.addEventListener('focusout', event => tell(event.target), true);
window.addEventListener('keydown', event => event.key === 'Enter' && tell(event.target), true);

function tell(field) {
  if (untold.delete(field)) {
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

// A list that saves what is chosen tells of each choice that arrow keys and letters pass. It is told when the choice is settled: by Enter,
// when the field is left, or a moment after the last key. What a pointer chooses is told at once.
const moment = 800; // ms
const unsettled = new WeakMap();
let isByKey = false;

window.addEventListener('pointerdown', () => (isByKey = false), true);
window.addEventListener('keydown', event => {
  isByKey = !['Enter', 'Tab'].includes(event.key);
  if (!isByKey) {
    settle(event.target);
  }
}, true);
window.addEventListener('focusout', event => settle(event.target), true);

window.addEventListener('change', event => {
  if (event.isTrusted && isByKey && event.target.matches?.('select[data-settles]')) {
    event.stopImmediatePropagation();
    clearTimeout(unsettled.get(event.target));
    unsettled.set(event.target, setTimeout(settle, moment, event.target));
  }
}, true);

function settle(list) {
  if (unsettled.has(list)) {
    clearTimeout(unsettled.get(list));
    unsettled.delete(list);
    list.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

// What is typed while a record is being saved is of the next one. It waits until there is room for it.
let saving = null;

window.addEventListener('submit', event => {
  const form = event.target.closest('.add .record-form');
  saving = form && { form, keys: saving?.keys ?? [] };
}, true);

window.addEventListener('pointerdown', () => (saving = null), true);

window.addEventListener('keydown', event => {
  if (!saving || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }

  if (event.key === 'Escape' || !saving.form.contains(event.target)) {
    saving = null;
  } else if (event.key.length === 1 || ['Backspace', 'Enter', 'Tab'].includes(event.key)) {
    event.preventDefault();
    event.stopImmediatePropagation();

    // Enter once more before anything is typed is a second stroke of the same.
    if (event.key !== 'Enter' || saving.keys.length > 0) {
      saving.keys.push(event);
    }
  }
}, true);

// Call when a form was answered and has the focus. What waited for it is typed now; where it was refused, it has no place to go.
export function resume(form) {
  if (saving?.form !== form) {
    return;
  }

  const { keys } = saving;
  saving = null;
  if (form.querySelector('[aria-invalid="true"], .form-error')) {
    return;
  }

  while (keys.length > 0 && form.contains(document.activeElement)) {
    if (!type(form, document.activeElement, keys.shift())) {
      keys.length = 0;
    } else if (saving) {
      saving.keys = keys;
      return;
    }
  }
}

// Whether it could be: into dates and lists only a person can type.
function type(form, field, { key, shiftKey }) {
  if (key === 'Enter') {
    field.dispatchEvent(new Event('change', { bubbles: true }));
    form.querySelector('form').requestSubmit();
  } else if (key === 'Tab') {
    const fields = [...form.querySelectorAll('input:not([type="hidden"]), select, textarea, button')].filter(f => !f.disabled);
    const next = fields[fields.indexOf(field) + (shiftKey ? -1 : 1)];
    next?.focus();
    next?.select?.();
  } else if (field.matches('input:not([type="date"], [type="checkbox"]), textarea')) {
    document.execCommand(key === 'Backspace' ? 'delete' : 'insertText', false, key);
  } else {
    return false;
  }

  return true;
}
