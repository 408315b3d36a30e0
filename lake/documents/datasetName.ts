/** Whether a dataset may be called so. Its name is also a folder's. */
export function isDatasetName(name: string): boolean {
  return /^[a-z0-9][a-z0-9_-]{0,63}$/.test(name)
}
