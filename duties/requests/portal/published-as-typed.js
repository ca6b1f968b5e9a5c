// While the title of a request is typed: what is already published, under the field. Without this the form asks once, on
// a page of its own.
const place = document.getElementById('published')
const field = document.getElementById('title')

if (place && field) {
  let last = ''
  let turn = 0
  let timer

  const look = async () => {
    const title = field.value.trim()
    if (title === last || title.length < 4) return
    last = title
    turn += 1
    const mine = turn
    const body = new URLSearchParams({ title, _csrf: field.form.elements.namedItem('_csrf').value })
    const answer = await fetch(place.dataset.from, { method: 'POST', body }).catch(() => undefined)
    // Written by the server, every word of it escaped there.
    if (answer?.ok && mine === turn) place.innerHTML = await answer.text()
  }

  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(look, 400)
  })
}
