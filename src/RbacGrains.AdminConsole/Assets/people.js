// What the pages of users and invitations do in the browser: files to save, the clipboard, and long texts.
(() => {
  'use strict';

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  }

  async function download(name, stream) {
    const url = URL.createObjectURL(new Blob([await stream.arrayBuffer()], { type: 'text/csv' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    URL.revokeObjectURL(url);
  }

  window.rbacPeople = { copy, download, clear: field => { field.value = ''; }, text: field => new TextEncoder().encode(field.value), focus: selector => document.querySelector(selector)?.focus() };
})();
