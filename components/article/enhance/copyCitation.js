/** A button beside each text and each file of “Cite this article” that copies it; a page that may not write to the clipboard gets none. */
const STAYS_FOR = 3000

if (navigator.clipboard?.write) {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', addButtons)
  else addButtons()
}

function addButtons() {
  for (const cited of document.querySelectorAll('.cite-texts dd')) {
    const [html, text] = [cited.innerHTML, cited.textContent]
    const name = cited.previousElementSibling
    addButton(name, {
      label: `Copy the ${name.textContent} citation`,
      instead: 'select the text',
      // With its italics for word processors, and plain for the rest.
      read: () => ({'text/html': blob(html, 'text/html'), 'text/plain': blob(text, 'text/plain')}),
    })
  }
  for (const link of document.querySelectorAll('.cite-files a')) {
    addButton(link.parentElement, {
      label: `Copy ${link.textContent} of ${link.closest('[data-of]').dataset.of}`,
      instead: 'open the file',
      read: () => ({'text/plain': textOf(link.href)}),
    })
  }
}

function addButton(place, {label, instead, read}) {
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'copy',
    textContent: 'Copy',
  })
  const said = Object.assign(document.createElement('span'), {className: 'copied', role: 'status'})
  button.setAttribute('aria-label', label)
  place.append(button, said)
  button.addEventListener('click', async () => {
    said.textContent = (await copy(read())) ? 'Copied' : `Not copied: ${instead} instead`
    setTimeout(() => (said.textContent = ''), STAYS_FOR)
  })
}

async function copy(parts) {
  try {
    await navigator.clipboard.write([new ClipboardItem(parts)])
    return true
  } catch {
    return false
  }
}

async function textOf(address) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(String(answer.status))
  return blob(await answer.text(), 'text/plain')
}

function blob(content, type) {
  return new Blob([content], {type})
}
