import {circle, curve, gouge, gradient, group, path, type Point, polyline, stroke} from '../draw.ts'
import {brow, contour, drawEar, drawEye, drawLips, type Head, type Landmarks} from './features.ts'

export interface Face {
  outline: string
  neck: string
  skin: string
  ears: string
  eyeWhites: string
  irises: string
  shade: string
  lines: string
  cuts: string
  lips: string
  blush: string
  at: Landmarks
}

export function drawFace(head: Head): Face {
  const {x, crown, chin, turn} = head
  const height = chin - crown
  const eye = crown + height * 0.5
  const nose = eye + height * head.nose.length
  const mouth = nose + (chin - nose) * 0.36
  const middle = x - turn * 46
  const near: Point = [middle + 66, eye]
  const far: Point = [middle - 64 + turn * 8, eye]
  const at = {eye, nose, mouth, middle, near, far}
  const outline = contour(head, at)
  const tip: Point = [middle - turn * 20, nose - 13]
  const wing = head.nose.width
  const nearEye = drawEye(near, 33, head, 1)
  const farEye = drawEye(far, 31 - turn * 5, head, -1)
  const lips = drawLips(head, at)
  const jawRight = x + head.jaw
  const soft = (blur: number, opacity: number, art: string) =>
    `<g filter="url(#b${blur})" opacity="${opacity}">${art}</g>`
  const neck = polyline(
    [
      [x - head.jaw * 0.54 + turn * 14, mouth],
      [x - head.jaw * 0.58 + turn * 18, chin + 70],
      [x - head.jaw * 1.3, chin + 150],
      [x + head.jaw * 1.45, chin + 150],
      [x + head.jaw * 0.76, chin + 70],
      [x + head.jaw * 0.82, mouth],
    ],
    true,
  )
  const socket = (p: Point, w: number) => `<ellipse cx="${p[0]}" cy="${p[1] - 12}" rx="${w}" ry="24"/>`
  const filters = [3, 7, 14, 26]
    .map(
      (b) =>
        `<filter id="b${b}" x="-60%" y="-60%" width="220%" height="220%"><feGaussianBlur stdDeviation="${b}"/></filter>`,
    )
    .join('')
  const shade =
    filters +
    gradient('form', ['.42 0', '.78 .42', '1 .8'], 'x1="0" x2="1"') +
    `<clipPath id="face">${path(outline)}</clipPath><clipPath id="neck">${path(neck)}</clipPath>` +
    group(
      'clip-path="url(#neck)"',
      path(neck, 'fill-opacity=".34"'),
      soft(
        14,
        0.75,
        path(
          curve(
            [
              [x - head.jaw * 0.7, mouth + 10],
              [middle - 30, chin + 30],
              [middle + 40, chin + 52],
              [jawRight, chin - 10],
              [jawRight + 60, mouth],
              [jawRight, mouth - 60],
              [x, mouth - 60],
            ],
            true,
          ),
        ),
      ),
    ) +
    group('', path(drawEar(head, at), 'fill-opacity=".45"')) +
    group(
      'clip-path="url(#face)"',
      path(outline, 'fill="#fff"'),
      path(outline, 'fill="url(#form)"'),
      soft(14, 0.5, socket(near, 46) + socket(far, 40 - turn * 6)),
      soft(7, 0.45, socket([near[0] - 30, eye + 2], 17) + socket([far[0] + 28, eye + 4], 14)),
      soft(
        7,
        0.55,
        path(
          polyline(
            [
              [middle + 8, eye - 26],
              [middle + 4, eye + 30],
              [tip[0] + 10, tip[1]],
              [middle + wing * 0.9, nose + 2],
              [middle + wing * 0.75, nose - 34],
              [middle + 26, eye + 10],
            ],
            true,
          ),
        ),
      ),
      soft(7, 0.6, `<ellipse cx="${middle + 2}" cy="${nose + 10}" rx="${wing * 0.85}" ry="10"/>`),
      soft(
        14,
        0.4,
        path(
          curve(
            [
              [x + head.cheek, eye + 30],
              [near[0] + 34, nose + 2],
              [middle + head.mouth.width + 24, mouth + 16],
              [jawRight, mouth + 40],
              [x + head.cheek, nose],
            ],
            true,
          ),
        ),
      ),
      soft(
        14,
        0.28,
        path(
          curve(
            [
              [x - head.cheek, nose - 30],
              [far[0] - 6, nose + 26],
              [middle - head.mouth.width - 10, mouth + 20],
              [x - head.jaw - 10, mouth + 20],
            ],
            true,
          ),
        ),
      ),
      soft(
        7,
        0.5,
        `<ellipse cx="${middle + 2}" cy="${mouth + head.mouth.lower + 13}" rx="${head.mouth.width * 0.62}" ry="8"/>`,
      ),
      soft(
        26,
        0.4,
        path(
          curve(
            [
              [x - head.cheek, crown + height * 0.3],
              [x - head.cheek * 0.2, crown + height * 0.2],
              [x + head.cheek, crown + height * 0.32],
              [x + head.cheek, crown - 30],
              [x - head.cheek, crown - 30],
            ],
            true,
          ),
        ),
      ),
      soft(
        14,
        0.5,
        path(
          curve(
            [
              [x - 20, chin + 8],
              [jawRight - 20, chin - 40],
              [jawRight + 20, mouth],
              [jawRight + 40, chin + 30],
            ],
            true,
          ),
        ),
      ),
      soft(
        3,
        0.9,
        group(
          'fill="#fff"',
          path(gouge([middle - 5, eye - 20], [tip[0] - 2, tip[1] - 4], 7, 2)),
          path(gouge([far[0] - 26, eye + 44], [far[0] + 10, nose - 20], 9, 4)),
          path(
            gouge([middle - 22, mouth + head.mouth.lower * 0.55], [middle + 10, mouth + head.mouth.lower * 0.6], 4, -1),
          ),
        ),
      ),
      nearEye.white + farEye.white,
    )
  const noseLines =
    path(gouge([middle + wing * 0.15, nose + 4], [middle + wing * 0.78, nose + 1], 6, -5)) +
    path(gouge([middle - wing * 0.34 - turn * 8, nose + 4], [middle - wing * 0.72 - turn * 6, nose + 1], 5, 4)) +
    path(gouge([middle + wing * 0.74, nose - 24], [middle + wing * 0.86, nose + 6], 3.4, -8)) +
    path(gouge([tip[0] - 12, tip[1] + 8], [tip[0] + 16, tip[1] + 17], 2, 5)) +
    (turn > 0.3 ? path(gouge([middle - 14, eye - 24], [tip[0] - 14, tip[1] + 2], 2.6, 5)) : '')
  const folds =
    path(
      gouge([middle + wing * 1.0, nose - 10], [middle + head.mouth.width + 12, mouth + 8], 1.2 + head.age * 2.6, -7),
    ) +
    path(
      gouge(
        [middle - wing * 0.95 - turn * 6, nose - 8],
        [middle - head.mouth.width - 6, mouth + 6],
        0.8 + head.age * 2.2,
        7,
      ),
    )
  const lined =
    head.age > 0.4
      ? [-1, 0, 1]
          .map((i) => path(gouge([middle - 70, eye - 92 - i * 20], [middle + 84, eye - 88 - i * 20], 2, -9)))
          .join('') +
        path(gouge([near[0] + 40, eye + 4], [near[0] + 64, eye - 8], 1.8)) +
        path(gouge([near[0] + 40, eye + 11], [near[0] + 62, eye + 14], 1.8)) +
        path(gouge([near[0] - 24, eye + 22], [near[0] + 26, eye + 21], 2, 8)) +
        path(gouge([far[0] - 22, eye + 21], [far[0] + 20, eye + 22], 1.8, 8))
      : ''
  const earLines = stroke(
    curve([
      [x + head.cheek + 17, eye - 12],
      [x + head.cheek + 8, eye - 6],
      [x + head.cheek + 10, eye + 18],
      [x + head.cheek + 3, eye + 28],
    ]),
    3,
  )
  const edge = stroke(
    curve([
      [x + head.cheek - 1, eye + 40],
      [x + head.jaw + 2, mouth + 14],
      [x + head.point * 1.55, chin - 24],
      [middle + head.point * 0.6, chin - 2],
    ]),
    4.4,
  )
  return {
    outline,
    neck,
    skin: path(neck) + path(drawEar(head, at)) + path(outline),
    ears: path(drawEar(head, at)),
    eyeWhites: nearEye.almond + farEye.almond,
    irises: nearEye.iris + farEye.iris,
    shade,
    lines:
      nearEye.lines +
      farEye.lines +
      brow(near, head, 1) +
      brow(far, head, -1) +
      noseLines +
      folds +
      lined +
      lips.line +
      edge +
      earLines +
      stroke(drawEar(head, at), 4),
    cuts: nearEye.spark + farEye.spark,
    lips: lips.fill,
    blush:
      filters +
      `<clipPath id="cheeks">${path(outline)}</clipPath>` +
      group(
        'clip-path="url(#cheeks)"',
        soft(
          26,
          0.55,
          circle(near[0] + 26, nose - 20, 40) + circle(far[0] - 18, nose - 18, 34) + circle(tip[0], tip[1], 20),
        ),
      ),
    at,
  }
}
