/* Reads a figure's values where one points: a vertical line and a line of text, taken from the
   table that stands in the page. Without this script every page is complete. */
(function () {
  'use strict';
  var words = document.currentScript ? document.currentScript.dataset : {};
  var svgNamespace = 'http://www.w3.org/2000/svg';

  function text(cell) { return cell.textContent.trim(); }

  function enhance(plot) {
    var figure = plot.closest('figure');
    var table = figure && figure.querySelector('.twin table');
    if (!table || !plot.querySelector('svg[data-rows]')) { return; }
    var heads = Array.prototype.map.call(table.tHead.rows[0].cells, text);
    var rows = table.tBodies[0].rows;
    if (rows.length < 2) { return; }
    var readout = document.createElement('p');
    readout.className = 'readout';
    readout.setAttribute('aria-live', 'polite');
    readout.hidden = true;
    plot.appendChild(readout);
    plot.tabIndex = 0;
    plot.setAttribute('role', 'group');
    plot.setAttribute('aria-label', words.values || '');
    plot.classList.add('live');
    var current = -1;
    var line = null;

    function drawing() {
      return Array.prototype.find.call(plot.querySelectorAll('svg[data-rows]'), function (svg) {
        return svg.getClientRects().length > 0;
      });
    }

    function span(svg) { return svg.dataset.rows.split(' ').map(Number); }

    function hide() {
      if (line) { line.remove(); line = null; }
      readout.hidden = true;
      current = -1;
    }

    function show(index) {
      var svg = drawing();
      if (!svg) { return; }
      index = Math.max(0, Math.min(rows.length - 1, index));
      var edges = span(svg);
      var x = edges[0] + (edges[1] - edges[0]) * index / (rows.length - 1);
      if (!line || line.parentNode !== svg) {
        if (line) { line.remove(); }
        line = document.createElementNS(svgNamespace, 'path');
        line.setAttribute('class', 'xh');
        svg.appendChild(line);
      }
      line.setAttribute('d', 'M' + x.toFixed(1) + ' ' + edges[2] + 'V' + edges[3]);
      if (index === current) { return; }
      current = index;
      var cells = rows[index].cells;
      readout.textContent = '';
      var head = document.createElement('b');
      head.textContent = text(cells[0]);
      readout.appendChild(head);
      for (var column = 1; column < cells.length; column += 1) {
        readout.appendChild(document.createTextNode(
          (column > 1 ? ' · ' : ' ') + heads[column] + '\u00a0' + text(cells[column])));
      }
      readout.hidden = false;
      readout.classList.toggle('left', x > svg.viewBox.baseVal.width / 2);
    }

    function point(event) {
      var svg = drawing();
      if (!svg) { return; }
      var box = svg.getBoundingClientRect();
      var edges = span(svg);
      var x = (event.clientX - box.left) / box.width * svg.viewBox.baseVal.width;
      show(Math.round((x - edges[0]) / (edges[1] - edges[0]) * (rows.length - 1)));
    }

    plot.addEventListener('pointerdown', point);
    plot.addEventListener('pointermove', point);
    plot.addEventListener('pointerleave', hide);
    plot.addEventListener('blur', hide);
    plot.addEventListener('keydown', function (event) {
      var last = rows.length - 1;
      var at = current < 0 ? last : current;
      var target = {
        ArrowLeft: current < 0 ? last : at - 1, ArrowRight: current < 0 ? last : at + 1,
        PageUp: at - 10, PageDown: at + 10, Home: 0, End: last
      }[event.key];
      if (event.key === 'Escape') { hide(); return; }
      if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) { return; }
      event.preventDefault();
      show(target);
    });
  }

  Array.prototype.forEach.call(document.querySelectorAll('figure .plot'), enhance);
}());
