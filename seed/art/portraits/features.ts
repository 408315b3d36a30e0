import {circle, curve, gouge, group, path, type Point, stroke} from '../draw.ts'

/** A head about 430 px high, turned to the viewer's left, lit from the left. All lengths in pixels of a 900 px sheet. */
export interface Head {
  x: number
  crown: number
  chin: number
  /** Half widths at cheekbone, jaw and chin. */
  cheek: number
  jaw: number
  point: number
  /** 0 faces us, 1 is three-quarter. */
  turn: number
  eyeOpen: number
  brow: {weight: number; tilt: number; lift: number}
  nose: {width: number; length: number}
  mouth: {width: number; upper: number; lower: number; smile: number}
  /** 0 smooth, 1 deeply lined. */
  age: number
}

/** Heights of eye, nose and mouth, the face's midline and the centres of the eyes. */
export interface Landmarks {
  eye: number
  nose: number
  mouth: number
  middle: number
  near: Point
  far: Point
}

export function contour(
  {x, crown, chin, cheek, jaw, point, turn}: Head,
  {eye, mouth, nose, middle}: Landmarks,
): string {
  const height = chin - crown
  const farIn = turn * 16
  return curve(
    [
      [x, crown],
      [x + cheek * 0.7, crown + height * 0.07],
      [x + cheek * 0.98, crown + height * 0.26],
      [x + cheek, eye + 14],
      [x + cheek * 0.97, nose - 4],
      [x + jaw, mouth + 12],
      [x + point * 1.5 - turn * 8, chin - 22],
      [middle + 18, chin],
      [middle - 22, chin],
      [x - point * 1.35 - turn * 12, chin - 22],
      [x - jaw + farIn * 0.2, mouth + 6],
      [x - cheek + 2, nose - 14],
      [x - cheek + farIn * 0.7, eye + 6],
      [x - cheek * 0.98, eye - 36],
      [x - cheek * 0.9, crown + height * 0.2],
      [x - cheek * 0.62, crown + height * 0.06],
    ],
    true,
  )
}

export function drawEar({x, cheek}: Head, {eye, nose}: Landmarks): string {
  const edge = x + cheek
  return curve(
    [
      [edge - 10, eye - 10],
      [edge + 6, eye - 26],
      [edge + 24, eye - 20],
      [edge + 26, eye + 8],
      [edge + 16, eye + 36],
      [edge + 6, nose - 12],
      [edge - 10, nose - 22],
    ],
    true,
  )
}

export function drawEye([ex, ey]: Point, half: number, {eyeOpen}: Head, side: 1 | -1) {
  const inner: Point = [ex - side * half, ey + 5]
  const outer: Point = [ex + side * half, ey]
  const top = ey - 15 * eyeOpen
  const lid: Point[] = [
    inner,
    [ex - side * half * 0.5, top + 3],
    [ex + side * 2, top],
    [ex + side * half * 0.62, top + 5],
    outer,
  ]
  const under: Point[] = [
    [ex + side * half * 0.5, ey + 9],
    [ex - side * half * 0.2, ey + 11],
    [ex - side * half * 0.7, ey + 9],
  ]
  const almond = curve([...lid, ...under], true)
  const id = `eye${side}`
  const iris: Point = [ex - 3, ey - 2]
  return {
    almond: path(almond),
    white: path(almond, 'fill="#fff"') + `<clipPath id="${id}">${path(almond)}</clipPath>`,
    iris:
      `<clipPath id="${id}i">${path(almond)}</clipPath>` +
      group(`clip-path="url(#${id}i)"`, circle(iris[0], iris[1], 13.5)),
    lines:
      `<clipPath id="${id}s">${path(almond)}</clipPath>` +
      group(`clip-path="url(#${id}s)"`, circle(iris[0], iris[1], 13.5), stroke(curve(lid), 7)) +
      stroke(curve([...lid, [ex + side * (half + 7), ey + 3]]), 4.6) +
      stroke(curve(under), 1.8) +
      stroke(
        curve([
          [ex - side * half * 0.8, top - 3],
          [ex, top - 10 * eyeOpen],
          [ex + side * half * 0.9, top],
        ]),
        2.2,
      ),
    spark: circle(iris[0] - 4, iris[1] - 3, 3.6),
  }
}

export function brow([ex, ey]: Point, {brow: {weight, tilt, lift}}: Head, side: 1 | -1): string {
  const y = ey - 40 - lift
  const from: Point = [ex - side * 36, y + 6 + tilt]
  const peak: Point = [ex + side * 14, y - 6]
  const to: Point = [ex + side * 46, y + 8 - tilt * 0.4]
  return path(
    `M${from[0]} ${from[1]}Q${peak[0] - side * 20} ${peak[1] - weight * 0.3} ${peak[0]} ${peak[1] - weight * 0.5}Q${to[0] - side * 12} ${peak[1]} ${to[0]} ${to[1]}Q${to[0] - side * 18} ${peak[1] + weight * 0.5} ${peak[0]} ${peak[1] + weight * 0.6}Q${peak[0] - side * 24} ${peak[1] + weight} ${from[0]} ${from[1] + weight * 1.1}Z`,
  )
}

export function drawLips({mouth: {width, upper, lower, smile}, turn}: Head, {mouth, middle}: Landmarks) {
  const left: Point = [middle - width * (1 - turn * 0.22), mouth - smile]
  const right: Point = [middle + width, mouth - smile]
  const seam: Point[] = [
    left,
    [middle - width * 0.42, mouth + 1],
    [middle - 2, mouth + 2],
    [middle + width * 0.46, mouth + 1],
    right,
  ]
  const top = curve(
    [
      left,
      [middle - width * 0.4, mouth - upper * 0.8],
      [middle - 9, mouth - upper],
      [middle - 1, mouth - upper * 0.74],
      [middle + 8, mouth - upper],
      [middle + width * 0.45, mouth - upper * 0.7],
      right,
      ...seam.slice(1, 4).toReversed(),
    ],
    true,
  )
  const bottom = curve(
    [
      ...seam,
      [middle + width * 0.5, mouth + lower * 0.8],
      [middle, mouth + lower],
      [middle - width * 0.44, mouth + lower * 0.8],
    ],
    true,
  )
  return {
    fill: path(top, 'fill-opacity=".75"') + path(bottom, 'fill-opacity=".5"'),
    line:
      stroke(curve(seam), 4) +
      path(gouge([left[0] - 5, left[1] - 3], [left[0] + 8, left[1] + 4], 3)) +
      path(gouge([right[0] + 5, right[1] - 3], [right[0] - 8, right[1] + 4], 3)) +
      path(gouge([middle - width * 0.34, mouth + lower + 3], [middle + width * 0.4, mouth + lower + 2], 2.4, 4)),
  }
}
