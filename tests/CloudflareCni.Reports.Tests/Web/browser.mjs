// Opens Chromium once, and runs the script that a request names, each with its own contexts. Nothing has a time limit here, because the computer may be
// busy: the tests limit how long they wait for an answer.
import { chromium } from 'playwright-core';
import { serve } from './serve.mjs';

let browser;
await serve(async ({ script, executable, input }) => {
  browser ??= await chromium.launch({ executablePath: executable, args: ['--no-sandbox'], timeout: 0 });
  const { run } = await import(`./${script}`);
  try {
    return await run(browser, input);
  } finally {
    await Promise.all(browser.contexts().map((context) => context.close()));
  }
});
await browser?.close();
