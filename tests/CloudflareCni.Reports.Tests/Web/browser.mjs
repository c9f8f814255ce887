// Opens Chromium once, and runs the script that a request names, each with contexts of its own.
import { chromium } from 'playwright-core';
import { serve } from './serve.mjs';

let browser;
await serve(async ({ script, executable, input }) => {
  browser ??= await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });
  const { run } = await import(`./${script}`);
  try {
    return await run(browser, input);
  } finally {
    await Promise.all(browser.contexts().map((context) => context.close()));
  }
});
await browser?.close();
