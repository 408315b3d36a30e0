/** A button beside each text of “Cite this article” that copies it; a page that may not write to the clipboard gets none. */
const STAYS_FOR = 3000

if (navigator.clipboard?.write) {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', addButtons)
  else addButtons()
}

function addButtons() {
  document.querySelectorAll('.cite-texts dd').forEach(addButton)
}

function addButton(cited) {
  const name = cited.previousElementSibling.textContent
  const [html, text] = [cited.innerHTML, cited.textContent]
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'copy',
    textContent: 'Copy',
  })
  const said = Object.assign(document.createElement('span'), {className: 'copied', role: 'status'})
  button.setAttribute('aria-label', `Copy the ${name} citation`)
  cited.previousElementSibling.append(button, said)
  button.addEventListener('click', async () => {
    said.textContent = (await copy(html, text)) ? 'Copied' : 'Not copied: select the text instead'
    setTimeout(() => (said.textContent = ''), STAYS_FOR)
  })
}

/** With its italics for word processors, and plain for the rest. */
async function copy(html, text) {
  const part = (type, content) => ({[type]: new Blob([content], {type})})
  try {
    await navigator.clipboard.write([new ClipboardItem({...part('text/html', html), ...part('text/plain', text)})])
    return true
  } catch {
    return false
  }
}
