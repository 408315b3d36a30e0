import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, {allowDangerousHtml: true})
  .use(rehypeStringify, {allowDangerousHtml: true})

/** HTML of Markdown with tables, notes and addresses as GitHub reads them. HTML in it comes through as it is: not for a page. */
export function markdownHtml(markdown: string): string {
  return String(processor.processSync(markdown))
}
