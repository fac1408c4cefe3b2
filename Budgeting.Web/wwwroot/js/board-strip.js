// The strip of totals above a board on a phone: it scrolls to a column, and says which one is shown.
export function attachStrip(root, board, on, end) {
  const columns = root.querySelector('.columns');
  const offsetOf = column => column.getBoundingClientRect().left - columns.getBoundingClientRect().left;
  let settled = 0;
  let shown = null;

  on(root.querySelector('.strip'), 'click', event => {
    const key = event.target.closest('[data-goto]')?.dataset.goto;
    const column = key && columns.querySelector(`[data-column="${CSS.escape(key)}"]`);
    if (column) {
      columns.scrollTo({ left: columns.scrollLeft + offsetOf(column) });
    }
  });

  on(columns, 'scroll', () => {
    clearTimeout(settled);
    settled = setTimeout(() => {
      const [column] = [...columns.querySelectorAll('[data-column]')].sort((a, b) => Math.abs(offsetOf(a)) - Math.abs(offsetOf(b)));
      if (!end.aborted && column.dataset.column !== shown) {
        shown = column.dataset.column;
        board.invokeMethodAsync('ShowColumn', shown);
      }
    }, 120);
  });
}
