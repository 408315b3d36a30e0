import {Studio} from './Studio.client'

export const dynamic = 'force-static'

export default function StudioPage() {
  return <Studio />
}
