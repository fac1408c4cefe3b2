// Resolves to what is found on the page, as soon as it is there; to null where it isn't in so many milliseconds.
export function soon(find, patience = null) {
  const found = find();
  return found ? Promise.resolve(found) : new Promise(resolve => {
    const observer = new MutationObserver(() => end(find()));
    const timer = patience === null ? null : setTimeout(() => end(null, true), patience);
    observer.observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributeFilter: ['data-interactive'] });

    function end(result, isOver = false) {
      if (result || isOver) {
        observer.disconnect();
        clearTimeout(timer);
        resolve(result);
      }
    }
  });
}
