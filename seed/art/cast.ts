import {between, curve, gouge, group, path, type Point, polyline, range, stroke} from './draw.ts'

export interface Walker {
  x: number
  /** Where the feet stand. */
  y: number
  height: number
  /** −1 walks left, 1 right, 0 stands with the back to us. */
  facing: -1 | 0 | 1
  bag?: 'rucksack' | 'satchel'
  skirt?: boolean
  hat?: boolean
}

/** A person in a winter coat, cut as one silhouette, with a bag to print in another ink. */
export function walker({x, y, height, facing, bag, skirt = false, hat = false}: Walker): {body: string; bag: string} {
  const scale = height / 100
  const place = (art: string) =>
    group(`transform="translate(${x} ${y}) scale(${facing === -1 ? -scale : scale} ${scale})"`, art)
  const hem = skirt ? 17 : 13
  const stride = facing === 0 ? 3 : 11
  const head =
    '<ellipse cx="1" cy="-91" rx="6.2" ry="7.6"/>' + (hat ? path('M-6 -94C-6 -103 8 -103 8 -94L9 -92H-7Z') : '')
  const coat = path(
    `M-3 -85L4 -85C10 -83 13 -80 13 -74L15 -56L${hem} -38C${hem} -34 -${hem} -34 -${hem} -38L-14 -58L-12 -75C-11 -81 -8 -84 -3 -85Z`,
  )
  const legs =
    path(`M-9 -40L1 -40L${-stride * 0.5 + 3} -18L${-stride + 5} -1L${-stride - 4} 0L${-stride * 0.5 - 5} -18Z`) +
    path(`M0 -40L9 -40L${stride * 0.5 + 5} -18L${stride + 4} 0L${stride - 4} 0L${stride * 0.5 - 3} -18Z`)
  const arms =
    facing === 0
      ? stroke('M-11 -76C-15 -66 -16 -56 -15 -44', 5) + stroke('M12 -76C16 -66 17 -56 15 -44', 5)
      : stroke('M2 -76C6 -64 10 -56 14 -47', 5.4)
  const pack =
    facing === 0
      ? path('M-8 -79C-4 -82 6 -82 9 -79L10 -55C6 -52 -6 -52 -9 -55Z')
      : path('M-10 -80C-18 -80 -21 -76 -20 -68L-18 -55C-15 -52 -11 -53 -10 -56Z')
  const satchel = path('M10 -48L22 -47L21 -34L9 -35Z') + stroke('M12 -50C12 -56 19 -56 20 -49', 2)
  return {
    body: place(head + coat + legs + arms),
    bag: bag === 'rucksack' ? place(pack) : bag === 'satchel' ? place(satchel) : '',
  }
}

/** A leafless tree: each branch forks into thinner ones. */
export function bareTree(random: () => number, root: Point, length: number, angle: number, width: number): string {
  const tip: Point = [root[0] + Math.cos(angle) * length, root[1] + Math.sin(angle) * length]
  const side: Point = [-Math.sin(angle) * width, Math.cos(angle) * width]
  const limb = path(
    polyline(
      [
        [root[0] + side[0] / 2, root[1] + side[1] / 2],
        [tip[0] + side[0] * 0.34, tip[1] + side[1] * 0.34],
        [tip[0] - side[0] * 0.34, tip[1] - side[1] * 0.34],
        [root[0] - side[0] / 2, root[1] - side[1] / 2],
      ],
      true,
    ),
  )
  if (width < 2) return limb
  const forks = random() < 0.35 ? 3 : 2
  return (
    limb +
    range(forks)
      .map((i) =>
        bareTree(
          random,
          tip,
          length * between(random, 0.66, 0.84),
          angle + (i - (forks - 1) / 2) * between(random, 0.5, 0.85),
          width * 0.66,
        ),
      )
      .join('')
  )
}

export interface Cow {
  at: Point
  scale: number
  facing: -1 | 1
  grazing: boolean
}

export function cow(
  random: () => number,
  {at, scale, facing, grazing}: Cow,
  id: string,
): Record<'hide' | 'patches' | 'outline' | 'lines', string> {
  const place = (art: string) =>
    group(`transform="translate(${at[0]} ${at[1]}) scale(${scale * -facing} ${scale})"`, art)
  const trunk =
    'M-66 -84C-50 -98 -20 -92 10 -91C40 -95 66 -97 78 -88C88 -78 88 -60 82 -44C70 -34 40 -30 10 -29C-20 -27 -48 -29 -62 -42C-74 -54 -76 -72 -66 -84Z'
  const legs =
    'M-60 -46L-40 -42L-44 0L-56 0ZM-44 -38L-28 -36L-32 -3L-42 -3ZM60 -52L84 -58L80 -30L82 0L69 0L66 -26ZM46 -40L62 -36L59 -3L49 -3ZM30 -32C30 -20 50 -18 54 -32Z'
  const head = grazing
    ? 'M-56 -88C-74 -86 -88 -72 -98 -56C-105 -50 -109 -44 -111 -36L-120 -13C-122 -3 -108 2 -102 -5L-90 -26C-84 -34 -74 -38 -54 -44Z'
    : 'M-60 -88C-78 -98 -88 -110 -100 -113C-108 -114 -116 -104 -123 -93C-132 -84 -134 -77 -126 -74C-116 -73 -106 -78 -100 -84C-90 -72 -76 -58 -62 -50Z'
  const horns = grazing
    ? stroke('M-100 -57C-106 -66 -114 -66 -119 -60', 3.6)
    : stroke('M-102 -113C-108 -118 -110 -124 -107 -130', 3.6)
  const ear = grazing ? path(gouge([-99, -53], [-84, -66], 6)) : path(gouge([-98, -110], [-80, -115], 6))
  const face = grazing
    ? '<ellipse cx="-105" cy="-36" rx="3" ry="2.4"/>' + path('M-120 -13C-122 -3 -108 2 -102 -5L-99 -11L-118 -19Z')
    : '<ellipse cx="-108" cy="-98" rx="3" ry="2.4"/>' +
      path('M-128 -88C-134 -80 -133 -76 -126 -74C-121 -74 -118 -75 -114 -77L-120 -95Z')
  const hooves =
    '<rect x="-56" y="-6" width="12" height="6"/><rect x="-42" y="-8" width="10" height="5"/><rect x="69" y="-6" width="13" height="6"/><rect x="50" y="-8" width="9" height="5"/>'
  const spots = range(4)
    .map((i) => {
      const [cx, cy] = [-50 + i * 38 + between(random, -10, 10), between(random, -88, -52)]
      return path(
        curve(
          range(9).map((k): Point => [
            cx + Math.cos((k * Math.PI * 2) / 9) * between(random, 10, 24),
            cy + Math.sin((k * Math.PI * 2) / 9) * between(random, 9, 20),
          ]),
          true,
        ),
      )
    })
    .join('')
  const bell = grazing ? '' : '<circle cx="-84" cy="-62" r="6"/>'
  return {
    hide: place(path(trunk) + path(legs) + path(head) + ear),
    patches: place(`<clipPath id="${id}">${path(trunk)}</clipPath>${group(`clip-path="url(#${id})"`, spots)}`),
    outline: place(
      group('stroke="#000" stroke-width="5" stroke-linejoin="round"', path(trunk) + path(legs) + path(head) + ear),
    ),
    lines: place(
      horns +
        ear +
        face +
        hooves +
        stroke('M82 -84C92 -72 90 -50 92 -34', 3) +
        path('M92 -36L97 -16L88 -18Z') +
        bell +
        path(gouge([-50, -33], [76, -36], 3.4, -6)) +
        range(7)
          .map((i) => path(gouge([-50 + i * 20, -36], [-40 + i * 20, -50 - (i % 2) * 8], 1.6)))
          .join('') +
        path(gouge([-58, -80], [-58, -48], 1.6, -7)) +
        path(gouge([62, -84], [60, -56], 1.6, 8)),
    ),
  }
}
