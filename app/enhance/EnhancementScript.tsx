import {enhancement} from './enhancement'

/** Loads what pages with citations do not need, and are nicer with. */
export function EnhancementScript() {
  return <script type="module" async src={`/enhance/${enhancement().name}`} />
}
