// What is taken off a list, by its own button or by somebody else, takes the focus with it. One goes on with what took its place: the
// next row, or the last one; where there is none any more, with what stands in place of the list. A button that mustn't be pressed twice
// by mistake names in data-then what one goes on with instead, and the control of a list that nothing stands in place of names in data-else
// what one goes on with after the last.

const rows = '[data-row], [data-card], .item';
let last = null;

document.addEventListener('focusin', ({ target }) => {
  const row = target.closest(rows);
  last = row && { control: target, row, around: around(row) };
});

// Left for another place on purpose. What was switched off keeps its place, though the browser takes the focus from it.
document.addEventListener('focusout', ({ target }) => setTimeout(() => {
  if (last?.control === target && target.isConnected && !target.disabled && document.activeElement !== target) {
    last = null;
  }
}));

new MutationObserver(changes => {
  if (!last || last.row.isConnected || (document.activeElement ?? document.body) !== document.body) {
    return;
  }

  const { control, row, around } = last;
  const removal = changes.find(change => [...change.removedNodes].includes(row));
  last = null;

  // What is edited in its place takes the focus itself.
  if (!removal?.target.querySelector?.('.editing')) {
    const next = control.dataset.then ? document.querySelector(control.dataset.then) : like(control, removal && beside(removal));
    (next ?? (control.dataset.else ? document.querySelector(control.dataset.else) : instead(around)))?.focus();
  }
}).observe(document.documentElement, { subtree: true, childList: true });

function around(row) {
  const elements = [];
  for (let element = row.parentElement; element; element = element.parentElement) {
    elements.push(element);
  }

  return elements;
}

function beside({ target, nextSibling }) {
  let next = nextSibling;
  while (next && !(next instanceof Element && next.matches(rows))) {
    next = next.nextSibling;
  }

  return next?.isConnected ? next : target.isConnected ? [...target.children].findLast(e => e.matches(rows)) : null;
}

function like(control, row) {
  const controls = row ? [...row.querySelectorAll('button, a[href], select')] : [];
  return controls.find(c => c.className === control.className) ?? controls[0];
}

function instead(around) {
  for (const element of around.filter(e => e.isConnected)) {
    const sentence = element.querySelector('.state h2');
    const found = element.querySelector('.record-form :is(input:not([type="hidden"]), select, textarea)') ?? element.querySelector('.state :is(button, a)') ?? sentence;
    if (found) {
      sentence?.setAttribute('tabindex', '-1');
      return found;
    }
  }

  return null;
}
