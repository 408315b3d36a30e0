/** A reason not to go on, in one plain sentence that says what to do. Printed without a stack. */
export class Refusal extends Error {
  name = 'Refusal'
}
