// Nobody is put back to the beginning of the page: when what has the focus goes away, what was around it has the focus instead.
(() => {
  'use strict';
  const areas = '[data-keeps-focus], .rz-dialog, [role=search], [role=region], section, main';
  const dialog = '.rz-dialog';
  let way = []; // What had the focus last, and what was around it, from inside to outside.
  let below = []; // The same of the page below the dialogs.
  let byKey = false;
  let isOpening = true; // A page whose heading is not there yet, and nobody has done anything since.

  const isLost = () => !document.activeElement || document.activeElement === document.body;
  const isShown = element => element.isConnected && element.getClientRects().length > 0;

  function take(element) {
    if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.tabIndex = -1;
    // Whoever uses a mouse looks where they look, and the page stays there.
    element.focus({ preventScroll: !byKey });
  }

  function placeIn(area) {
    if (area.hasAttribute('data-keeps-focus')) return area;
    if (area.matches('[role=search]')) return area.querySelector('input, select') ?? area;
    return [...area.querySelectorAll('h1, h2, h3')].find(isShown) ?? area;
  }

  // What is drawn anew is the same to a person: a row, say, that was read again.
  function again(element) {
    if (isShown(element)) return element;
    if (element.id) return document.getElementById(element.id);
    const label = element.getAttribute('aria-label');
    return label && [...document.querySelectorAll(`${element.localName}[aria-label]`)].find(other => other.getAttribute('aria-label') === label && isShown(other));
  }

  function around(chain) {
    if (chain.length === 0) return null;
    const same = again(chain[0]);
    if (same && isShown(same)) return same;
    const area = chain.find(element => element.matches(areas) && isShown(element));
    return area && placeIn(area);
  }

  function open() {
    const main = document.querySelector('main');
    const heading = main && [...main.querySelectorAll('h1')].find(isShown);
    if (!heading || !(isLost() || document.activeElement === main)) return false;
    isOpening = false;
    take(heading);
    return true;
  }

  function keep() {
    if (isOpening && open()) return;
    const [last] = way;
    if (byKey && document.activeElement?.closest('[data-stays-seen]')) document.activeElement.scrollIntoView({ block: 'nearest' });
    if (!last || !isLost()) return;
    if (isShown(last)) {
      // What is disabled while it works has the focus again after that.
      if (!last.disabled) take(last);
      return;
    }

    const place = (way === below ? [way] : [way, below]).map(around).find(found => found) ?? document.querySelector('main');
    if (!place) return;
    isOpening = place.matches('main');
    take(place);
  }

  function act(isKey) {
    byKey = isKey;
    isOpening = false;
  }

  document.addEventListener('focusin', event => {
    way = [];
    for (let at = event.target; at instanceof Element && at !== document.body; at = at.parentElement) way.push(at);
    if (!event.target.closest(dialog)) below = way;
  });

  // Given up by the person themselves, as by a click beside it, and not taken from them.
  document.addEventListener('focusout', event => setTimeout(() => {
    const [last] = way;
    if (isLost() && event.target === last && isShown(last) && !last.disabled) way = [];
  }));
  document.addEventListener('keydown', () => act(true), { capture: true, passive: true });
  document.addEventListener('pointerdown', () => act(false), { capture: true, passive: true });
  new MutationObserver(keep).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled', 'hidden'] });
})();
