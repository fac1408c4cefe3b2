// What a circuit is too far away for: dragging, keys and focus on a board. The board's elements are only read; what moves
// under the pointer is a copy, and the line that shows where the card lands lies over the page.

import { attachStrip } from './board-strip.js';

const holdFor = 250; // ms that a finger rests on a card before it comes along, so that swiping still scrolls
const slack = 8; // px that a press may tremble
const edge = 88; // px at the borders of the window and of the columns that scroll, at most a sixth of either
const fastest = 16; // px a frame
const outside = 120; // px beside the board where letting go puts the card back

const cardOf = target => (target instanceof Element ? target.closest('[data-card]') : null);
const faceOf = card => card?.querySelector('.face');

export function attach(root, board) {
  const end = new AbortController();
  const on = (target, type, listener, options) => target.addEventListener(type, listener, { signal: end.signal, ...options });
  const stopDrag = attachDrag(root, board, on);
  const stopWatching = attachKeys(root, board, on);
  attachStrip(root, board, on, end.signal);
  root.dataset.ready = ''; // told to whoever drives the page from outside: before, no key is heard
  return {
    detach() {
      end.abort();
      stopDrag();
      stopWatching();
    },
  };
}

function attachDrag(root, board, on) {
  let press = null; // a pointer that is down on a card
  let drag = null;

  function forget() {
    clearTimeout(press?.timer);
    press = null;
  }

  function begin() {
    drag = createDrag(root, press);
    root.setPointerCapture(press.pointer);
    forget();
    board.invokeMethodAsync('PickUp', drag.id);
  }

  function finish(drop) {
    const { id } = drag;
    const spot = drop ? drag.look() : null;
    drag.end(spot ? board.invokeMethodAsync('DropAsync', id, spot.column, spot.after) : board.invokeMethodAsync('PutBack'));
    drag = null;
  }

  on(root, 'pointerdown', event => {
    const card = cardOf(event.target);
    const isBusy = event.target.closest('a, button:not(.face), .menu');
    if (!card || isBusy || press || drag || event.button !== 0 || !event.isPrimary || !root.hasAttribute('data-movable')) {
      return;
    }

    const isTouch = event.pointerType !== 'mouse';
    press = { card, pointer: event.pointerId, x: event.clientX, y: event.clientY, isTouch, timer: isTouch ? setTimeout(begin, holdFor) : 0 };
  });

  on(document, 'pointermove', event => {
    if (drag?.pointer === event.pointerId) {
      drag.moveTo(event.clientX, event.clientY);
    } else if (press?.pointer === event.pointerId && Math.hypot(event.clientX - press.x, event.clientY - press.y) > slack) {
      if (press.isTouch) {
        forget();
      } else {
        begin();
        drag.moveTo(event.clientX, event.clientY);
      }
    }
  });

  on(document, 'pointerup', event => {
    if (drag?.pointer === event.pointerId) {
      swallowClick();
      finish(true);
    } else {
      forget();
    }
  });

  const cancel = () => {
    forget();
    if (drag) {
      finish(false);
    }
  };
  on(document, 'pointercancel', cancel);
  on(window, 'blur', cancel);
  on(window, 'keydown', event => {
    if (drag && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      cancel();
    }
  }, { capture: true });

  // A page that scrolls takes the finger away, and so does the menu of a long press.
  on(root, 'touchmove', event => drag && event.preventDefault(), { passive: false });
  on(root, 'contextmenu', event => (drag || press?.isTouch) && event.preventDefault());
  on(root, 'dragstart', event => event.preventDefault());

  return () => {
    forget();
    drag?.end(Promise.resolve());
  };
}

function createDrag(root, { card, pointer, x, y }) {
  const box = card.getBoundingClientRect();
  const ghost = ghostOf(card, box);
  const marker = root.querySelector('.marker').cloneNode();
  const columns = root.querySelector('.columns');
  const id = card.dataset.card;
  const held = { x: x - box.left, y: y - box.top };
  let frame = 0;
  document.body.append(marker, ghost);
  document.documentElement.classList.add('dragging');
  columns.style.scrollSnapType = 'none';
  moveTo(x, y);
  step();
  return { id, pointer, moveTo, look, end };

  function moveTo(toX, toY) {
    [x, y] = [toX, toY];
    ghost.style.translate = `${x - held.x}px ${y - held.y}px`;
  }

  // The board may scroll, or change by others, under a pointer that rests.
  function step() {
    const area = columns.getBoundingClientRect();
    window.scrollBy({ top: speed(y, 0, window.innerHeight), behavior: 'instant' });
    columns.scrollBy({ left: speed(x, Math.max(area.left, 0), Math.min(area.right, window.innerWidth)), behavior: 'instant' });
    look();
    frame = requestAnimationFrame(step);
  }

  function look() {
    const area = columns.getBoundingClientRect();
    const isNear = x > area.left - outside && x < area.right + outside && y > area.top - outside && y < area.bottom + outside;
    const spot = isNear ? spotAt(root, id, x, y) : null;
    marker.hidden = !spot;
    if (spot) {
      Object.assign(marker.style, { left: `${spot.left}px`, top: `${spot.top}px`, width: `${spot.width}px` });
    }

    return spot;
  }

  // The copy stays where the card lands until the board shows it there.
  function end(done) {
    cancelAnimationFrame(frame);
    marker.remove();
    columns.style.scrollSnapType = '';
    document.documentElement.classList.remove('dragging');
    const shown = new MutationObserver(remove);
    shown.observe(columns, { subtree: true, childList: true, attributes: true });
    done.then(remove, remove);

    function remove() {
      shown.disconnect();
      ghost.remove();
    }
  }
}

function ghostOf(card, box) {
  const ghost = card.cloneNode(true);
  ghost.querySelectorAll('.menu').forEach(menu => menu.remove());
  ghost.querySelectorAll('[id]').forEach(element => element.removeAttribute('id'));
  delete ghost.dataset.card;
  ghost.classList.add('ghost');
  ghost.inert = true;
  Object.assign(ghost.style, { width: `${box.width}px`, height: `${box.height}px` });
  return ghost;
}

// How fast to scroll at a place between two borders: faster towards them.
function speed(at, low, high) {
  const zone = Math.min(edge, (high - low) / 6);
  const depth = Math.max(low + zone - at, 0) - Math.max(at - (high - zone), 0);
  return -Math.round(Math.max(-1, Math.min(1, depth / zone)) * fastest);
}

// The place in the nearest column that the pointer is at, and where its line is drawn.
function spotAt(root, id, x, y) {
  const gap = 8;
  const distance = box => Math.max(box.left - x, x - box.right, 0);
  const [{ column, box }] = [...root.querySelectorAll('[data-column]')]
    .map(column => ({ column, box: column.getBoundingClientRect() }))
    .sort((a, b) => distance(a.box) - distance(b.box));
  const list = column.querySelector('ul').getBoundingClientRect();
  const cards = [...column.querySelectorAll('[data-card]')]
    .filter(card => card.dataset.card !== id)
    .map(card => ({ id: card.dataset.card, box: card.getBoundingClientRect() }));
  const next = cards.findIndex(card => (card.box.top + card.box.bottom) / 2 > y);
  const index = next < 0 ? cards.length : next;
  const before = cards[index - 1];
  const top = before ? before.box.bottom + gap / 2 : list.top - gap / 2;
  return { column: column.dataset.column, after: before?.id ?? null, left: box.left + gap, width: box.width - 2 * gap, top };
}

// Letting go of a drag is a click, too, for a browser.
function swallowClick() {
  const swallow = event => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
}

function attachKeys(root, board, on) {
  let lifted = false; // whether a card is lifted by keyboard: known here before the circuit has said so
  let kept = null; // the card that has the focus, by its id: the focus goes with it where the board draws it anew

  on(root, 'keydown', event => {
    const face = event.target.closest('.face');
    if (!face || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }

    const isSpace = event.key === ' ' && root.hasAttribute('data-movable');
    if (!isSpace && !event.key.startsWith('Arrow') && !(lifted && ['Enter', 'Escape', 'Tab'].includes(event.key))) {
      return;
    }

    event.preventDefault();
    if (!isSpace && !lifted) {
      neighbour(root, cardOf(face), event.key)?.focus();
    } else if (event.key.startsWith('Arrow') || !event.repeat) {
      lifted = isSpace ? !lifted : !['Enter', 'Escape'].includes(event.key);
      board.invokeMethodAsync('PressAsync', cardOf(face).dataset.card, event.key);
    }
  });

  // Where a browser clicks a button when the space bar comes up.
  on(root, 'keyup', event => event.key === ' ' && event.target.closest('.face') && root.hasAttribute('data-movable') && event.preventDefault());

  on(document, 'focusin', event => {
    kept = root.contains(event.target) ? (cardOf(event.target)?.dataset.card ?? null) : null;
  });
  on(document, 'pointerdown', event => {
    if (cardOf(event.target)?.dataset.card !== kept) {
      kept = null;
    }

    if (lifted) {
      lifted = false;
      board.invokeMethodAsync('PutBack');
    }
  }, { capture: true });

  const observer = new MutationObserver(() => {
    const held = root.querySelector('[data-lifted]');
    lifted = held !== null;
    const card = held ?? (kept && root.querySelector(`[data-card="${kept}"]`));
    if (card && (held || document.activeElement === document.body)) {
      faceOf(card).focus({ preventScroll: true });
    }

    held?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  observer.observe(root.querySelector('.columns'), { subtree: true, childList: true, attributeFilter: ['data-lifted'] });
  return () => observer.disconnect();
}

// The card next to a card: above and below in its column, or at the same height in the next column that has cards.
function neighbour(root, card, key) {
  const columns = [...root.querySelectorAll('[data-column]')].map(column => [...column.querySelectorAll('[data-card]')]);
  const at = columns.findIndex(cards => cards.includes(card));
  const index = columns[at].indexOf(card);
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    return faceOf(columns[at][index + (key === 'ArrowUp' ? -1 : 1)]);
  }

  const beside = key === 'ArrowLeft' ? columns.slice(0, at).reverse() : columns.slice(at + 1);
  const cards = beside.find(column => column.length > 0);
  return faceOf(cards?.[Math.min(index, cards.length - 1)]);
}
