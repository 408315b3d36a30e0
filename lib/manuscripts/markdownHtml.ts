import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'

/** HTML of Markdown with tables, notes and addresses as GitHub reads them; HTML inside it is kept out. */
export function markdownHtml(markdown: string): string {
  const text = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify).processSync(markdown)
  return String(text)
}
