import {useCallback} from 'react'
import {useResolveInitialValueForType, useSchema} from 'sanity'

/** What an article begins with when it is made in the desk: today's date, a licence. */
export function useNewArticle(): () => Promise<object> {
  const schema = useSchema()
  const resolve = useResolveInitialValueForType()

  return useCallback(async () => {
    const type = schema.get('article')
    const fields: unknown = type ? await resolve(type, {}) : null
    return typeof fields === 'object' && fields ? fields : {}
  }, [schema, resolve])
}
