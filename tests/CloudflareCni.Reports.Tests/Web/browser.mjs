// Opens Chromium for a script, and writes the script's answer for the tests.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

export async function run(work) {
  const input = JSON.parse(readFileSync(0, 'utf8'));
  const browser = await chromium.launch({ executablePath: input.executable, args: ['--no-sandbox'] });
  try {
    const answer = await work(browser, input);
    process.stdout.write('\n\u0001' + JSON.stringify(answer));
  } finally {
    await browser.close();
  }
}
