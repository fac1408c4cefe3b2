// Somebody may type faster than the server answers. Nothing of it is lost, and nothing lands in another place than it was meant for.

// A date field tells of each part that is typed as of another date: the answer to one would take the next away. It is told when it is
// left, or when Enter saves.
// So it is with a list that saves what is chosen in it (data-settles): arrow keys go through all that lies between. A moment without
// another key settles it, too. What is chosen stays chosen though somebody else changes the same meanwhile, of which the version of what
// is shown tells.
const moment = 1500;
const untold = new WeakMap();
let isByKey = false;
let settling;

window.addEventListener('change', event => {
  const { target } = event;
  const isList = target instanceof HTMLSelectElement && target.dataset.settles !== undefined && isByKey;
  if (event.isTrusted && (isList || (target instanceof HTMLInputElement && target.type === 'date')) && target.matches(':focus')) {
    untold.set(target, target.value);
    event.stopImmediatePropagation();
    if (isList) {
      clearTimeout(settling);
      settling = setTimeout(() => tell(target), moment);
    }
  }
}, true);

window.addEventListener('focusout', event => tell(event.target), true);
window.addEventListener('beforeunload', () => tell(document.activeElement));
window.addEventListener('pointerdown', () => (isByKey = false), true);
window.addEventListener('keydown', event => {
  isByKey = event.key !== 'Enter';
  if (!isByKey) {
    tell(event.target);
  }
}, true);

new MutationObserver(changes => changes.forEach(({ target }) => keep(target)))
  .observe(document.documentElement, { subtree: true, attributeFilter: ['data-settles'] });

function keep(field) {
  if (untold.has(field)) {
    field.value = untold.get(field);
  }
}

function tell(field) {
  keep(field);
  if (untold.delete(field)) {
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

// What is typed while a record is being saved is of the next one. It waits until there is room for it.
let saving = null;

window.addEventListener('submit', event => collectFor(event.target.closest('.add .record-form')), true);

window.addEventListener('click', event => {
  if (event.target instanceof Element && event.target.closest('[data-adds-next]')) {
    collectFor(event.target.closest('.mud-dialog'));
  }
}, true);

function collectFor(form) {
  saving = form && { form, keys: saving?.keys ?? [] };
}

window.addEventListener('pointerdown', () => (saving = null), true);

window.addEventListener('keydown', event => {
  if (!saving || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }

  // A dialog's fields are made anew: between the old and the new ones nothing has the focus.
  if (event.key === 'Escape' || !(saving.form.contains(event.target) || event.target === document.body)) {
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

// Call when what is within a form was answered and has the focus. What waited for it is typed now; where it was refused, it has no place to go.
export function resume(within) {
  if (!saving?.form.contains(within)) {
    return;
  }

  const { form, keys } = saving;
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
