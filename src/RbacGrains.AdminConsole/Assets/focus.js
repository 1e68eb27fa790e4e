// Keeps the focus in the page. Where what has it is taken away, hidden or closed, the focus goes to what came before it, and to the
// page's heading where nothing of that is left.
(() => {
  'use strict';
  const focusable = 'a[href],button,input,select,textarea,summary,[tabindex]';
  const windows = '[role=dialog],[role=alertdialog],[data-menu]';
  const patience = 400;
  let last = null;
  let trail = [];
  let disabledSince = null;
  let isAsked = false;

  const isUsable = element => element.isConnected && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true });

  function remember(element) {
    const over = element.closest(windows);
    // Out of a dialog the way leads back to where it was opened from, not to what happens to stand before it.
    const outside = over?.contains(last) ? trail.filter(known => !over.contains(known)) : over ? [...trail, last].filter(Boolean) : null;
    const around = over ?? element.closest('main') ?? document.body;
    const all = [...around.querySelectorAll(focusable)];
    const before = all.slice(0, Math.max(0, all.indexOf(element))).filter(known => known.tabIndex >= 0);
    trail = [...outside ?? [], ...before];
    [last, disabledSince] = [element, null];
  }

  function look() {
    isAsked = false;
    const now = document.activeElement;
    if (!last || (now && now !== document.body)) return;
    if (isUsable(last)) {
      // It was only busy for a moment.
      if (disabledSince !== null) last.focus({ preventScroll: true });
      return;
    }
    if (last.isConnected && last.matches(':disabled')) {
      disabledSince ??= performance.now();
      if (performance.now() - disabledSince < patience) {
        setTimeout(ask, patience);
        return;
      }
    }
    const next = trail.findLast(isUsable) ?? document.querySelector('main h1[tabindex]') ?? document.getElementById('content');
    next?.focus({ preventScroll: true });
  }

  // The browser itself lets go of what is hidden or disabled only once it has drawn the page.
  function ask() {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => setTimeout(look));
  }

  document.addEventListener('focusin', event => remember(event.target));
  // Whoever points elsewhere means to.
  document.addEventListener('pointerdown', () => { last = null; }, { capture: true, passive: true });
  document.addEventListener('click', () => {
    if (!last && document.activeElement !== document.body) remember(document.activeElement);
  });
  new MutationObserver(ask).observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled', 'open', 'class', 'hidden'] });
})();
