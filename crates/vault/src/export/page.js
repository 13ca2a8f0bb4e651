'use strict';
// Opens what this very file holds. It asks nobody for anything: the policy at the head forbids every request.
(() => {
  const FEWEST_ROUNDS = 600000;
  const MOST_ROUNDS = 10000000;
  const SHOWN_AT_ONCE = 100;
  const byId = (id) => document.getElementById(id);
  const header = JSON.parse(byId('header').textContent);
  const sealed = Array.from(document.getElementsByClassName('chunk'));
  const say = (text) => {
    byId('said').textContent = text;
  };

  function bytesOf(base64) {
    const text = atob(base64.trim());
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
    return bytes;
  }

  // "KPH1", id 16, salt 16, rounds u32, number u32, last u8: what each chunk is bound to.
  function bindings(number, last) {
    const bytes = new Uint8Array(45);
    const view = new DataView(bytes.buffer);
    bytes.set([75, 80, 72, 49]);
    bytes.set(bytesOf(header.id), 4);
    bytes.set(bytesOf(header.salt), 20);
    view.setUint32(36, header.iterations);
    view.setUint32(40, number);
    bytes[44] = last ? 1 : 0;
    return bytes;
  }

  function nonce(number, last) {
    const bytes = new Uint8Array(12);
    new DataView(bytes.buffer).setUint32(7, number);
    bytes[11] = last ? 1 : 0;
    return bytes;
  }

  async function keyOf(passphrase) {
    const typed = new TextEncoder().encode(passphrase.normalize('NFC'));
    const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
    const how = { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(header.salt), iterations: header.iterations };
    return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
  }

  // All chunks or nothing: a page that shows a part of itself would hide what was taken out.
  async function open(passphrase) {
    const key = await keyOf(passphrase);
    const memories = [];
    for (let number = 0; number < sealed.length; number += 1) {
      const last = number + 1 === sealed.length;
      const how = { name: 'AES-GCM', iv: nonce(number, last), additionalData: bindings(number, last) };
      let plain;
      try {
        plain = await crypto.subtle.decrypt(how, key, bytesOf(sealed[number].textContent));
      } catch {
        throw new Error(number === 0 ? 'first' : 'later');
      }
      for (const line of new TextDecoder().decode(plain).split('\n')) {
        if (line !== '') memories.push(JSON.parse(line));
      }
    }
    return memories;
  }

  function element(name, kind, text) {
    const made = document.createElement(name);
    made.className = kind;
    made.textContent = text;
    return made;
  }

  function card(memory) {
    const item = element('li', memory.replaced_by ? 'memory replaced' : 'memory', '');
    const facts = [memory.created_at.slice(0, 10), memory.kind, ...memory.topics.map((topic) => '#' + topic)];
    if (memory.source) facts.push('from ' + memory.source);
    if (memory.replaced_by) facts.push('replaced by a newer one');
    item.append(element('p', 'content', memory.content), element('p', 'facts', facts.join(' · ')));
    return item;
  }

  function show(memories) {
    const texts = memories.map((memory) =>
      [memory.content, memory.kind, memory.source || '', memory.thread || '', ...memory.topics].join('\n').toLowerCase(),
    );
    let found = memories;
    let shown = 0;
    const list = byId('memories');
    const more = byId('more');
    const showMore = () => {
      found.slice(shown, shown + SHOWN_AT_ONCE).forEach((memory) => list.append(card(memory)));
      shown = Math.min(shown + SHOWN_AT_ONCE, found.length);
      more.hidden = shown === found.length;
    };
    const find = () => {
      const words = byId('words').value.toLowerCase().split(/\s+/).filter((word) => word !== '');
      found = memories.filter((_, at) => words.every((word) => texts[at].includes(word)));
      shown = 0;
      list.replaceChildren();
      byId('count').textContent = found.length === 1 ? '1 memory' : found.length + ' memories';
      showMore();
    };
    byId('words').addEventListener('input', find);
    more.addEventListener('click', showMore);
    byId('asking').hidden = true;
    byId('opened').hidden = false;
    find();
    byId('words').focus();
  }

  async function unlock() {
    const field = byId('passphrase');
    const button = byId('open');
    button.disabled = true;
    say('Opening…');
    try {
      const memories = await open(field.value);
      field.value = '';
      memories.reverse();
      show(memories);
    } catch (error) {
      say(
        error.message === 'first'
          ? 'It did not open. Check the passphrase; if it is right, this file was changed or damaged.'
          : 'This file was changed or damaged, so nothing of it is shown. Take another copy.',
      );
      button.disabled = false;
      field.focus();
    }
  }

  if (header.format !== 'keepsake-page' || header.version !== 1) {
    say('This page was made by another Keepsake than this script is for.');
    byId('open').disabled = true;
  } else if (!(header.iterations >= FEWEST_ROUNDS && header.iterations <= MOST_ROUNDS) || sealed.length === 0) {
    say('This file was changed or damaged, so it is not opened. Take another copy.');
    byId('open').disabled = true;
  } else if (!globalThis.crypto || !crypto.subtle) {
    say('This browser has no WebCrypto here: open the file from your disk in a current browser.');
    byId('open').disabled = true;
  }
  byId('asking').addEventListener('submit', (event) => {
    event.preventDefault();
    unlock();
  });
})();
