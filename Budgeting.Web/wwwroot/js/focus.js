// What is taken off a list, by its own button or by somebody else, takes the focus with it. One goes on with what took its place: the
// next row, or the last one; where there is none any more, with what stands in place of the list. What went to another list is followed
// there, and where the first thing came into an empty list, it takes the focus of the button that added it. A button that mustn't be pressed
// twice by mistake names in data-then what one goes on with instead, and the control of a list that nothing stands in place of names in
// data-else what one goes on with after the last.

const rows = '[data-row], [data-card], .item';
const empty = '.state';
let last = null;

document.addEventListener('focusin', ({ target }) => (last = target.closest(`${rows}, ${empty}`) && placeOf(target)));

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

  const place = last;
  const removal = changes.find(change => [...change.removedNodes].includes(place.row));
  last = null;

  // What is edited in its place takes the focus itself.
  if (!removal?.target.querySelector?.('.editing')) {
    goOn(place, removal);
  }
}).observe(document.documentElement, { subtree: true, childList: true });

// Where a control stands, to be found again when it is gone.
export function placeOf(control) {
  const row = control?.closest(`${rows}, ${empty}`);
  return { control, row, around: row ? around(row) : [], path: location.pathname };
}

export function goOn({ control, row, around, path }, removal) {
  if (control?.isConnected) {
    control.focus();
  } else if (row && path === location.pathname) {
    (nextOf(control, row, around, removal) ?? (control.dataset.else ? document.querySelector(control.dataset.else) : instead(around)))?.focus();
  }
}

function nextOf(control, row, around, removal) {
  if (control.dataset.then) {
    return document.querySelector(control.dataset.then);
  }

  return row.matches(empty) ? firstOf(around) : like(control, again(row) ?? (removal && beside(removal)));
}

// The same card in another column.
const again = row => row.dataset.card && document.querySelector(`[data-card="${row.dataset.card}"]`);

function firstOf(around) {
  const row = around.filter(e => e.isConnected).map(e => e.querySelector(rows)).find(found => found);
  return row?.querySelector('.open, .face, a[href], button');
}

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
