// Answers requests, a line of JSON each: what `work` returns for the input, or its error.
import { createInterface } from 'node:readline';

export async function serve(work) {
  // What a package logs must not look like an answer.
  console.log = console.info = console.debug = console.error;
  for await (const line of createInterface({ input: process.stdin })) {
    let answer;
    try {
      answer = { result: await work(JSON.parse(line)) };
    } catch (error) {
      answer = { error: String(error.stack ?? error) };
    }

    process.stdout.write(JSON.stringify(answer) + '\n');
  }
}
