// Reads a list of diagrams and answers what Mermaid itself understood of each.
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!DOCTYPE html><body></body>');
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import('mermaid');
mermaid.initialize({ startOnLoad: false, maxTextSize: 1e7, maxEdges: 1e5 });

// Mermaid replaces entity codes before it parses, and puts the characters back when it draws.
const decode = (text) => text.replace(/\uFB02\u00B0\u00B0(\d+)\u00B6\u00DF/g, (_, code) => String.fromCodePoint(Number(code))).replaceAll('\u2060', '');
const lines = (text) => text.split(/<br\s*\/?>/).map(decode);

const answers = [];
for (const text of JSON.parse(readFileSync(0, 'utf8'))) {
  try {
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    const vertices = [...db.getVertices().values()];
    answers.push({
      error: null,
      nodes: vertices.map((vertex) => lines(vertex.text)),
      classes: vertices.map((vertex) => vertex.classes.join(' ')),
      boxes: db.getSubGraphs().map((box) => lines(box.title)),
      arrows: db.getEdges().length,
    });
  } catch (error) {
    answers.push({ error: String(error.message ?? error), nodes: [], classes: [], boxes: [], arrows: 0 });
  }
}

process.stdout.write('\n\u0001' + JSON.stringify(answers));
