/** Under which the reasons are kept for publishing a document in spite of warnings. It has a dot, and is therefore private. */
export function publishReasonId(documentId: string): string {
  return `publishReason.${documentId}`
}
