// Draws diagrams as a wiki does, and answers what a reader sees.
import { createRequire } from 'node:module';

const mermaid = createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js');

export async function run(browser, { diagrams }) {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => { complaints.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', (request) => complaints.push(request.url()));
  await page.addScriptTag({ path: mermaid });
  const drawn = await page.evaluate(async (texts) => {
    mermaid.initialize({ startOnLoad: false, maxTextSize: 1e7, maxEdges: 1e5 });
    const answers = [];
    for (const text of texts) {
      const { svg } = await mermaid.render(`d${answers.length}`, text);
      const place = document.createElement('div');
      place.innerHTML = svg;
      document.body.append(place);
      answers.push({
        // A line of a label ends with a br, and long lines are only laid out in several.
        labels: [...place.querySelectorAll('.nodeLabel')].flatMap((label) => label.innerHTML.split(/<br\s*\/?>/).map((line) => {
          const one = document.createElement('span');
          one.innerHTML = line;
          return one.textContent.replaceAll('\u2060', '');
        })),
        foreign: [...place.querySelectorAll('.nodeLabel *')].filter((one) => !['P', 'BR'].includes(one.tagName)).map((one) => one.outerHTML),
      });
    }

    return answers;
  }, diagrams);
  return { complaints, drawn };
}
