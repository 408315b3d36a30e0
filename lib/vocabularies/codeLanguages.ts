/** Languages that a code block can name; the name is printed above the block. */
export const codeLanguages = [
  {value: 'text', title: 'Plain text'},
  {value: 'bash', title: 'Shell'},
  {value: 'css', title: 'CSS'},
  {value: 'groq', title: 'GROQ'},
  {value: 'html', title: 'HTML'},
  {value: 'javascript', title: 'JavaScript'},
  {value: 'json', title: 'JSON'},
  {value: 'julia', title: 'Julia'},
  {value: 'latex', title: 'LaTeX'},
  {value: 'markdown', title: 'Markdown'},
  {value: 'python', title: 'Python'},
  {value: 'r', title: 'R'},
  {value: 'sql', title: 'SQL'},
  {value: 'typescript', title: 'TypeScript'},
  {value: 'yaml', title: 'YAML'},
] as const

export type CodeLanguage = (typeof codeLanguages)[number]['value']
