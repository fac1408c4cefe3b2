// Small things that a circuit can't do: they read or set what only the browser knows.

import { resume } from './entry.js';
import './focus.js';
import './keys.js';
import './layers.js';
import './undo.js';

export { closeDialog, openDialog } from './dialogs.js';

const root = document.documentElement;

// Menus are native popovers; place one beside the button that opened it, inside the window.
document.addEventListener('toggle', event => {
  const menu = event.target;
  if (!(menu instanceof HTMLElement) || !menu.classList.contains('menu') || event.newState !== 'open') {
    return;
  }

  // What is in it may come with its first opening.
  if (menu.childElementCount > 0) {
    present(menu);
  } else {
    new MutationObserver((_, observer) => {
      observer.disconnect();
      present(menu);
    }).observe(menu, { childList: true });
  }
}, true);

function present(menu) {
  const button = [...document.querySelectorAll(`[popovertarget="${CSS.escape(menu.id)}"]`)].find(b => b.checkVisibility());
  const at = button.getBoundingClientRect();
  const size = menu.getBoundingClientRect();
  const below = at.bottom + 4 + size.height <= window.innerHeight || at.top < size.height;
  menu.style.top = `${Math.max(8, below ? at.bottom + 4 : at.top - size.height - 4)}px`;
  menu.style.left = `${Math.min(Math.max(8, at.right - size.width), window.innerWidth - size.width - 8)}px`;
  menu.querySelector('button, a')?.focus();
}

document.addEventListener('keydown', event => {
  const menu = event.target instanceof Element ? event.target.closest('.menu') : null;
  if (menu && event.key === 'Tab') {
    menu.hidePopover();
  }

  if (!menu || !['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) {
    return;
  }

  event.preventDefault();
  const items = [...menu.querySelectorAll('button:not(:disabled), a')];
  const last = items.length - 1;
  const now = items.indexOf(document.activeElement);
  const next = { ArrowDown: now === last ? 0 : now + 1, ArrowUp: now <= 0 ? last : now - 1, Home: 0, End: last }[event.key];
  items[next]?.focus();
});

// Escape takes an edit in place back before the field is left: what it then has is no change, and nothing is sent.
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && event.target instanceof HTMLInputElement && event.target.dataset.saved !== undefined) {
    event.target.value = event.target.dataset.saved;
  }
}, true);

// A menu closes by what is chosen in it.
document.addEventListener('click', event => {
  const menu = event.target instanceof Element ? event.target.closest('.menu') : null;
  if (menu?.matches(':popover-open') && event.target.closest('button, a')) {
    menu.hidePopover();
  }
});

// Times come in UTC; only the browser knows where its reader is.
function localize(time) {
  const at = new Date(time.dateTime);
  const text = new Intl.DateTimeFormat(time.lang || root.lang, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  if (time.dataset.local === 'title') {
    time.title = text;
  } else {
    // The circuit keeps hold of the text's node.
    time.firstChild.data = text;
  }
}

const localizeIn = node => node instanceof Element && [node, ...node.querySelectorAll('time')].filter(n => n.matches('time[data-local]')).forEach(localize);

new MutationObserver(changes => changes.forEach(change =>
  change.type === 'attributes' ? localizeIn(change.target) : change.addedNodes.forEach(localizeIn)))
  .observe(root, { subtree: true, childList: true, attributeFilter: ['datetime'] });
localizeIn(root);

// Of tabs that don't fit beside each other, the one that is shown can be seen, and that there are more.
const mark = tabs => {
  tabs.toggleAttribute('data-before', tabs.scrollLeft > 1);
  tabs.toggleAttribute('data-after', tabs.scrollWidth - tabs.clientWidth - tabs.scrollLeft > 1);
};

document.addEventListener('scroll', event => event.target instanceof Element && event.target.matches('.tabs') && mark(event.target), true);
window.addEventListener('resize', () => document.querySelectorAll('.tabs').forEach(mark));

const reveal = tab => {
  const tabs = tab.closest('.tabs');
  tabs.scrollLeft = tab.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - tab.clientWidth) / 2;
  mark(tabs);
};
const shownTab = '.tabs [aria-current]';

new MutationObserver(changes => changes.flatMap(change => (change.type === 'attributes' ? [change.target] : [...change.addedNodes]))
  .filter(node => node instanceof Element)
  .flatMap(node => [node, ...node.querySelectorAll(shownTab)])
  .filter(node => node.matches(shownTab))
  .forEach(reveal))
  .observe(root, { subtree: true, childList: true, attributeFilter: ['aria-current'] });
document.querySelectorAll(shownTab).forEach(reveal);

// The next page of a list begins at its beginning.
document.addEventListener('click', event => {
  if (event.target instanceof Element) {
    event.target.closest('.pager a[href]')?.closest('.pager').parentElement.scrollIntoView();
  }
});

// What is beside a button that opens it, where there isn't room for both.
document.addEventListener('click', event => {
  const button = event.target instanceof Element ? event.target.closest('[data-expands]') : null;
  if (button) {
    button.setAttribute('aria-expanded', 'true');
    window.scrollTo({ top: 0 });
    focusField(button.nextElementSibling);
  } else if (event.target instanceof Element && event.target.closest('[data-collapses]')) {
    collapse(event.target);
  }
});

document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && event.target instanceof Element && event.target.closest('.add') && !event.defaultPrevented) {
    collapse(event.target);
  }
});

function collapse(within) {
  const button = within.closest('.add').previousElementSibling;
  if (button?.matches('[data-expands][aria-expanded="true"]')) {
    button.setAttribute('aria-expanded', 'false');
    button.focus();
  }
}

export function setTheme(theme) {
  const year = 365 * 24 * 60 * 60;
  document.cookie = `theme=${theme}; path=/; max-age=${year}; samesite=lax`;
  root.dataset.theme = theme;
}

document.addEventListener('click', event => {
  const choice = event.target instanceof Element ? event.target.closest('[data-theme-choice]') : null;
  if (choice) {
    setTheme(choice.dataset.themeChoice);
  }
});

// The one that is chosen is known to the browser alone.
document.addEventListener('beforetoggle', event => event.target.querySelectorAll('[data-theme-choice]').forEach(
  choice => choice.setAttribute('aria-pressed', choice.dataset.themeChoice === root.dataset.theme)), true);

// Browsers have no clipboard on plain http, as in a home network: there a selection is copied the old way.
export async function copyText(text) {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text).then(() => true, () => false);
  }

  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  (focused?.parentElement ?? document.body).append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  focused?.focus();
  return copied;
}

// What is wrong with a field that is folded away must be seen.
new MutationObserver(changes => changes.forEach(({ target }) =>
  target.getAttribute('aria-invalid') === 'true' && target.closest('details')?.setAttribute('open', '')))
  .observe(root, { subtree: true, attributeFilter: ['aria-invalid'] });

// The first field with a mistake in an element, or its first field.
export function focusField(within) {
  const field = within.querySelector('[aria-invalid="true"]') ?? within.querySelector('input:not([type="hidden"]), select, textarea');
  field?.focus();
  within.closest('.editing')?.scrollIntoView({ block: 'nearest' });
  if (field?.matches('input:not([type="checkbox"], [type="date"])')) {
    field.select();
  }

  resume(within);
}

// The first field with a mistake in a form, unfolded; or else what it was refused with.
export function focusRefused(id) {
  const form = document.getElementById(id);
  const wrong = form?.querySelector('[aria-invalid="true"], .field:has(.field-error) :is(input:not([type="hidden"]), select, textarea)');
  (wrong ?? form?.querySelector('.form-error'))?.focus();
  resume(form);
}

// A form that is empty again for the next one.
export function focusNext(id) {
  focusField(document.getElementById(id));
}

// A link to a part of another page leads to it as soon as it is there.
document.addEventListener('click', event => {
  const link = event.target instanceof Element && !event.ctrlKey && !event.metaKey && !event.shiftKey ? event.target.closest('a[href^="/"][href*="#"]') : null;
  if (link) {
    focusOn(link.hash);
  }
});

// What a page shows next may come a little later, and while a dialog closes nothing under it can be reached.
export const focusOn = selector => whenThere(selector, element => element.focus());

export const scrollTo = selector => whenThere(selector, element => element.scrollIntoView());

function whenThere(selector, use) {
  const observer = new MutationObserver(go);
  const stop = () => observer.disconnect();
  const isThere = go();
  if (!isThere) {
    observer.observe(root, { subtree: true, childList: true, attributeFilter: ['inert'] });
    ['keydown', 'pointerdown', 'wheel'].forEach(type => window.addEventListener(type, stop, { capture: true, once: true }));
  }

  function go() {
    const element = document.querySelector(selector);
    if (element && !element.closest('[inert]')) {
      stop();
      use(element);
      return true;
    }

    return false;
  }
}

// At once: whoever types already must not be taken elsewhere. What is loaded first has its fields a little later.
export function focusDialog() {
  const content = [...document.querySelectorAll('.mud-dialog-content')].at(-1);
  if (!content || content.contains(document.activeElement)) {
    return;
  }

  const field = content.querySelector('[autofocus], input:not([type="hidden"], :disabled), select, textarea') ?? content.querySelector(':not(header) > :is(button, a[href], summary)');
  if (field) {
    field.focus();
  } else {
    const dialog = content.closest('.mud-dialog');
    dialog.tabIndex = -1;
    dialog.focus();
    new MutationObserver((_, observer) => {
      observer.disconnect();
      focusDialog();
    }).observe(content, { subtree: true, childList: true });
  }
}

// What is loaded first has its heading a little later.
export function focusHeading() {
  const heading = document.querySelector('h1');
  const isAtPart = location.hash.length > 1 && document.activeElement?.id === location.hash.slice(1);
  if (!heading) {
    focusOn('h1');
  } else if (!isAtPart && !document.activeElement?.matches('input, select, textarea')) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
}

export function today() {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}
