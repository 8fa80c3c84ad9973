// @ts-check
// A quiz to answer on the page: options become boxes, and the score stays on the device.
(function () {
  'use strict';

  /**
   * @param {string} tag
   * @param {string} className
   * @param {string} text
   */
  function make(tag, className, text) {
    var element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  }

  /** @param {HTMLElement} question */
  function addBoxes(question) {
    var list = /** @type {HTMLElement} */ (question.querySelector('.options'));
    var title = /** @type {HTMLElement} */ (question.querySelector('h2'));
    var type = question.dataset.kind === 'multiple' ? 'checkbox' : 'radio';
    list.setAttribute('role', type === 'radio' ? 'radiogroup' : 'group');
    list.setAttribute('aria-labelledby', title.id);
    Array.prototype.forEach.call(list.children, function (/** @type {HTMLElement} */ option) {
      var label = document.createElement('label');
      var box = document.createElement('input');
      box.type = type;
      box.name = title.id;
      box.value = option.dataset.letter || '';
      label.appendChild(box);
      while (option.firstChild) label.appendChild(option.firstChild);
      option.setAttribute('role', 'presentation');
      option.appendChild(label);
    });
  }

  /** @param {HTMLElement} question */
  function given(question) {
    var boxes = /** @type {NodeListOf<HTMLInputElement>} */ (question.querySelectorAll('input'));
    var letters = '';
    Array.prototype.forEach.call(boxes, function (/** @type {HTMLInputElement} */ box) {
      if (box.checked) letters += box.value;
    });
    return letters;
  }

  /**
   * @param {HTMLElement} question
   * @param {DOMStringMap} words
   */
  function judge(question, words) {
    var answer = given(question);
    var isRight = answer === question.dataset.answer;
    var text = isRight ? words.right : answer ? words.wrong : words.missing;
    var verdict = make('p', 'verdict ' + (isRight ? 'is-right' : 'is-wrong'), (isRight ? '✓ ' : '✕ ') + text);
    var details = /** @type {HTMLDetailsElement} */ (question.querySelector('.answer'));
    clear(question);
    question.insertBefore(verdict, details);
    details.hidden = false;
    details.open = true;
    return isRight;
  }

  /** @param {HTMLElement} question */
  function clear(question) {
    var verdict = question.querySelector('.verdict');
    if (verdict) verdict.remove();
  }

  /** @param {HTMLElement} quiz */
  function setUp(quiz) {
    var words = quiz.dataset;
    /** @type {HTMLElement[]} */
    var questions = Array.prototype.slice.call(quiz.querySelectorAll('.question'));
    if (!questions.length) return;
    var form = document.createElement('form');
    var score = make('p', 'score', '');
    var submit = /** @type {HTMLButtonElement} */ (make('button', 'button', words.submit || ''));
    var again = /** @type {HTMLButtonElement} */ (make('button', 'button', words.again || ''));
    score.setAttribute('role', 'status');
    again.type = 'reset';
    again.hidden = true;
    questions.forEach(addBoxes);
    function hideAnswers() {
      questions.forEach(function (question) {
        var details = /** @type {HTMLDetailsElement} */ (question.querySelector('.answer'));
        clear(question);
        details.open = false;
        details.hidden = true;
      });
    }
    hideAnswers();
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      var nRight = questions.filter(function (question) {
        return judge(question, words);
      }).length;
      var text = words.score || '';
      score.textContent = text.replace('{right}', String(nRight)).replace('{n}', String(questions.length));
      again.hidden = false;
    });
    form.addEventListener('reset', function () {
      hideAnswers();
      score.textContent = '';
      again.hidden = true;
      questions[0].scrollIntoView();
    });
    var list = /** @type {HTMLElement} */ (quiz.querySelector('.questions'));
    quiz.insertBefore(form, list);
    form.appendChild(list);
    form.appendChild(score);
    form.appendChild(submit);
    form.appendChild(again);
    form.appendChild(make('p', 'meta', words['private'] || ''));
  }

  Array.prototype.forEach.call(document.querySelectorAll('.quiz'), setUp);
})();
