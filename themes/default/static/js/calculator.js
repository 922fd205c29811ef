// The carbon footprint calculator: amounts of the form times the factors that the page itself holds. A classic script without requests,
// so it also runs from a folder on disk. Nothing is kept and nothing is sent.
(function () {
  'use strict';
  var box = document.querySelector('[data-calculator]');
  if (!box) return;
  var form = box.querySelector('form');
  var fields = Array.prototype.slice.call(form.querySelectorAll('[data-factor]'));
  var people = form.querySelector('[name="people"]');

  function amountOf(field, least) {
    var value = field.value.trim() === '' ? (least || 0) : Number(field.value);
    var sound = isFinite(value) && value >= (least || 0) && (!field.max || value <= Number(field.max));
    if (sound) {
      field.removeAttribute('aria-invalid');
    } else {
      field.setAttribute('aria-invalid', 'true');
    }
    return sound ? value : null;
  }

  // Two decimals of tonnes: more would pretend to be exact.
  function tonnes(kilograms) {
    return String(Math.round(kilograms / 10) / 100);
  }

  function grouped(number) {
    var digits = String(Math.round(number));
    return digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, ',');
  }

  function show(name, text) {
    box.querySelector('[data-result="' + name + '"]').textContent = text;
  }

  function bars(rows, values) {
    var most = Math.max.apply(null, values.concat(1e-9));
    rows.forEach(function (row, i) {
      row.querySelector('rect').setAttribute('width', String(Math.round(values[i] / most * 1000) / 10));
    });
  }

  function compute() {
    var heads = amountOf(people, 1);
    var sound = heads !== null;
    var parts = {};
    var total = 0;
    fields.forEach(function (field) {
      var amount = amountOf(field, 0);
      if (amount === null) sound = false;
      var part = field.closest('[data-part]').dataset.part;
      var kilograms = (amount || 0) * Number(field.dataset.times) * Number(field.dataset.factor) * ('each' in field.dataset ? heads || 1 : 1);
      parts[part] = (parts[part] || 0) + kilograms;
      total += kilograms;
    });
    show('fault', sound ? '' : box.dataset.invalid);
    if (!sound) return;
    show('total', tonnes(total));
    show('each', tonnes(total / heads));
    var rows = Array.prototype.slice.call(box.querySelectorAll('[data-of]'));
    var amounts = rows.map(function (row) { return parts[row.dataset.of] || 0; });
    rows.forEach(function (row, i) { row.querySelector('.counted-bar > span').textContent = grouped(amounts[i]); });
    bars(rows, amounts);
    var yours = box.querySelector('[data-yours]');
    yours.dataset.against = String(total / heads / 1000);
    yours.querySelector('.counted-bar > span').textContent = tonnes(total / heads);
    var against = Array.prototype.slice.call(box.querySelectorAll('[data-against]'));
    bars(against, against.map(function (row) { return Number(row.dataset.against); }));
  }

  function fill(kind) {
    fields.forEach(function (field) { field.value = kind === 'zero' ? '0' : field.dataset.example; });
    if (kind !== 'zero') people.value = people.dataset.example;
    compute();
  }

  form.addEventListener('input', compute);
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    compute();
    // On a phone the result lies far below the last field.
    document.getElementById('calculator-result').focus();
  });
  box.querySelectorAll('[data-fill]').forEach(function (button) {
    button.addEventListener('click', function () { fill(button.dataset.fill); });
  });
  compute();
}());
