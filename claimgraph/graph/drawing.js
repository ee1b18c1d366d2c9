// Paints the graph as it is asked for now: what is hidden by the legend, what was tapped, and
// which labels there is room for. Keeps no state but the figure's own, so any event may call it.
// Python names the renderers: "node claim", "edge said", "labels"; the figure's tags are the
// words of the edges. A script of the page: its policy allows none that is made while it runs.

function paint(figure, nodes, edges, labels, words) {
  const FAINT = 0.1
  const kindOf = new Map(), told = new Map()
  for (const [kind, renderer] of Object.entries(nodes)) {
    const {node, heading, quote, detail} = renderer.data_source.data
    for (let i = 0; i < node.length; i++) {
      kindOf.set(node[i], kind)
      told.set(node[i], {heading: heading[i], quote: quote[i], detail: detail[i]})
    }
  }

  function tapped() {
    for (const renderer of Object.values(nodes)) {
      const {indices} = renderer.data_source.selected
      if (indices.length && renderer.visible) return renderer.data_source.data.node[indices[0]]
    }
    return null
  }

  function neighbours(node) {
    const found = []
    for (const [kind, renderer] of Object.entries(edges)) {
      const {start, end} = renderer.data_source.data
      for (let i = 0; i < start.length; i++) {
        if (start[i] === node) found.push({kind, other: end[i], word: words[kind][0]})
        else if (end[i] === node) found.push({kind, other: start[i], word: words[kind][1]})
      }
    }
    return found
  }

  // A dispute is seen with those who speak in it, not with its claims alone.
  function neighbourhood(node) {
    const near = new Set([node])
    for (const {other} of neighbours(node)) near.add(other)
    if (kindOf.get(node) === "dispute")
      for (const claim of [...near])
        for (const {kind, other} of neighbours(claim)) if (kind === "said") near.add(other)
    return near
  }

  const seen = (node) => nodes[kindOf.get(node)].visible
  const focus = tapped()
  const near = focus === null ? null : neighbourhood(focus)
  const strong = (node) => near === null || near.has(node)

  for (const renderer of Object.values(nodes)) {
    const source = renderer.data_source
    source.data.alpha = Array.from(source.data.node, (node) => strong(node) ? 1 : FAINT)
    source.change.emit()
  }
  for (const renderer of Object.values(edges)) {
    const {start, end, alpha} = renderer.data_source.data
    renderer.data_source.data.alpha = Array.from(alpha, (_, i) =>
      !renderer.visible || !seen(start[i]) || !seen(end[i]) ? 0 : strong(start[i]) && strong(end[i]) ? 0.85 : 0.06)
    renderer.data_source.change.emit()
  }

  // Labels: in the order given, each at the first of eight places where it covers nothing.
  const data = labels.data_source.data
  const {x_range, y_range} = figure
  const perX = figure.inner_width / (x_range.end - x_range.start)
  const perY = figure.inner_height / (y_range.end - y_range.start)
  const pen = document.createElement("canvas").getContext("2d")
  const taken = []
  const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  const count = data.node.length
  const shown = new Array(count).fill(0), back = new Array(count).fill(0)
  const text = new Array(count).fill("")
  const dx = new Array(count).fill(0), dy = new Array(count).fill(0)
  const at = (i) => [(data.x[i] - x_range.start) * perX, (y_range.end - data.y[i]) * perY]
  if (Number.isFinite(perX) && Number.isFinite(perY) && perX > 0) {
    for (let i = 0; i < count; i++) {
      if (!seen(data.node[i]) || !strong(data.node[i])) continue
      const [x, y] = at(i), r = data.reach[i]
      taken.push({left: x - r, right: x + r, top: y - r, bottom: y + r, of: i})
    }
    for (let i = 0; i < count; i++) {
      if (!seen(data.node[i]) || !strong(data.node[i])) continue
      const [x, y] = at(i)
      if (x < 0 || y < 0 || x > figure.inner_width || y > figure.inner_height) continue
      pen.font = `${data.style[i]} 12px Helvetica, Arial, sans-serif`
      const fits = (words) => {
        const half = pen.measureText(words).width / 2 + 2, tall = 8, away = data.reach[i] + 2
        const over = away + tall, beside = away + half, near = half * 0.7
        const offers = [[0, over], [0, -over], [beside, 0], [-beside, 0], [near, over], [-near, over], [near, -over], [-near, -over]]
        for (const [ox, oy] of offers) {
          const box = {left: x + ox - half, right: x + ox + half, top: y + oy - tall, bottom: y + oy + tall, of: i}
          const inside = box.left >= 0 && box.right <= figure.inner_width && box.top >= 0 && box.bottom <= figure.inner_height
          if (!inside || taken.some((other) => other.of !== i && meets(box, other))) continue
          taken.push(box)
          text[i] = words
          shown[i] = 1
          back[i] = 0.75
          dx[i] = ox
          dy[i] = oy
          return true
        }
        return false
      }
      if (!fits(data.long[i]) && data.short[i]) fits(data.short[i])
    }
  }
  Object.assign(data, {text, alpha: shown, back, dx, dy})
  labels.data_source.change.emit()

  // What was tapped, in words; set as text, so that nothing an article says becomes markup.
  const place = document.getElementById("told")
  if (place !== null) {
    place.replaceChildren()
    const add = (tag, text, parent = place) => {
      const made = document.createElement(tag)
      made.textContent = text
      parent.append(made)
      return made
    }
    if (focus === null) {
      add("p", "Tap a symbol to see it with its neighbours; tap beside it to see all. Drag to move; pinch, or turn the wheel, to zoom.")
    } else {
      const {heading, quote, detail} = told.get(focus)
      add("h2", heading)
      if (quote) add("p", quote)
      if (detail) add("p", detail).className = "detail"
      const list = add("ul", "")
      const others = neighbours(focus)
      for (const {other, word} of others.slice(0, 40)) {
        const one = told.get(other)
        const quoted = kindOf.get(other) === "claim" ? `: ${one.quote}` : ""
        add("li", `${word} ${one.heading}${quoted}`, list)
      }
      if (others.length > 40) add("li", `and ${others.length - 40} more`, list)
    }
  }
}

function begin() {
  const figure = window.Bokeh && Bokeh.documents.length ? Bokeh.documents[0].roots()[0] : undefined
  if (figure === undefined) return void setTimeout(begin, 20)
  const named = (sort) => Object.fromEntries(figure.renderers
    .filter((one) => (one.name || "").startsWith(`${sort} `))
    .map((one) => [one.name.slice(sort.length + 1), one]))
  const nodes = named("node"), edges = named("edge")
  const labels = figure.renderers.find((one) => one.name === "labels")
  if (labels === undefined) return
  const words = Object.fromEntries(figure.tags.map(([kind, forth, back]) => [kind, [forth, back]]))
  const again = () => paint(figure, nodes, edges, labels, words)
  const on = (model, ...names) => names.forEach((name) => model.properties[name].change.connect(again))
  for (const one of Object.values(nodes)) on(one.data_source.selected, "indices")
  for (const one of [...Object.values(nodes), ...Object.values(edges)]) on(one, "visible")
  for (const extent of [figure.x_range, figure.y_range]) on(extent, "start", "end")
  on(figure, "inner_width", "inner_height")
  again()
}

begin()
