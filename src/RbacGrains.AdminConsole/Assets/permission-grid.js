// Keys of the permission grid, and leaving with something unsaved. The server only hears of clicks.
(() => {
  'use strict';
  const steps = { ArrowRight: 1, ArrowLeft: -1 };
  const lines = { ArrowDown: 1, ArrowUp: -1 };

  function take(element) {
    element.focus();
    return element;
  }

  // Left and right choose the neighbouring level; one that cannot be chosen is only focused, and says why.
  function step(level, by) {
    const levels = [...level.parentElement.querySelectorAll('[role=radio]')];
    const next = levels[levels.indexOf(level) + by];
    if (!next) return;
    take(next);
    if (next.getAttribute('aria-disabled') !== 'true') next.click();
  }

  function line(from, by, selector, place) {
    const rows = [...from.closest('tbody').rows];
    const next = rows[rows.indexOf(from.closest('tr')) + by];
    const found = next && [...next.querySelectorAll(selector)];
    if (found && found.length > 0) take(place ? found[Math.min(place(from), found.length - 1)] : found[0]);
    return Boolean(next);
  }

  function onLevel(event, level) {
    if (event.key in steps) step(level, steps[event.key]);
    else if (event.key in lines) {
      line(level, lines[event.key], '[role=radio]', from => [...from.parentElement.querySelectorAll('[role=radio]')].indexOf(from));
    } else if (event.key === 'Home' || event.key === 'End') {
      const rows = level.closest('tbody').rows;
      take(rows[event.key === 'Home' ? 0 : rows.length - 1].querySelector('[role=radio][tabindex="0"]'));
    } else if (event.key === 'Escape') level.blur();
    else return false;
    return true;
  }

  function onFold(event, fold) {
    const isOpen = fold.getAttribute('aria-expanded') === 'true';
    if ((event.key === 'ArrowRight' && !isOpen) || (event.key === 'ArrowLeft' && isOpen)) fold.click();
    else if (event.key === 'ArrowRight') fold.closest('tr').querySelector('[role=radio][tabindex="0"]').focus();
    else if (event.key in lines) {
      let row = fold.closest('tr');
      do row = lines[event.key] > 0 ? row.nextElementSibling : row.previousElementSibling;
      while (row && !row.querySelector('[data-fold]'));
      row?.querySelector('[data-fold]').focus();
    } else return false;
    return true;
  }

  document.addEventListener('click', event => {
    const look = event.target instanceof Element ? event.target.closest('[data-look]') : null;
    const place = look && document.getElementById(look.dataset.look);
    place?.scrollIntoView({ block: 'start' });
    place?.focus({ preventScroll: true });
  });

  document.addEventListener('keydown', event => {
    const target = event.target instanceof Element ? event.target : null;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      const save = document.querySelector('[data-save]');
      if (!save) return;
      event.preventDefault();
      if (save.getAttribute('aria-disabled') !== 'true') save.click();
      return;
    }
    if (!target || event.ctrlKey || event.metaKey || event.altKey) return;
    const level = target.closest('[data-grid] [role=radio]');
    const fold = target.closest('[data-grid] [data-fold]');
    if ((level && onLevel(event, level)) || (fold && onFold(event, fold))) event.preventDefault();
  });
})();
