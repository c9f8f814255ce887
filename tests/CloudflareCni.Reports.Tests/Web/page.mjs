// Opens a report as a reader does, and answers everything that the tests ask of it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function run(browser, { address, shots }) {
  const answer = { complaints: [], requests: [], violations: [], overflows: [] };

  async function open(options) {
    const page = await (await browser.newContext(options)).newPage();
    page.setDefaultTimeout(0);
    page.on('console', (message) => answer.complaints.push(message.text()));
    page.on('pageerror', (error) => answer.complaints.push(String(error)));
    page.on('dialog', (dialog) => { answer.complaints.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
    page.on('request', (request) => answer.requests.push(request.url()));
    await page.goto(address);
    return page;
  }

  const rows = (page) => page.$$eval('table.circuits tbody tr', (all) => all.filter((row) => row.checkVisibility()).map((row) => row.cells[0].textContent));

  for (const { path, width, scheme, media } of shots) {
    const page = await open({ viewport: { width, height: 900 }, colorScheme: scheme });
    await page.emulateMedia({ media, colorScheme: scheme });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    answer.violations.push(...violations.flatMap((found) => found.nodes.map((node) => `${scheme} ${width} ${found.id}: ${node.html} ${node.failureSummary}`)));
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) {
      answer.overflows.push(`${scheme} ${width}`);
    }

    await page.screenshot({ path, fullPage: true });
    await page.context().close();
  }

  const page = await open({ viewport: { width: 1280, height: 900 } });
  answer.title = await page.title();
  answer.names = await rows(page);
  answer.map = await page.$$eval('.link strong', (all) => all.map((one) => one.textContent));
  answer.foreign = await page.$$eval('img, iframe, object, embed, form, video, audio, svg, [onerror], [onload], [style]', (all) => all.map((one) => one.outerHTML));
  answer.scripts = await page.$$eval('script', (all) => all.length);
  answer.diagram = await page.$eval('.mermaid-source', (source) => source.textContent);
  if (answer.names.length === 0) {
    return answer;
  }

  await page.fill('#filter', 'lhr');
  answer.filtered = await rows(page);
  answer.status = await page.textContent('.count');
  await page.fill('#filter', '');
  await page.click('table.circuits thead button');
  answer.up = await rows(page);
  await page.click('table.circuits thead button');
  answer.down = await rows(page);
  answer.sort = await page.getAttribute('table.circuits thead th', 'aria-sort');

  const plain = await open({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  answer.withoutScript = await plain.locator('table.circuits tbody tr th').allTextContents();
  answer.filterWithoutScript = await plain.locator('#filter').count();
  return answer;
}
