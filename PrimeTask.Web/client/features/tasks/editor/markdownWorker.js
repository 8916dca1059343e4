// @ts-check
// Parses Markdown in a worker, so that no text can block the page.
import { lexer } from 'marked';

addEventListener('message', ({ data: text }) => {
  try {
    postMessage({ text, tokens: lexer(text) });
  } catch {
    postMessage({ text, tokens: null }); // Nested more deeply than the reader can follow.
  }
});

postMessage('ready');
