import {useToast} from '@sanity/ui/toast'
import {useMemo, useRef} from 'react'
import {
  set,
  setIfMissing,
  unset,
  useClient,
  useFormValue,
  useReferenceInputOptions,
  type ObjectInputProps,
  type Reference,
} from 'sanity'

import {referencesIn} from '@/lib/integrity/usesOf'
import {API_VERSION} from '@/sanity/env'
import {readText} from '@/sanity/schema/readField'
import {createKey} from '@/sanity/studio/createKey'
import {createUuid} from '@/sanity/studio/createUuid'

import {newReference} from './newReference'
import {useSearchFirst} from './useSearchFirst'
import {WorkSearch} from './WorkSearch'

const TYPE = 'bibliographicReference'

/** In the place of the Studio’s own search for a reference: one that knows years, DOIs and what the article cites. */
export function ReferencePicker(props: ObjectInputProps<Reference>) {
  const {value, focusPath, path, schemaType, onChange, onPathFocus, elementProps, readOnly} = props
  const client = useClient({apiVersion: API_VERSION})
  const {onEditReference} = useReferenceInputOptions()
  const {push} = useToast()
  const document = useFormValue([])
  const inArticle = useMemo(() => (isObject(document) ? referencesIn(document) : []), [document])
  const isCreating = useRef(false)
  useSearchFirst(elementProps.ref)
  const isReplacing = focusPath.length === 1 && focusPath[0] === '_ref'
  if (value?._ref && !isReplacing) return props.renderDefault(props)

  const point = (id: string, isPublished: boolean) => {
    const weak = isPublished
      ? [unset(['_weak']), unset(['_strengthenOnPublish'])]
      : [set(true, ['_weak']), set({type: TYPE, template: {id: TYPE}}, ['_strengthenOnPublish'])]
    onChange([setIfMissing({}), set(schemaType.name, ['_type']), set(id, ['_ref']), ...weak])
    onPathFocus([])
  }

  const create = async (typed: string) => {
    if (isCreating.current) return
    isCreating.current = true
    const id = createUuid()
    try {
      await client.create(newReference(typed, {id: `drafts.${id}`, createKey}))
    } catch {
      push({status: 'error', title: 'The reference could not be created. Nothing is lost; try again.'})
      return
    } finally {
      isCreating.current = false
    }
    point(id, false)
    onEditReference?.({id, type: TYPE, parentRefPath: path, template: {id: TYPE}})
  }

  return (
    <WorkSearch
      id={elementProps.id}
      inputRef={elementProps.ref}
      aria-describedby={elementProps['aria-describedby']}
      aria-label={isMember(path) ? 'Reference' : undefined}
      exceptId={readText(value, '_ref')}
      inArticle={inArticle}
      readOnly={readOnly === true}
      onPick={(work) => point(work._id, work.isPublished)}
      onCreate={(typed) => void create(typed)}
      onFocus={() => onPathFocus(['_ref'])}
      onBlur={elementProps.onBlur}
      onEscape={() => onPathFocus([])}
    />
  )
}

/** A member of a list has no label beside it. */
function isMember(path: ObjectInputProps['path']): boolean {
  return typeof path.at(-1) === 'object'
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
