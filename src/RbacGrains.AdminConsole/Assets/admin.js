// Copies what is shown once, and says so.
(() => {
  'use strict';
  document.addEventListener('click', async event => {
    const control = event.target instanceof Element ? event.target.closest('[data-copy]') : null;
    if (!control) return;
    const source = document.getElementById(control.dataset.copy);
    const word = control.querySelector('[data-copy-word]');
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
      word.textContent = 'Copied';
    } catch {
      // Without the permission, or away from https: the text is marked, to be copied by hand.
      getSelection().selectAllChildren(source);
      word.textContent = 'Press Ctrl+C';
    }
    setTimeout(() => { word.textContent = 'Copy'; }, 4000);
  });
})();
