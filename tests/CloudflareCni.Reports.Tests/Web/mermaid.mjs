// Reads lists of diagrams and answers what Mermaid itself understood of each.
import { JSDOM } from 'jsdom';
import { serve } from './serve.mjs';

const { window } = new JSDOM('<!DOCTYPE html><body></body>');
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import('mermaid');
mermaid.initialize({ startOnLoad: false, maxTextSize: 1e7, maxEdges: 1e5 });

// Mermaid replaces entity codes before it parses, and puts the characters back when it draws.
const decode = (text) => text.replace(/\uFB02\u00B0\u00B0(\d+)\u00B6\u00DF/g, (_, code) => String.fromCodePoint(Number(code))).replaceAll('\u2060', '');
const lines = (text) => text.split(/<br\s*\/?>/).map(decode);

await serve(async (texts) => {
  const answers = [];
  for (const text of texts) {
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

  return answers;
});
