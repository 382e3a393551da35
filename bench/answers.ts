// The answering end of a child process of the bench. Counterpart: asked-process.ts asks. Rule: its first word says that it
// is ready, and it ends when its parent does.

import type { Answer, Request, Requests } from './requests.ts';

export function answerRequests(requests: Partial<Requests>, close: () => Promise<void>): void {
  process.on('message', (request: Request | string) => {
    if (typeof request !== 'string') void answer(requests, request);
  });
  process.once('disconnect', () => void close().finally(() => process.exit()));
  tell({ reply: 0 });
}

async function answer(requests: Partial<Requests>, { name, count }: Request): Promise<void> {
  try {
    const request = requests[name];
    if (!request) throw new Error(`it can't be asked for ${name}`);
    tell({ reply: await request(count) });
  } catch (error) {
    tell({ problem: (error as Error).message });
  }
}

function tell(answered: Answer): void {
  process.send?.(answered);
}
