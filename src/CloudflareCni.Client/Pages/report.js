(function () {
  'use strict';

  function create(name, attributes, text) {
    var element = document.createElement(name);
    Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    if (text) { element.textContent = text; }
    return element;
  }

  document.querySelectorAll('table.sortable').forEach(function (table) {
    var body = table.tBodies[0];
    var status = create('p', { 'class': 'count', 'role': 'status' });
    var box = create('div', { 'class': 'filter' });
    var label = create('label', { 'for': 'filter' }, 'Show circuits with');
    var input = create('input', { 'id': 'filter', 'type': 'search', 'autocomplete': 'off', 'placeholder': 'any text, such as fra or down' });

    function filter() {
      var text = input.value.trim().toLowerCase();
      var shown = 0;
      Array.from(body.rows).forEach(function (row) {
        row.hidden = row.textContent.toLowerCase().indexOf(text) === -1;
        shown += row.hidden ? 0 : 1;
      });
      status.textContent = text ? shown + ' of ' + body.rows.length + ' circuits' : '';
    }

    function sort(header, index) {
      var up = header.getAttribute('aria-sort') !== 'ascending';
      Array.from(table.tHead.rows[0].cells).forEach(function (other) { other.removeAttribute('aria-sort'); });
      header.setAttribute('aria-sort', up ? 'ascending' : 'descending');
      Array.from(body.rows).sort(function (one, other) {
        var order = one.cells[index].textContent.localeCompare(other.cells[index].textContent, 'en', { numeric: true });
        return up ? order : -order;
      }).forEach(function (row) { body.appendChild(row); });
    }

    Array.from(table.tHead.rows[0].cells).forEach(function (header, index) {
      var button = create('button', { 'type': 'button' }, header.textContent);
      header.textContent = '';
      header.appendChild(button);
      button.addEventListener('click', function () { sort(header, index); });
    });
    input.addEventListener('input', filter);
    box.append(label, input, status);
    table.before(box);
  });

  document.querySelectorAll('pre.mermaid-source').forEach(function (source) {
    var button = create('button', { 'type': 'button', 'class': 'copy' }, 'Copy');
    button.addEventListener('click', function () {
      getSelection().selectAllChildren(source);
      var copied = navigator.clipboard ? navigator.clipboard.writeText(source.textContent) : Promise.reject();
      copied.then(function () { button.textContent = 'Copied'; }, function () { button.textContent = 'Selected: press Ctrl+C'; });
    });
    source.before(button);
  });
}());
