// @ts-check
// Large text that the device remembers, one open menu at a time, tables that say when they scroll, marks that age with the day,
// names that go when their time is over, and the way to the search, whose own script comes when it is wanted.
(function () {
  'use strict';

  var root = document.documentElement;

  /** Private windows and some file pages refuse storage; then nothing is remembered. */
  function remembered() {
    try {
      return localStorage.getItem('yuandi-large') === 'yes';
    } catch (error) {
      return false;
    }
  }

  /** @param {boolean} isLarge */
  function remember(isLarge) {
    try {
      localStorage.setItem('yuandi-large', isLarge ? 'yes' : 'no');
    } catch (error) {
      return;
    }
  }

  function setUpLargeText() {
    var button = document.querySelector('.large-text');
    if (!button) return;
    /** @param {boolean} isLarge */
    function apply(isLarge) {
      root.classList.toggle('large', isLarge);
      /** @type {Element} */ (button).setAttribute('aria-pressed', String(isLarge));
      markTables();
    }
    button.removeAttribute('hidden');
    button.addEventListener('click', function () {
      var isLarge = !root.classList.contains('large');
      apply(isLarge);
      remember(isLarge);
    });
    if (remembered()) apply(true);
  }

  function setUpMenu() {
    /** @type {HTMLDetailsElement[]} */
    var areas = Array.prototype.slice.call(document.querySelectorAll('.area'));
    /** @param {HTMLDetailsElement | null} kept */
    function closeAllBut(kept) {
      areas.forEach(function (area) {
        if (area !== kept) area.open = false;
      });
    }
    areas.forEach(function (area) {
      area.addEventListener('toggle', function () {
        if (area.open) closeAllBut(area);
      });
    });
    document.addEventListener('click', function (event) {
      var target = /** @type {Element} */ (event.target);
      if (!target.closest('.area')) closeAllBut(null);
    });
    document.addEventListener('keydown', function (event) {
      if (event.key !== 'Escape') return;
      areas.forEach(function (area) {
        if (!area.open) return;
        var hadFocus = area.contains(document.activeElement);
        area.open = false;
        var summary = area.querySelector('summary');
        if (hadFocus && summary) summary.focus();
      });
    });
  }

  /** Hides the hint above tables that are not wider than their frame. */
  function markTables() {
    var frames = document.querySelectorAll('.table-frame');
    Array.prototype.forEach.call(frames, function (/** @type {HTMLElement} */ frame) {
      var hint = frame.previousElementSibling;
      var isWide = frame.scrollWidth > frame.clientWidth + 1;
      if (hint && hint.classList.contains('table-hint')) hint.toggleAttribute('hidden', !isWide);
    });
  }

  /** Says since when something is overdue on the day of reading; the page itself says it for the day of its making. */
  function ageMarks() {
    var now = new Date();
    var today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
    var marks = document.querySelectorAll('[data-due]');
    Array.prototype.forEach.call(marks, function (/** @type {HTMLElement} */ mark) {
      var days = Math.round((today - Date.parse(mark.getAttribute('data-due') + 'T00:00:00Z')) / 86400000);
      if (!(days > 0)) return;
      mark.textContent = (mark.getAttribute('data-late') || '').replace('#', String(days));
      mark.classList.add('is-late');
    });
  }

  /** Takes away what is over at the moment of reading, and says so; the next build takes it out of the page itself. */
  function takeDown() {
    var marked = document.querySelectorAll('[data-until],[data-from]');
    Array.prototype.forEach.call(marked, function (/** @type {HTMLElement} */ one) {
      var until = one.getAttribute('data-until');
      if (Date.parse(until || one.getAttribute('data-from') || '') > Date.now()) return;
      if (until) one.remove();
      else one.hidden = false;
    });
  }

  function setUpSearch() {
    /** @type {any} */
    var form = document.querySelector('.search');
    if (!form) return;
    var field = form.querySelector('input');
    var isLoaded = false;
    function load() {
      if (isLoaded) return;
      isLoaded = true;
      form.getAttribute('data-script').split(' ').forEach(function (/** @type {string} */ path, /** @type {number} */ idx) {
        var script = document.createElement('script');
        script.src = path;
        // One after the other; only the first one cannot be done without.
        script.async = false;
        script.onerror = idx ? null : fail;
        document.head.appendChild(script);
      });
    }
    function fail() {
      var status = document.getElementById('search-status');
      isLoaded = false;
      if (!status) return;
      status.textContent = form.getAttribute('data-failed');
      status.setAttribute('data-state', 'failed');
    }
    /** Phones see only the button until the form opens; the script that builds its inside may still be on its way. */
    function open() {
      if (!form.contains(document.activeElement) || !field.offsetWidth) form.before = document.activeElement;
      if (!field.offsetWidth) form.classList.add('is-open');
      field.focus();
      field.click();
    }
    field.addEventListener('focus', load);
    form.addEventListener('touchstart', load, { passive: true });
    form.addEventListener('submit', function (/** @type {Event} */ event) {
      if (field.offsetWidth) return;
      event.preventDefault();
      open();
    });
    document.addEventListener('keydown', function (event) {
      var isShortcut = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      /** @type {any} */
      var target = event.target;
      var isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable;
      if (!isShortcut && (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey)) return;
      event.preventDefault();
      open();
    });
    var isWanted = document.activeElement === field || form.classList.contains('search-main') || /[?&]mark=/.test(location.search);
    if (isWanted) load();
  }

  takeDown();
  setUpLargeText();
  setUpMenu();
  setUpSearch();
  markTables();
  ageMarks();
  window.addEventListener('resize', markTables);
  document.addEventListener('visibilitychange', takeDown);
})();
