// What the console's pages do without the server: the theme, the menus, signing out, and what to do when the connection is lost.
(() => {
  'use strict';
  const minute = 60_000;
  const themes = { system: ['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)', 'light dark'], light: ['all', 'not all', 'light'], dark: ['not all', 'all', 'dark'] };

  function applyTheme(word) {
    const [light, dark, scheme] = themes[word];
    document.documentElement.dataset.theme = word;
    document.querySelector('meta[name=color-scheme]').content = scheme;
    document.querySelector('[data-theme-of=light]').media = light;
    document.querySelector('[data-theme-of=dark]').media = dark;
    for (const button of document.querySelectorAll('[data-theme-choice]')) {
      button.setAttribute('aria-pressed', String(button.dataset.themeChoice === word));
    }
  }

  function chooseTheme(word) {
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    document.cookie = `rbac-theme=${word}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
    applyTheme(word);
  }

  const signInAgain = () => location.assign(`/signin?return=${encodeURIComponent(location.pathname + location.search)}`);

  async function signOut(back) {
    const answer = await fetch('/signout', { method: 'POST', headers: { Accept: 'application/json' } });
    const provider = answer.ok ? (await answer.json()).provider_url : null;
    location.assign(provider ?? `/signin?return=${encodeURIComponent(back || '/console')}`);
  }

  function closeMenus(but) {
    for (const menu of document.querySelectorAll('details[data-menu][open]')) if (menu !== but) menu.open = false;
  }

  document.addEventListener('click', event => {
    const target = event.target instanceof Element ? event.target : null;
    closeMenus(target?.closest('details[data-menu]') && !target.closest('a') ? target.closest('details[data-menu]') : null);
    const control = target?.closest('[data-theme-choice],[data-sign-out],[data-reload],[data-reconnect],[data-skip]');
    if (!control) return;
    if (control.dataset.themeChoice) chooseTheme(control.dataset.themeChoice);
    else if ('signOut' in control.dataset) signOut(control.dataset.signOut);
    else if ('reload' in control.dataset) location.reload();
    else if ('reconnect' in control.dataset) reconnect();
    else if ('skip' in control.dataset) {
      event.preventDefault();
      document.getElementById('content')?.focus();
    }
  });

  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    const menu = document.querySelector('details[data-menu][open]');
    const drawer = document.querySelector('.drawer-button[aria-expanded=true]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    } else if (drawer) {
      drawer.click();
      drawer.focus();
    } else if (!document.querySelector('.rz-dialog')) {
      for (const close of document.querySelectorAll('.rz-notification-close')) close.click();
    }
  });

  // A connection that the server no longer knows cannot be had back; the page can.
  async function reconnect() {
    if (!(await window.Blazor.reconnect())) location.reload();
  }

  // Using a page is no request, which alone keeps a session alive.
  let used = false;
  for (const kind of ['pointerdown', 'keydown']) document.addEventListener(kind, () => { used = true; }, { passive: true, capture: true });
  setInterval(async () => {
    if (!used) return;
    used = false;
    try {
      const answer = await fetch('/console/session', { headers: { Accept: 'application/json' } });
      if (answer.status === 401) signInAgain();
    } catch {
      // The connection is lost, which the page says already.
    }
  }, 5 * minute);
})();
